"""A training run as its watchers see it: the run's folder is the whole protocol, and this file has its names.

config.toml        the run's settings
events.jsonl       one JSON object per line, appended: losses, previews, stages, the end; see `training.runs.events`
commands           lines a watcher appends, one of COMMANDS each
lock               pid, birth, host, start and heartbeat of the process that trains
log.txt            what that process printed
checkpoints/       last, last-but-one and best of each stage
previews/          pictures, STAGE-STEP.png
pseudo_labels.npz  the keypoints found in every frame, once that step is done
tensorboard/       the same curves and pictures for TensorBoard, if it is installed
model.safetensors  the bundle, when done

Knows neither torch nor Qt, and writes nothing but lines of `commands`. `training.running.run` is the writing side.
"""

from __future__ import annotations

import json
import os
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, TypeGuard

from engine.errors import TrainingError
from engine.folders import user_data
from training.runs import events
from training.runs.events import Event, events_in

FOLDER_VARIABLE = "KPVP_RUNS_DIR"
HEARTBEAT_TIMEOUT = 60.0  # seconds without a heartbeat after which a lock counts only if its process can be recognised
COMMANDS = ("pause", "resume", "stop", "finish", "cancel")
_LONGEST = 1 << 20  # bytes of a line of events.jsonl; a longer one is passed over
_ENDS: dict[type[Event], str] = {
    events.RunFinished: "finished",
    events.RunStopped: "stopped",
    events.RunCancelled: "stopped",
    events.RunFailed: "failed",
}
_NO_NEWS = (events.Warned, events.CheckpointUnreadable)  # they do not say whether the run goes on
_PIECE, _BREATH = 1 << 14, 0.001  # bytes of events.jsonl parsed at a time, and seconds between two of them
_parsing = threading.Lock()
_HEAD, _TAIL = 1 << 16, 1 << 14  # bytes of events.jsonl that say what a run is and how it is: polled every second


class RunFolder:
    """A run in `path`, which another process may be training right now."""

    def __init__(self, path: Path) -> None:
        self.path = Path(path)
        self.config_path = self.path / "config.toml"
        self.events_path = self.path / "events.jsonl"
        self.commands_path = self.path / "commands"
        self.lock_path = self.path / "lock"
        self.log_path = self.path / "log.txt"
        self.checkpoints_path = self.path / "checkpoints"
        self.previews_path = self.path / "previews"
        self.pseudo_labels_path = self.path / "pseudo_labels.npz"
        self.tensorboard_path = self.path / "tensorboard"
        self.model_path = self.path / "model.safetensors"

    def preview_path(self, stage: str, step: int) -> Path:
        """Where the preview of a stage after `step` is."""
        return self.previews_path / f"{stage}-{step:07d}.png"

    def previews_of(self, stage: str) -> list[Path]:
        """The previews of a stage, oldest first."""
        return sorted(self.previews_path.glob(f"{stage}-*.png"))

    def is_run(self) -> bool:
        """Whether the folder holds a run."""
        return self.config_path.is_file()

    def state(self) -> str:
        """running, paused, stopped (by command, resumable), interrupted (by a crash, resumable), finished or failed."""
        held = self.holder() is not None
        last = next((event for event in self.latest_events() if not isinstance(event, _NO_NEWS)), None)
        if isinstance(last, events.RunFinished | events.RunFailed):
            return _ENDS[type(last)]
        if held:
            return "paused" if isinstance(last, events.RunPaused) else "running"
        return _ENDS.get(type(last), "interrupted")

    def events_since(self, offset: int, most: int = -1) -> tuple[list[Event], int]:
        """Events from byte `offset` on, and the offset to go on from. Half-written lines wait, broken ones are skipped.

        most: bytes to read at most, -1 for all; the same offset comes back at the end (or if a line is longer).
        A resumed run repeats steps: on a `StageBegan` forget what it `voids`.
        """
        try:
            with _opened(self.events_path) as file:
                file.seek(offset)
                new = file.read(most)
        except OSError:
            return [], offset
        whole = new.rfind(b"\n") + 1
        return list(events_in(new[:whole].split(b"\n"))), offset + whole

    def pieces(self, offset: int = 0) -> Iterator[tuple[list[Event], int]]:
        """As `events_since`, up to the end in many small pieces, so that a window can read a long file in a thread.

        Parsing holds the interpreter, for which the window would wait: between two pieces nobody holds it, and several
        readers do not take turns with it.
        """
        piece = _PIECE
        while True:
            before = offset
            with _parsing:
                events_read, offset = self.events_since(offset, piece)
            yield events_read, offset
            time.sleep(_BREATH)
            if offset != before:
                piece = _PIECE
            elif _size(self.events_path) < offset + piece:
                return
            elif piece < _LONGEST:  # the next line may be longer than a piece
                piece *= 2
            else:
                offset += piece  # into the middle of that line, whose rest is no event either

    def send(self, command: str) -> None:
        """Ask the training process to pause, resume, stop, finish (this step early) or cancel; see COMMANDS.

        Raises ValueError for another word, TrainingError if the folder cannot be written.
        """
        if command not in COMMANDS:
            raise ValueError(f"{command!r} is none of {', '.join(COMMANDS)}")
        try:
            with open(self.commands_path, "ab") as file:
                file.write(command.encode() + b"\n")
        except OSError as error:
            raise TrainingError(
                f"The run could not be sent {command!r} ({error.strerror}).", "Make its folder writable."
            ) from None

    def holder(self) -> dict | None:
        """{"pid", "start", "heartbeat", ...} of the living process that trains this run, or None."""
        try:
            with _opened(self.lock_path) as file:
                held = json.loads(file.read(_TAIL))
        except (OSError, ValueError, RecursionError):
            return None
        return held if _is_lock(held) and _is_alive(held) else None

    def process(self) -> int | None:
        """The process that trains this run, if it is certainly that one: on this machine, and born when the lock says.

        Only this one may be ended: after a crash its number can be anybody's.
        """
        held = self.holder()
        if held is None or held.get("host", socket.gethostname()) != socket.gethostname() or not held.get("birth"):
            return None
        return held["pid"] if process_birth(held["pid"]) == held["birth"] else None

    def first_events(self) -> Iterator[Event]:
        """The oldest events first, as far as the beginning of the file holds them."""
        try:
            with _opened(self.events_path) as file:
                return events_in(file.read(_HEAD).split(b"\n"))
        except OSError:
            return iter(())

    def latest_events(self) -> Iterator[Event]:
        """The newest events first, as far as the end of the file holds them."""
        try:
            with _opened(self.events_path) as file:
                file.seek(max(0, file.seek(0, os.SEEK_END) - _TAIL))
                return events_in(reversed(file.read().split(b"\n")))
        except OSError:
            return iter(())


