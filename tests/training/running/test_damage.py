"""Runs that meet full disks, torn lines, weights that are no numbers, kills in the middle of a save, and each other."""

import errno
import json
import os
import subprocess
import sys
import time

import numpy as np
import pytest
import torch

from engine.errors import TrainingError
from tests.training.running.test_runs import Killed, events, holder, killed_at, same, saved, train
from tests.training.running.toy_stage import ToyStage, settings
from training.delivery import delivered
from training.running import run
from training.running.run import Run
from training.running.stage import StepResult
from training.runs.events import RunFinished
from training.runs.folder import RunFolder, process_birth
from training.stages.pseudo_labels import load_labels


@pytest.mark.parametrize("damage", ["cut", "flipped", "empty"])
def test_a_damaged_checkpoint_is_passed_over_for_the_one_before(folder, tmp_path, damage):
    whole = train(tmp_path / "whole", ToyStage())
    with pytest.raises(Killed):
        train(folder, killed_at(ToyStage(), 7))
    newest = folder / "checkpoints" / "toy.pt"
    data = bytearray(newest.read_bytes())
    place = data.index(torch.load(newest)["averaged"]["net"]["0.weight"].numpy().tobytes())
    data[place] ^= 255
    newest.write_bytes({"cut": bytes(data[: len(data) // 2]), "flipped": bytes(data), "empty": b""}[damage])
    resumed = train(folder, ToyStage(), resume=True)
    assert events(folder, "checkpoint_unreadable")[0]["file"] == "toy.pt"
    assert events(folder, "stage")[-1]["step"] == 4 and same(resumed, whole)


def test_a_run_without_any_readable_checkpoint_does_not_silently_begin_again(folder):
    with pytest.raises(Killed):
        train(folder, killed_at(ToyStage(), 7))
    for file in (folder / "checkpoints").iterdir():
        file.write_bytes(b"torn")
    with pytest.raises(TrainingError, match="No checkpoint of toy"):
        train(folder, ToyStage(), resume=True)
    assert RunFolder(folder).state() == "failed"


def test_a_kill_between_the_renames_of_a_save_loses_nothing(folder, monkeypatch):
    Run.start(folder, settings())
    opened = Run.resume(folder)
    for step in (1, 2):
        opened.save("toy", {"step": step})
    replace = os.replace
    for dies_at, step in ((2, 3), (3, 4)):  # the first rename is the atomic write's own
        renamed = []

        def dies(source, target, dies_at=dies_at, renamed=renamed):
            renamed.append(target)
            if len(renamed) == dies_at:
                raise Killed
            replace(source, target)

        monkeypatch.setattr(os, "replace", dies)
        with pytest.raises(Killed):
            opened.save("toy", {"step": step})
        assert saved(opened)["step"] == step


def test_temporary_files_of_a_kill_are_cleared(folder):
    Run.start(folder, settings())
    torn = folder / "checkpoints" / ".toy.next.0123456789ab.pt"
    torn.write_bytes(b"half")
    train(folder, ToyStage(), resume=True)
    assert not torn.exists() and sorted(p.name for p in (folder / "checkpoints").iterdir())[0] == "toy.previous.pt"


def test_a_disk_that_fills_while_saving_stops_with_a_sentence_and_a_usable_checkpoint(folder, tmp_path, monkeypatch):
    save, calls = torch.save, []

    def full(state, file):
        calls.append(state)
        if len(calls) == 3:
            file.write(b"some of it")
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        save(state, file)

    monkeypatch.setattr(torch, "save", full)
    with pytest.raises(TrainingError, match=r"No space left on device.*Free some space and resume"):
        train(folder, ToyStage())
    assert not list((folder / "checkpoints").glob(".*"))
    error = events(folder)[-1]
    assert error["event"] == "error" and "Free some space" in error["remedy"]
    assert RunFolder(folder).state() == "failed" and not (folder / "lock").exists()
    resumed = train(folder, ToyStage(), resume=True)
    assert events(folder, "stage")[-1]["step"] == 4 and same(resumed, train(tmp_path / "whole", ToyStage()))


@pytest.mark.parametrize("written", [0, 10])
def test_a_disk_that_fills_under_the_events_leaves_no_half_line(folder, monkeypatch, written):
    def full(file, data):
        if b'"losses"' in data and b'"step": 6' in data:
            file.write(data[:written])
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        file.write(data)

    monkeypatch.setattr(run, "_write_all", full)
    with pytest.raises(TrainingError, match="events could not be written"):
        train(folder, ToyStage())
    monkeypatch.undo()
    assert all(json.loads(line) for line in (folder / "events.jsonl").read_text().splitlines())
    assert train(folder, ToyStage(), resume=True).done == 10


def test_a_disk_that_fills_elsewhere_is_told_in_a_sentence(folder):
    with pytest.raises(TrainingError, match="disk is full"), Run.start(folder, settings()):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    assert events(folder)[-1]["what"] == "The disk is full."


def test_the_line_after_a_torn_one_is_whole(folder):
    Run.start(folder, settings())
    (folder / "events.jsonl").write_bytes(b'{"event": "losses", "st')
    train(folder, ToyStage(), resume=True)
    assert events(folder)[0]["event"] == "run"


def test_weights_that_are_no_numbers_are_never_saved(folder):
    stage = ToyStage()
    step = stage.step

    def breaks(n, accelerator):
        losses = step(n, accelerator)
        if n == 5:
            with torch.no_grad():
                next(stage.modules["net"].parameters())[0, 0] = float("nan")
        return losses

    stage.step = breaks
    with pytest.raises(TrainingError, match="no longer numbers at step 6"):
        train(folder, stage)
    assert saved(Run.resume(folder))["step"] == 4
    assert events(folder)[-1]["event"] == "error"


def test_a_loss_that_is_no_number_ends_the_run_before_it_is_saved(folder):
    stage = ToyStage()
    step = stage.step

    def diverging(n, accelerator):
        return step(n, accelerator) if n < 5 else StepResult({"l2": torch.tensor(float("inf"))})

    stage.step = diverging
    with pytest.raises(TrainingError, match="not a number"):
        train(folder, stage)
    assert saved(Run.resume(folder))["step"] == 4


def test_a_bug_is_an_event_and_a_traceback_in_the_log(folder):
    with pytest.raises(ZeroDivisionError), Run.start(folder, settings()):
        _ = 1 / 0
    assert events(folder)[-1]["what"] == "ZeroDivisionError: division by zero"
    assert "Traceback" in (folder / "log.txt").read_text()


def test_a_run_being_trained_is_refused_until_its_process_is_gone(folder):
    Run.start(folder, settings())
    code = f"""
import sys, time
from pathlib import Path
from training.running.run import Run
with Run.resume(Path({str(folder)!r})):
    print("held", flush=True)
    time.sleep(60)
"""
    other = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    try:
        assert other.stdout is not None
        while "held" not in other.stdout.readline():
            assert other.poll() is None
        assert RunFolder(folder).state() == "running" and holder(folder)["pid"] == other.pid
        with pytest.raises(TrainingError, match=f"process {other.pid}"):
            train(folder, ToyStage(), resume=True)
    finally:
        other.kill()
        # Not waited for: a dead child its parent has not collected must not hold a run.
        while process_birth(other.pid) is not None:
            time.sleep(0.01)
    assert RunFolder(folder).state() == "interrupted"
    assert train(folder, ToyStage(), resume=True).done == 10
    other.wait()


def lock(folder, **values):
    mine = {"pid": os.getpid(), "birth": process_birth(os.getpid()), "start": 0, "heartbeat": time.time()}
    (folder / "lock").write_text(json.dumps(mine | values))
    return RunFolder(folder).holder() is not None


def test_a_lock_counts_while_its_process_lives_however_old_its_heartbeat(folder):
    Run.start(folder, settings())
    assert lock(folder, heartbeat=0)
    assert not lock(folder, birth="another process with this number")
    assert not lock(folder, pid=2**22 + 1)
    assert lock(folder, host="elsewhere", pid=2**22 + 1)
    assert not lock(folder, host="elsewhere", heartbeat=time.time() - 100)
    (folder / "lock").write_text("torn")
    assert RunFolder(folder).holder() is None


def test_a_long_step_does_not_look_dead(folder, monkeypatch):
    monkeypatch.setattr("training.running.lock.BEAT", 0.01)
    with Run.start(folder, settings()):
        before = holder(folder)["heartbeat"]
        time.sleep(0.5)
        assert holder(folder)["heartbeat"] > before + 0.1
    assert not (folder / "lock").exists()


@pytest.mark.parametrize("damage", ["modules", "optimizers", "averaged", "step", "odd step", "other networks", "best"])
def test_a_checkpoint_with_parts_missing_or_of_other_networks_is_told_in_a_sentence(folder, damage):
    with pytest.raises(Killed):
        train(folder, killed_at(ToyStage(), 7))
    path = folder / "checkpoints" / "toy.pt"
    state = torch.load(path, weights_only=True)
    if damage == "other networks":
        state["modules"]["net"] = {"0.weight": torch.zeros(3, 3)}
    elif damage in ("odd step", "best"):
        state["step" if damage == "odd step" else "best"] = {"x": "y"}
    else:
        del state[damage]
    torch.save(state, path)
    with pytest.raises(TrainingError, match="does not fit"):
        train(folder, ToyStage(), resume=True)


def test_a_checkpoint_of_values_that_are_no_numbers_is_passed_over(folder, tmp_path):
    whole = train(tmp_path / "whole", ToyStage())
    with pytest.raises(Killed):
        train(folder, killed_at(ToyStage(), 7))
    path = folder / "checkpoints" / "toy.pt"
    state = torch.load(path, weights_only=True)
    state["averaged"]["net"]["0.weight"][0] = float("nan")
    torch.save(state, path)
    assert same(train(folder, ToyStage(), resume=True), whole)
    assert events(folder, "checkpoint_unreadable")[0]["file"] == "toy.pt"


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"seed = ", b"a = " + b"[" * 50_000, b"keypoints.batch = 1.5"])
def test_a_run_whose_settings_are_damaged_is_told_in_a_sentence(folder, content):
    Run.start(folder, settings())
    (folder / "config.toml").write_bytes(content)
    with pytest.raises(TrainingError):
        Run.resume(folder)


@pytest.mark.parametrize("content", [b"", b"junk", b"PK\3\4" + b"\0" * 50, "other"])
def test_pseudo_labels_that_are_damaged_are_told_in_a_sentence(tmp_path, content):
    path = tmp_path / "pseudo_labels.npz"
    if content == "other":
        np.savez(path, keypoints=np.zeros((5, 3, 2), np.float32), starts=np.array([0, 3]), labels=np.array([0]))
    else:
        path.write_bytes(content)
    with pytest.raises(TrainingError, match="pseudo labels"):
        load_labels(path)


def test_a_finished_run_whose_model_is_junk_does_not_say_that_all_is_well(folder):
    with Run.start(folder, settings()) as opened:
        opened.say(RunFinished(model="model.safetensors"))
    (folder / "model.safetensors").write_bytes(b"junk")
    with Run.resume(folder) as opened, pytest.raises(TrainingError, match="damaged"):
        delivered(opened)
