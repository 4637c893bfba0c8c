"""The end of a run: a bundle whose card says what it is, measured, and found in the model list under its own name."""

import argparse
import base64
import io
import json
from types import SimpleNamespace
from typing import Any

import imageio_ffmpeg
import numpy as np
import pytest
import torch
from PIL import Image

from engine import load_model
from engine.models import library, starts
from engine.models.bundle import read_card
from engine.models.familiarity import assess
from tests.training.moving_square import MovingSquare, open_instead
from tests.training.test_pipeline import QUICK
from training import delivery, pipeline
from training.commands import train as train_command
from training.running.run import Run
from training.runs import config
from training.store import frame_store

NO_WORLD = [setting for setting in QUICK if not setting.startswith(("data.source", "data.clips", "install"))]
SHORT = [*NO_WORLD, "keypoints.sizes=[32]", "keypoints.steps=[4]", "motion.steps=4", "data.workers=1"]


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A user's data folder, and a folder of clips `moving squares` with two classes."""
    torch.set_num_threads(1)
    monkeypatch.setattr(library, "user_folder", lambda: tmp_path / "user" / "models")
    monkeypatch.setattr(frame_store, "cache_root", lambda: tmp_path / "cache")
    clips = tmp_path / "moving squares"
    for seed, clip in zip(range(12), MovingSquare().clips(range(12), 32), strict=True):
        folder = clips / ("left" if clip.action == 0 else "right")
        folder.mkdir(parents=True, exist_ok=True)
        writer = imageio_ffmpeg.write_frames(str(folder / f"{seed}.mp4"), (32, 32), fps=25, macro_block_size=1)
        writer.send(None)
        for frame in clip.frames:
            writer.send(np.ascontiguousarray(frame))
        writer.close()
    return tmp_path


def train(place, name="run", *overrides, resume=False, system=None):
    arguments: dict[str, Any] = {
        "preset": "tiny",
        "data": str(place / "moving squares"),
        "out": str(place / name),
        "init": None,
        "system": system,
    }
    arguments |= {"set": [*SHORT, *overrides], "resume": resume, "describe": False, "check": False}
    assert train_command.run(argparse.Namespace(**arguments)).status == 0
    lines = (place / name / "events.jsonl").read_text().splitlines()
    return [json.loads(line) for line in lines]


def test_a_folder_of_videos_becomes_a_model_in_the_list_with_a_filled_card(place, capsys):
    finished = train(place)[-1]
    assert finished["event"] == "finished" and finished["installed"]
    entry = library.find_model("moving-squares")
    assert str(entry.path) == finished["installed"]
    card = entry.card
    assert (card.title, card.actions) == ("moving squares", ("left", "right"))
    assert "left, right" in card.domain and "moving squares" in card.domain
    assert card.training["keypoints_steps"] == {"32": 4} and card.training["motion_steps"] == 4
    assert card.training["data"]["folder"] == "moving squares" and card.training["preset"] == "tiny"
    assert card.training["seconds"] >= 0 and card.licence == "" and not card.world
    assert config.parse(card.training["settings"]).name == "moving-squares"
    assert str(place) not in card.to_text()
    assert {"clips", "psnr_moving", "psnr_copy_moving", "ade_z0", "apd", "held_out"} == set(card.scores)
    assert card.scores["psnr_copy_moving"] > 3 and card.scores["apd"] > 0
    preview = Image.open(io.BytesIO(base64.b64decode(card.extra["preview"])))
    assert preview.width == 6 * 32
    pictures = starts.of_card(card)
    assert {action for action, _ in pictures} <= {"left", "right"} and pictures
    assert Image.open(io.BytesIO(pictures[0][1])).size == (32, 32)
    model = load_model("moving-squares", device="cpu")
    picture = next(MovingSquare().clips([50], 32)).frames[0]
    assert model.predict(picture, action="left", seed=3).frames.shape == (8, 32, 32, 3)


def test_a_second_model_gets_a_name_of_its_own_and_a_finished_run_is_not_installed_again(place):
    first, second = train(place)[-1]["installed"], train(place, "again")[-1]["installed"]
    assert first.endswith("moving-squares.safetensors") and second.endswith("moving-squares-2.safetensors")
    events = train(place, "again", resume=True)
    assert events[-1]["installed"] == second
    assert len(list((place / "user" / "models").iterdir())) == 2


def test_a_run_killed_right_after_its_model_was_installed_does_not_install_it_twice(place):
    installed = train(place)[-1]["installed"]
    path = place / "run" / "events.jsonl"
    lines = path.read_text().splitlines(keepends=True)
    assert json.loads(lines[-2]) | {"time": 0} == {"time": 0, "event": "installing", "path": installed}
    path.write_text("".join(lines[:-1]))
    assert train(place, resume=True)[-1]["installed"] == installed
    assert len(list((place / "user" / "models").iterdir())) == 1


def test_a_models_folder_that_cannot_be_written_costs_the_list_entry_only(place, monkeypatch):
    (place / "user").write_text("a file where the folder should be")
    events = train(place)
    assert events[-1]["installed"] is None
    assert any("model list" in event["what"] for event in events if event["event"] == "warning")
    assert read_card(place / "run" / "model.safetensors").scores


def test_the_name_given_wins_and_the_models_own_is_kept_free(place):
    events = train(place, "run", "name='people'", "domain='Squares.'")
    assert events[-1]["installed"].endswith("people-2.safetensors")  # the bundled model is called people
    assert read_card(events[-1]["installed"]).domain == "Squares."


def test_with_clips_enough_a_model_learns_what_is_like_them(tmp_path, monkeypatch):
    open_instead(monkeypatch)
    monkeypatch.setattr(frame_store, "cache_root", lambda: tmp_path / "cache")
    monkeypatch.setattr("training.evaluation.calibration.FEWEST_CLIPS", 8)
    settings = config.load("tiny", [*QUICK, "keypoints.sizes=[32]", "keypoints.steps=[4]", "motion.steps=4"])
    with Run.start(tmp_path / "run", settings) as run:
        path = pipeline.train(run)
    model = load_model(path, device="cpu")
    assert 0 <= model.card.familiarity["fires_on"]["held_out"] <= 1
    assert assess(model, next(MovingSquare().clips([3], 32)).frames[5]).score is not None


def test_what_the_model_is_for_is_said_in_one_sentence():
    store = SimpleNamespace(actions=tuple(f"a_{n}" for n in range(9)), __len__=lambda self: 3)
    source: Any = SimpleNamespace(store=store, world={"name": "people"}, facts={})
    said = delivery.domain_of(config.parse(""), source)
    assert said == "Drawn clips of a 0, a 1, a 2, a 3, a 4, a 5 and 3 more of the world people. No photographs."
    assert delivery.domain_of(config.parse("domain = 'Cats.'"), source) == "Cats."


def test_a_system_trained_on_a_folder_of_videos_is_in_the_list_beside_the_model(place):
    finished = train(place, "run", "compared.steps=2", "compared.size=16", "compared.width=4", system="epva")[-1]
    entry = library.find_model("moving-squares-epva")
    assert finished["installed"] == str(entry.path)
    assert entry.card.title == "EPVA: moving squares" and entry.card.training["steps"] == {"epva": 2}
    assert len(entry.card.actions) > 1 and "Wichers" in entry.card.notes
