"""Clips of a folder become a frame store: decoded by several processes, appended in order, resumable after a kill.

frames.u8      the frames of clip after clip
journal.jsonl  one line per clip that is in frames.u8 as a whole: its number of frames and their checksum
parts/         clips that are being decoded
index.json     written last: with it the store is whole
"""

from __future__ import annotations

import json
import multiprocessing
import os
import shutil
import zlib
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from engine.files import atomic_write
from training.layouts import decoding
from training.layouts.listing import SourceClip
from training.store.frame_store import unwritable
from training.worlds.workers import die_with_parent

_CHUNK = 2**20


@dataclass(frozen=True)
class Job:
    """One clip to decode: see `decoding.frames`."""

    clip: SourceClip
    size: int
    fps: float
    longest: int
    own_fps: Fraction | None


@dataclass(frozen=True)
class Decoded:
    """What came of a job. frames: how many lie in the file; checksum: CRC-32 of them; problem: a sentence or empty."""

    frames: int
    checksum: int
    problem: str = ""


def decode_all(
    jobs: Sequence[Job], folder: Path, workers: int, progress: Callable[[int, int], None] | None = None
) -> list[Decoded]:
    """Decode every job's clip into folder/frames.u8, in order; what an earlier call left whole is kept.

    Returns what came of each; clips with fewer than two frames take no room. Raises TrainingError if the disk is full.
    """
    parts = folder / "parts"
    try:
        shutil.rmtree(parts, ignore_errors=True)
        parts.mkdir()
        with open(folder / "frames.u8", "a+b") as frames, open(folder / "journal.jsonl", "a+b") as journal:
            done = _resume(frames, journal, jobs)
            if progress:
                progress(len(done), len(jobs))
            for number, result in _in_order(jobs, len(done), parts, workers):
                part = parts / f"{number}.u8"
                if result.frames >= 2:
                    with open(part, "rb") as file:
                        shutil.copyfileobj(file, frames, _CHUNK)
                    frames.flush()
                else:
                    result = Decoded(0, 0, result.problem or "It has fewer than two frames.")
                part.unlink(missing_ok=True)
                # Frames are written before their line: a line stands for a whole clip.
                journal.write(json.dumps([result.frames, result.checksum, result.problem]).encode() + b"\n")
                journal.flush()
                done.append(result)
                if progress:
                    progress(len(done), len(jobs))
            os.fsync(frames.fileno())
        shutil.rmtree(parts, ignore_errors=True)
    except OSError as error:
        raise unwritable(folder, error) from None
    return done


def finish(folder: Path, index: dict) -> None:
    """Write the index, with which the store is whole. Raises TrainingError if the disk is full."""
    try:
        with atomic_write(folder / "index.json") as temporary:
            temporary.write_text(json.dumps(index), encoding="utf-8")
    except OSError as error:
        raise unwritable(folder, error) from None
    (folder / "journal.jsonl").unlink(missing_ok=True)


def _resume(frames, journal, jobs: Sequence[Job]) -> list[Decoded]:
    """What earlier work left whole, by size and checksum; both files are cut there."""
    done: list[Decoded] = []
    journal.seek(0)
    frames.seek(0)
    kept = lines = 0
    for line in journal:
        if not line.endswith(b"\n") or len(done) == len(jobs):
            break
        try:
            result = Decoded(*json.loads(line))
        except (ValueError, TypeError):
            break
        length = result.frames * jobs[len(done)].size ** 2 * 3
        if not _matches(frames, length, result.checksum):
            break
        done.append(result)
        kept += length
        lines += len(line)
    frames.truncate(kept)
    journal.truncate(lines)
    frames.seek(0, 2)
    journal.seek(0, 2)
    return done


def _matches(file, length: int, checksum: int) -> bool:
    """Whether the next `length` bytes are there and have that checksum."""
    found = 0
    while length:
        data = file.read(min(length, _CHUNK))
        if not data:
            return False
        found = zlib.crc32(data, found)
        length -= len(data)
    return found == checksum


def _decode(job: Job, path: Path) -> Decoded:
    """Decode one clip into a file. Only a failure to write raises, as OSError."""
    count = checksum = 0
    problem = ""
    frames = decoding.frames(job.clip, job.size, job.fps, job.longest, job.own_fps)
    with open(path, "wb") as file:
        while True:
            try:
                frame = next(frames, None)
            except decoding.Damaged as damage:
                problem = str(damage)
                break
            if frame is None:
                break
            data = frame.tobytes()
            file.write(data)
            checksum = zlib.crc32(data, checksum)
            count += 1
    return Decoded(count, checksum, problem)


def _in_order(jobs: Sequence[Job], first: int, parts: Path, workers: int) -> Iterator[tuple[int, Decoded]]:
    """(number, result) of jobs[first:], in order, by `workers` processes."""
    numbers = deque(range(first, len(jobs)))
    if workers < 2 or len(numbers) < 2:
        for number in numbers:
            yield number, _decode(jobs[number], parts / f"{number}.u8")
        return
    while numbers:
        try:
            for number, result in _by_pool(jobs, numbers, parts, min(workers, len(numbers))):
                numbers.popleft()
                yield number, result
        except BrokenProcessPool:  # a decoder crashed; was it the clip whose turn it is?
            number = numbers.popleft()
            try:
                (_, result), *_ = _by_pool(jobs, [number], parts, 1)
            except BrokenProcessPool:
                result = Decoded(0, 0, "The decoder crashed on it.")
            yield number, result


def _by_pool(jobs: Sequence[Job], numbers: Sequence[int], parts: Path, workers: int) -> Iterator[tuple[int, Decoded]]:
    pool = ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), die_with_parent)
    try:
        waiting: deque = deque()
        for number in list(numbers):
            waiting.append((number, pool.submit(_decode, jobs[number], parts / f"{number}.u8")))
            # A slow clip at the front holds up the others' turn, but not their decoding.
            if len(waiting) >= 4 * workers:
                number, future = waiting.popleft()
                yield number, future.result()
        while waiting:
            number, future = waiting.popleft()
            yield number, future.result()
    finally:
        pool.shutdown(cancel_futures=True)
