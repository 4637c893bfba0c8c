"""Figures are found where they are in a photo, each once, and cropped as a model knows them."""

from pathlib import Path

import numpy as np
import pytest

import engine
from engine.media.photo import read_photo
from engine.models.figures import find_figures
from engine.models.library import model_folders
from tests.engine.models.spotter import SIDE, picture, spotter

SAMPLES = sorted((Path(model_folders()[-2]).parent / "samples" / "people").glob("*.png"))


@pytest.fixture(scope="module")
def knowing():
    return spotter()


def photo_with(*ovals, width=900, height=500):
    return read_photo(picture(np.random.default_rng(1), width, height, ovals))


def found_in(model, photo, count=1):
    return find_figures(model, SIDE, photo, count)


def bounds(x, y, high, height=500):
    """Left, top, right, bottom of an oval in the photo's pixels."""
    return ((x - high / 4) * height, (y - high / 2) * height, (x + high / 4) * height, (y + high / 2) * height)


@pytest.mark.parametrize("oval", [(0.3, 0.5, 0.45), (1.5, 0.6, 0.55), (1.1, 0.35, 0.6), (0.9, 0.5, 0.7)])
def test_a_figure_beside_the_middle_is_cropped_whole_and_fills_its_square(knowing, oval):
    (found,) = found_in(knowing, photo_with(oval))
    (x, y, side), (left, top, right, bottom) = found.crop, bounds(*oval)
    assert found.familiarity.familiar
    assert x <= left and y <= top and right <= x + side and bottom <= y + side
    assert 0.6 <= (bottom - top) / side <= 0.9
    assert np.abs(np.subtract(found.box, (left, top, right, bottom))).max() < 0.04 * side


def test_a_model_that_draws_everything_crops_around_its_keypoints():
    photo = photo_with((1.5, 0.6, 0.55))
    (found,) = found_in(spotter("drawing"), photo)
    (x, y, side), (left, top, right, bottom) = found.crop, bounds(1.5, 0.6, 0.55)
    assert found.familiarity.familiar
    assert x <= left and y <= top and right <= x + side and bottom <= y + side and (bottom - top) / side > 0.5


def test_of_several_figures_each_is_found_once(knowing):
    ovals = [(0.3, 0.5, 0.5), (0.95, 0.55, 0.45), (1.55, 0.45, 0.55)]
    found = found_in(knowing, photo_with(*ovals), count=5)
    assert len(found) == 3
    middles = sorted((figure.box[0] + figure.box[2]) / 2 / 500 for figure in found)
    assert np.allclose(middles, [x for x, _, _ in ovals], atol=0.03)
    scores = [figure.familiarity.score for figure in found]
    assert scores == sorted(scores, reverse=True)


def test_no_more_figures_come_than_were_asked_for(knowing):
    assert len(found_in(knowing, photo_with((0.3, 0.5, 0.5), (1.5, 0.5, 0.5)), count=1)) == 1


def test_without_a_figure_the_middle_square_is_answered_as_unfamiliar(knowing):
    (found,) = found_in(knowing, photo_with())
    assert found.crop == (200, 0, 500) and found.box is None
    assert found.familiarity.familiar is False and "crop" in found.familiarity.advice


def test_a_picture_framed_by_hand_stays_as_it_is(knowing):
    (found,) = found_in(knowing, photo_with((0.52, 0.5, 0.7), width=500))
    assert found.crop == (0, 0, 500)


def test_the_verdict_is_that_of_the_very_crop(knowing):
    from engine.media.photo import crop_pixels
    from engine.models.familiarity import assess

    photo = photo_with((0.4, 0.5, 0.6), width=1800, height=1000)
    (found,) = found_in(knowing, photo)
    assert assess(knowing, crop_pixels(photo.pixels, found.crop, SIDE)) == found.familiarity


@pytest.mark.parametrize("shape", [(4000, 3000), (3000, 4000), (6000, 600), (64, 64), (20, 90), (1, 1)])
def test_photos_of_any_shape_take_about_as_many_looks(knowing, shape):
    knowing.looks = 0
    (found,) = found_in(knowing, photo_with(width=shape[0], height=shape[1]))
    x, y, side = found.crop
    assert 0 <= x <= shape[0] - side and 0 <= y <= shape[1] - side and side >= 1
    assert knowing.looks <= 110


def test_a_model_that_was_never_calibrated_takes_the_middle_and_says_that_it_does_not_know(model, picture):
    (found,) = model.find_figures(picture, count=3)
    assert found.crop == (15, 0, 90) and found.box is None
    assert found.familiarity.score is None and found.familiarity.familiar is None


def test_a_moving_model_that_was_never_calibrated_does_the_same(tiny_moving_model, picture):
    (found,) = engine.load_model(tiny_moving_model, device="cpu").find_figures(picture)
    assert found.crop == (15, 0, 90) and found.familiarity.familiar is None


@pytest.fixture(scope="module")
def people():
    return engine.load_model("people", device="cpu")


def pasted(samples, corners, size=(1400, 700), side=320):
    """A grey photo with samples of `people` enlarged to `side` px at these corners."""
    from PIL import Image

    photo = Image.new("RGB", size, (118, 122, 120))
    for sample, corner in zip(samples, corners, strict=True):
        with Image.open(sample) as image:
            photo.paste(image.convert("RGB").resize((side, side), Image.Resampling.BICUBIC), corner)
    return np.asarray(photo)


def test_people_finds_a_person_at_the_side_of_a_wide_photo(people):
    hits = 0
    for sample in SAMPLES[:4]:
        (found,) = people.find_figures(pasted([sample], [(1040, 300)]))
        x, y, side = found.crop
        middle = np.array([x + side / 2, y + side / 2])
        hits += bool(np.abs(middle - (1200, 460)).max() < 100 and 0.55 <= side / 320 <= 1.5)
    assert hits >= 3


def test_people_keeps_its_own_samples_whole(people):
    photos = [read_photo(sample) for sample in SAMPLES]
    kept = [people.find_figures(photo)[0].crop == (0, 0, photo.width) for photo in photos]
    assert np.mean(kept) >= 0.7


def test_animals_finds_an_animal_at_the_side_of_a_wide_photo():
    animals = engine.load_model("animals", device="cpu")
    samples = sorted((SAMPLES[0].parents[1] / "animals").glob("*.png"))[:3]
    hits = 0
    for sample in samples:
        (found,) = animals.find_figures(pasted([sample], [(1040, 300)]))
        x, y, side = found.crop
        hits += bool(np.abs(np.array([x + side / 2, y + side / 2]) - (1200, 460)).max() < 110)
    assert hits >= 2


def test_people_finds_nobody_in_noise(people):
    noise = np.random.RandomState(0).randint(0, 256, (300, 500, 3), np.uint8)
    (found,) = people.find_figures(noise, count=4)
    assert found.crop == (100, 0, 300) and found.familiarity.familiar is False