def runs_root() -> Path:
    """Where runs live: $KPVP_RUNS_DIR or the user's data folder (it need not exist yet)."""
    chosen = os.environ.get(FOLDER_VARIABLE)
    return Path(chosen) if chosen else user_data() / "runs"


def list_runs(root: Path) -> list[RunFolder]:
    """The runs in `root`, newest first (by when they were begun)."""
    begun = []
    try:
        folders = list(root.iterdir())
    except OSError:
        return []
    for folder in folders:
        run = RunFolder(folder)
        with suppress(OSError):  # one that is being deleted is not there any more
            if run.is_run():
                begun.append((run.config_path.stat().st_mtime, folder.name, run))
    return [run for *_, run in sorted(begun, key=lambda entry: entry[:2], reverse=True)]


def process_birth(pid: int) -> str | None:
    """What tells a process from a later one with the same number, or None if there is no such living process.

    An empty string: it lives, and this system does not say since when.
    """
    import psutil  # not needed for a window that shows no runs

    try:
        process = psutil.Process(pid)
        if process.status() == psutil.STATUS_ZOMBIE:
            return None
        if Path(f"/proc/{pid}/stat").exists():
            # On Linux psutil's time moves with the wall clock; the kernel's own count since boot does not.
            return (
                Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()[19]
            )
        return repr(process.create_time())
    except psutil.NoSuchProcess:
        return None
    except (psutil.Error, OSError, IndexError):
        return ""


def _opened(path: Path) -> BinaryIO:
    """A file of a run's folder. Raises OSError, also for what is no file: opening a pipe could wait for ever."""
    if not path.is_file():
        raise FileNotFoundError(path)
    return open(path, "rb")


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _is_lock(held: object) -> TypeGuard[dict]:
    """Whether it is what `training.running.lock` writes, as far as it goes: a lock that is not holds nothing."""
    if not isinstance(held, dict):
        return False
    pid, beat = held.get("pid"), held.get("heartbeat", 0)
    texts = (held.get("host", ""), held.get("birth") or "")
    return (
        type(pid) is int
        and 0 < pid < 2**31
        and isinstance(beat, int | float)
        and abs(beat) < 2**53  # false for NaN
        and all(isinstance(text, str) for text in texts)
    )


def _is_alive(held: dict) -> bool:
    fresh = time.time() - held.get("heartbeat", 0) < HEARTBEAT_TIMEOUT
    pid = held["pid"]
    if held.get("host", socket.gethostname()) != socket.gethostname():
        return fresh  # a shared folder, and a process that cannot be seen from here
    birth = process_birth(pid)
    if birth is None:
        return False
    # A laptop that slept has stale heartbeats of living processes: who is recognised needs none.
    return birth == held["birth"] if birth and held.get("birth") else fresh
