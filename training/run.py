"""A run's folder, which is also the whole protocol between a training process and whoever watches it.

config.toml        what the run was told
events.jsonl       one JSON object per line, appended: losses, previews, step changes, the end
commands           lines a watcher appends: pause, resume, stop
lock               pid, start and heartbeat of the process that trains
checkpoints/       last and last-but-one of each step, written atomically
previews/          pictures
model.safetensors  the bundle, when done
"""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import torch

from engine.errors import TrainingError
from engine.files import atomic_write
from training.config import RunConfig, parse

HEARTBEAT_TIMEOUT = 60.0  # seconds after which a lock without heartbeat is stale


class Run:
    """An open run folder. Create with `Run.start` or `Run.resume`; use as a context manager to hold the lock."""

    def __init__(self, folder: Path, config: RunConfig) -> None:
        self.folder, self.config = folder, config
        self._last_beat = 0.0
        self._commands_read = 0

    @classmethod
    def start(cls, folder: Path, config: RunConfig) -> Run:
        """A new run. Raises TrainingError if the folder holds anything or cannot be written."""
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise TrainingError(
                f"{folder} already holds something.", "Choose a new folder, or resume the run with --resume."
            )
        try:
            for part in ("checkpoints", "previews"):
                (folder / part).mkdir(parents=True, exist_ok=True)
            with atomic_write(folder / "config.toml") as temporary:
                temporary.write_text(config.to_toml(), encoding="utf-8")
        except OSError as error:
            raise TrainingError(f"{folder} cannot be written ({error.strerror}).", "Choose another folder.") from None
        return cls(folder, config)

    @classmethod
    def resume(cls, folder: Path) -> Run:
        """The run in a folder, with the settings it was started with."""
        path = folder / "config.toml"
        if not path.is_file():
            raise TrainingError(f"{folder} holds no run.", "Give the folder of a run, or leave out --resume.")
        return cls(folder, parse(path.read_text(encoding="utf-8")))

    def __enter__(self) -> Run:
        lock = self.folder / "lock"
        if lock.exists():
            try:
                held = json.loads(lock.read_text(encoding="utf-8"))
            except ValueError:
                held = {}
            fresh = time.time() - held.get("heartbeat", 0) < HEARTBEAT_TIMEOUT
            if fresh and held.get("pid") != os.getpid() and _alive(held.get("pid")):
                raise TrainingError(f"{self.folder} is being trained by process {held['pid']}.", "Stop that one first.")
        self._started = time.time()
        self.beat(force=True)
        commands = self.folder / "commands"
        self._commands_read = commands.stat().st_size if commands.exists() else 0
        return self

    def __exit__(self, *exception) -> None:
        (self.folder / "lock").unlink(missing_ok=True)

    def beat(self, force: bool = False) -> None:
        """Say that this process is alive, at most every 5 s."""
        now = time.time()
        if force or now - self._last_beat > 5:
            self._last_beat = now
            with atomic_write(self.folder / "lock") as temporary:
                text = json.dumps({"pid": os.getpid(), "start": self._started, "heartbeat": now})
                temporary.write_text(text, encoding="utf-8")

    def event(self, kind: str, **values) -> None:
        """Append one event; also printed, so that a terminal shows the same."""
        line = json.dumps({"time": round(time.time(), 3), "event": kind, **values})
        with open(self.folder / "events.jsonl", "a", encoding="utf-8") as file:
            file.write(line + "\n")
        print(line, flush=True)

    def command(self) -> str | None:
        """The newest command since the last call, if any."""
        path = self.folder / "commands"
        if not path.exists() or path.stat().st_size <= self._commands_read:
            return None
        with open(path, "rb") as file:
            file.seek(self._commands_read)
            new = file.read()
        whole = new.rfind(b"\n") + 1
        self._commands_read += whole
        lines = new[:whole].decode("utf-8", "replace").split()
        return lines[-1] if lines else None

    def save(self, name: str, state: dict) -> None:
        """Write checkpoints/NAME.pt; the one before stays as NAME.previous.pt."""
        path = self.folder / "checkpoints" / f"{name}.pt"
        try:
            with atomic_write(path.with_suffix(".next.pt")) as temporary:
                torch.save(state, temporary)
        except OSError as error:
            raise TrainingError(
                f"The checkpoint could not be written ({error.strerror}); the one before is whole.",
                "Free some space and resume.",
            ) from None
        if path.exists():
            os.replace(path, path.with_suffix(".previous.pt"))
        os.replace(path.with_suffix(".next.pt"), path)

    def load(self, name: str) -> dict | None:
        """The newest readable checkpoint of that name, or None."""
        stem = self.folder / "checkpoints" / name
        for suffix in (".next.pt", ".pt", ".previous.pt"):
            path = stem.with_suffix(suffix)
            if path.exists():
                try:
                    return torch.load(path, map_location="cpu", weights_only=True)
                except (RuntimeError, OSError, EOFError, ValueError) as error:
                    self.event("checkpoint_unreadable", file=path.name, error=str(error)[:200])
        return None


def _alive(pid) -> bool:
    if not isinstance(pid, int):
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
