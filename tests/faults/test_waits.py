"""What does not answer: a disk that takes its time, a training process that will not end. The window waits for none."""

import json
import os
import socket
import subprocess
import threading
import time

import psutil
import pytest

from engine.projects.working_copy import WorkingCopy
from kpvp_gui.runs import runs as training_runs
from tests.gui.conftest import _no_trace_at_home, photo, remembered  # noqa: F401
from tests.gui.projects.conftest import studio  # noqa: F401
from tests.gui.runs.conftest import root, runs, write  # noqa: F401
from training.runs.folder import process_birth


def test_while_a_disk_writes_nothing_the_studio_goes_on_and_later_all_is_kept(studio, photo, tmp_path, monkeypatch):  # noqa: F811
    one = studio().start()
    add, may_write, stuck = WorkingCopy.add, threading.Event(), threading.Event()

    def slow(self, name, data):
        stuck.set()
        assert may_write.wait(60)
        add(self, name, data)

    monkeypatch.setattr(WorkingCopy, "add", slow)
    document = one.document
    document.set_photo(photo)
    one.engine.serve_all()
    one.wait(stuck.is_set)
    for _ in range(3):
        document.generate()
        one.engine.serve_all()
    document.star(document.clips[1].id, True)
    document.delete_clip(document.clips[0].id)
    document.undo()
    one.session.save(tmp_path / "slow.kpvp")
    assert len(document.clips) == 4 and all(record.finished for record in document.clips)
    assert not may_write.is_set() and not (tmp_path / "slow.kpvp").exists() and one.said == []
    may_write.set()
    one.settled()
    seeds = one.seeds()
    one.end()
    two = studio().start(tmp_path / "slow.kpvp")
    assert two.seeds() == seeds and [record.starred for record in two.document.clips] == [False, True, False, False]
    assert all(len(frames) for frames in two.frames())


@pytest.mark.skipif(os.name != "posix", reason="a process that ignores signals")
def test_training_that_hangs_is_asked_then_killed_with_all_it_started_and_that_is_said(write, runs, qtbot, monkeypatch):  # noqa: F811
    monkeypatch.setattr(training_runs, "_ASK_S", 0)
    monkeypatch.setattr(training_runs, "_FORCE_S", 1)
    said = []
    runs.trouble.connect(lambda error: said.append(str(error)))
    hung = "(trap '' TERM; exec sleep 600) & trap 'echo asked' TERM; echo $!; while :; do wait; done"
    folder = write({"event": "run", "time": time.time(), "name": "one", "preset": "tiny", "stages": []})
    child = subprocess.Popen(["sh", "-c", hung], stdout=subprocess.PIPE, text=True, start_new_session=True)
    try:
        assert child.stdout is not None
        started = psutil.Process(int(child.stdout.readline()))
        lock = {"pid": child.pid, "birth": process_birth(child.pid), "host": socket.gethostname()}
        folder.lock_path.write_text(json.dumps(lock | {"start": time.time(), "heartbeat": time.time()}))
        runs.cancel(folder)
        assert "cancel" in folder.commands_path.read_text()
        qtbot.waitUntil(lambda: child.poll() is not None, timeout=20_000)
        qtbot.waitUntil(lambda: not _lives(started), timeout=20_000)
        assert child.stdout.read() == "asked\n" and child.returncode == -9
        assert "did not end when asked to" in said[0] and "Resume goes on" in said[0]
        assert folder.process() is None
    finally:
        child.kill()


def _lives(process: psutil.Process) -> bool:
    return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
