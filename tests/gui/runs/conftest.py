"""Fixtures: a folder of runs to write into, runs that are followed, and the window that shows them."""

import json

import pytest

from kpvp_gui.runs.runs import RunWatch, TrainingRuns
from kpvp_gui.runs.runs_window import RunsWindow
from training.runs.folder import RunFolder


@pytest.fixture
def root(tmp_path, monkeypatch):
    monkeypatch.setenv("KPVP_RUNS_DIR", str(tmp_path / "runs"))
    return tmp_path / "runs"


@pytest.fixture
def write(root):
    """Writes events (or text) to the end of a run's file."""

    def write(*events: dict | str, name: str = "one") -> RunFolder:
        folder = RunFolder(root / name)
        if not folder.path.exists():
            folder.previews_path.mkdir(parents=True)
            folder.config_path.write_text(f'name = "{name}"\ntitle = "Run {name}"\n', "utf-8")
        with open(folder.events_path, "a", encoding="utf-8") as file:
            for told in events:
                file.write(told if isinstance(told, str) else json.dumps(told) + "\n")
        return folder

    return write


@pytest.fixture
def watch(qtbot, write):
    watches = []

    def start(folder: RunFolder) -> RunWatch:
        watches.append(RunWatch(folder))
        qtbot.waitUntil(lambda: not watches[-1].loading)
        return watches[-1]

    yield start
    for watch in watches:
        watch.stop()


@pytest.fixture
def runs(qtbot, root):
    runs = TrainingRuns()
    yield runs
    runs._timer.stop()


@pytest.fixture
def window(qtbot, runs, remembered):
    window = RunsWindow(runs, remembered)
    qtbot.addWidget(window)
    window.show()
    yield window
    window.monitor.stop_watching()
