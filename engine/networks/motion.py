"""The motion generator (paper section 3.2): (z, k_0, action) -> T future keypoints, a conditional VAE over LSTMs.

Keypoint sequences are [N, T, K, 2]; k_0 is flattened as x0 y0 x1 y1 ... and the decoder's input is [z, k_0, a].
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from engine.networks.spec import NetworkSpec


class MotionGenerator(nn.Module):
    """The VAE's decoder: one code starts a two-layer LSTM, which then runs on zeros (or on the code and a clock)."""

    def __init__(self, spec: NetworkSpec) -> None:
        super().__init__()
        self.spec = spec
        self.code = nn.Linear(spec.z_size + 2 * spec.n_keypoints + spec.n_actions, spec.motion_code)
        self.lstm = nn.LSTM(spec.motion_code + 2 * spec.motion_clock, spec.lstm_cells, num_layers=2, batch_first=True)
        self.coordinates = nn.Linear(spec.lstm_cells, 2 * spec.n_keypoints)

    def decode(self, z: Tensor, k0: Tensor, action: Tensor) -> Tensor:
        """z [N, Z], k0 [N, K, 2], action [N, C] -> keypoints [N, T, K, 2]."""
        code = self.code(torch.cat([z, k0.flatten(1), action], 1))
        if self.spec.rectified_linear:
            code = F.relu(code)
        if self.spec.motion_clock:
            clock = _waves(self.spec.n_frames, self.spec.motion_clock).to(code)
            steps = torch.cat([code[:, None].expand(-1, len(clock), -1), clock.expand(len(code), -1, -1)], 2)
        else:
            steps = F.pad(code[:, None], (0, 0, 0, self.spec.n_frames - 1))
        moved = torch.tanh(self.coordinates(self.lstm(steps)[0])).unflatten(-1, (-1, 2))
        # A displacement can span the picture, from -1 to 1, and must start from wherever k_0 is.
        return (k0[:, None] + 2 * moved).clamp(-1, 1) if self.spec.motion_residual else moved

    forward = decode


def _waves(n_frames: int, count: int) -> Tensor:
    """Sines and cosines of 1/2, 1, 3/2, ... periods over a clip, [T, 2 count]."""
    phase = torch.linspace(0, 1, n_frames)[:, None] * torch.arange(1, count + 1) * torch.pi
    return torch.cat([phase.sin(), phase.cos()], 1)


class MotionEncoder(nn.Module):
    """The VAE's encoder, for training only: a future, k_0 and the action -> (mu, sigma)."""

    def __init__(self, spec: NetworkSpec) -> None:
        super().__init__()
        self.spec = spec
        self.lstm = nn.LSTM(2 * spec.n_keypoints, spec.lstm_cells, num_layers=2, batch_first=True)
        seen = spec.lstm_cells + 2 * spec.n_keypoints + spec.n_actions
        self.mu, self.sigma = nn.Linear(seen, spec.z_size), nn.Linear(seen, spec.z_size)

    def forward(self, future: Tensor, k0: Tensor, action: Tensor) -> tuple[Tensor, Tensor]:
        """future [N, T, K, 2], k0 [N, K, 2], action [N, C] -> mu, sigma [N, Z], sigma > 0."""
        last = self.lstm(future.flatten(2))[0][:, -1]
        seen = torch.cat([last, k0.flatten(1), action], 1)
        mu, sigma = self.mu(seen), self.sigma(seen)
        if self.spec.rectified_linear:
            return F.relu(mu), F.relu(sigma)
        return mu, F.softplus(sigma) + 1e-4
