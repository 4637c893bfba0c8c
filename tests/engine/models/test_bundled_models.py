"""The models that come with the program: what their files promise, and that the fast path draws what was trained."""

import json

import numpy as np
import pytest
import torch
from PIL import Image

import engine
from engine.models.assembly import assemble
from engine.models.bundle import load_bundle
from engine.models.library import model_folders
from engine.runtime import DTYPES, probe
from tests.conftest import ACTIONS as SPORTS
from tests.engine.test_predictor import assert_close_to_plain, plain_clip

RESOURCES = model_folders()[-2].parent
FILES = sorted((RESOURCES / "models").glob("*.safetensors"))
ACTIONS = {"people": set(SPORTS), "animals": {"walk", "gallop", "eat", "jump", "kick", "idle"}}


def samples(model):
    """The pictures that come with a model, named after actions."""
    return sorted((RESOURCES / "samples" / model.stem).glob("*.png"))


SAMPLES = [pytest.param(file, sample, id=f"{file.stem} {sample.stem}") for file in FILES for sample in samples(file)]


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def bundled(request):
    return request.param


def test_its_file_is_what_was_promised(bundled):
    card = engine.find_model(bundled).card
    assert bundled.stat().st_size <= 16 * 2**20
    assert card.spec.image_size == 128 and card.spec.n_frames == 32
    assert set(card.actions) == ACTIONS[bundled.stem] and card.name == bundled.stem
    assert card.licence and card.domain and card.world["version"] and card.training
    bars = {"landmark_error_pct", "psnr_moving", "mask_iou", "keypoints_on_figure", "judge_accuracy", "apd"}
    assert bars <= set(card.scores)


def test_a_sample_comes_with_it_for_every_action(bundled):
    assert {path.stem for path in samples(bundled)} == ACTIONS[bundled.stem]


def test_its_card_can_be_read_without_torch_and_fits(bundled):
    text = engine.find_model(bundled).card.to_text()
    assert len(text) <= 256 * 1024 and json.loads(text)["format"] == 1


@pytest.mark.parametrize("precision", [name for name in DTYPES if probe("cpu", name) is None])
@pytest.mark.parametrize(("file", "sample"), SAMPLES[::4])
def test_the_fast_path_draws_what_the_plain_networks_draw(file, precision, sample):
    card, tensors = load_bundle(file)
    networks = assemble(card.spec, tensors)
    plain = {"detector": networks.detector, "translator": networks.translator, "motion": networks.motion}
    model = engine.load_model(file, device="cpu", precision=precision)
    photo = np.asarray(Image.open(sample).convert("RGB"))
    clip = model.predict(photo, sample.stem, seed=3)
    with torch.no_grad():
        assert_close_to_plain(clip, plain_clip(plain, clip.source, clip.action, clip.z))


def test_it_moves_differently_for_every_action(bundled):
    model = engine.load_model(bundled, device="cpu")
    clips = [model.begin(samples(bundled)[0], action, seed=1) for action in model.actions]
    for i, one in enumerate(clips):
        assert np.ptp(one.keypoints, axis=0).max() > 0.05  # at least 3 px of 128
        for other in clips[:i]:
            assert np.abs(one.keypoints - other.keypoints).mean() > 0.005


@pytest.mark.parametrize(("file", "sample"), SAMPLES)
def test_the_samples_are_familiar(file, sample):
    model = engine.load_model(file, device="cpu")
    prediction = model.begin(sample, 0, seed=0)
    verdict = model.familiarity(prediction.source)
    assert verdict.score is not None and verdict.familiar


def test_noise_is_not_familiar_and_says_what_to_do(bundled):
    model = engine.load_model(bundled, device="cpu")
    verdict = model.familiarity(np.random.RandomState(0).randint(0, 256, (128, 128, 3), np.uint8))
    assert not verdict.familiar and "crop" in verdict.advice
