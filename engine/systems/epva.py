"""EPVA (Wichers et al., ICML 2018) at work; `training.baselines.epva` says what of it is ours.

An encoder makes a code of the photo, stacked LSTMs predict the codes to come, and a visual-analogy network draws each
frame from its code, the photo and the photo's code: RGB and a mask that keeps the photo.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from engine.systems.network import Drawn, SystemNetwork
from engine.systems.spec import SystemSpec

CODE = 64
NOISE = 8  # numbers of z that the predictor sees at every step
LSTMS, CELLS = 3, 128  # the paper stacks 21
_DECIDED = 4.0  # the largest logit of the mask: 0.98 of the photo


class EPVA(SystemNetwork):
    """z is the same noise at all steps."""

    def __init__(self, spec: SystemSpec) -> None:
        super().__init__(spec)
        self.encoder = CodeEncoder(spec.image_size, spec.width)
        self.predictor = CodePredictor(spec.n_actions)
        self.analogy = AnalogyNetwork(spec.image_size, spec.width)

    @staticmethod
    def z_size(n_frames: int) -> int:
        return NOISE

    def draw(self, photo: Tensor, action: Tensor, z: Tensor, k0: Tensor, keypoints: Tensor) -> Drawn:
        code = self.encoder(photo)
        codes = self.predictor(code, action, z, self.spec.n_frames)
        frames, drawn, mask = self.analogy.sequence(photo, code, codes)
        return Drawn(frames, drawn, mask)


class CodeEncoder(nn.Module):
    """Frames [N, 3, S, S] in [-1, 1] -> codes [N, CODE]."""

    def __init__(self, size: int, width: int) -> None:
        super().__init__()
        layers: list[nn.Module] = []
        channels = 3
        for level in range(size.bit_length() - 3):
            wider = width * 2 ** min(level, 3)
            layers += [nn.Conv2d(channels, wider, 4, 2, 1), nn.GroupNorm(1, wider), nn.ReLU()]
            channels = wider
        self.layers = nn.Sequential(*layers, nn.Flatten(), nn.Linear(channels * 16, CODE))

    def forward(self, frames: Tensor) -> Tensor:
        return torch.tanh(self.layers(frames).float())  # near 1, coarser numbers would have no inverse


class CodePredictor(nn.Module):
    """The codes to come, from the first one. Each step sees the code before it, which it predicted itself."""

    def __init__(self, n_actions: int) -> None:
        super().__init__()
        sizes = [CODE + n_actions + NOISE, *[CELLS] * (LSTMS - 1)]
        self.cells = nn.ModuleList(nn.LSTMCell(size, CELLS) for size in sizes)
        self.answer = nn.Linear(CELLS, CODE)

    def forward(self, code: Tensor, action: Tensor, z: Tensor, steps: int) -> Tensor:
        """Codes [N, T, CODE] after `code` [N, CODE], for action [N, C] and z [N, NOISE]."""
        states = [(code.new_zeros(len(code), CELLS),) * 2 for _ in self.cells]
        codes = []
        for _ in range(steps):
            x = torch.cat([code, action, z], 1)
            for number, cell in enumerate(self.cells):
                states[number] = cell(x, states[number])
                x = states[number][0]
            code = _moved(code, self.answer(x))
            codes.append(code)
        return torch.stack(codes, 1)


def _moved(code: Tensor, by: Tensor) -> Tensor:
    """A code in [-1, 1] that has gone on from there."""
    return torch.tanh(torch.atanh(code.clamp(-0.999, 0.999)) + by)


class AnalogyNetwork(nn.Module):
    """The photo is to its code as the frame is to its own: features of the photo move by the difference of codes."""

    def __init__(self, size: int, width: int) -> None:
        super().__init__()
        self.grid = size // 8
        self.first = _down(3, width)
        self.second = _down(width, 2 * width)
        self.third = _down(2 * width, 4 * width)
        self.seed = nn.Linear(CODE, 2 * width * 16)
        self.of_code = nn.Sequential(nn.Conv2d(2 * width, 4 * width, 3, 1, 1), nn.ReLU())
        self.analogy = nn.Sequential(
            nn.Conv2d(12 * width, 4 * width, 3, 1, 1), nn.ReLU(), nn.Conv2d(4 * width, 4 * width, 3, 1, 1)
        )
        self.up = nn.ModuleList([_up(4 * width, 2 * width), _up(4 * width, width), _up(2 * width, width)])
        self.head = nn.Conv2d(width, 4, 3, 1, 1)

    def sequence(self, photo: Tensor, code: Tensor, codes: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """(frames, drawn, mask) of codes [N, T, CODE], each [N, T, channels, S, S]; mask 1 keeps the photo."""
        count = codes.shape[1]
        levels = self.levels(photo)
        many = [x.repeat_interleave(count, 0) for x in (photo, code, *levels)]
        made = self(many[0], many[2:], many[1], codes.flatten(0, 1))
        frames, drawn, mask = (x.unflatten(0, (-1, count)) for x in made)
        return frames, drawn, mask

    def levels(self, photo: Tensor) -> list[Tensor]:
        """The photo's features at a half, a quarter and an eighth of its side."""
        half = self.first(photo)
        quarter = self.second(half)
        return [half, quarter, self.third(quarter)]

    def forward(
        self, photo: Tensor, levels: list[Tensor], code: Tensor, target: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        half, quarter, eighth = levels
        before, after = self._placed(code), self._placed(target)
        x = eighth + self.analogy(torch.cat([after - before, after, eighth], 1))
        x = self.up[0](x)
        x = self.up[1](torch.cat([x, quarter], 1))
        # Coarser numbers would round a mask near 1 to 1, and one that is 1 everywhere learns nothing any more.
        x = self.head(self.up[2](torch.cat([x, half], 1))).float()
        drawn, mask = torch.tanh(x[:, :3]), torch.sigmoid(_DECIDED * torch.tanh(x[:, 3:] / _DECIDED))
        return mask * photo + (1 - mask) * drawn, drawn, mask

    def _placed(self, code: Tensor) -> Tensor:
        seed = self.seed(code).unflatten(1, (-1, 4, 4))
        return self.of_code(F.interpolate(seed, size=(self.grid, self.grid)))


def _down(channels: int, wider: int) -> nn.Sequential:
    return nn.Sequential(nn.Conv2d(channels, wider, 4, 2, 1), nn.ReLU())


def _up(channels: int, narrower: int) -> nn.Sequential:
    return nn.Sequential(nn.Upsample(scale_factor=2.0), nn.Conv2d(channels, narrower, 3, 1, 1), nn.ReLU())
