"""The form of every command: a module with `HELP`, `add_arguments` and `run`, which returns a `Report`.

Its name stands in the table of its package, so that names are known without importing any command. Knows no command,
and nothing of models or training.
"""

import argparse
import contextlib
import io
import json
import sys
from collections.abc import Mapping
from typing import Any, NamedTuple, Protocol


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
    printed = json.dumps(report.data, allow_nan=False) if as_json else report.text
    if printed:
        if isinstance(sys.stdout, io.TextIOWrapper):  # a file's name may hold what the console cannot show
            sys.stdout.reconfigure(errors="backslashreplace")
        print(printed, flush=True)
    return report.status
