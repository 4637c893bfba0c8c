"""A model, a clip and a run made before the rooms were: whatever moves, they still open, and mean the same.

run/ is what `kpvp train tiny --data people` left behind with very small networks and six steps of each stage, but for
what is large; clip.npz is what its model made of the sample `squats` with seed 7, in float32 on a CPU.
"""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

import engine
import main
from training.runs import config
from training.runs.events import events_in
from training.runs.folder import RunFolder
from training.runs.history import RunHistory
from training.runs.summary import summarize

HERE = Path(__file__).parent
SAMPLE = Path(main.__file__).parent / "resources/samples/people/squats.png"


@pytest.fixture(scope="module")
def model():
    return engine.load_model(HERE / "run/model.safetensors", device="cpu", precision="fp32")


@pytest.fixture
def run(tmp_path):
    return RunFolder(shutil.copytree(HERE / "run", tmp_path / "run"))


def test_a_kept_model_has_its_identity_and_card(model):
    assert model.id == "abcc7e3b762cae63"
    assert model.card.actions[:3] == ("tennis_serve", "pull_ups", "clean_and_jerk") and model.spec.n_keypoints == 4


def test_a_kept_clip_opens(model):
    clip = engine.Clip.load(HERE / "clip.npz")
    assert (clip.seed, clip.crop, clip.fps, clip.photo_name) == (7, (0, 0, 384), 25, "squats.png")
    assert clip.model_id == model.id and clip.action_label == "squats" and clip.frames.shape == (8, 32, 32, 3)


def test_a_kept_model_makes_the_kept_clip_again(model):
    kept, clip = engine.Clip.load(HERE / "clip.npz"), model.predict(SAMPLE, action="squats", seed=7)
    assert np.array_equal(clip.source, kept.source) and np.allclose(clip.z, kept.z)
    assert np.allclose(clip.keypoints, kept.keypoints, atol=2e-3)
    for name in ("frames", "synthesized", "mask"):
        apart = np.abs(getattr(clip, name).astype(int) - getattr(kept, name))
        assert apart.max() <= 2, name


def test_a_kept_run_tells_what_happened(run):
    history = RunHistory()
    for event in events_in(run.events_path.read_bytes().splitlines()):
        history.add(event)
    assert run.state() == "finished" and summarize(run).title == "Kept"
    assert history.stage("keypoints-32").steps == 6 and len(history.stage("motion").curves["l1"]) == 3


def test_a_kept_run_has_its_settings(run):
    settings = config.load(run.config_path)
    assert settings.keypoints.sizes == (16, 32) and settings.motion.kl == 0.1 and settings.network["n_keypoints"] == 4


def test_a_kept_run_can_be_gone_on_from(run, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("KPVP_FRAMES_DIR", str(tmp_path / "frames"))
    short = ("keypoints.sizes=[32]", "keypoints.steps=[1]", "motion.steps=1", "data.workers=1")
    settings = [word for setting in short for word in ("--set", setting)]
    new = tmp_path / "new"
    status = main.main(
        ["train", str(run.config_path), "--init", str(run.path), "--data", "people", "--out", str(new), *settings]
    )
    events = [json.loads(line) for line in (new / "events.jsonl").read_text("utf-8").splitlines()]
    assert status == 0 and events[-1]["event"] == "finished"
    assert "keypoints-32 starts from run, with everything." in [event.get("what") for event in events]
