"""The writing side of a run's folder: settings, events, commands, checkpoints, log. `training.runs.folder` reads them.

The folder is the whole protocol between a training process and a watcher, so that one may come, go and crash.
With several training processes only the main one touches the folder; the others get what it read.
"""

from __future__ import annotations

import os
import platform
import sys
import time
import traceback
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import torch

from engine.errors import KpvpError, TrainingError
from engine.files import atomic_write
from training.running import tensorboard
from training.running.checkpoints import Checkpoints, is_full
from training.running.lock import Lock
from training.running.processes import is_main
from training.runs.config import RunConfig, parse
from training.runs.events import (
    Activity,
    CheckpointSaved,
    CheckpointUnreadable,
    Event,
    Planned,
    Reached,
    RunBegan,
    RunCancelled,
    RunFailed,
    RunPaused,
    RunResumed,
    RunStopped,
    line_of,
)
from training.runs.folder import COMMANDS, RunFolder

PROGRESS_EVERY = 0.5  # seconds between two events of a progress
PAUSE_POLL = 0.25  # seconds


class Stopped(Exception):
    """The run was stopped or cancelled; its checkpoints are whole."""


class Run:
    """A run folder this process trains. Create with `Run.start` or `Run.resume`; training happens in a with-block,
    which holds the lock, writes the `run` event, and the `error` event if an exception ends it."""

    def __init__(self, folder: Path, config: RunConfig) -> None:
        self.folder, self.config = folder, config
        self.files = RunFolder(folder)
        self.checkpoints = Checkpoints(
            self.files.checkpoints_path, lambda file, error: self.say(CheckpointUnreadable(file=file, error=error))
        )
        self._commands_read = 0
        self._commands: deque[str] = deque()
        self._progress: dict[str, float] = {}
        self._lock: Lock | None = None
        self._board: Callable[[Event], None] = lambda event: None

    @classmethod
    def start(cls, folder: Path, config: RunConfig) -> Run:
        """A new run. Raises TrainingError if the folder holds more than a watcher puts there, or cannot be written."""
        run = cls(folder, config)
        if not is_main():
            return run
        try:
            if folder.exists() and (not folder.is_dir() or set(folder.iterdir()) - run._watchers_files()):
                raise TrainingError(
                    f"{folder} already holds something.", "Choose a new folder, or resume the run with --resume."
                )
            for part in (run.files.checkpoints_path, run.files.previews_path):
                part.mkdir(parents=True, exist_ok=True)
            with atomic_write(run.files.config_path) as temporary:
                temporary.write_text(config.to_toml(), encoding="utf-8")
        except OSError as error:
            raise TrainingError(f"{folder} cannot be written ({error.strerror}).", "Choose another folder.") from None
        return run

    @classmethod
    def resume(cls, folder: Path) -> Run:
        """The run in a folder, with the settings it was started with."""
        if not RunFolder(folder).is_run():
            raise TrainingError(f"{folder} holds no run.", "Give the folder of a run, or leave out --resume.")
        try:
            text = RunFolder(folder).config_path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            raise TrainingError(
                f"The settings of {folder.name} cannot be read.",
                f"Put a whole {RunFolder(folder).config_path.name} back.",
            ) from None
        return cls(folder, parse(text))

    def __enter__(self) -> Run:
        if not is_main():
            return self
        try:
            self._lock = Lock(self.files)
            self._lock.take()
            for part in (self.files.checkpoints_path, self.files.previews_path):
                part.mkdir(exist_ok=True)
        except OSError as error:
            raise TrainingError(
                f"{self.folder} cannot be written ({error.strerror}).", "Free some space or make it writable."
            ) from None
        try:
            self.checkpoints.clear_torn()
            # Commands from before this process are not meant for it.
            self._commands_read = _size(self.files.commands_path)
            self.log(
                f"{time.strftime('%Y-%m-%d %H:%M:%S')} process {os.getpid()} on {platform.node()}, "
                f"Python {platform.python_version()}, torch {torch.__version__}, {torch.get_num_threads()} threads"
            )
            earlier, _ = self.files.events_since(0)
            self._board = tensorboard.writer(self.files)
            self.say(self._introduction(earlier))
        except BaseException:
            self._lock.release()
            raise
        return self

    def __exit__(self, kind, error, trace) -> None:
        try:
            if isinstance(error, OSError) and is_full(error):
                error = TrainingError("The disk is full.", "Free some space and resume; the last checkpoint is whole.")
                self._record(error)
                raise error from None
            if isinstance(error, Exception) and not isinstance(error, Stopped):
                self._record(error)
        finally:
            if self._lock is not None:
                self._lock.release()

    def say(self, event: Event) -> None:
        """Append one event; it is printed, too, so that a terminal shows the same.

        Raises TrainingError on a full disk.
        """
        if not is_main():
            return
        line = line_of(event)
        try:
            _append(self.files.events_path, line)
        except OSError as error:
            remedy = "Free some space" if is_full(error) else "Make it writable"
            raise TrainingError(
                f"The run's events could not be written ({error.strerror}).",
                f"{remedy} and resume; the last checkpoint is whole.",
            ) from None
        self._board(event)
        try:
            print(line, flush=True)
        except (OSError, ValueError):
            # The terminal or the window that started this is gone: training goes on without.
            sys.stdout = open(os.devnull, "w")  # noqa: SIM115

    def log(self, text: str) -> None:
        """Append to log.txt; a log that cannot be written is no reason to stop."""
        if is_main():
            with suppress(OSError):
                _append(self.files.log_path, text)

    def progress(self, kind: str, done: int, total: int) -> None:
        """Say how far something outside the steps is (see `events.ACTIVITIES`), and obey commands meanwhile."""
        now = time.monotonic()
        if done >= total or now - self._progress.get(kind, -PROGRESS_EVERY) >= PROGRESS_EVERY:
            self._progress[kind] = now
            self.say(Activity(kind, done, total))
            self.obey(during=kind)

    def obey(self, save: Callable[[], None] = lambda: None, share: Callable = lambda x: x, **where) -> bool:
        """Do what `commands` says: wait while paused, raise Stopped; True if the present step is to be finished early.

        save: makes a checkpoint, before a pause or a stop; share: carries the main process's answer to the others;
        where: what the events say about it, a stage and its step, or `during` what.
        """
        finish = False
        while (command := share(self.command())) is not None:
            if command == "pause":
                save()
                self.say(RunPaused(**where))
                while (command := share(self.command())) not in ("resume", "stop", "finish", "cancel"):
                    time.sleep(PAUSE_POLL)
                if command in ("resume", "finish"):
                    self.say(RunResumed(**where))
            if command == "stop":
                save()
                self.say(RunStopped(**where))
                raise Stopped
            if command == "cancel":
                self.say(RunCancelled(**where))
                raise Stopped
            finish = finish or command == "finish"
        return finish

    def command(self) -> str | None:
        """The oldest command not yet taken, if any."""
        if is_main() and _size(self.files.commands_path) > self._commands_read:
            with suppress(OSError), open(self.files.commands_path, "rb") as file:
                file.seek(self._commands_read)
                new = file.read()
                whole = new.rfind(b"\n") + 1
                self._commands_read += whole
                self._commands.extend(w for w in new[:whole].decode("utf-8", "replace").split() if w in COMMANDS)
        return self._commands.popleft() if self._commands else None

    def save(self, name: str, state: dict) -> None:
        """Make `state` the last checkpoint of step `name`; the one before stays too."""
        if is_main():
            self.checkpoints.save(name, state)

    def load(self, name: str) -> dict | None:
        """The newest whole checkpoint of that name, or None."""
        return self.checkpoints.load(name)

    def _watchers_files(self) -> set[Path]:
        """What a watcher may have put into the folder of a run it is about to start."""
        return {self.files.log_path, self.files.commands_path}

    def _introduction(self, earlier: list[Event]) -> RunBegan:
        """Who this is, what stages there are, and after which checkpoint this process goes on."""
        config, resumed_from = self.config, None
        stages = tuple(Planned(name, steps) for name, steps in config.stages.items())
        if earlier:
            last = next((event for event in reversed(earlier) if isinstance(event, CheckpointSaved)), None)
            resumed_from = Reached(last.stage, last.step) if last is not None else Reached(None, 0)
        return RunBegan(config.name, config.preset or config.name, stages, resumed_from)

    def _record(self, error: Exception) -> None:
        """The `error` event, and the traceback in the log unless it is the user's to correct."""
        if isinstance(error, KpvpError):
            what, remedy = error.what, error.remedy
        else:
            what, remedy = f"{type(error).__name__}: {error}", f"This is a bug; {self.files.log_path} has the details."
            self.log("".join(traceback.format_exception(error)))
        with suppress(KpvpError):  # a full disk has nothing more to say
            self.say(RunFailed(what=what, remedy=remedy))


def _append(path: Path, line: str) -> None:
    """Add one line, whole or not at all; a line that a kill cut short before is ended first."""
    data = line.encode("utf-8") + b"\n"
    with open(path, "ab+", buffering=0) as file:
        end = file.seek(0, os.SEEK_END)
        if end and _last_byte(file, end) != b"\n":
            data = b"\n" + data
        try:
            _write_all(file, data)
        except OSError:
            with suppress(OSError):
                file.truncate(end)
            raise


def _write_all(file, data: bytes) -> None:
    while data:
        data = data[file.write(data) :]


def _last_byte(file, end: int) -> bytes:
    file.seek(end - 1)
    return file.read(1)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
