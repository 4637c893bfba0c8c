"""After step 3: which z belong to a first pose and an action, written into the motion generator itself.

The loss asks the encoder's z to be N(0, 1) whatever k_0 and the action are, and gets that only roughly: z drawn from
N(0, 1) are then often ones that no real clip of that action has. Fitting the distribution of z once training is over
(ex-post density estimation, Ghosh et al., ICLR 2020), here a Gaussian whose mean is linear in (k_0, a), mends it. As
the generator begins with a linear layer, the fit disappears into that layer's weights, and z stays N(0, 1) outside.
"""

from __future__ import annotations

import torch
from torch import Tensor

from engine.networks.motion import MotionEncoder, MotionGenerator
from training.data.sequences import SequenceSampler

BATCHES = 200
_FIRST_BATCH = 1 << 40  # beyond the batches of any training: the same sequences, augmented otherwise
_RIDGE = 1e-3  # on k_0's share only, for poses unlike those seen


@torch.no_grad()
def fit_prior(
    encoder: MotionEncoder, generator: MotionGenerator, sampler: SequenceSampler, batches: int = BATCHES
) -> None:
    """Change `generator.code` so that z ~ N(0, 1) meets what `encoder` says of the sampler's sequences.

    Afterwards the generator does with z what it did with M k_0 + B a + c + L z before.
    """
    device = generator.code.weight.device
    encoder.eval()
    seen, means, variances = [], [], []
    for n in range(batches):
        k0, future, action = (x.to(device) for x in sampler.batch(_FIRST_BATCH + n))
        mu, sigma = encoder(future, k0, action)
        seen.append(torch.cat([k0.flatten(1), action], 1))
        means.append(mu)
        variances.append(sigma.square())
    linear, offset, spread = _gaussian(torch.cat(seen), torch.cat(means), torch.cat(variances), 2 * k0.shape[1])
    _write_into(generator, linear, offset, spread)


def _gaussian(seen: Tensor, means: Tensor, variances: Tensor, coordinates: int) -> tuple[Tensor, Tensor, Tensor]:
    """z given x is N(x linear + offset, spread spread^T): linear [D, Z], offset [Z], spread [Z, Z] lower triangular.

    seen [N, D]: k_0's coordinates and the action; means, variances [N, Z] of the encoder's Gaussians.
    """
    x = torch.cat([seen, torch.ones_like(seen[:, :1])], 1).double()
    penalty = torch.full((x.shape[1],), 1e-6, dtype=torch.float64, device=x.device)
    penalty[:coordinates] = _RIDGE
    gram = x.T @ x + len(x) * torch.diag(penalty)
    solution = torch.linalg.solve(gram, x.T @ means.double())
    left = means.double() - x @ solution
    covariance = left.T @ left / len(x) + torch.diag(variances.double().mean(0))
    return solution[:-1], solution[-1], torch.linalg.cholesky(covariance)


def _write_into(generator: MotionGenerator, linear: Tensor, offset: Tensor, spread: Tensor) -> None:
    weight, z_size = generator.code.weight, generator.spec.z_size
    of_z = weight[:, :z_size].double().clone()
    weight[:, z_size:] += (of_z @ linear.T).to(weight.dtype)
    generator.code.bias.add_((of_z @ offset).to(weight.dtype))
    weight[:, :z_size] = (of_z @ spread).to(weight.dtype)
