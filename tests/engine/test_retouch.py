"""One frame of a clip under the hand, and the whole clip redrawn after it."""

import numpy as np
import pytest

from engine.errors import ClipError
from engine.predictor import load_model


@pytest.fixture(params=["tiny_model", "tiny_moving_model"])
def model(request):
    return load_model(request.getfixturevalue(request.param), device="cpu", precision="fp32")


@pytest.fixture
def clip(model):
    photo = np.random.default_rng(0).integers(0, 256, (90, 80, 3), np.uint8)
    return model.predict(photo, 0, seed=3)


def test_retouched_frames_are_those_of_the_clip(model, clip):
    for frame in (0, 9, 4):
        batch = model.retouch(clip, clip.keypoints[frame : frame + 1])
        assert batch.frames.shape == (1, *clip.frames.shape[1:]) and not batch.frames.flags.writeable
        for name in ("frames", "synthesized", "mask"):
            assert np.abs(getattr(batch, name)[0].astype(int) - getattr(clip, name)[frame]).max() <= 1


def test_another_source_is_not_mistaken_for_the_last(model, clip):
    other = model.predict(255 - clip.source, 0, seed=3)
    model.retouch(clip, clip.keypoints[:1])
    batch = model.retouch(other, other.keypoints[:1])
    assert np.abs(batch.frames[0].astype(int) - other.frames[0]).max() <= 1


def test_a_clip_redrawn_after_a_retouch_is_the_same_to_the_bit(model, clip):
    edited = clip.keypoints.copy()
    edited[5, 2] += 0.1
    before = model.render(clip, edited)
    model.retouch(clip, edited[5:6])
    again = model.redraw(clip, edited).clip()
    assert (again.frames == before.frames).all() and (again.keypoints == edited).all()


def test_another_models_clip_is_not_redrawn(model, clip):
    foreign = type(clip).of(clip, frames=clip.frames, synthesized=clip.synthesized, mask=clip.mask, model_id="other")
    with pytest.raises(ClipError):
        model.redraw(foreign, clip.keypoints)
