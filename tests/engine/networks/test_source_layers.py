"""What finished frames are made of: a figure that keeps its detail, and its own colours, when it is looked up."""

import torch
from torch.nn import functional as F

from engine.networks.source_layers import Layers, decided
from engine.networks.warping import positions, sampled

SIDE = 64


def layers(image: torch.Tensor, cover: torch.Tensor) -> Layers:
    nothing = torch.zeros(1, 1, SIDE, SIDE)
    return Layers(image, image, cover, torch.zeros_like(image), nothing, nothing, nothing)


def detail(picture: torch.Tensor) -> float:
    return F.conv2d(picture, torch.tensor([[0.0, 1, 0], [1, -4, 1], [0, 1, 0]]).view(1, 1, 3, 3)).abs().mean().item()


def test_a_figure_looked_up_anywhere_between_pixels_keeps_most_of_its_detail():
    grain = torch.rand(1, 1, SIDE, SIDE, generator=torch.Generator().manual_seed(0)) - 0.5
    grain = F.avg_pool2d(F.pad(grain, (1, 1, 1, 1)), 3, 1)  # as a photo has it, not of single pixels
    image = grain.expand(-1, 3, -1, -1)
    finished = decided(layers(image, torch.full((1, 1, SIDE, SIDE), 6.0)))
    kept, plain = [], []
    for step in range(16):  # offsets all over a pixel
        off = torch.tensor([step % 4, step // 4]) / 4 * (2 / SIDE)
        at = (positions(SIDE, image) + off)[None]
        kept.append(detail(sampled(finished.figure[:, :1], at)) / detail(grain))
        plain.append(detail(sampled(grain, at)) / detail(grain))
    assert sum(plain) / 16 < 0.75
    # More than the lookups take: the covers' rims and what is drawn take some, too.
    assert 0.95 < sum(kept) / 16 < 1.35


def test_a_cover_that_is_rather_sure_leaves_the_figure_its_own_pixels():
    image = torch.rand(1, 3, SIDE, SIDE, generator=torch.Generator().manual_seed(2)) - 0.5
    sure, unsure = (decided(layers(image, torch.full((1, 1, SIDE, SIDE), logit))).figure for logit in (1.5, -0.5))
    assert detail(sure[:, :1]) > 0.9 * detail(image[:, :1])
    assert detail(unsure[:, :1]) < 0.8 * detail(sure[:, :1])  # a rim, where the colours of the place are mixed in


def test_detail_stays_within_what_pixels_can_say():
    image = torch.where(torch.rand(1, 3, SIDE, SIDE, generator=torch.Generator().manual_seed(1)) > 0.5, 1.0, -1.0)
    figure = decided(layers(image, torch.full((1, 1, SIDE, SIDE), 6.0))).figure
    assert figure.abs().max() <= 1
