"""The child process that trains: its command line, how it is started apart from the studio, its end and last words.

It lives in a process group of its own at low priority and outlives the window. Knows no Qt and no run's contents.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import engine
from engine.errors import TrainingError
from engine.waiting import PASSIVE
from training.runs.events import LINE_BEGINS
from training.runs.folder import RunFolder

NICENESS = 10
_INSTALLED = ("site-packages", "dist-packages")


def python(*arguments: str) -> list[str]:
    """A command of this Python that runs no file of the folder it is started in. `arguments`: "-m", a module, its own.

    A packaged program is its own Python for the modules in package/start.py.
    """
    return [sys.executable, *([] if getattr(sys, "frozen", False) else ["-P"]), *arguments]


def environment() -> dict[str, str]:
    """This process's, such that the child finds our packages, writes at once, and leaves idle cores alone."""
    result = PASSIVE | os.environ | {"PYTHONUNBUFFERED": "1", "PYTHONIOENCODING": "utf-8"}
    home = Path(engine.__file__).resolve().parent.parent
    if home.name not in _INSTALLED:  # run from a folder that was never installed
        result["PYTHONPATH"] = os.pathsep.join(filter(None, [str(home), os.environ.get("PYTHONPATH", "")]))
    return result


def start_arguments(
    preset: str, out: Path, data: str = "", init: str = "", changes: Mapping[str, str] | None = None
) -> list[str]:
    """Arguments of a new run. `changes`: "section.key" -> value in TOML syntax."""
    arguments = ["-m", "training", preset, "--out", str(out)]
    if data:
        arguments += ["--data", data]
    if init:
        arguments += ["--init", init]
    for key, value in (changes or {}).items():
        arguments += ["--set", f"{key}={value}"]
    return arguments


def resume_arguments(folder: RunFolder) -> list[str]:
    """Arguments that go on with a run; its settings are in its own folder."""
    return ["-m", "training", str(folder.config_path), "--out", str(folder.path), "--resume"]


def launch(folder: RunFolder, arguments: Sequence[str]) -> subprocess.Popen:
    """Start the process of a run. Its complaints go to the run's log; on stdout it only repeats its events.

    Raises TrainingError if it cannot be started.
    """
    try:
        folder.path.mkdir(parents=True, exist_ok=True)
        with open(folder.log_path, "ab") as log:
            process = subprocess.Popen(
                python(*arguments),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=log,
                cwd=folder.path.parent,
                env=environment(),
                close_fds=True,
                **_detached(),
            )
    except OSError as error:
        raise TrainingError(
            f"Training could not be started in {folder.path.parent} ({error.strerror}).",
            "See that the folder can be written and has room.",
        ) from None
    if os.name == "posix":
        # From here rather than between fork and exec, where a program of many threads must not run Python.
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, process.pid, NICENESS)
        # Linux shares a processor among sessions first, and asks for the niceness of processes only within each.
        group = Path(f"/proc/{process.pid}/autogroup")
        with suppress(OSError):
            if group.exists():
                group.write_text(str(NICENESS), "ascii")
    return process


def _detached() -> dict:
    """What `Popen` needs so that the process outlives this one and its terminal."""
    if os.name == "posix":
        return {"start_new_session": True}
    flags = subprocess.DETACHED_PROCESS | subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.BELOW_NORMAL_PRIORITY_CLASS
    return {"creationflags": flags}


def end(pid: int, force: bool = False) -> None:
    """End a training process and its children: ask first, with `force` at once."""
    if os.name != "posix":
        subprocess.run(
            ["taskkill", "/T", *(["/F"] if force else []), "/PID", str(pid)], capture_output=True, check=False
        )
        return
    sent = signal.SIGKILL if force else signal.SIGTERM
    with suppress(OSError):
        # A run started from a terminal shares its group with the shell's job: only a leader takes its group along.
        if os.getpgid(pid) == pid:
            os.killpg(pid, sent)
        else:
            os.kill(pid, sent)


def log_tail(folder: RunFolder, lines: int = 12) -> str:
    """The last lines the process printed, without the events it printed too."""
    try:
        if not folder.log_path.is_file():
            return ""
        with open(folder.log_path, "rb") as file:
            file.seek(max(0, file.seek(0, os.SEEK_END) - 16384))
            text = file.read().decode("utf-8", "replace")
    except OSError:
        return ""
    said = [line for line in text.splitlines() if line.strip() and not line.startswith(LINE_BEGINS)]
    return "\n".join(said[-lines:])
