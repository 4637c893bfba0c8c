"""Runs of training as the window sees them: started, found again, watched, sent commands, thrown away.

A run is a process of its own and its folder is the whole protocol (`training.runs.folder`): closing or killing the
studio leaves runs alone, and the next start finds them. All reading of many files happens in jobs.
"""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from PySide6.QtCore import QFile, QObject, QTimer, Signal

from engine.errors import KpvpError, TrainingError
from kpvp_gui.background.jobs import Job
from kpvp_gui.translation import tr
from training.runs import process as training_process
from training.runs.folder import RunFolder, runs_root
from training.runs.history import RunHistory
from training.runs.summary import RunSummary, free_folder, summarize_all
from training.runs.toml_text import value_text

TAIL_MS = 250
_LIVELY_MS, _IDLE_MS = 1000, 5000
_INLINE = 64 * 1024  # bytes of new events read at once; more is read in a job
_ASK_S, _FORCE_S = 10, 20  # seconds after which a process that does not obey "cancel" is ended


@dataclass(frozen=True)
class Plan:
    """What a new run is to be. `preset` is a name or a TOML file; `changes` has values in TOML syntax."""

    preset: str
    name: str
    data: str
    init: str = ""
    changes: Mapping[str, str] = field(default_factory=dict)


class TrainingRuns(QObject):
    """All runs there are. One per window; looks for changes after `watch`."""

    runs_changed = Signal()
    run_finished = Signal(object)  # RunSummary, of a run that was seen training before
    trouble = Signal(object)  # Exception

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.summaries: tuple[RunSummary, ...] = ()
        self._children: dict[Path, tuple[subprocess.Popen, int]] = {}  # and the event file's length at their start
        self._failed_starts: dict[Path, int] = {}
        self._scan: Job | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)

    # Looking

    def watch(self) -> None:
        """Begin to look, again and again."""
        self.look()

    def look(self) -> None:
        """Look now."""
        if self._scan is None:
            before = {summary.path: summary for summary in self.summaries}
            self._scan = Job(summarize_all, runs_root(), (*self._children, *self._failed_starts), before)
            self._scan.finished.connect(self._looked)
            self._scan.failed.connect(self._look_failed)
            self._scan.stopped.connect(self._again)
            self._scan.start()

    def summary(self, path: Path) -> RunSummary | None:
        return next((summary for summary in self.summaries if summary.path == path), None)

    @property
    def active(self) -> list[RunSummary]:
        return [summary for summary in self.summaries if summary.active]

    def _looked(self, found: list[RunSummary]) -> None:
        before = {summary.path: summary for summary in self.summaries}
        now = tuple(self._with_child(summary) for summary in found)
        changed = now != self.summaries
        self.summaries = now
        self._again()
        if changed:
            self.runs_changed.emit()
        for summary in now:
            earlier = before.get(summary.path)
            if summary.state == "finished" and earlier is not None and earlier.active:
                self.run_finished.emit(summary)

    def _with_child(self, summary: RunSummary) -> RunSummary:
        """A process started here that has said nothing yet is starting; one that ended so has failed."""
        child, size = self._children.get(summary.path, (None, 0))
        if child is not None:
            status = child.poll()
            if summary.size <= size and summary.state not in ("running", "paused"):
                if status is None:
                    return replace(summary, state="starting")
                if status:
                    self._failed_starts[summary.path] = status
            if status is not None:
                del self._children[summary.path]
        if summary.path in self._failed_starts:
            return replace(summary, state="failed")
        return summary

    def _look_failed(self, error: Exception) -> None:
        self._again()
        self.trouble.emit(error)

    def _again(self) -> None:
        self._scan = None
        self._timer.start(_LIVELY_MS if self.active or self._children else _IDLE_MS)

    # Starting

    def start(self, plan: Plan) -> RunFolder:
        """Start a run and return its folder. Raises TrainingError."""
        folder = RunFolder(free_folder(runs_root(), plan.name))
        changes = {"name": value_text(folder.path.name), "title": value_text(plan.name), **plan.changes}
        arguments = training_process.start_arguments(plan.preset, folder.path, plan.data, plan.init, changes)
        self._launch(folder, arguments)
        return folder

    def resume(self, folder: RunFolder) -> None:
        """Go on with a run: wake it if it pauses, else start its process again. Raises TrainingError."""
        if folder.holder() is not None:
            folder.send("resume")
        else:
            self._launch(folder, training_process.resume_arguments(folder))
        self.look()

    def _launch(self, folder: RunFolder, arguments: list[str]) -> None:
        size = folder.events_path.stat().st_size if folder.events_path.exists() else 0
        self._failed_starts.pop(folder.path, None)
        self._children[folder.path] = (training_process.launch(folder, arguments), size)
        known = self.summary(folder.path)
        new = replace(known, state="starting") if known else RunSummary(folder.path, folder.path.name, "starting")
        self.summaries = (new, *(s for s in self.summaries if s.path != folder.path))
        self.runs_changed.emit()
        self.look()

    # Commands

    def send(self, folder: RunFolder, command: str) -> None:
        """pause, resume, stop or finish. What is wrong goes to `trouble`."""
        try:
            if command == "resume":
                self.resume(folder)
            else:
                folder.send(command)
        except KpvpError as error:
            self.trouble.emit(error)
        QTimer.singleShot(400, self.look)

    def cancel(self, folder: RunFolder) -> None:
        """End a run without saving: ask its process, then ask the system, then force it."""
        self.send(folder, "cancel")
        if folder.holder() is None:
            self._end(folder, False)  # still starting: nobody reads commands yet
        QTimer.singleShot(1000 * _ASK_S, self, lambda: self._end(folder, False))
        QTimer.singleShot(1000 * _FORCE_S, self, lambda: self._end(folder, True))

    def _end(self, folder: RunFolder, force: bool) -> None:
        child, _ = self._children.get(folder.path, (None, 0))
        pid = folder.process()
        if pid is None and child is not None and child.poll() is None:
            pid = child.pid
        if pid is not None:
            training_process.end(pid, force)
            if force:
                what = tr(
                    "{name} did not end when asked to: its process and all it started were killed.",
                    name=folder.path.name,
                )
                self.trouble.emit(TrainingError(what, tr("Resume goes on from its last checkpoint.")))
            self.look()
        elif force and folder.holder() is not None:
            self.trouble.emit(
                TrainingError(
                    tr("The run was asked to end, but its process is not on this computer."),
                    tr("End it where it was started."),
                )
            )

    def delete(self, folder: RunFolder) -> None:
        """Move a run that nobody trains to the system's trash."""
        job = Job(_to_trash, folder)
        job.finished.connect(lambda _: self._forget(folder.path))
        job.failed.connect(self.trouble)
        job.start()

    def _forget(self, path: Path) -> None:
        self._failed_starts.pop(path, None)
        self.summaries = tuple(summary for summary in self.summaries if summary.path != path)
        self.runs_changed.emit()
        self.look()


