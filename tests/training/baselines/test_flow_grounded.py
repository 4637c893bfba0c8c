"""Flow-grounded prediction on a toy world: it learns how a square moves, and draws it where it went."""

import numpy as np
import pytest
import torch

from engine.pixels import from_bytes
from engine.systems.flow_grounded import warped_by
from tests.training.baselines.test_mocogan import losses
from tests.training.moving_square import MovingSquare
from training.baselines.flow_grounded import balanced_error, flows_of


def test_the_teacher_sees_the_square_move_and_warping_undoes_it():
    for size, later in ((16, 11), (64, 10)):
        pictures = next(MovingSquare().clips([3], size)).frames[[8, later]]
        frames = from_bytes(pictures, torch.device("cpu"))
        flow = flows_of(frames[None])[:, :, 0]
        assert flow.shape == (1, 2, size, size)
        square = torch.from_numpy((pictures[1] == (230, 200, 60)).all(-1))
        assert flow[0, 0][square].median() < -1  # back to the left, where it came from
        again = warped_by(frames[:1], flow)
        assert (again - frames[1:]).abs().mean() < 0.5 * (frames[:1] - frames[1:]).abs().mean()


def test_what_moves_counts_as_much_as_the_much_larger_rest():
    flows = torch.zeros(1, 2, 1, 32, 32)
    flows[..., :2, :2] = 2.0
    assert balanced_error(torch.zeros_like(flows), flows) == pytest.approx(1.0)  # 2 px wrong in four places of 1024
    assert balanced_error(torch.full_like(flows, 2.0), flows) == pytest.approx(1.0)
    assert balanced_error(flows, flows) == 0
    assert balanced_error(torch.ones_like(flows), torch.zeros_like(flows)) == pytest.approx(0.5)  # nothing moves


def test_it_learns_flows_and_frames_that_beat_standing_still(trained):
    settings = ("compared.size=32", "compared.batch=4", "compared.steps=240", "network.n_frames=20")
    folder, model = trained("flow-grounded", *settings)
    found = losses(folder)
    flows, frames = ([each for each in found if key in each] for key in ("flow", "pixels"))
    assert np.mean([each["flow"] / each["flow_still"] for each in flows[-4:]]) < 0.8
    assert np.mean([each["pixels"] / each["pixels_copy"] for each in frames[-4:]]) < 0.5
    clips = list(MovingSquare().clips(range(900_000, 900_004), 32))
    made = [model.predict(clip.frames[0], ("left", "right")[clip.action], seed=2).frames for clip in clips]
    assert made[0].shape == (20, 32, 32, 3)  # longer than the flows that are imagined at a time
    near = [np.abs(m[:6].astype(float) - clip.frames[1:7]).mean() for m, clip in zip(made, clips, strict=True)]
    still = [np.abs(clip.frames[0].astype(float) - clip.frames[1:7]).mean() for clip in clips]
    assert np.mean(near) < np.mean(still)
