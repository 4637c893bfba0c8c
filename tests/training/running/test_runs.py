"""Runs: what a crash, a kill, a full disk, a NaN and a watcher's commands do to them. On a stage of milliseconds."""

import json
import os
import sys
import threading
import time
from types import SimpleNamespace

import pytest
import torch
from accelerate import Accelerator

from engine.errors import TrainingError
from tests.bench import kills
from tests.training.running.toy_stage import ToyStage, settings
from training.running import loop, tensorboard
from training.running.run import Run, Stopped
from training.runs.events import Losses, StageBegan, events_in
from training.runs.folder import RunFolder, list_runs, runs_root


def train(folder, stage, resume=False, config=None):
    with Run.resume(folder) if resume else Run.start(folder, config or settings()) as opened:
        loop.train(stage, opened, Accelerator(cpu=True))
    return stage


def events(folder, kind=None):
    """The events as they are on disk, where a watcher can read them."""
    lines = (folder / "events.jsonl").read_bytes().splitlines()
    found = [json.loads(line) for line in lines if list(events_in([line]))]
    return [event for event in found if kind in (None, event["event"])]


def saved(run) -> dict:
    """The newest checkpoint of a run's toy."""
    state = run.load("toy")
    assert state is not None
    return state


def holder(folder) -> dict:
    """Who trains a run that is being trained."""
    held = RunFolder(folder).holder()
    assert held is not None
    return held


def same(one, other):
    return all(torch.equal(a, b) for a, b in zip(one.weights(), other.weights(), strict=True))


class Killed(BaseException):
    """Like a kill, as far as one can be survived by a test."""


def killed_at(stage, n):
    step = stage.step

    def dies(m, accelerator):
        if m == n:
            raise Killed
        return step(m, accelerator)

    stage.step = dies
    return stage


def sent_at(folder, stage, n, *commands):
    step = stage.step

    def sends(m, accelerator):
        if m == n:
            for command in commands:
                RunFolder(folder).send(command)
        return step(m, accelerator)

    stage.step = sends
    return stage


def test_a_run_killed_anywhere_ends_in_the_weights_of_one_that_was_not(folder, tmp_path):
    whole = train(tmp_path / "whole", ToyStage())
    for i, step in enumerate((0, 1, 4, 7, 9)):
        with pytest.raises(Killed):
            train(folder, killed_at(ToyStage(), step), resume=i > 0)
        assert RunFolder(folder).state() == "interrupted"
    assert same(train(folder, ToyStage(), resume=True), whole)


def test_a_resumed_run_says_where_it_goes_on_and_which_events_that_voids(folder):
    with pytest.raises(Killed):
        train(folder, killed_at(ToyStage(), 7), config=settings("loop.log_every=1"))
    train(folder, ToyStage(), resume=True)
    first, second = events(folder, "run")
    assert "resumed_from" not in first and second["resumed_from"] == {"stage": "toy", "step": 6}
    assert [stage["name"] for stage in first["stages"]][-1] == "motion"
    stage = events(folder, "stage")[1]
    assert stage["step"] == 6
    before = events(folder)[: events(folder).index(stage)]
    [again] = events_in([json.dumps(stage).encode()])
    assert isinstance(again, StageBegan)
    assert [e["step"] for e in before if e["event"] == "losses" and again.voids(e["stage"], e["step"])] == [7]


def test_losses_come_with_speed_remaining_time_and_rate(folder):
    train(folder, ToyStage())
    losses = events(folder, "losses")[2]
    assert losses["step"] == 6 and set(losses["losses"]) == {"l2"} and losses["rate"] == 1e-2
    assert losses["images_per_s"] == pytest.approx(4 * losses["steps_per_s"], rel=0.01)
    assert losses["eta_s"] == pytest.approx(4 / losses["steps_per_s"], abs=0.06) and losses["data_share"] == 0


def test_stopping_saves_and_resuming_goes_on(folder, tmp_path):
    with pytest.raises(Stopped):
        train(folder, sent_at(folder, ToyStage(), 4, "stop"))
    assert RunFolder(folder).state() == "stopped" and events(folder)[-1]["step"] == 5
    resumed = train(folder, ToyStage(), resume=True)
    assert events(folder, "stage")[-1]["step"] == 5
    assert same(resumed, train(tmp_path / "whole", ToyStage()))


def test_cancelling_saves_nothing_more(folder):
    with pytest.raises(Stopped):
        train(folder, sent_at(folder, ToyStage(), 4, "cancel"))
    assert RunFolder(folder).state() == "stopped" and events(folder)[-1]["event"] == "cancelled"
    assert saved(Run.resume(folder))["step"] == 4


def test_finishing_early_keeps_the_best_and_is_not_undone_by_a_resume(folder):
    scores = {3: 1.0, 5: 2.0}.get
    stage = train(folder, sent_at(folder, ToyStage(scores=scores), 4, "finish"))
    assert stage.done == 5 and events(folder)[-1]["event"] == "finished_early"
    best = Run.resume(folder).checkpoints.load_best("toy")
    assert best is not None and best["step"] == 3
    assert all(torch.equal(best["averaged"]["net"][k], v) for k, v in stage.averaged.state_dict()["net"].items())
    again = train(folder, ToyStage(scores=scores), resume=True)
    assert again.done == 0 and same(again, stage)


def test_pausing_waits_until_resumed_and_shows(folder):
    seen = []

    def watch():
        watched = RunFolder(folder)
        while watched.state() != "paused":
            time.sleep(0.01)
        seen.append(watched.state())
        watched.send("resume")

    watcher = threading.Thread(target=watch)
    watcher.start()
    stage = train(folder, sent_at(folder, ToyStage(), 2, "pause"))
    watcher.join()
    assert seen == ["paused"] and stage.done == 10
    kinds = [e["event"] for e in events(folder)]
    assert kinds.index("paused") < kinds.index("resumed")


