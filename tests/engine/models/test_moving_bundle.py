"""A model whose translator moves pixels, from its file to clips at the photo's own size."""

import numpy as np
import pytest
import torch
from torch import nn

import engine
from engine.errors import ClipError
from engine.models.assembly import disassemble
from engine.models.bundle import save_bundle
from engine.models.card import ModelCard
from engine.networks.detector import Detector
from engine.networks.motion import MotionGenerator
from engine.networks.moving_translator import MovingTranslator
from tests.conftest import ACTIONS, small_spec


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    torch.manual_seed(0)
    spec = small_spec(translator="moving", trunk="efficientnet-lite0")
    networks: dict[str, nn.Module] = {
        "detector": Detector(spec),
        "translator": MovingTranslator(spec),
        "motion": MotionGenerator(spec),
    }
    card = ModelCard(name="moving", title="Moving", network=spec.to_json(), actions=ACTIONS, image_size=64)
    path = tmp_path_factory.mktemp("models") / "moving.safetensors"
    save_bundle(path, card, disassemble(networks))
    return engine.load_model(path, "cpu", "fp32")


def test_a_moving_model_predicts_from_its_file(model):
    photo = np.random.RandomState(0).randint(0, 256, (96, 120, 3), np.uint8)
    clip = model.predict(photo, "squats", seed=3)
    assert clip.frames.shape == (32, 64, 64, 3) and clip.mask.shape == (32, 64, 64)
    again = model.render(clip, clip.keypoints)
    assert np.array_equal(clip.frames, again.frames)


def test_its_clips_come_in_the_photos_own_size(model):
    photo = np.random.RandomState(0).randint(0, 256, (96, 120, 3), np.uint8)
    clip = model.predict(photo, "squats", seed=3)
    frames = np.stack(list(model.full_size(clip, photo)))
    assert frames.shape == (32, 96, 120, 3)
    x, y, side = clip.crop
    outside = np.ones((96, 120), bool)
    outside[y : y + side, x : x + side] = False
    assert (frames[:, outside] == photo[outside]).all()
    assert model.full_size(clip, photo, 240)[0].shape == (192, 240, 3)
    crops = model.full_size(clip, photo, whole=False)
    assert len(crops) == 32
    assert all(np.array_equal(crops[i], frames[i, y : y + side, x : x + side]) for i in (0, 7, 31))


def test_a_clip_of_another_model_is_refused(model, tiny_model):
    photo = np.zeros((64, 64, 3), np.uint8)
    clip = engine.load_model(tiny_model, "cpu", "fp32").predict(photo, 0, seed=0)
    with pytest.raises(ClipError, match="another model"):
        model.full_size(clip, photo)
