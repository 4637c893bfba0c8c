"""EPVA on a toy world: it learns codes that can be drawn from, then to predict them."""

import numpy as np
import pytest
import torch

from tests.training.baselines.test_mocogan import losses
from tests.training.moving_square import MovingSquare
from training.baselines.epva import held_together, risen


def test_codes_are_drawn_from_before_they_are_predicted():
    assert risen(0, 120_000) < 1e-4
    assert risen(20_000, 120_000) == pytest.approx(0.05)
    assert risen(119_999, 120_000) == pytest.approx(0.1)


def test_codes_that_do_not_change_within_a_clip_cost_and_those_that_do_cost_nothing():
    apart = torch.randn(3, 1, 64).expand(3, 17, 64)  # clips differ, their frames do not
    assert held_together(apart) == pytest.approx(0.199, abs=1e-3)
    assert held_together(torch.randn(3, 17, 64)) == 0
    nearly = (0.01 * torch.randn(3, 17, 64)).requires_grad_()
    held_together(nearly).backward()
    assert nearly.grad is not None and (nearly - 1e4 * nearly.grad).var(1).mean() > nearly.var(1).mean()


def test_it_learns_to_draw_codes_and_to_move_the_square(trained):
    settings = ("compared.size=32", "compared.batch=4", "compared.steps=300", "loop.validate_every=0")
    folder, model = trained("epva", *settings)
    found = losses(folder)
    assert np.mean([each["frames"] / each["frames_still"] for each in found[-5:]]) < 0.5
    assert found[-1]["codes_away"] < max(each["codes_away"] for each in found)
    clips = list(MovingSquare().clips(range(900_000, 900_004), 32))
    made = [model.predict(clip.frames[0], ("left", "right")[clip.action], seed=2) for clip in clips]
    error = np.mean(
        [np.square(m.frames.astype(float) - c.frames[1:9]).mean() for m, c in zip(made, clips, strict=True)]
    )
    still = np.mean([np.square(c.frames[0].astype(float) - c.frames[1:9]).mean() for c in clips])
    assert error < still
    assert 0 < made[0].mask.mean() < 255 and made[0].mask.std() > 0
    assert (made[0].synthesized != made[0].frames).any()