def test_commands_from_before_a_process_are_not_for_it(folder):
    Run.start(folder, settings())
    RunFolder(folder).send("stop")
    assert train(folder, ToyStage(), resume=True).done == 10


def test_commands_are_obeyed_while_data_is_drawn(folder):
    with pytest.raises(Stopped), Run.start(folder, settings()) as opened:
        RunFolder(folder).send("cancel")
        opened.progress("drawing", 1, 8)
    assert [e["event"] for e in events(folder)] == ["run", "drawing", "cancelled"]


def test_the_best_averaged_weights_are_what_a_stage_ends_with(folder):
    scores = {3: 3.0, 6: 1.0, 9: 2.0, 10: 4.0}
    stage = train(folder, ToyStage(scores=scores.get))
    best = [(e["step"], e["score"]) for e in events(folder, "checkpoint") if e["best"]]
    assert best == [(3, 3.0), (6, 1.0)]
    six = ToyStage(steps=10)
    for n in range(6):
        torch.manual_seed(loop._seed(settings().seed, "toy", n, 0))
        six.step(n, Accelerator(cpu=True))
    mine, wanted = (s.averaged.state_dict()["net"] for s in (stage, six))
    assert all(torch.equal(mine[key], wanted[key]) for key in wanted)
    assert same(train(folder, ToyStage(scores=scores.get), resume=True), stage)


def test_a_folder_that_holds_something_is_refused_and_one_with_only_a_log_is_not(folder):
    folder.mkdir()
    (folder / "log.txt").write_text("started by a window\n")
    Run.start(folder, settings())
    with pytest.raises(TrainingError, match="already holds"):
        Run.start(folder, settings())


@pytest.mark.skipif(os.name != "posix" or not os.getuid(), reason="nothing is forbidden to root")
def test_a_folder_without_permission_to_write_is_named(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(TrainingError, match="cannot be written"):
        Run.start(tmp_path / "run", settings())


def test_the_terminal_may_go_away_while_training_goes_on(folder, monkeypatch):
    def gone(*_):
        raise BrokenPipeError

    monkeypatch.setattr(sys, "stdout", SimpleNamespace(write=gone, flush=gone))
    assert train(folder, ToyStage()).done == 10


def test_runs_are_listed_newest_first_where_the_variable_says(tmp_path, monkeypatch):
    monkeypatch.setenv("KPVP_RUNS_DIR", str(tmp_path))
    assert list_runs(runs_root() / "not there") == []
    for age, name in enumerate(("new", "old")):
        Run.start(tmp_path / name, settings())
        os.utime(tmp_path / name / "config.toml", (1000 - age, 1000 - age))
    (tmp_path / "no run").mkdir()
    assert [found.path.name for found in list_runs(runs_root())] == ["new", "old"]


def test_events_are_read_from_where_one_stopped_and_broken_lines_skipped(folder):
    folder.mkdir()
    file = folder / "events.jsonl"
    file.write_bytes(b'{"event": "run"}\nbroken\n[1]\n{"event": "stage"}\n{"ev')
    watched = RunFolder(folder)
    found, offset = watched.events_since(0)
    assert [e.kind for e in found] == ["run", "stage"]
    with open(file, "ab") as more:
        more.write(b'ent": "losses"}\n')
    assert [e.kind for e in watched.events_since(offset)[0]] == ["losses"]
    piece, after = watched.events_since(0, most=20)
    assert [e.kind for e in piece] == ["run"] and after == 17


def test_a_whole_run_killed_twice_once_while_saving_ends_in_the_same_networks(tmp_path):
    lives, ends = kills.survive(tmp_path, 2, 1, 6, seed=1)
    assert len(lives) >= 2 and any(life.saving for life in lives)
    assert not any(life.lost for life in lives)
    assert len(ends) == 4 and all(ends.values())


def test_bf16_trains_on_the_cpu(folder):
    from accelerate.state import AcceleratorState

    AcceleratorState._reset_state(True)
    try:
        with Run.start(folder, settings()) as opened:
            stage = ToyStage(steps=2)
            loop.train(stage, opened, Accelerator(cpu=True, mixed_precision="bf16"))
    finally:
        AcceleratorState._reset_state(True)
    assert all(t.dtype in (torch.float32, torch.int64) for t in stage.weights())
    assert events(folder, "losses")[-1]["step"] == 2


def test_tensorboard_gets_curves_and_previews_when_installed(folder, monkeypatch):
    drawn = []

    class Board:
        def __init__(self, place, purge_step):
            drawn.append((os.path.basename(place), purge_step))

        def add_scalar(self, name, value, step):
            drawn.append((name, step))

        def add_image(self, name, picture, step, dataformats):
            drawn.append((name, picture.shape, step))

        def flush(self):
            drawn.append("flushed")

    monkeypatch.setitem(sys.modules, "torch.utils.tensorboard", SimpleNamespace(SummaryWriter=Board))
    train(folder, ToyStage(), config=settings("loop.preview_every=10"))
    assert drawn[0] == ("toy", 1) and ("losses/l2", 10) in drawn and ("steps_per_s", 10) in drawn
    assert ("preview", (4, 4, 3), 10) in drawn


def test_without_tensorboard_nothing_happens(folder, monkeypatch):
    monkeypatch.setitem(sys.modules, "torch.utils.tensorboard", None)
    tensorboard.writer(RunFolder(folder))(Losses("toy", 1, losses={"l2": 1.0}))
    assert not folder.exists()
