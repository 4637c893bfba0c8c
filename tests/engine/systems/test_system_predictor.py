"""A compared system behind the Predictor's interface: clips, errors that say what it lacks, bundles that are wrong."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from engine import BundleError, Clip, ClipError, ModelCard, load_model
from engine.models.assembly import disassemble
from engine.models.bundle import read_card, save_bundle
from engine.storyboard import Shot, begin_storyboard
from engine.systems.spec import SystemSpec
from engine.systems.table import SYSTEMS
from main import main

ACTIONS = ("left", "right")


def bundle(folder, system, size=16, frames=4, actions=ACTIONS):
    """A bundle of that system with random weights."""
    torch.manual_seed(0)
    kind = SYSTEMS[system].network_class()
    joints = 3 if "keypoints" in SYSTEMS[system].has else 0
    spec = SystemSpec(size, len(actions), kind.z_size(frames), frames, 8, joints)
    card = ModelCard(system, spec.to_json(), actions, title=system, system=system, image_size=size)
    return save_bundle(folder / f"{system}.safetensors", card, disassemble({"network": kind(spec)}), "float32")


@pytest.fixture
def photo():
    return np.random.default_rng(0).integers(0, 256, (40, 60, 3), np.uint8)


@pytest.mark.parametrize("system", list(SYSTEMS))
def test_every_system_makes_a_clip_that_is_kept_and_streamed_alike(tmp_path, photo, system):
    model = load_model(bundle(tmp_path, system), device="cpu")
    clip = model.predict(photo, {"left": 0.5, "right": 0.5}, seed=3)
    assert clip.frames.shape == (4, 16, 16, 3) and clip.source.shape == (16, 16, 3)
    streamed = dict(model.stream(photo, [0.5, 0.5], seed=3))
    assert all((streamed[i] == frame).all() for i, frame in enumerate(clip.frames))
    again = Clip.load(clip.save(tmp_path / "clip.npz"))
    assert (again.frames == clip.frames).all() and again.keypoints.shape == clip.keypoints.shape
    assert (model.render(clip, clip.keypoints).frames == clip.frames).all()


@pytest.mark.parametrize("system", list(SYSTEMS))
def test_a_clip_is_enlarged_into_its_photo(tmp_path, photo, system):
    model = load_model(bundle(tmp_path, system), device="cpu")
    clip = model.predict(photo, "left", seed=0)
    picture = model.full_size(clip, photo)[1]
    assert picture.shape == photo.shape
    assert (picture[:, :5] == photo[:, :5]).all() and (picture[:, 20:40] != photo[:, 20:40]).any()


def test_what_needs_keypoints_says_why_there_are_none(tmp_path, photo):
    path = bundle(tmp_path, "mocogan")
    model = load_model(path, device="cpu")
    with pytest.raises(ClipError, match="whole clips only"):
        begin_storyboard(model, photo, [Shot("left", 1), Shot("right", 2)], overlap=1)
    assert model.familiarity(model.predict(photo, 0, seed=0).source).familiar is None
    assert model.find_figures(photo)[0].crop.size == 40
    assert "neither keypoints nor a mask" in read_card(path).lacking("trails")
    with pytest.raises(BundleError, match="is MoCoGAN, which has other networks"):
        _ = read_card(path).spec


def test_an_overlay_that_a_clip_lacks_is_refused_on_the_command_line(tmp_path, photo, capsys):
    from PIL import Image

    Image.fromarray(photo).save(tmp_path / "photo.png")
    path = bundle(tmp_path, "mocogan")
    given = ["generate", str(tmp_path / "photo.png"), "--model", str(path), "--action", "left"]
    out = ["--out", str(tmp_path / "clip.gif")]
    assert main([*given, *out, "--overlay", "mask"]) == 2
    assert "neither keypoints nor a mask" in capsys.readouterr().err
    assert main([*given, *out, "--crop", "middle"]) == 0
    assert (tmp_path / "clip.gif").stat().st_size > 0


def test_a_bundle_with_other_sizes_is_refused(tmp_path):
    path = bundle(tmp_path, "mocogan")
    from engine.models.bundle import load_bundle

    card, tensors = load_bundle(path)
    for network in ({"width": 9}, {"width": 10**9}, {"image_size": 17}, {"extra": 1}, {"n_actions": 3}):
        wrong = replace(card, network=card.network | network)
        with pytest.raises(BundleError):
            load_model(save_bundle(tmp_path / "wrong.safetensors", wrong, tensors), device="cpu")
