"""The translator that moves the photo's pixels."""

import math
from typing import Any

import pytest
import torch

from engine.errors import BundleError
from engine.networks.moving_fields import compose
from engine.networks.moving_translator import MovingTranslator
from engine.networks.part_motion import PartMotion
from engine.networks.spec import NetworkSpec
from engine.networks.translators import TRANSLATORS
from engine.networks.warping import filled, positions
from tests.conftest import small_spec


@pytest.fixture
def translator():
    torch.manual_seed(0)
    translator = MovingTranslator(small_spec(translator="moving")).eval()
    translator.begin()
    return translator


def _photo(count: int = 2) -> torch.Tensor:
    return torch.nn.functional.interpolate(torch.rand(count, 3, 8, 8) * 2 - 1, 64, mode="bilinear")


def test_every_line_of_the_table_names_a_network_and_its_twin():
    assert set(TRANSLATORS) == {"drawing", "moving"}
    for variant in TRANSLATORS.values():
        renderer: Any = variant.renderer_class()
        assert callable(variant.network_class()) and callable(renderer.render)


def test_an_unknown_translator_is_a_sentence_and_not_a_crash():
    with pytest.raises(BundleError, match="translator"):
        NetworkSpec.from_json({"translator": "dreaming"})


def test_a_body_that_turns_as_a_whole_is_found_again():
    source = 0.4 * torch.rand(1, 10, 2) - 0.2
    cos, sin = math.cos(0.4), math.sin(0.4)
    turn = torch.tensor([[cos, -sin], [sin, cos]])
    target = source @ turn.T + torch.tensor([0.1, -0.2])
    matrix, offset = PartMotion(10)(source, target)
    back = torch.einsum("nkij,nlj->nkli", matrix, target) + offset[:, :, None]
    assert torch.allclose(back, source[:, None].expand_as(back), atol=0.02)


def test_keypoints_that_all_share_a_place_move_without_turning():
    source = torch.zeros(1, 10, 2, requires_grad=True)
    target = torch.full((1, 10, 2), 0.25)
    matrix, offset = PartMotion(10)(source, target)
    assert torch.allclose(matrix, torch.eye(2).expand_as(matrix), atol=1e-3)
    (matrix.sum() + offset.sum()).backward()
    assert source.grad is not None and torch.isfinite(source.grad).all()


def test_an_untrained_translator_leaves_a_photo_whose_keypoints_stay(translator):
    image, keypoints = _photo(), torch.rand(2, 10, 2) - 0.5
    prepared = translator.prepare(image, keypoints)
    fields = translator.field(prepared, keypoints)
    stay = positions(64, image).expand_as(fields.positions)
    assert (fields.positions - stay).abs().max() < 1e-3
    moved = compose(prepared.layers, fields).moved
    assert torch.allclose(moved, prepared.layers.figure, atol=0.02)


def test_frame_mask_and_crude_image_mean_what_the_paper_says(translator):
    image, k = _photo(), torch.rand(2, 2, 10, 2) - 0.5
    frame, crude, mask = translator(image, k[0], k[1])
    assert mask.min() >= 0 and mask.max() <= 1
    assert torch.allclose(frame, mask * image + (1 - mask) * crude, atol=2e-3)


def test_one_photo_serves_many_targets(translator):
    image, k = _photo(1), torch.rand(3, 10, 2) - 0.5
    together = translator.compose(translator.prepare(image, k[:1]), k)[0]
    alone = [translator(image, k[:1], k[i : i + 1])[0] for i in range(3)]
    assert torch.allclose(together, torch.cat(alone), atol=1e-4)


def test_a_hole_is_filled_from_around_it():
    picture = torch.full((1, 3, 32, 32), 0.5)
    picture[..., 8:24, 8:24] = -1
    weight = torch.ones(1, 1, 32, 32)
    weight[..., 8:24, 8:24] = 0
    assert torch.allclose(filled(picture, weight), torch.full_like(picture, 0.5), atol=0.02)


def test_a_trunk_joins_without_changing_a_trained_network():
    from training.transfer import with_further_columns

    torch.manual_seed(0)
    spec = small_spec(translator="moving")
    before = MovingTranslator(spec).eval()
    after = MovingTranslator(small_spec(translator="moving", trunk="efficientnet-lite0")).eval()
    after.load_state_dict(after.state_dict() | with_further_columns(before.state_dict(), after))
    image, k = _photo(), torch.rand(2, 2, 10, 2) - 0.5
    assert torch.allclose(before(image, *k)[0], after(image, *k)[0], atol=1e-4)


def test_only_a_translator_at_work_copies_detail_and_training_paints_with_gradients(translator):
    image, keypoints = torch.rand(2, 3, 64, 64) * 2 - 1, 0.2 * torch.rand(2, 10, 2) - 0.1
    head = next(iter(translator.source.heads.values()))
    with torch.no_grad():
        head.bias[0] = -2  # a cover at the keypoints and nowhere else
        prepared = translator.prepare(image, keypoints)
    own = translator.source(image, keypoints)
    assert all(prepared.textures) and len(prepared.textures) == 2
    hole = own.kept < 0.5
    assert _detail(prepared.layers.painted)[hole].mean() > 2 * _detail(own.painted)[hole].mean()
    known = torch.nn.functional.max_pool2d(1 - own.kept, 5, stride=1, padding=2) < 0.1
    apart = (prepared.layers.painted - own.painted).abs().amax(1, keepdim=True)
    assert apart[known].max() < 1e-5
    learning = translator.train().prepare(image, keypoints)
    assert learning.textures == ()
    learning.layers.plate.sum().backward()
    assert head.bias.grad is not None and head.bias.grad[1:].abs().sum() > 0


def _detail(pictures: torch.Tensor) -> torch.Tensor:
    grey = torch.nn.functional.pad(pictures.mean(1, keepdim=True), (1, 1, 1, 1), mode="replicate")
    kernel = torch.tensor([[0.0, 1, 0], [1, -4, 1], [0, 1, 0]])[None, None]
    return torch.nn.functional.conv2d(grey, kernel).abs()
