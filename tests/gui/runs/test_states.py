"""Runs are found with their state, started, sent commands, cancelled and ended."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kpvp_gui.runs import runs as training_runs
from kpvp_gui.runs.state_words import state_words
from tests.gui.runs.run_files import BEGINNING, choose, event, hold, look, losses
from training.runs import process as training_process
from training.runs.folder import RunFolder
from training.runs.summary import summarize


def test_runs_are_found_with_their_state_and_share(write, runs, qtbot):
    write(*BEGINNING, losses(50), name="one")
    write(*BEGINNING, event("finished", model="m", installed="/models/two.safetensors"), name="two")
    write(*BEGINNING, event("stopped"), name="three")
    write(*BEGINNING, event("error", what="Boom.", remedy="Mend."), name="four")
    hold(write(*BEGINNING, losses(50), name="five"))
    hold(write(*BEGINNING, event("paused", stage="keypoints-64", step=0), name="six"))
    look(runs, qtbot)
    told = {summary.path.name: summary for summary in runs.summaries}
    states = {name: summary.state for name, summary in told.items()}
    assert states == {
        "one": "interrupted",
        "two": "finished",
        "three": "stopped",
        "four": "failed",
        "five": "running",
        "six": "paused",
    }
    assert state_words(told["five"]) == "Training · 20 %" and told["five"].title == "Run five"
    assert told["two"].installed == "/models/two.safetensors"
    assert {summary.path.name for summary in runs.active} == {"five", "six"}


def test_a_summary_is_read_again_only_when_events_were_added(write, monkeypatch):
    folder = write(*BEGINNING, losses(50))
    first = summarize(folder)
    monkeypatch.setattr(RunFolder, "first_events", lambda _: pytest.fail("read again"))
    assert summarize(folder, first) == first


def test_commands_are_lines_in_the_run_s_folder(write, runs):
    folder = write(*BEGINNING)
    hold(folder)
    for command in ("pause", "resume", "finish", "stop"):
        runs.send(folder, command)
    assert folder.commands_path.read_text().split() == ["pause", "resume", "finish", "stop"]


def test_resuming_a_run_nobody_trains_starts_its_process_again(write, runs, monkeypatch):
    folder = write(*BEGINNING, event("stopped"))
    launched = []
    child = type("Child", (), {"pid": 0, "poll": lambda self: None})()
    monkeypatch.setattr(training_process, "launch", lambda f, arguments: launched.append(arguments) or child)
    runs.send(folder, "resume")
    assert launched == [["-m", "training", str(folder.config_path), "--out", str(folder.path), "--resume"]]
    assert runs.summary(folder.path).state == "starting"


def test_a_process_that_ends_before_it_says_anything_has_failed(runs, root, qtbot, monkeypatch):
    monkeypatch.setattr(training_process, "start_arguments", lambda *a, **k: ["-c", "import sys; sys.exit('no torch')"])
    folder = runs.start(training_runs.Plan("tiny", "Mine", "people"))
    assert runs.summary(folder.path).state == "starting"
    child = runs._children[folder.path][0]
    child.wait(20)
    look(runs, qtbot)
    look(runs, qtbot)
    assert runs.summary(folder.path).state == "failed"
    assert training_process.log_tail(folder) == "no torch"


@pytest.mark.skipif(os.name != "posix", reason="process groups")
def test_a_run_has_a_process_group_of_its_own_and_low_priority(root):
    folder = RunFolder(root / "one")
    child = training_process.launch(folder, ["-c", "import time; time.sleep(30)"])
    try:
        assert os.getpgid(child.pid) == child.pid != os.getpgid(0)
        assert os.getpriority(os.PRIO_PROCESS, child.pid) >= training_process.NICENESS
        group = Path(f"/proc/{child.pid}/autogroup")  # of Linux, where that is what counts beside the studio
        assert not group.exists() or group.read_text("ascii").endswith(f"nice {training_process.NICENESS}\n")
    finally:
        training_process.end(child.pid)
    assert child.wait(10) != 0


def test_cancelling_a_process_that_reads_no_commands_ends_it(root, runs, monkeypatch):
    monkeypatch.setattr(training_process, "start_arguments", lambda *a, **k: ["-c", "import time; time.sleep(60)"])
    folder = runs.start(training_runs.Plan("tiny", "Mine", "people"))
    child = runs._children[folder.path][0]
    runs.cancel(folder)
    assert child.wait(10) != 0


def test_a_run_outlives_the_program_that_started_it(root):
    """Killed as hard as can be, the studio takes no run with it."""
    script = (
        "import os, signal, sys; from pathlib import Path; from training.runs.folder import RunFolder\n"
        "from training.runs import process as training_process\n"
        "child = training_process.launch(RunFolder(Path(sys.argv[1])), ['-c', 'import time; time.sleep(60)'])\n"
        "print(child.pid, flush=True); os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(root / "one")],
        env=training_process.environment(),
        capture_output=True,
        text=True,
        timeout=30,
    )
    pid = int(done.stdout)
    time.sleep(0.3)
    os.kill(pid, 0)  # it lives
    training_process.end(pid, force=True)


def test_a_finished_run_is_told_once_if_it_was_seen_training(write, runs, qtbot):
    folder = write(*BEGINNING, losses(10))
    hold(folder)
    look(runs, qtbot)
    finished = []
    runs.run_finished.connect(finished.append)
    write(event("finished", model="model.safetensors", installed="/m/one.safetensors"))
    folder.lock_path.unlink()
    look(runs, qtbot)
    look(runs, qtbot)
    assert [summary.path for summary in finished] == [folder.path]


ODD = {
    "events.jsonl": [
        b'{"time": 1, "event": "losses", "stage": "motion", "step": 1e400, "steps": -5, "losses": {"l1": NaN}}\n',
        b'{"event": "run", "stages": [{"name": 3, "steps": 1' + b"0" * 400 + b"}]}\n",
        b'{"event": "losses", "stage": "motion", "step": 1' + b"0" * 30 + b', "eta_s": Infinity}\n',
        b"[" * 100_000 + b"\n",
        b'{"event": "stage", "stage": ["<img src=x>"], "step": {}, "steps": null}\n',
        b"\xff\xfe\x00" * 9000,
    ],
    "lock": [
        b'{"pid": "7", "heartbeat": "soon"}',
        b'{"pid": 1e9, "heartbeat": []}',
        b'{"pid": 99999999999999999999, "heartbeat": 1}',
        b'{"pid": -1, "host": 5, "birth": {}}',
        b"[" * 100_000,
    ],
    "config.toml": [b"\xff\xfe", b"title = [1, 2]\nname = {}\n", b"title = " + b"[" * 50_000, b"x" * 300_000],
}


@pytest.mark.parametrize(("file", "content"), [(file, content) for file in ODD for content in ODD[file]])
def test_one_odd_run_hides_no_other_and_reports_no_bug(write, runs, window, qtbot, file, content):
    write(*BEGINNING, losses(50), name="sound")
    odd = write(*BEGINNING, losses(50), name="odd")
    (odd.path / file).write_bytes(content)
    troubles = []
    runs.trouble.connect(troubles.append)
    choose(window, runs, odd, qtbot)
    assert {summary.path.name: summary.state for summary in runs.summaries}["sound"] == "interrupted"
    assert "odd" in {summary.path.name for summary in runs.summaries}
    assert not troubles


def test_a_run_that_cannot_be_summarised_is_shown_as_damaged(write, runs, window, qtbot, monkeypatch):
    write(*BEGINNING, losses(50), name="sound")
    odd = write(*BEGINNING, name="odd")
    state = RunFolder.state
    monkeypatch.setattr(RunFolder, "state", lambda self: 1 / 0 if self.path == odd.path else state(self))
    monitor = choose(window, runs, odd, qtbot)
    assert state_words(runs.summary(odd.path)) == "Damaged"
    assert "damaged" in monitor.trouble.text() and monitor.delete.isEnabled() and not monitor.resume.isVisible()


def test_a_pipe_among_a_run_s_files_keeps_nobody_waiting(write, runs, qtbot):
    folder = write(*BEGINNING)
    for path in (folder.events_path, folder.lock_path, folder.log_path):
        path.unlink(missing_ok=True)
        os.mkfifo(path)
    look(runs, qtbot)
    assert runs.summary(folder.path).state == "interrupted"
    assert training_process.log_tail(folder) == "" and list(folder.pieces())


@pytest.mark.parametrize("wrong", [{"host": "elsewhere"}, {"birth": "another's"}, {"birth": ""}, {"birth": None}])
def test_cancelling_ends_no_process_that_only_has_the_number(write, runs, monkeypatch, wrong):
    folder = write(*BEGINNING)
    stranger = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    try:
        hold(folder, stranger.pid)
        held = json.loads(folder.lock_path.read_text("utf-8")) | wrong
        folder.lock_path.write_text(json.dumps(held), "utf-8")
        ended = []
        monkeypatch.setattr(training_process, "end", lambda *arguments: ended.append(arguments))
        runs._end(folder, False)
        runs._end(folder, True)
        assert not ended
        hold(folder, stranger.pid)
        runs._end(folder, True)
        assert ended == [(stranger.pid, True)]
    finally:
        stranger.kill()
        stranger.wait()


def test_curves_go_on_after_a_line_that_is_longer_than_a_piece(write, watch, qtbot):
    long = json.dumps(event("warning", what="x" * 40_000)) + "\n"
    huge = "y" * 3_000_000 + "\n"
    followed = watch(write(*BEGINNING, losses(1), long, losses(2), huge, losses(3)))
    assert followed.history.stages["keypoints-64"].curves["l1"].steps.tolist() == [1, 2, 3]
