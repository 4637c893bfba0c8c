"""Fine-tuning: a run may start from a finished model's weights or from another run's everything."""

import json

import numpy as np
import pytest
import torch

from engine import load_model
from engine.errors import KpvpError
from engine.models.bundle import load_bundle, read_card
from tests.training.moving_square import MovingSquare, open_instead
from tests.training.test_pipeline import QUICK
from training import pipeline
from training.evaluation.subject import Subject
from training.initial import initial_of
from training.running.run import Run
from training.runs import config
from training.store import frame_store
from training.transfer import copy_moments

ONE = [*QUICK, "keypoints.sizes=[32]", "keypoints.steps=[4]", "motion.steps=4"]


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    """A run of one size; its model is RUN/model.safetensors."""
    patch = pytest.MonkeyPatch()
    _squares(patch, tmp_path_factory)
    folder = tmp_path_factory.mktemp("first") / "run"
    trained(folder, ONE)
    patch.undo()
    return folder


@pytest.fixture(autouse=True)
def squares(monkeypatch, tmp_path_factory):
    _squares(monkeypatch, tmp_path_factory)


def _squares(patch, tmp_path_factory):
    torch.set_num_threads(1)
    open_instead(patch)
    cache = tmp_path_factory.getbasetemp() / "squares"
    patch.setattr(frame_store, "cache_root", lambda: cache)


def trained(folder, overrides):
    with Run.start(folder, config.load("tiny", overrides)) as run:
        return pipeline.train(run)


def warnings(folder):
    lines = (folder / "events.jsonl").read_text().splitlines()
    return [event["what"] for event in map(json.loads, lines) if event["event"] == "warning"]


def test_a_run_of_no_steps_from_a_model_is_that_model(model, tmp_path):
    path = trained(
        tmp_path / "run", [*ONE, f"init='{model / 'model.safetensors'}'", "keypoints.steps=[0]", "motion.steps=0"]
    )
    old, new = load_bundle(model / "model.safetensors")[1], load_bundle(path)[1]
    assert all(np.array_equal(old[name], new[name]) for name in old)
    said = " ".join(warnings(tmp_path / "run"))
    assert "keypoints-32 starts from tiny" in said and "optimizers" in said and "encoder" in said
    assert read_card(path).training["started_from"] == "tiny"


def test_a_model_with_another_number_of_keypoints_gives_what_fits_and_says_what_does_not(model, tmp_path):
    path = trained(tmp_path / "run", [*ONE, f"init='{model / 'model.safetensors'}'", "network.n_keypoints=3"])
    assert load_model(path, device="cpu").spec.n_keypoints == 3
    assert "detector's head.bias" in " ".join(warnings(tmp_path / "run"))


def test_more_keypoints_than_the_model_has_join_its_own_and_change_no_picture_yet(model, tmp_path):
    more = [*ONE, f"init='{model}'", "network.n_keypoints=7", "keypoints.steps=[0]", "motion.steps=0"]
    path = trained(tmp_path / "run", more)
    old, new = (Subject.load(each) for each in (model / "model.safetensors", path))
    picture = next(iter(MovingSquare().clips(range(3, 4), 32))).frames[0]
    before, after = old.detect(picture), new.detect(picture)
    assert old.spec.n_keypoints == 4 and np.array_equal(after[:4], before)
    assert len(np.unique(after.round(4), axis=0)) == 7
    # Keypoints that stand still carry nothing along, so that the new ones must not be seen at all.
    for mine, theirs in zip(
        old.translate(picture, before, before[None]).frames,
        new.translate(picture, after, after[None]).frames,
        strict=True,
    ):
        assert np.abs(mine.astype(int) - theirs.astype(int)).max() <= 1
    assert "head" not in " ".join(warnings(tmp_path / "run"))


def test_a_run_with_more_keypoints_trains_on_without_the_old_moments(model, tmp_path):
    more = [*ONE, f"init='{model}'", "network.n_keypoints=7"]
    path = trained(tmp_path / "run", more)
    assert load_bundle(path)[1]["detector.head.bias"].shape == (7,)
    assert "generator's optimizer" in " ".join(warnings(tmp_path / "run"))


def test_a_model_starts_a_run_that_grows_to_its_size(model, tmp_path):
    growing = [*QUICK, "keypoints.steps=[0, 0]", "motion.steps=0", f"init='{model / 'model.safetensors'}'"]
    old = load_bundle(model / "model.safetensors")[1]
    new = load_bundle(trained(tmp_path / "run", growing))[1]
    for name in ("detector.head.weight", "translator.stages.0.0.conv.weight", "translator.crude.weight"):
        assert np.array_equal(old[name], new[name]), name


def test_another_run_gives_everything_and_its_own_rate_is_not_taken(model, tmp_path):
    overrides = [*ONE, f"init='{model}'", "keypoints.rate=0.0005"]
    run = Run.start(tmp_path / "run", config.load("tiny", overrides))
    with run:
        pipeline.train(run)
    said = " ".join(warnings(tmp_path / "run"))
    assert "keypoints-32 starts from run, with everything" in said
    assert "motion starts from run, with everything" in said
    state = run.load("keypoints-32")
    assert state is not None
    assert state["optimizers"]["generator"]["param_groups"][0]["initial_lr"] == 0.0005
    # Four steps of the run before, and four of this one.
    assert float(state["optimizers"]["generator"]["state"][0]["step"]) == 8


def test_moments_are_taken_only_where_they_belong():
    here, there = (torch.optim.AdamW(torch.nn.Linear(n, 1).parameters(), 0.1) for n in (2, 2))
    state = there.state_dict()
    assert copy_moments(here, state)
    assert not copy_moments(torch.optim.AdamW([torch.nn.Parameter(torch.zeros(1))]), state)


def test_actions_that_both_know_keep_what_was_learned_of_them(model, tmp_path, monkeypatch):
    monkeypatch.setattr(MovingSquare, "actions", ("up", "left"))
    monkeypatch.setattr(MovingSquare, "version", "2")
    overrides = [*ONE, f"init='{model / 'model.safetensors'}'", "keypoints.steps=[0]", "motion.steps=0"]
    after = load_bundle(trained(tmp_path / "run", overrides))[1]
    before = load_bundle(model / "model.safetensors")[1]
    new, old = after["motion.code.weight"], before["motion.code.weight"]
    left, up = new[:, -1], new[:, -2]
    assert np.array_equal(left, old[:, -2]) and not np.array_equal(up, old[:, -1])
    assert np.array_equal(new[:, :-2], old[:, :-2])
    couplings = [name for name in before if name.startswith("motion.prior.") and name.endswith(".0.weight")]
    assert couplings
    for name in couplings:
        assert np.array_equal(after[name][:, -1], before[name][:, -2])
        assert np.array_equal(after[name][:, :-2], before[name][:, :-2])


@pytest.mark.parametrize("init", ["no-such-model", "/nowhere/model.safetensors"])
def test_nothing_to_start_from_is_said_before_anything_is_decoded(tmp_path, init):
    with pytest.raises(KpvpError, match="There is no"):
        trained(tmp_path / "run", [*ONE, f"init='{init}'"])
    assert "drawing" not in (tmp_path / "run" / "events.jsonl").read_text()


def test_a_run_does_not_start_from_itself(model):
    run = Run.resume(model)
    object.__setattr__(run.config, "init", str(model))
    with pytest.raises(KpvpError, match="itself"):
        initial_of(run)
