"""The moving translator's fast twin, and frames at the photo's own size."""

import copy

import numpy as np
import pytest
import torch

from engine.errors import ClipError
from engine.networks.moving_translator import MovingTranslator
from engine.pixels import to_bytes
from engine.rendering import winograd
from engine.rendering.full_size import drawn_in, pasted, photo_at_size
from engine.rendering.moving_renderer import MovingRenderer
from tests.conftest import small_spec


@pytest.fixture(scope="module")
def translator():
    torch.manual_seed(0)
    translator = MovingTranslator(small_spec(translator="moving"))
    for _ in range(3):  # for running means that fit
        translator(torch.rand(4, 3, 64, 64) * 2 - 1, *(torch.rand(2, 4, 10, 2) - 0.5))
    return translator.eval()


@pytest.mark.parametrize("precision", ["fp32", "bf16"])
def test_fast_frames_are_those_of_the_network(translator, precision):
    image = torch.nn.functional.interpolate(torch.rand(1, 3, 8, 8) * 2 - 1, 64, mode="bilinear")
    keypoints = torch.rand(5, 10, 2) - 0.5
    renderer = MovingRenderer(copy.deepcopy(translator), torch.device("cpu"), precision)
    fast = renderer.render(renderer.prepare(image, keypoints[:1]), keypoints)
    with torch.inference_mode():
        frame, _, mask = translator.compose(translator.prepare(image, keypoints[:1]), keypoints)
    apart = np.abs(fast.frames.astype(int) - to_bytes(frame))
    assert apart.mean() <= 0.5 and np.percentile(apart, 99.9) <= 4
    assert fast.synthesized.shape == (5, 64, 64, 3) and fast.mask.shape == (5, 64, 64)
    assert np.abs(fast.mask.astype(int) - to_bytes(mask * 2 - 1)).mean() <= 1


@pytest.mark.parametrize("precision", ["fp32", "bf16"])
def test_fast_frames_copy_the_same_detail_as_the_network(translator, precision):
    translator = copy.deepcopy(translator)
    translator.begin()
    with torch.no_grad():
        next(iter(translator.source.heads.values())).bias[0] = -2  # a cover at the keypoints and nowhere else
    image, keypoints = torch.rand(1, 3, 64, 64) * 2 - 1, 0.2 * torch.rand(5, 10, 2) - 0.1
    renderer = MovingRenderer(copy.deepcopy(translator), torch.device("cpu"), precision)
    with torch.inference_mode():
        prepared = translator.prepare(image, keypoints[:1])
        frame, _, _ = translator.compose(prepared, keypoints)
    fast = renderer.prepare(image, keypoints[:1])
    theirs, ours = prepared.textures[0], fast.photo.textures[0]
    assert theirs is not None and ours is not None and theirs.shifts == ours.shifts
    apart = np.abs(renderer.render(fast, keypoints).frames.astype(int) - to_bytes(frame))
    assert apart.mean() <= 0.5 and np.percentile(apart, 99.9) <= 4


def test_a_large_photo_moves_like_the_small_one_and_keeps_its_border(translator):
    keypoints = torch.rand(3, 10, 2) * 0.6 - 0.3
    small = torch.nn.functional.interpolate(torch.rand(1, 3, 4, 4) * 2 - 1, 64, mode="bicubic").clamp(-1, 1)
    large = torch.nn.functional.interpolate(small, 256, mode="bilinear")
    renderer = MovingRenderer(copy.deepcopy(translator), torch.device("cpu"), "fp32")
    prepared, crop = renderer.prepare(small, keypoints[:1]), to_bytes(large)[0]
    frames = np.stack(list(renderer.full_size(prepared, keypoints, renderer.at_size(prepared, crop))))
    assert frames.shape == (3, 256, 256, 3)
    for border in (np.s_[[0, -1]], np.s_[:, [0, -1]]):  # to the level: no seam in the photo around it
        assert all(np.array_equal(frame[border], crop[border]) for frame in frames)
    pooled = frames.reshape(3, 64, 4, 64, 4, 3).mean((2, 4))
    expected = renderer.render(prepared, keypoints).frames
    assert np.abs(pooled - expected)[:, 8:-8, 8:-8].mean() < 12


