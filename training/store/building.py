"""What frame stores are filled with: a world's clips, which are drawn, or a folder's, which several processes decode.

`parts/` in a store's folder holds clips that are being decoded.
"""

from __future__ import annotations

import multiprocessing
import shutil
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import numpy as np

from engine.networks.spec import CLIP_FRAMES
from training.layouts import decoding
from training.layouts.listing import SourceClip
from training.store import frame_store
from training.store.cache_space import make_room
from training.store.frame_store import FrameStore
from training.store.known import packed, sidecars
from training.store.writer import CHUNK, StoreWriter, writing
from training.worlds.workers import die_with_parent
from training.worlds.world import World

FEWEST_FRAMES = 2  # of a clip that can be learned from

OnClip = Callable[[int, int], None]


def from_world(world: World, config, root: Path | None = None, progress: OnClip | None = None) -> FrameStore:
    """The store of `config.clips` clips of a synthetic world, drawing what is not there yet.

    config: `DataConfig`; progress(done, total) is called per clip. Raises TrainingError if there is no room for it.
    """
    known = "-truth" if config.truth else ""
    name = f"{world.name}-{world.version}-{config.size}px-{config.first_seed}-{config.clips}{known}"
    folder = (root or frame_store.cache_root()) / name

    def build() -> None:
        beside = sidecars(config.size, config.truth)
        clip_bytes = CLIP_FRAMES * (config.size**2 * 3 + sum(beside.values()))
        make_room(folder, config.clips * clip_bytes, int(config.cache_gb * 1e9))
        with writing(folder, config.size, config.clips, beside) as writer:
            _draw(writer, world, config, progress)

    frame_store.build_once(folder, build)
    return FrameStore(folder)


def _draw(writer: StoreWriter, world: World, config, progress: OnClip | None) -> None:
    seeds = range(config.first_seed + len(writer.clips), config.first_seed + config.clips)
    clips = world.clips(seeds, size=config.size, workers=config.workers, truth=config.truth)
    for seed, clip in zip(seeds, clips, strict=True):
        frames = np.ascontiguousarray(clip.frames).tobytes()
        beside = packed(clip, config.size, config.truth, np.random.default_rng(seed))
        writer.append([frames], label=int(clip.action), beside=beside)
        if progress:
            progress(len(writer.clips), config.clips)
    drawn = {"world": world.name, "version": world.version, "first_seed": config.first_seed, "clips": config.clips}
    index = {
        "actions": list(world.actions),
        "size": config.size,
        "fps": str(world.fps),
        "starts": [i * CLIP_FRAMES for i in range(config.clips + 1)],
        "labels": [clip.label for clip in writer.clips],
        "source": drawn,
    }
    writer.finish(index)


@dataclass(frozen=True)
class DecodingJob:
    """One clip to decode: see `decoding.frames`."""

    clip: SourceClip
    size: int
    fps: float
    longest: int
    own_fps: Fraction | None


@dataclass(frozen=True)
class Decoded:
    """What came of a job: how many frames, and what is wrong with the clip, a sentence or empty."""

    frames: int
    problem: str = ""


def decode_all(writer: StoreWriter, jobs: Sequence[DecodingJob], workers: int, progress: OnClip | None = None) -> None:
    """Append every job's clip to the store, in order; the first ones may be there already.

    Clips with fewer than two frames take no room.
    """
    parts = writer.folder / "parts"
    shutil.rmtree(parts, ignore_errors=True)
    parts.mkdir()
    if progress:
        progress(len(writer.clips), len(jobs))
    for number, result in _in_order(jobs, len(writer.clips), parts, workers):
        part = parts / f"{number}.u8"
        if result.frames >= FEWEST_FRAMES:
            writer.append(_pieces(part), result.problem)
        else:
            writer.append((), result.problem or "It has fewer than two frames.")
        part.unlink(missing_ok=True)
        if progress:
            progress(len(writer.clips), len(jobs))
    shutil.rmtree(parts, ignore_errors=True)


def _pieces(path: Path) -> Iterator[bytes]:
    with open(path, "rb") as file:
        while piece := file.read(CHUNK):
            yield piece


def _decode(job: DecodingJob, path: Path) -> Decoded:
    """Decode one clip into a file. Only a failure to write raises, as OSError."""
    count, problem = 0, ""
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
            file.write(frame.tobytes())
            count += 1
    return Decoded(count, problem)


def _in_order(jobs: Sequence[DecodingJob], first: int, parts: Path, workers: int) -> Iterator[tuple[int, Decoded]]:
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
                result = Decoded(0, "The decoder crashed on it.")
            yield number, result


def _by_pool(
    jobs: Sequence[DecodingJob], numbers: Sequence[int], parts: Path, workers: int
) -> Iterator[tuple[int, Decoded]]:
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
