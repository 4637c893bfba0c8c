"""Flow-grounded prediction (Li et al., ECCV 2018) at work; `training.baselines.flow_grounded` says what of it is ours.

A conditional variational autoencoder with 3-D convolutions imagines the flows between all neighbouring frames from one
photo; a second network draws each frame from the one before it, warped by its flow.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from engine.systems.network import Drawn, SystemNetwork, whole
from engine.systems.spec import SystemSpec

CODE = 128  # of a future; the paper has 2000
LARGEST_FLOW = 5.0  # pixels of a 64 px picture from one frame to the next, as the paper's decoder ends in 5 tanh
FLOWS = 16  # imagined at a time; a longer clip is several, each from the last frame of the one before
_PHOTO_WEIGHT = 5.0  # how much the photo counts to the encoder, beside flows of a pixel or two


class FlowGrounded(SystemNetwork):
    """z holds a code for every FLOWS frames."""

    def __init__(self, spec: SystemSpec) -> None:
        super().__init__(spec)
        self.flows = FlowAutoencoder(spec)
        self.frames = FrameNetwork(spec.width)

    @staticmethod
    def z_size(n_frames: int) -> int:
        return CODE * -(-n_frames // FLOWS)

    def draw(self, photo: Tensor, action: Tensor, z: Tensor, k0: Tensor, keypoints: Tensor) -> Drawn:
        frames, now = [], photo
        for code in z.unflatten(1, (-1, CODE)).unbind(1):
            for flow in self.flows.decode(now, action, code).unbind(2):
                now = self.frames(now, flow).clamp(-1, 1)
                frames.append(now)
        return whole(torch.stack(frames[: self.spec.n_frames], 1))


class FlowAutoencoder(nn.Module):
    """Flows are [N, 2, FLOWS, S, S]: (x, y) in pixels of a picture of 64 px, from each place of a frame to where it was
    in the frame before."""

    def __init__(self, spec: SystemSpec) -> None:
        super().__init__()
        width, size = spec.width, spec.image_size
        levels = min(4, size.bit_length() - 3)
        self.widths = [width * 2 ** min(level, 3) for level in range(levels)]
        self.grid, deepest = size // 2**levels, self.widths[-1]
        self.encoder = nn.ModuleList()
        channels = 5
        for wider in self.widths:
            self.encoder.append(_block3d(channels, wider))
            channels = wider
        inside = deepest * (FLOWS // 2**levels) * self.grid**2
        self.mu, self.sigma = nn.Linear(inside + spec.n_actions, CODE), nn.Linear(inside + spec.n_actions, CODE)
        layers: list[nn.Module] = []
        channels = 3
        for wider in self.widths:
            layers += [nn.Conv2d(channels, wider, 4, 2, 1), nn.BatchNorm2d(wider), nn.LeakyReLU(0.2)]
            channels = wider
        self.photo = nn.Sequential(*layers, nn.Flatten(), nn.Linear(deepest * self.grid**2, CODE))
        self.condition = nn.Linear(CODE + spec.n_actions, CODE)
        self.start = nn.Linear(CODE, inside)
        self.decoder = nn.ModuleList()
        for narrower in [*self.widths[-2::-1], width]:
            self.decoder.append(
                nn.Sequential(nn.Conv3d(channels, narrower, 3, 1, 1), nn.BatchNorm3d(narrower), nn.ReLU())
            )
            channels = narrower
        self.head = _silent(nn.Conv3d(channels, 2, 3, 1, 1))

    def encode(self, photo: Tensor, action: Tensor, flows: Tensor) -> tuple[Tensor, Tensor]:
        """(mu, sigma) [N, CODE] of a future that is known."""
        still = _PHOTO_WEIGHT * photo[:, :, None].expand(-1, -1, flows.shape[2], -1, -1)
        x = torch.cat([still, flows], 1)
        for level in self.encoder:
            x = F.max_pool3d(level(x), 2)
        x = torch.cat([x.flatten(1), action], 1)
        return self.mu(x), F.softplus(self.sigma(x)) + 1e-4

    def decode(self, photo: Tensor, action: Tensor, z: Tensor) -> Tensor:
        """The flows of a photo [N, 3, S, S], an action [N, C] and a code [N, CODE]."""
        seen = self.condition(torch.cat([self.photo(photo), action], 1))
        levels = len(self.widths)
        start = self.start(seen + seen * z)
        x = start.unflatten(1, (self.widths[-1], FLOWS // 2**levels, self.grid, self.grid))
        for level in self.decoder:
            x = level(F.interpolate(F.relu(x), scale_factor=2.0))
        return LARGEST_FLOW * torch.tanh(self.head(x))


class FrameNetwork(nn.Module):
    """A frame from the one before it and the flow between them."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.content, self.motion = _encoder(3, width), _encoder(2, width)
        layers: list[nn.Module] = []
        channels = 8 * width
        for narrower in (2 * width, width, width):
            layers += [nn.Upsample(scale_factor=2.0), nn.Conv2d(channels, narrower, 3, 1, 1), nn.ReLU()]
            channels = narrower
        self.decoder = nn.Sequential(*layers, _silent(nn.Conv2d(width, 3, 3, 1, 1)))

    def forward(self, before: Tensor, flow: Tensor) -> Tensor:
        """The frame [N, 3, S, S] after `before`, by flow [N, 2, S, S]."""
        moved = warped_by(before, flow)
        seen = torch.cat([self.content(moved), self.motion(flow)], 1)
        return moved + self.decoder(seen)


def warped_by(frame: Tensor, flow: Tensor) -> Tensor:
    """`frame` [N, 3, S, S] looked up where flow [N, 2, S, S], in pixels of a 64 px picture, says for each place."""
    size = frame.shape[-1]
    line = torch.linspace(-1, 1, size, device=frame.device) * (1 - 1 / size)
    rows, columns = torch.meshgrid(line, line, indexing="ij")
    where = torch.stack([columns, rows], -1) + flow.permute(0, 2, 3, 1) / 32
    return F.grid_sample(frame, where, padding_mode="border", align_corners=False)


def _silent(layer: nn.Conv2d | nn.Conv3d) -> nn.Module:
    """A last layer that begins with nothing moved, and nothing drawn."""
    nn.init.zeros_(layer.weight)
    assert layer.bias is not None
    nn.init.zeros_(layer.bias)
    return layer


def _block3d(channels: int, wider: int) -> nn.Sequential:
    return nn.Sequential(nn.Conv3d(channels, wider, 3, 1, 1), nn.BatchNorm3d(wider), nn.LeakyReLU(0.2))


def _encoder(channels: int, width: int) -> nn.Sequential:
    layers: list[nn.Module] = []
    for wider in (width, 2 * width, 4 * width):
        layers += [nn.Conv2d(channels, wider, 4, 2, 1), nn.ReLU()]
        channels = wider
    return nn.Sequential(*layers)
