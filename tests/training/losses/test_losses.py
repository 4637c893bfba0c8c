"""What the losses of step 1 ask for, on pictures and keypoints made by hand."""

import pytest
import torch

from training.losses import terms as losses


def half_grey(value=0.0):
    return torch.full((1, 3, 64, 64), value)


def test_badly_drawn_places_count_more_and_get_no_gradient_through_their_weight():
    target, drawn = half_grey(), half_grey().requires_grad_()
    wrong = drawn + torch.zeros(1, 3, 64, 64).index_fill(3, torch.arange(40, 44), 0.5)
    weights = losses.hard_weights(wrong, target, 4.0)
    assert not weights.requires_grad
    assert weights[0, 0, 32, 42] > 5 and weights[0, 0, 32, 10] == pytest.approx(1)
    assert torch.equal(losses.hard_weights(wrong, target, 0.0), torch.ones(1, 1, 64, 64))


def test_places_that_change_count_more():
    source, target = half_grey(), half_grey()
    target[..., 20:24, :] = 1
    weights = losses.motion_weights(source, target, 4.0)
    assert weights[0, 0, 22, 5] > 5 and weights[0, 0, 50, 5] == pytest.approx(1)


def test_a_keypoint_on_a_thin_part_of_the_object_pays_nothing_and_one_beside_it_does():
    mask = torch.ones(1, 1, 64, 64)
    mask[..., 16:48, 24:40] = 0  # a body
    mask[..., 30:33, 40:60] = 0  # and an arm, three pixels wide
    body, arm, beside = [0.0, 0.0], [0.7, -0.02], [0.7, 0.8]

    def pays(*places):
        return float(losses.on_object(torch.tensor([places]), mask))

    assert pays(body) == pays(arm) == 0
    assert pays(beside) == pytest.approx(1)
    assert pays(body, beside) == pytest.approx(0.5)


def test_only_keypoints_that_share_a_place_pay_for_separation():
    apart, together = torch.tensor([[[0.0, 0], [0.5, 0]]]), torch.tensor([[[0.0, 0], [0.01, 0]]])
    assert float(losses.separation(apart, 0.06)) < 1e-6 < 0.9 < float(losses.separation(together, 0.06))


def test_keypoints_that_follow_a_warp_agree_with_it():
    theta = torch.tensor([[[0.9, 0.1, 0.05], [-0.1, 0.9, -0.1]]])
    seen = torch.tensor([[[0.2, 0.3], [-0.4, 0.1]]])
    original = seen @ theta[:, :, :2].transpose(1, 2) + theta[:, None, :, 2]
    assert float(losses.equivariance(original, seen, theta)) < 1e-6
    assert float(losses.equivariance(original + 0.1, seen, theta)) == pytest.approx(0.1, abs=1e-5)
