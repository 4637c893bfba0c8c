"""Specks beside the figure are left out of finished frames; the figure, and what it holds, are not."""

import torch

from engine.networks.moving_fields import Fields, compose
from engine.networks.source_layers import Layers
from engine.networks.specks import without_specks
from engine.networks.warping import positions

CELLS, SIZE = 32, 64


def layers(cover):
    """Of a white photo with a black figure [SIZE, SIZE] on its plate, finished."""
    image = torch.where(cover, -1.0, 1.0).expand(1, 3, -1, -1)
    logit = torch.where(cover, 6.0, -6.0)[None, None]
    nothing = torch.zeros(1, 1, CELLS, CELLS)
    return Layers(image, image, logit, torch.ones_like(image), torch.ones_like(logit), nothing, nothing, decided=True)


def unmoved(frames=1):
    """Fields that leave the photo as it is."""
    at = positions(CELLS, torch.empty(0)).expand(frames, -1, -1, -1).clone()
    plane = torch.zeros(frames, 1, CELLS, CELLS)
    return Fields(at, plane.clone(), plane + 1, plane.expand(-1, 3, -1, -1).clone())


def body():
    cover = torch.zeros(SIZE, SIZE, dtype=torch.bool)
    cover[12:52, 24:40] = True
    return cover


def test_the_place_is_never_called_the_figure_for_good():
    found = unmoved()
    found.cover[0, 0, 2:5, 2:5] = 9.0
    assert without_specks(layers(body()), found).cover.max() == 2.0


def test_a_scrap_apart_from_the_figure_goes_and_the_figure_stays():
    cover, found = body(), unmoved(2)
    cover[4:8, 4:8] = True
    whole = layers(cover)
    settled = without_specks(whole, found)
    frame, before = compose(whole, settled), compose(whole, found)
    assert before.cover[0, 0, 5, 5] > 0.9 and frame.cover[0, 0, 3:9, 3:9].max() < 0.01
    assert torch.equal(frame.cover[..., 10:, 20:], before.cover[..., 10:, 20:])
    assert torch.equal(frame.cover[0], frame.cover[1])


def test_what_touches_the_figure_or_is_large_stays():
    cover = body()
    cover[14:18, 36:60] = True  # an arm
    cover[20:50, 4:14] = True  # somebody else
    assert torch.equal(without_specks(layers(cover), unmoved()).cover, unmoved().cover)


def test_nobody_at_all_is_no_error():
    empty = torch.zeros(SIZE, SIZE, dtype=torch.bool)
    assert torch.equal(without_specks(layers(empty), unmoved()).cover, unmoved().cover)
