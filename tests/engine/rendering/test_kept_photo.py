"""What is kept of a photo: nothing is computed twice, and nothing of another photo is taken for it."""

import numpy as np
import pytest
import torch

import engine
from engine.media.photo import read_photo
from engine.rendering import stream, winograd

INNER = np.s_[8:-8, 8:-8]


@pytest.fixture
def photos():
    return [read_photo(np.random.RandomState(n).randint(0, 256, (96, 120, 3), np.uint8)) for n in (0, 1)]


@pytest.fixture
def model(tiny_moving_model, monkeypatch):
    """And how often its renderer looked at a photo, or brought one to a size."""
    model = engine.load_model(tiny_moving_model, "cpu", "fp32")
    counts = {"prepare": 0, "at_size": 0}

    def counted(name):
        work = getattr(model._renderer, name)

        def count(*args):
            counts[name] += 1
            return work(*args)

        monkeypatch.setattr(model._renderer, name, count)

    counted("prepare")
    counted("at_size")
    return model, counts


def test_a_photo_is_prepared_once_for_its_clips_and_their_frames(model, photos):
    model, counts = model
    clips = [model.predict(photos[0], action, seed=3) for action in (0, 1)]
    model.retouch(clips[0], clips[0].keypoints[:1])
    for clip in clips:
        for part in (range(4), [9]):
            list(model.full_size_crop(clip, photos[0], 80, part))
    assert counts == {"prepare": 1, "at_size": 1}


def test_another_photo_or_size_takes_its_place(model, photos):
    model, counts = model
    clips = [model.predict(photo, 0, seed=3) for photo in photos]
    frames = [dict(model.full_size_crop(clip, photo, 80, [5]))[5] for clip, photo in zip(clips, photos, strict=True)]
    assert np.abs(frames[0][INNER].astype(int) - frames[1][INNER]).mean() > 10
    assert dict(model.full_size_crop(clips[1], photos[1], 64, [5]))[5].shape == (64, 64, 3)
    again = dict(model.full_size_crop(clips[0], photos[0], 80, [5]))[5]
    assert np.array_equal(again, frames[0])
    assert counts["at_size"] == 4
    for side in (64, 80, 64, 80):  # a clip's size, and that at which one frame of it is looked at
        list(model.full_size_crop(clips[0], photos[0], side, [5]))
    assert counts["at_size"] == 5


def test_clips_are_the_same_whether_their_photo_was_kept_or_not(model, photos, tiny_moving_model):
    model, _ = model
    model.predict(photos[0], 1, seed=1)
    kept = model.predict(photos[0], 0, seed=3)
    first = engine.load_model(tiny_moving_model, "cpu", "fp32").predict(photos[0], 0, seed=3)
    assert np.array_equal(kept.frames, first.frames) and np.array_equal(kept.mask, first.mask)


def test_what_was_prepared_plainly_is_prepared_again_for_faster_convolutions(
    model, photos, tiny_moving_model, monkeypatch
):
    model, counts = model
    monkeypatch.setattr(torch, "get_num_threads", lambda: 1)
    monkeypatch.setattr(model, "_patient", False)
    monkeypatch.setattr(stream, "ready", lambda: False)
    clip = model.predict(photos[0], 0, seed=3)
    model.retouch(clip, clip.keypoints[:1])
    assert counts["prepare"] == 1 and not clip.schedule["winograd"]
    assert winograd.wait()
    monkeypatch.setattr(stream, "ready", lambda: True)
    later = model.predict(photos[0], 0, seed=3)
    assert counts["prepare"] == 2
    model.retouch(later, later.keypoints[:1])
    list(model.full_size_crop(later, photos[0], 80, [5]))
    assert counts["prepare"] == 2
    first = engine.load_model(tiny_moving_model, "cpu", "fp32").predict(photos[0], 0, seed=3)
    assert np.array_equal(later.frames, first.frames) and np.array_equal(later.mask, first.mask)
