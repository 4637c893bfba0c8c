"""kill -9 at random moments: a process writes, is killed, and what it had promised must be there, whole.

A process is forked for each life, of one that has written a round itself: it need not import everything again.
`tests.gui.projects.lives` has the autosave of a studio, which needs processes of its own.
"""

from __future__ import annotations

import contextlib
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
        import accelerate
        import torch

        import tests.training.running.toy_stage
        import training.running.loop

        torch.set_num_threads(1)
        assert accelerate and tests.training.running.toy_stage and training.running.loop
        return

    def stop(_: int) -> None:
        raise _Enough

    with tempfile.TemporaryDirectory(prefix="kpvp-kills-") as folder, contextlib.suppress(_Enough):
        with contextlib.redirect_stdout(io.StringIO()):
            writer.work(Path(folder), 0, stop)


def _life(writer: Writer, folder: Path, first: int, span: float, took: float) -> tuple[list[int], float, str]:
    """One process, killed `span` seconds after it began to write: what it said, seconds of a round, why it ended."""
    ours, theirs = os.pipe()
    complaints = folder.parent / f"{folder.name}.log"
    child = os.fork()
    if not child:
        _live(writer, folder, first, theirs, complaints)
    os.close(theirs)
    try:
        began = time.monotonic()
        select.select([ours], [], [], span)  # the first number may come before
        wait = span - (time.monotonic() - began)
        if wait > 0:
            time.sleep(wait)
    finally:
        os.kill(child, signal.SIGKILL)
    lived = time.monotonic() - began
    said = b""
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
        took *= 2
    return numbers, took, failure


def _live(writer: Writer, folder: Path, first: int, pipe: int, complaints: Path) -> None:
    """In the forked process; never returns."""
    status = 0
    try:
        with open(complaints, "w", encoding="utf-8") as log:
            os.dup2(log.fileno(), 1)
            os.dup2(log.fileno(), 2)
            writer.work(folder, first, lambda number: os.write(pipe, b"%d\n" % number) and None)
    except BaseException:
        complaints.write_text(traceback.format_exc(), "utf-8")
        status = 1
    finally:
        os._exit(status)
