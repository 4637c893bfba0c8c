"""The motion generator (paper section 3.2): (z, k_0, action) -> T future keypoints, a conditional VAE.

Keypoint sequences are [N, T, K, 2]; k_0 is flattened as x0 y0 x1 y1 ... and the decoder's input is [z, k_0, a].
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from engine.networks.cosines import cosines
from engine.networks.latent_flow import LatentFlow
from engine.networks.spec import NetworkSpec

_USUAL_MOVE = 0.2  # half sides that a keypoint moves within a clip, so that the dense encoder sees numbers near 1
_FIRST_MOVES = 0.2  # of an untrained dense decoder's answer: it begins with small movements


class MotionGenerator(nn.Module):
    """The VAE's decoder, and the prior that z is drawn from.

    The paper's decoder is a two-layer LSTM that one code starts and that then runs on zeros (or on the code and a
    clock). With `motion_waves` it is a dense network instead, which answers with the whole course of every coordinate
    at once, as a sum of cosines: a step of training costs a fifth, and brings more (docs/training.md).
    """

    basis: Tensor

    def __init__(self, spec: NetworkSpec) -> None:
        super().__init__()
        self.spec = spec
        condition = 2 * spec.n_keypoints + spec.n_actions
        self.prior = LatentFlow(spec.z_size, condition, spec.prior_layers) if spec.prior_layers else None
        self.code = nn.Linear(spec.z_size + condition, spec.motion_width if spec.motion_waves else spec.motion_code)
        if spec.motion_waves:
            self.register_buffer("basis", cosines(spec.n_frames, spec.motion_waves), persistent=False)
            self.hidden = dense(spec.motion_width, spec.motion_width, spec.motion_width)
            self.coordinates = nn.Linear(spec.motion_width, self.basis.shape[1] * 2 * spec.n_keypoints)
        else:
            inputs = spec.motion_code + 2 * spec.motion_clock
            self.lstm = nn.LSTM(inputs, spec.lstm_cells, num_layers=2, batch_first=True)
            self.coordinates = nn.Linear(spec.lstm_cells, 2 * spec.n_keypoints)

    def decode(self, z: Tensor, k0: Tensor, action: Tensor) -> Tensor:
        """A future of every draw: z [N, Z] ~ N(0, 1), k0 [N, K, 2], action [N, C] -> keypoints [N, T, K, 2]."""
        if self.prior is not None:
            z = self.prior(self.spec.prior_spread * z, torch.cat([k0.flatten(1), action], 1))
        return self.course(z, k0, action)

    forward = decode

    def course(self, latent: Tensor, k0: Tensor, action: Tensor) -> Tensor:
        """The same for latents [N, Z] as the encoder gives them, which the prior has no part in."""
        code = self.code(torch.cat([latent, k0.flatten(1), action], 1))
        if self.spec.rectified_linear:
            code = F.relu(code)
        answer = self._dense(code) if self.spec.motion_waves else self._recurrent(code)
        moved = torch.tanh(answer).unflatten(-1, (-1, 2))
        # A displacement can span the picture, from -1 to 1, and must start from wherever k_0 is.
        return (k0[:, None] + 2 * moved).clamp(-1, 1) if self.spec.motion_residual else moved

    def _recurrent(self, code: Tensor) -> Tensor:
        if self.spec.motion_clock:
            clock = _waves(self.spec.n_frames, self.spec.motion_clock).to(code)
            steps = torch.cat([code[:, None].expand(-1, len(clock), -1), clock.expand(len(code), -1, -1)], 2)
        else:
            steps = F.pad(code[:, None], (0, 0, 0, self.spec.n_frames - 1))
        return self.coordinates(self.lstm(steps)[0])

    def _dense(self, code: Tensor) -> Tensor:
        weights = self.coordinates(self.hidden(F.gelu(code))).unflatten(1, (self.basis.shape[1], -1))
        return _FIRST_MOVES * torch.einsum("tm,nmk->ntk", self.basis.to(weights), weights)


def dense(inputs: int, width: int, outputs: int) -> nn.Sequential:
    """Two layers of `width` and `outputs` units, each with a GELU after it."""
    return nn.Sequential(nn.Linear(inputs, width), nn.GELU(), nn.Linear(width, outputs), nn.GELU())


def _waves(n_frames: int, count: int) -> Tensor:
    """Sines and cosines of 1/2, 1, 3/2, ... periods over a clip, [T, 2 count]."""
    phase = torch.linspace(0, 1, n_frames)[:, None] * torch.arange(1, count + 1) * torch.pi
    return torch.cat([phase.sin(), phase.cos()], 1)


class MotionEncoder(nn.Module):
    """The VAE's encoder, for training only: a future, k_0 and the action -> (mu, sigma). Of the decoder's kind."""

    def __init__(self, spec: NetworkSpec) -> None:
        super().__init__()
        self.spec = spec
        condition = 2 * spec.n_keypoints + spec.n_actions
        if spec.motion_waves:
            self.hidden = dense(2 * spec.n_keypoints * spec.n_frames + condition, spec.motion_width, spec.motion_width)
            seen = spec.motion_width
        else:
            self.lstm = nn.LSTM(2 * spec.n_keypoints, spec.lstm_cells, num_layers=2, batch_first=True)
            seen = spec.lstm_cells + condition
        self.mu, self.sigma = nn.Linear(seen, spec.z_size), nn.Linear(seen, spec.z_size)

    def forward(self, future: Tensor, k0: Tensor, action: Tensor) -> tuple[Tensor, Tensor]:
        """future [N, T, K, 2], k0 [N, K, 2], action [N, C] -> mu, sigma [N, Z], sigma > 0."""
        if self.spec.motion_waves:
            moved = (future - k0[:, None]) / _USUAL_MOVE
            seen = self.hidden(torch.cat([moved.flatten(1), k0.flatten(1), action], 1))
        else:
            seen = torch.cat([self.lstm(future.flatten(2))[0][:, -1], k0.flatten(1), action], 1)
        mu, sigma = self.mu(seen), self.sigma(seen)
        if self.spec.rectified_linear:
            return F.relu(mu), F.relu(sigma)
        return mu, F.softplus(sigma) + 1e-4
