"""The dense motion generator beside the paper's recurrent one."""

import pytest
import torch

from engine.networks.cosines import cosines
from engine.networks.motion import MotionGenerator
from tests.conftest import small_spec

RECURRENT = {"motion_waves": 0, "prior_layers": 0}


def inputs(spec, count=3):
    torch.manual_seed(1)
    k0 = torch.rand(count, spec.n_keypoints, 2) - 0.5
    return torch.randn(count, spec.z_size), k0, torch.eye(spec.n_actions)[:1].expand(count, -1)


def test_cosines_are_orthonormal_and_hold_slow_movement():
    basis = cosines(32, 20)
    assert torch.allclose(basis.T @ basis, torch.eye(20), atol=1e-5)
    swing = torch.sin(torch.linspace(0, 6 * torch.pi, 32))  # three strides in a clip
    assert (basis @ (basis.T @ swing) - swing).abs().max() < 0.06
    assert cosines(8, 20).shape == (8, 8)


@pytest.mark.parametrize("changes", [{}, RECURRENT, {"n_frames": 5}, {"motion_residual": False}])
def test_both_kinds_give_a_future_within_the_picture(changes):
    spec = small_spec(**changes)
    future = MotionGenerator(spec).decode(*inputs(spec))
    assert future.shape == (3, spec.n_frames, spec.n_keypoints, 2) and future.abs().max() <= 1


def test_a_dense_future_cannot_tremble():
    spec = small_spec(n_frames=32, motion_waves=6, prior_layers=0, motion_residual=False)
    generator = MotionGenerator(spec)
    with torch.no_grad():
        # Before the tanh: a course holds nothing faster than its fastest cosine.
        course = torch.atanh(generator.course(*inputs(spec))).flatten(2)
        rest = cosines(32, 32)[:, 6:].T @ course
    assert rest.abs().max() < 1e-5 < course.std()


def test_the_prior_stands_between_z_and_the_decoder_only():
    spec = small_spec()
    generator = MotionGenerator(spec)
    assert generator.prior is not None
    for parameter in generator.prior.parameters():
        torch.nn.init.normal_(parameter, std=0.2)
    z, k0, action = inputs(spec)
    with torch.no_grad():
        latent = generator.prior(z, torch.cat([k0.flatten(1), action], 1))
        assert torch.equal(generator.decode(z, k0, action), generator.course(latent, k0, action))
        assert not torch.allclose(generator.decode(z, k0, action), generator.course(z, k0, action))


def test_a_wider_prior_makes_the_futures_of_one_picture_differ_more():
    narrow = MotionGenerator(small_spec())
    wide = MotionGenerator(small_spec(prior_spread=2.0))
    wide.load_state_dict(narrow.state_dict())
    z, k0, action = inputs(narrow.spec)
    with torch.no_grad():
        assert torch.equal(wide.decode(z, k0, action), narrow.decode(2 * z, k0, action))
        assert torch.equal(wide.course(z, k0, action), narrow.course(z, k0, action))
