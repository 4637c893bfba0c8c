"""Which z belong to a first pose and an action: a conditional normalizing flow between N(0, 1) and the encoder's z.

The VAE's loss asks for z ~ N(0, 1) whatever k_0 and the action are, and gets that only roughly: many draws are then z
that no real clip of that action has. Affine coupling layers (Dinh et al., Density estimation using Real NVP, 2017)
learn the true distribution and bend draws from N(0, 1) to it. Not in the paper.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

_WIDTH = 128
_MOST = 2.0  # largest log-scale of one layer


class LatentFlow(nn.Module):
    """`layers` couplings of z [N, Z], each under a condition [N, D]; it begins as a mere reordering of z."""

    def __init__(self, z_size: int, condition: int, layers: int) -> None:
        super().__init__()
        self.even, self.odd = (z_size + 1) // 2, z_size // 2
        self.couplings = nn.ModuleList(_coupling(self.even + condition, 2 * self.odd) for _ in range(layers))

    def forward(self, z: Tensor, condition: Tensor) -> Tensor:
        """Latents [N, Z] of draws z ~ N(0, 1): what to decode."""
        for coupling in reversed(self.couplings):
            changed, kept = z[:, : self.odd], z[:, self.odd :]
            shift, log_scale = _parts(coupling, kept, condition)
            z = torch.empty_like(z)
            z[:, ::2], z[:, 1::2] = kept, changed * log_scale.exp() + shift
        return z

    def surprise(self, latent: Tensor, condition: Tensor) -> Tensor:
        """-log p(latent given condition) [N], without the constant of the Gaussian; what training makes small."""
        log_det = latent.new_zeros(len(latent))
        for coupling in self.couplings:
            # Even places decide what becomes of the odd ones, then the halves trade places, so that others meet in
            # the next layer.
            kept, changed = latent[:, ::2], latent[:, 1::2]
            shift, log_scale = _parts(coupling, kept, condition)
            latent = torch.cat([(changed - shift) * (-log_scale).exp(), kept], 1)
            log_det = log_det - log_scale.sum(1)
        return latent.square().sum(1) / 2 - log_det


def _coupling(inputs: int, outputs: int) -> nn.Sequential:
    last = nn.Linear(_WIDTH, outputs)
    nn.init.zeros_(last.weight)
    nn.init.zeros_(last.bias)
    return nn.Sequential(nn.Linear(inputs, _WIDTH), nn.GELU(), nn.Linear(_WIDTH, _WIDTH), nn.GELU(), last)


def _parts(coupling: nn.Module, kept: Tensor, condition: Tensor) -> tuple[Tensor, Tensor]:
    shift, log_scale = coupling(torch.cat([kept, condition], 1)).chunk(2, 1)
    return shift, _MOST * torch.tanh(log_scale / _MOST)
