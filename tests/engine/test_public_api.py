"""What other programs may rely on."""

import importlib

import numpy as np
import pytest

import engine


@pytest.mark.parametrize("name", engine.__all__)
def test_every_public_name_resolves(name):
    assert getattr(engine, name) is not None


def test_export_is_a_function_even_after_its_module_was_imported():
    importlib.import_module("engine.export")
    assert callable(engine.export)
    assert engine.export.__module__ == "engine.export"


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no_such_thing"):
        _ = engine.no_such_thing


def test_errors_say_what_and_what_to_do():
    error = engine.PhotoError("It is empty.", "Choose another.")
    assert str(error) == "It is empty. Choose another."
    assert (error.what, error.remedy) == ("It is empty.", "Choose another.")


def test_cancelling_is_not_an_error_for_the_user():
    assert not issubclass(engine.Cancelled, engine.KpvpError)


def test_the_documented_example_works(lively_model, picture, tmp_path):
    model = engine.load_model(lively_model, device="auto")
    clip = model.predict(picture, action="squats", seed=7)
    size, frames, keypoints = 64, 32, 10
    assert clip.frames.shape == clip.synthesized.shape == (frames, size, size, 3)
    assert clip.frames.dtype == clip.synthesized.dtype == clip.mask.dtype == np.uint8
    assert clip.mask.shape == (frames, size, size)
    assert clip.keypoints.shape == (frames, keypoints, 2) and clip.keypoints.dtype == np.float32
    assert clip.source_keypoints.shape == (keypoints, 2)
    assert [i for i, _ in model.stream(picture, action="squats", z=clip.z)] == list(range(frames))
    assert np.array_equal(model.render(clip, clip.keypoints).frames, clip.frames)
    assert engine.export(clip, tmp_path / "out.gif", fps=25).stat().st_size > 0
