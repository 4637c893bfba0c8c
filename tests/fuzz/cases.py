"""Runs the cases of one reader in a child process, whose memory and time are limited; what escapes is told and kept.

A case follows from (reader, number) alone, so that it can be had again.
"""

import hashlib
import json
import os
import random
import resource
import select
import subprocess
import sys
import tempfile
import time
import traceback
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import psutil

from tests.fuzz.mutations import mutated
from tests.fuzz.readers import Reader, readers

SECONDS, MEMORY = 10.0, 2**30  # of one case: of processor time, for a machine may be busy, or of waiting for nothing
_LONGEST = 1800.0  # seconds by the clock, on the busiest machine
CORPUS = Path(__file__).parent / "corpus"
_STARTING = 120.0  # seconds


class Escape(NamedTuple):
    """A case that ended otherwise than in a result or a sentence."""

    reader: str
    number: int
    how: str


def run(reader: Reader, first: int, count: int) -> tuple[int, int, list[Escape]]:
    """(inputs read, inputs refused with a sentence, escapes) of the cases first .. first + count - 1."""
    read = refused = 0
    escapes: list[Escape] = []
    number, stop = first, first + count
    while number < stop:
        with tempfile.TemporaryFile() as complaints:
            child = subprocess.Popen(
                [sys.executable, "-m", "tests.fuzz.cases", reader.name, str(number), str(stop)],
                stdout=subprocess.PIPE,
                stderr=complaints,
            )
            assert child.stdout is not None
            try:
                for line in _lines(child):
                    begun, outcome = json.loads(line)
                    if outcome is None:
                        number = begun
                        continue
                    number = begun + 1
                    read += reader.together
                    refused += reader.together if outcome == "refused" else 0
                    if outcome not in ("read", "refused"):
                        escapes.append(Escape(reader.name, begun, outcome))
            finally:
                child.kill()
                child.wait()
            if number < stop:
                complaints.seek(0)
                said = complaints.read()[-600:].decode("utf-8", "replace")
                escapes.append(Escape(reader.name, number, f"status {child.returncode} or {SECONDS:.0f} s: {said}"))
                read, number = read + reader.together, number + 1
    return read, refused, escapes


def _lines(child: subprocess.Popen):
    """What it says, until it ends or is silent for too long."""
    assert child.stdout is not None
    descriptor, rest, patience = child.stdout.fileno(), b"", _STARTING
    while select.select([descriptor], [], [], patience)[0] or _is_starved(child, descriptor):
        new = os.read(descriptor, 1 << 16)
        if not new:
            return
        *whole, rest = (rest + new).split(b"\n")
        yield from whole
        patience = SECONDS


def _is_starved(child: subprocess.Popen, descriptor: int) -> bool:
    """After its seconds: whether it says something yet, without having had them of the processor or slept for them."""
    began, slept, used = time.monotonic(), 0.0, _processor_time(child.pid)
    while slept < SECONDS and time.monotonic() - began < _LONGEST and _processor_time(child.pid) - used < SECONDS:
        if select.select([descriptor], [], [], 0.5)[0]:
            return True
        slept += 0.5 * _sleeps(child.pid)
    return False


def _family(pid: int) -> list[psutil.Process]:
    """A process and all that it started."""
    try:
        return [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]
    except psutil.Error:
        return []


def _processor_time(pid: int) -> float:
    """Seconds of a process and of what it started, whether that has ended or not."""
    total = 0.0
    for process in _family(pid):
        with suppress(psutil.Error):
            total += sum(process.cpu_times()[:4])
    return total


def _sleeps(pid: int) -> bool:
    """Whether nobody in its family wants the processor or the disk (on Linux; elsewhere all are taken to)."""
    states = set()
    for process in _family(pid):
        for thread in Path(f"/proc/{process.pid}/task").glob("*/stat"):
            with suppress(OSError):  # it has ended
                states.add(thread.read_text("utf-8", "replace").rpartition(")")[2].split()[0])
    return bool(states) and not states & {"R", "D"}


def files_of(reader: Reader, samples, number: int, folder: Path) -> list[Path]:
    """The files of a case, written into `folder`."""
    chance = random.Random(hashlib.sha256(f"{reader.name}/{number}".encode()).digest())
    files = []
    for part in range(reader.together):
        name, content = chance.choice(samples)
        path = folder / (name if reader.together == 1 else f"{part}-{name}")
        path.write_bytes(mutated(content, chance))
        files.append(path)
    return files


def outcome_of(reader: Reader, files: list[Path]) -> str:
    """ "read", "refused", or the traceback of what escaped."""
    try:
        reader.read(files)
    except reader.refusals as error:
        return "refused" if 5 < len(str(error)) < 2100 else f"no sentence: {str(error)[:200]!r}"
    except Exception:
        return traceback.format_exc()[-1500:]
    return "read"


def _limit_memory() -> None:
    """1 GiB more than the libraries have taken."""
    with open("/proc/self/status", encoding="ascii") as file:
        taken = next(int(line.split()[1]) * 1024 for line in file if line.startswith("VmData:"))
    resource.setrlimit(resource.RLIMIT_DATA, (taken + MEMORY, taken + MEMORY))


def _main(name: str, first: int, stop: int) -> None:
    reader = next(reader for reader in readers() if reader.name == name)
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # whatever a library prints must not get between
    with tempfile.TemporaryDirectory(prefix="kpvp-fuzz-") as folder:
        samples = reader.samples(Path(folder))
        for number in range(-1, stop - first):
            case = Path(tempfile.mkdtemp(dir=folder))
            if number < 0:  # sound files are read, and libraries are there
                files = [case / samples[0][0]]
                files[0].write_bytes(samples[0][1])
                if (outcome := outcome_of(reader, files)) != "read":
                    raise RuntimeError(outcome)
                _limit_memory()
                continue
            files = files_of(reader, samples, first + number, case)
            print(json.dumps([first + number, None]), file=answers, flush=True)
            began = sum(os.times()[:4])
            outcome = outcome_of(reader, files)
            if (took := sum(os.times()[:4]) - began) > SECONDS * 1.5 * reader.together**0.5:
                outcome = f"took {took:.1f} s"
            print(json.dumps([first + number, outcome]), file=answers, flush=True)
            for path in case.iterdir():
                path.unlink()


if __name__ == "__main__":
    _main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
