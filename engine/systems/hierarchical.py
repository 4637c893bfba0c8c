"""Hierarchical prediction (Villegas et al., ICML 2017) at work; `training.baselines.hierarchical` says what of it is
ours.

A detector that learned joints from labels finds them in the photo, an LSTM predicts them, and an image generator draws
each frame by analogy: the photo's features, plus those of the joints to come, less those of the photo's own joints.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from engine.networks.keypoints import gaussian_maps, soft_argmax
from engine.systems.network import Drawn, SystemNetwork, whole
from engine.systems.spec import SystemSpec

HIDDEN, CELLS = 32, 256  # of the joints' LSTM; the paper has 1024 cells
SHARPNESS = 8.0  # inverse width of a joint's Gaussian, per half side
_SCALE = 10.0  # of score maps before their softmax


class Hierarchical(SystemNetwork):
    """Keypoints are joints; z means nothing: the paper's prediction is the same every time."""

    def __init__(self, spec: SystemSpec) -> None:
        super().__init__(spec)
        self.detector = JointDetector(spec.n_keypoints, spec.width)
        self.motion = JointMotion(spec.n_keypoints, spec.n_actions)
        self.frames = ImageGenerator(spec.n_keypoints, spec.width)

    @staticmethod
    def z_size(n_frames: int) -> int:
        return 2  # as many as the latent pad shows

    def detect(self, images: Tensor) -> Tensor:
        return self.detector(images)

    def imagine(self, z: Tensor, k0: Tensor, action: Tensor) -> Tensor:
        return self.motion(k0, action, self.spec.n_frames)

    def draw(self, photo: Tensor, action: Tensor, z: Tensor, k0: Tensor, keypoints: Tensor) -> Drawn:
        frames = [self.frames(photo, k0, joints) for joints in keypoints.unbind(1)]
        return whole(torch.stack(frames, 1))


class JointDetector(nn.Module):
    """Pictures [N, 3, S, S] -> joints [N, J, 2] in [-1, 1]: one hourglass, a score map per joint at a half the side."""

    def __init__(self, joints: int, width: int) -> None:
        super().__init__()
        self.down = nn.ModuleList()
        channels = 3
        for wider in (width, 2 * width, 4 * width):
            self.down.append(nn.Sequential(_convolution(channels, wider, 2), _convolution(wider, wider)))
            channels = wider
        self.middle = _convolution(channels, channels)
        self.up = nn.ModuleList([_convolution(6 * width, 2 * width), _convolution(3 * width, width)])
        self.score = nn.Conv2d(width, joints, 1)

    def forward(self, images: Tensor) -> Tensor:
        levels = [images]
        for level in self.down:
            levels.append(level(levels[-1]))
        x = self.middle(levels[3])
        for number, layer in enumerate(self.up):
            x = nn.functional.interpolate(x, scale_factor=2.0)
            x = layer(torch.cat([x, levels[2 - number]], 1))
        return soft_argmax(self.score(x), "joint", _SCALE)


class JointMotion(nn.Module):
    """Joints to come, from those of the photo: the LSTM sees them once, then zeros and the action."""

    def __init__(self, joints: int, n_actions: int) -> None:
        super().__init__()
        self.enter = nn.Linear(2 * joints, HIDDEN)
        self.lstm = nn.LSTM(HIDDEN + n_actions, CELLS, batch_first=True)
        self.joints = nn.Linear(CELLS, 2 * joints)

    def forward(self, k0: Tensor, action: Tensor, steps: int) -> Tensor:
        """Joints [N, T, J, 2] after k0 [N, J, 2], for action [N, C]."""
        seen = torch.relu(self.enter(k0.flatten(1)))[:, None]
        inputs = torch.cat([seen, seen.new_zeros(len(k0), steps - 1, HIDDEN)], 1)
        wanted = action[:, None].expand(-1, steps, -1)
        moved = self.joints(self.lstm(torch.cat([inputs, wanted], 2))[0]).unflatten(2, (-1, 2))
        return k0[:, None] + 2 * torch.tanh(moved)  # at most from one side of the picture to the other


class ImageGenerator(nn.Module):
    """dec(f_img(photo) + f_pose(joints to come) - f_pose(joints of the photo)), with three poolings."""

    def __init__(self, joints: int, width: int) -> None:
        super().__init__()
        self.of_photo, self.of_pose = _encoder(3, width), _encoder(joints, width)
        layers: list[nn.Module] = []
        channels = 4 * width
        for narrower in (2 * width, width, width):
            layers += [
                nn.Upsample(scale_factor=2.0),
                _convolution(channels, narrower),
                _convolution(narrower, narrower),
            ]
            channels = narrower
        self.decoder = nn.Sequential(*layers, nn.Conv2d(width, 3, 3, 1, 1), nn.Tanh())

    def forward(self, photo: Tensor, k0: Tensor, joints: Tensor) -> Tensor:
        """The frame [N, 3, S, S] of joints [N, J, 2]."""
        size = photo.shape[-1]
        before, after = (self.of_pose(gaussian_maps(k, size, SHARPNESS)) for k in (k0, joints))
        return self.decoder(self.of_photo(photo) + after - before)


def _convolution(channels: int, wider: int, stride: int = 1) -> nn.Sequential:
    return nn.Sequential(nn.Conv2d(channels, wider, 3, stride, 1, bias=False), nn.BatchNorm2d(wider), nn.ReLU())


def _encoder(channels: int, width: int) -> nn.Sequential:
    layers: list[nn.Module] = []
    for wider in (width, 2 * width, 4 * width):
        layers += [_convolution(channels, wider), _convolution(wider, wider), nn.MaxPool2d(2)]
        channels = wider
    return nn.Sequential(*layers)
