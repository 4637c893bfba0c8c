"""The familiarity score tells pictures like the calibrated ones from others, and gives advice in a sentence."""

import dataclasses
import json

import numpy as np
import pytest

import engine
from engine.models import familiarity


def blobs(n, seed):
    """The domain: one bright blob on a smooth ground, uint8 [n, 64, 64, 3]."""
    chance = np.random.RandomState(seed)
    y, x = np.mgrid[-1:1:64j, -1:1:64j]
    cx, cy = chance.uniform(-0.3, 0.3, (2, n, 1, 1))
    blob = np.exp(-((x - cx) ** 2 + (y - cy) ** 2) * 8)
    ground = chance.uniform(20, 80, (n, 1, 1, 3)) + 20 * x[None, ..., None]
    return (ground + 150 * blob[..., None] + chance.normal(0, 3, (n, 64, 64, 3))).clip(0, 255).astype(np.uint8)


def stripes(n, seed):
    """Not the domain."""
    chance = np.random.RandomState(seed)
    y, x = np.mgrid[-1:1:64j, -1:1:64j]
    waves = np.sin(x * chance.uniform(10, 40, (n, 1, 1)) + y * chance.uniform(-20, 20, (n, 1, 1)))
    return np.repeat((127 + 120 * waves)[..., None], 3, -1).astype(np.uint8)


@pytest.fixture(scope="module")
def calibrated(lively_model):
    model = engine.load_model(lively_model, device="cpu", precision="fp32")
    inside, outside = familiarity.features(model, blobs(120, 0)), familiarity.features(model, stripes(80, 0))
    numbers = familiarity.calibrate(inside, outside, model.spec.n_keypoints)
    model.card = dataclasses.replace(model.card, familiarity=json.loads(json.dumps(numbers)))
    return model


def test_most_held_out_pictures_are_familiar_and_most_others_are_not(calibrated):
    numbers = calibrated.card.familiarity
    assert (familiarity.scores(familiarity.features(calibrated, blobs(60, 1)), numbers) >= 0.5).mean() >= 0.9
    assert (familiarity.scores(familiarity.features(calibrated, stripes(60, 1)), numbers) < 0.5).mean() >= 0.9


def test_an_unfamiliar_picture_is_told_in_one_sentence_with_advice_on_the_crop(calibrated):
    verdict = calibrated.familiarity(stripes(1, 5)[0])
    assert not verdict.familiar and 0 <= verdict.score < 0.5
    assert "crop" in verdict.advice and verdict.advice.count(".") == 1
    assert calibrated.familiarity(blobs(1, 5)[0]).advice == ""


def test_a_calibration_fits_into_a_model_card(calibrated):
    calibrated.card.to_text()


def rows(n, off, seed):
    """Features [n, F] for 10 keypoints, as far off the usual in all their evidence as `off` standard deviations."""
    values = np.random.RandomState(seed).normal(0, 1, (n, len(familiarity.EVIDENCE) + 20 + 30))
    values[:, : len(familiarity.EVIDENCE)] += off
    return values


def test_what_lies_between_a_models_own_pictures_and_strangers_gets_the_benefit_of_the_doubt():
    calibration = familiarity.calibrate(rows(200, 0, 0), rows(200, 5, 1), 10)
    familiar = {off: (familiarity.scores(rows(100, off, 2), calibration) >= 0.5).mean() for off in (0, 2, 5)}
    assert familiar[0] == 1 and familiar[2] > 0.9
    assert 0.02 < familiar[5] < 0.2


def test_strangers_that_look_usual_do_not_make_a_models_own_pictures_unfamiliar():
    calibration = familiarity.calibrate(rows(200, 0, 0), rows(200, 0.2, 1), 10)
    assert calibration["fired_in"] <= 0.03


def test_too_few_pictures_are_refused():
    with pytest.raises(ValueError, match="40"):
        familiarity.calibrate(np.zeros((10, 50)), np.zeros((100, 50)), 10)


@pytest.mark.parametrize("change", ["weights", "bias", "deep_scale", "keypoints_precision", "n_keypoints"])
@pytest.mark.parametrize("wrong", [None, "x", [], [1, 2], {}, [[2**70]], "missing"])
def test_a_calibration_that_is_incomplete_is_refused_with_a_sentence(calibrated, change, wrong):
    familiarity.check_calibration(calibrated.card)
    odd = dict(calibrated.card.familiarity) | {change: wrong}
    if wrong == "missing":
        del odd[change]
    with pytest.raises(engine.BundleError, match="familiarity is incomplete"):
        familiarity.check_calibration(dataclasses.replace(calibrated.card, familiarity=odd))