class RunWatch(QObject):
    """Follows one run's events. `history` is what was said so far.

    `reloaded` says that it became another one (many events at once, read in a job), `advanced` that it grew.
    """

    reloaded = Signal()
    advanced = Signal()

    def __init__(self, folder: RunFolder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder = folder
        self.history = RunHistory()
        self._offset = 0
        self._loading: Job | None = None
        self._timer = QTimer(self, interval=TAIL_MS)
        self._timer.timeout.connect(self.read)
        self._load()
        self._timer.start()

    @property
    def loading(self) -> bool:
        return self._loading is not None

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()
        if self._loading is not None:
            self._loading.cancel()

    def read(self) -> None:
        """Take in what was written since the last look."""
        if self._loading is not None:
            return
        try:
            new = self.folder.events_path.stat().st_size - self._offset
        except OSError:
            return
        if not 0 <= new <= _INLINE:  # many, or a file that was replaced
            self._load()
        elif new:
            events, self._offset = self.folder.events_since(self._offset)
            for event in events:
                self.history.add(event)
            if events:
                self.advanced.emit()

    def _load(self) -> None:
        self._loading = Job(_history, self.folder, reports=True)
        self._loading.finished.connect(self._loaded)
        self._loading.failed.connect(lambda _: self._loaded(None))
        self._loading.start()

    def _loaded(self, result: tuple[RunHistory, int] | None) -> None:
        self._loading = None
        if result is not None and self._timer.isActive():
            self.history, self._offset = result
            self.reloaded.emit()


def _history(folder: RunFolder, progress, cancelled) -> tuple[RunHistory, int]:
    """All events, gathered in a thread of the pool."""
    history, offset = RunHistory(), 0
    for events, read_to in folder.pieces():
        for event in events:
            history.add(event)
        offset = read_to
        if cancelled():
            break
    return history, offset


def _to_trash(folder: RunFolder) -> None:
    if folder.holder() is not None:
        raise TrainingError(tr("This run is being trained."), tr("Stop it first."))
    QFile.moveToTrash(str(folder.path))
    if folder.path.exists():
        raise TrainingError(
            tr("The run could not be moved to the trash."), tr("Delete the folder {path} yourself.", path=folder.path)
        )
