"""kill -9 at random moments: a process writes, is killed, and what it had promised must be there, whole.

A process is forked for each life, of one that has written a round itself: it need not import everything again.
`tests.gui.projects.lives` has the autosave of a studio, which needs processes of its own.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import os
import random
import select
import signal
import tempfile
import time
import traceback
from pathlib import Path
from typing import NamedTuple

from tests.faults.writers import Writer

_PATIENCE = 60.0  # seconds that a life may say nothing
_LONGEST_ROUND = 20.0  # seconds, taken for its time where none came to an end
_SPAN = 3.0  # of its rounds that a life lives at most


class Outcome(NamedTuple):
    """How many kills there were, how much was promised in all, and what was lost or half there, in words."""

    kills: int
    promised: int
    losses: list[str]


def kill_again_and_again(writer: Writer, kills: int, seed: int) -> Outcome:
    """So many lives of a writer, in a folder of its own."""
    chance = random.Random(f"{writer.name}/{seed}")
    losses: list[str] = []
    highest, took = -1, 0.3  # seconds of a round, until it is known
    _import_all(writer)
    with tempfile.TemporaryDirectory(prefix="kpvp-kills-") as home:
        folder = Path(home)
        for life in range(kills):
            said, took, failure = _life(writer, folder, highest + 1, chance.random() * _SPAN * took, took)
            promised = max([highest, *said])
            if failure:
                losses.append(f"life {life} ended by itself: {failure}")
            try:
                there = writer.found(folder)
            except Exception:
                losses.append(f"after life {life}: {traceback.format_exc()[-1500:]}")
                there = promised
            if there < promised:
                losses.append(f"after life {life} there are {there}, and {promised} were promised")
            highest = max(there, promised)
    return Outcome(kills, highest + 1, losses)


class _Enough(Exception):
    """One round was written."""


def _import_all(writer: Writer) -> None:
    """By writing a round, where that may be done before a fork."""
    if writer.trains:
        for module in ("accelerate", "tests.training.running.toy_stage", "training.running.loop"):
            importlib.import_module(module)
        return

    def stop(_: int) -> None:
        raise _Enough

    silent = contextlib.redirect_stdout(io.StringIO())
    with tempfile.TemporaryDirectory(prefix="kpvp-kills-") as folder, contextlib.suppress(_Enough), silent:
        writer.work(Path(folder), 0, stop)


def _life(writer: Writer, folder: Path, first: int, span: float, took: float) -> tuple[list[int], float, str]:
    """One process, killed `span` seconds after it began to write: what it said, seconds of a round, why it ended."""
    ours, theirs = os.pipe()
    complaints = folder.parent / f"{folder.name}.log"
    child = os.fork()
    if not child:
        _live(writer, folder, first, theirs, complaints)
    os.close(theirs)
    said, began = b"", time.monotonic()
    try:
        while (left := began + span - time.monotonic()) > 0 and select.select([ours], [], [], left)[0]:
            if not (piece := os.read(ours, 1 << 16)):
                break  # it has ended by itself
            said += piece
    finally:
        os.kill(child, signal.SIGKILL)
    lived = time.monotonic() - began
    while select.select([ours], [], [], _PATIENCE)[0] and (piece := os.read(ours, 1 << 16)):
        said += piece
    os.close(ours)
    _, status = os.waitpid(child, 0)
    numbers = [int(word) for word in said.split()[: said.count(b"\n")]]
    failure = "" if os.WIFSIGNALED(status) else complaints.read_text("utf-8")[-1500:]
    complaints.unlink(missing_ok=True)
    if numbers:
        took = 0.5 * took + 0.5 * lived / len(numbers)
    elif lived > took:
        took = min(2 * took, _LONGEST_ROUND)
    return numbers, took, failure


def _live(writer: Writer, folder: Path, first: int, pipe: int, complaints: Path) -> None:
    """In the forked process; never returns."""

    def say(number: int) -> None:
        os.write(pipe, b"%d\n" % number)

    status = 0
    try:
        with open(complaints, "w", encoding="utf-8") as log:
            os.dup2(log.fileno(), 1)
            os.dup2(log.fileno(), 2)
            writer.work(folder, first, say)
    except BaseException:
        complaints.write_text(traceback.format_exc(), "utf-8")
        status = 1
    finally:
        os._exit(status)
