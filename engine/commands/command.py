"""The form of every command: a module with `HELP`, `add_arguments` and `run`, which returns a `Report`.

Its name stands in the table of its package, so that names are known without importing any command. Knows no command,
and nothing of models or training.
"""

import argparse
import contextlib
import io
import json
import os
import signal
import sys
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, Protocol

from engine.errors import KpvpError, refused_by_system
from engine.waiting import wait_passively
from engine.words import printable


class Report(NamedTuple):
    """What a command has to say: `data` for scripts (`--json`), `text` for people ("" prints nothing)."""

    data: Mapping[str, Any]
    text: str = ""
    status: int = 0  # the exit status


class Command(Protocol):
    """What a command's module declares."""

    @property
    def HELP(self) -> str:
        """One line of `kpvp --help`."""
        ...

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the arguments; `engine.commands.arguments` has those that several commands take."""

    def run(self, args: argparse.Namespace) -> Report:
        """Do it. Progress goes to stderr; stdout is for the report. Raises `KpvpError` for what the user can fix."""


def run_command(command: Command, args: argparse.Namespace) -> int:
    """Run a command, print its report to stdout, as one JSON object if `args.json`, and return the exit status."""
    as_json = getattr(args, "json", False)
    # Whatever a library prints must not get between the script and its JSON.
    with contextlib.redirect_stdout(sys.stderr) if as_json else contextlib.nullcontext():
        report = command.run(args)
    printed = json.dumps(report.data, allow_nan=False) if as_json else printable(report.text)
    if printed:
        print(printed, flush=True)
    return report.status


def run_program(program: Callable[[], int]) -> int:
    """The exit status of a whole program: 2, with one message on stderr, for what the user can fix; 1 for a bug."""
    try:
        return program()
    except KpvpError as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("Interrupted.", file=sys.stderr)
        return 130
    except BrokenPipeError:  # the reader of our output left, as `head` does
        _discard_output()
        return 0
    except OSError as error:
        _discard_output()
        print(refused_by_system(error), file=sys.stderr)
        return 2
    except MemoryError:
        print(
            "There is not enough memory for this. Close other programs, or choose something smaller.", file=sys.stderr
        )
        return 2
    except Exception:
        import traceback

        traceback.print_exc()
        return 1


def prepare_process() -> None:
    """For a process that is ours alone: any text can be printed, being ended leaves nothing half written, and threads
    that wait leave their core to others."""
    wait_passively()
    for number in (0, 1, 2):  # where one is closed, the next file opened would take its place, and our output
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a file's name may hold what the console cannot show
            stream.reconfigure(errors="backslashreplace")
    # The system's own way would leave temporary files and child processes behind.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))


def _discard_output() -> None:
    """Let the interpreter's last flush succeed."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
