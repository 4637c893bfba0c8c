"""MoCoGAN's generator (Tulyakov et al., CVPR 2018), with an encoder of the first frame; `training.baselines.mocogan`
says what of it is ours.

A content code stays the same over a clip, a recurrent network makes a motion code per frame from noise, and a DCGAN
generator draws each frame from both and the action.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from engine.systems.network import Drawn, SystemNetwork, whole
from engine.systems.spec import SystemSpec

CONTENT, MOTION = 50, 10  # sizes of the paper's codes


class MoCoGAN(SystemNetwork):
    """z holds the noise of all frames in order, MOTION numbers each; longer clips than it was trained on are made by
    running on, as in the paper."""

    def __init__(self, spec: SystemSpec) -> None:
        super().__init__(spec)
        self.encoder = _encoder(spec.image_size, spec.width, CONTENT + MOTION)
        self.motion = nn.GRUCell(MOTION, MOTION)
        self.generator = _generator(spec.image_size, spec.width, CONTENT + spec.n_actions + MOTION)
        self.apply(_dcgan)

    @staticmethod
    def z_size(n_frames: int) -> int:
        return MOTION * n_frames

    def draw(self, photo: Tensor, action: Tensor, z: Tensor, k0: Tensor, keypoints: Tensor) -> Drawn:
        return whole(self.clip(photo, action, z.unflatten(1, (-1, MOTION)))[:, 1:])

    def clip(self, photo: Tensor, action: Tensor, noise: Tensor) -> Tensor:
        """The photo drawn again and its future, [N, 1 + T, 3, S, S], from noise [N, T, MOTION]."""
        content, motion = self.encoder(photo).flatten(1).split([CONTENT, MOTION], 1)
        motions = [torch.tanh(motion)]
        for step in noise.unbind(1):
            motions.append(self.motion(step, motions[-1]))
        count = len(motions)
        constant = torch.cat([content, action], 1)[:, None].expand(-1, count, -1)
        codes = torch.cat([constant, torch.stack(motions, 1)], 2).flatten(0, 1)
        return self.generator(codes[:, :, None, None]).unflatten(0, (-1, count))


def _levels(size: int) -> int:
    """How often a side is halved until four pixels are left."""
    return size.bit_length() - 3


def _encoder(size: int, width: int, codes: int) -> nn.Sequential:
    """The generator mirrored: [N, 3, S, S] -> [N, codes, 1, 1]."""
    layers: list[nn.Module] = []
    channels = 3
    for level in range(_levels(size)):
        wider = width * 2 ** min(level, 3)
        layers.append(nn.Conv2d(channels, wider, 4, 2, 1, bias=False))
        layers += [nn.BatchNorm2d(wider), nn.LeakyReLU(0.2)]
        channels = wider
    return nn.Sequential(*layers, nn.Conv2d(channels, codes, 4))


def _generator(size: int, width: int, codes: int) -> nn.Sequential:
    """DCGAN's: [N, codes, 1, 1] -> [N, 3, S, S] in [-1, 1]."""
    levels = _levels(size)
    channels = width * 2 ** min(levels - 1, 3)
    layers: list[nn.Module] = [nn.ConvTranspose2d(codes, channels, 4, bias=False)]
    layers += [nn.BatchNorm2d(channels), nn.ReLU()]
    for level in reversed(range(levels - 1)):
        narrower = width * 2 ** min(level, 3)
        layers.append(nn.ConvTranspose2d(channels, narrower, 4, 2, 1, bias=False))
        layers += [nn.BatchNorm2d(narrower), nn.ReLU()]
        channels = narrower
    return nn.Sequential(*layers, nn.ConvTranspose2d(channels, 3, 4, 2, 1), nn.Tanh())


def _dcgan(module: nn.Module) -> None:
    """DCGAN's first weights."""
    if isinstance(module, (nn.Conv2d, nn.ConvTranspose2d)):
        nn.init.normal_(module.weight, 0, 0.02)
