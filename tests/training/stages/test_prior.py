"""Fitting the prior: z ~ N(0, 1) comes to mean what the encoder says of real clips, and nothing else changes."""

import numpy as np
import torch

from engine.networks.motion import MotionEncoder, MotionGenerator
from tests.conftest import small_spec
from training.data.sequences import SequenceSampler
from training.stages.prior import fit_prior

SPEC = small_spec(n_keypoints=3, n_actions=2, z_size=4, n_frames=6, prior_layers=0)


class Known(MotionEncoder):
    """An encoder whose z is known: a line in k_0 and the action, with some spread of its own and of the clips."""

    def __init__(self):
        super().__init__(SPEC)
        generator = torch.Generator().manual_seed(1)
        self.k0 = torch.randn(6, 4, generator=generator) / 2
        self.action = torch.randn(2, 4, generator=generator)

    def line(self, k0, action):
        return k0.flatten(1) @ self.k0 + action @ self.action

    def forward(self, future, k0, action):
        return self.line(k0, action) + 0.3 * future[:, 0, 0, :1], torch.full((len(k0), 4), 0.4)


class Sequences(SequenceSampler):
    def __init__(self):  # of no clips
        pass

    def batch(self, n):
        rng = np.random.default_rng(n)
        k0 = torch.from_numpy(rng.uniform(-1, 1, (64, 3, 2)).astype(np.float32))
        future = torch.from_numpy(rng.standard_normal((64, 6, 3, 2)).astype(np.float32))
        return k0, future, torch.eye(2)[torch.from_numpy(rng.integers(2, size=64))]


def test_a_z_of_zero_becomes_the_usual_z_of_pose_and_action():
    torch.manual_seed(0)
    before = MotionGenerator(SPEC)
    after = MotionGenerator(SPEC)
    after.load_state_dict(before.state_dict())
    known = Known()
    fit_prior(known, after, Sequences(), batches=60)
    k0, _, action = Sequences().batch(123)
    with torch.no_grad():
        wanted = before.decode(known.line(k0, action), k0, action)
        assert torch.allclose(after.decode(torch.zeros(64, 4), k0, action), wanted, atol=5e-3)
        assert not torch.allclose(before.decode(torch.zeros(64, 4), k0, action), wanted, atol=5e-3)


def test_the_spread_of_z_is_that_of_the_clips_and_of_the_encoder():
    torch.manual_seed(0)
    before, after = MotionGenerator(SPEC), MotionGenerator(SPEC)
    after.load_state_dict(before.state_dict())
    fit_prior(Known(), after, Sequences(), batches=60)
    of_z, fitted = before.code.weight[:, :4], after.code.weight[:, :4]
    covariance = 0.3**2 * torch.ones(4, 4) + 0.4**2 * torch.eye(4)
    with torch.no_grad():
        assert torch.allclose(fitted @ fitted.T, of_z @ covariance @ of_z.T, rtol=0.1, atol=1e-3)