def test_only_the_part_with_the_figure_is_kept_and_the_rest_is_the_photo(translator):
    translator = copy.deepcopy(translator)
    translator.begin()  # a cover around the keypoints and nowhere else
    with torch.no_grad():
        next(iter(translator.source.heads.values())).bias[0] = -4
    keypoints = 0.1 * torch.rand(1, 10, 2) - 0.4
    image, renderer = torch.rand(1, 3, 64, 64) * 2 - 1, MovingRenderer(translator, torch.device("cpu"), "fp32")
    prepared, crop = (
        renderer.prepare(image, keypoints),
        np.random.RandomState(1).randint(0, 256, (320, 320, 3), np.uint8),
    )
    photo = renderer.at_size(prepared, crop)
    left, top, right, bottom = photo.box
    assert photo.plate.shape == (bottom - top, right - left, 3) and photo.nbytes < 2 * crop.nbytes
    assert 0 < (right - left) * (bottom - top) < 0.6 * 320 * 320
    frame = renderer.full_size(prepared, keypoints, photo)[0]
    changed = (frame != crop).any(2)
    assert changed.any() and not changed[bottom + 40 :].any() and not changed[:, right + 40 :].any()


def test_a_large_photo_is_the_same_in_one_piece_and_in_bands(translator, monkeypatch):
    keypoints = torch.rand(3, 10, 2) * 0.6 - 0.3
    small = torch.nn.functional.interpolate(torch.rand(1, 3, 4, 4) * 2 - 1, 64, mode="bicubic").clamp(-1, 1)
    crop = to_bytes(torch.nn.functional.interpolate(small, 256, mode="bilinear"))[0]
    renderer = MovingRenderer(copy.deepcopy(translator), torch.device("cpu"), "fp32")
    prepared, frames = renderer.prepare(small, keypoints[:1]), []
    for pixels in (1 << 30, 5000):
        monkeypatch.setattr("engine.rendering.moved_photo._LARGE_BAND", pixels)
        monkeypatch.setattr("engine.rendering.moved_photo._BAND", pixels)
        frames.append(np.stack(list(renderer.full_size(prepared, keypoints, renderer.at_size(prepared, crop)))))
    apart = np.abs(frames[0].astype(int) - frames[1])
    assert apart.mean() < 0.1 and np.percentile(apart, 99.9) <= 4


def test_outside_the_crop_the_photo_stays():
    photo = np.random.RandomState(0).randint(0, 256, (90, 120, 3), np.uint8)
    whole = next(pasted(photo, (20, 5, 64), [np.zeros((64, 64, 3), np.uint8)]))
    assert (whole[5:69, 20:84] == 0).all()
    whole[5:69, 20:84] = photo[5:69, 20:84]
    assert np.array_equal(whole, photo)


def test_a_photo_is_brought_to_a_size_with_its_crop():
    photo = np.zeros((200, 400, 3), np.uint8)
    resized, crop = photo_at_size(photo, (100, 0, 200), 200)
    assert resized.shape == (100, 200, 3) and crop == (50, 0, 100)


def test_another_photo_than_the_clips_is_told():
    with pytest.raises(ClipError, match="not made from this photo"):
        photo_at_size(np.zeros((100, 100, 3), np.uint8), (50, 0, 100), None)


def test_a_drawn_figure_is_laid_over_the_photos_own_pixels():
    crop = np.full((256, 256, 3), 200, np.uint8)
    mask = np.full((64, 64), 255, np.uint8)
    mask[16:48, 16:48] = 0
    frame = drawn_in(crop, np.zeros((64, 64, 3), np.uint8), mask)
    assert (frame[128, 128] == 0).all() and (frame[4, 4] == 200).all()


@pytest.mark.parametrize("precision", ["fp32", "bf16"])
def test_compiled_passes_give_the_frames_of_torchs_operations(translator, precision):
    assert winograd.wait()
    image = torch.nn.functional.interpolate(torch.rand(1, 3, 8, 8) * 2 - 1, 64, mode="bilinear")
    keypoints = torch.rand(5, 10, 2) * 1.6 - 0.8  # some are looked up beyond the border
    renderer = MovingRenderer(copy.deepcopy(translator), torch.device("cpu"), precision)
    prepared = renderer.prepare(image, keypoints[:1])
    plain, plain_fields = renderer.render(prepared, keypoints), renderer.fields(prepared, keypoints)
    with winograd.winograd(True):
        assert renderer.compiles and winograd.passes() is not None
        fast, fields = renderer.render(prepared, keypoints), renderer.fields(prepared, keypoints)
        again = renderer.render(prepared, keypoints)
    for name in ("frames", "synthesized", "mask"):
        apart = np.abs(getattr(fast, name).astype(int) - getattr(plain, name))
        assert apart.mean() <= 0.05 and np.percentile(apart, 99.9) <= (1 if precision == "fp32" else 4)
        assert np.array_equal(getattr(fast, name), getattr(again, name))
    near = 1e-4 if precision == "fp32" else 5e-3
    torch.testing.assert_close(fields.positions, plain_fields.positions, atol=near, rtol=0)
