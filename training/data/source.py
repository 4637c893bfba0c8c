"""Where a run's clips come from: a synthetic world or a folder, opened as two frame stores, to train on and held out.

What is wrong with single clips is listed and they are left out; only a source without any usable clip is an error.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import accumulate
from pathlib import Path
from statistics import median_low

from engine.errors import Problem, TrainingError
from engine.media.frame_rates import exact_fps
from training.layouts import recognition as layouts
from training.layouts.listing import Listing, SourceClip
from training.layouts.probing import Probe, probe_all
from training.runs import events
from training.runs.config import DataConfig
from training.store import building, frame_store
from training.store.cache_space import lock_path, make_room
from training.store.file_lock import FileLock
from training.store.fingerprints import combined, digests, held_out
from training.store.frame_store import DamagedStore, FrameStore
from training.store.writer import StoredClip, writing
from training.worlds import registry
from training.worlds.world import World

OnProgress = Callable[[str, int, int], None]

WORLD_HELD_OUT = 16  # clips of a world that previews and validation see
DEFAULT_FPS = Fraction(25)  # where nothing tells
_FORMAT = 1  # of decoded stores; another number, and they are decoded anew


@dataclass(frozen=True)
class Source:
    """Opened data. facts: what the model card says of it; world: the card's entry for a synthetic world, or None.

    problems: clips that were left out or cut short; notes: sentences about the data as a whole.
    """

    store: FrameStore
    held_out: FrameStore
    facts: dict
    world: dict | None = None
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()


def open_source(config: DataConfig, progress: OnProgress | None = None) -> Source:
    """Open `config.source`, drawing or decoding what the cache does not have.

    progress(kind, done, total): "hashing", "probing", "drawing" or "decoding", in clips. Raises TrainingError for a
    source that is neither a world nor a folder with usable clips, and if the cache has no room.
    """
    progress = progress or (lambda kind, done, total: None)
    if not config.source:
        raise TrainingError("There is no data to train on.", "Give a folder of clips: --data PATH.")
    world = None if _is_path(config.source) else _world(config)
    return _open_folder(config, progress) if world is None else _open_world(world, config, progress)


def _is_path(source: str) -> bool:
    return any(mark in source for mark in "/\\~") or source.startswith(".")


def _world(config: DataConfig) -> World | None:
    """The world that the source names; None if there is a folder of that name instead."""
    try:
        return registry.open_world(config.source, config.characters or None)
    except TrainingError as error:
        if config.source in registry.WORLDS:
            raise
        if Path(config.source).exists():
            return None
        raise TrainingError(f"{config.source!r} is neither a world nor a folder.", error.remedy) from None


def _open_world(world: World, config: DataConfig, progress: OnProgress) -> Source:
    store = building.from_world(world, config, progress=lambda done, total: progress(events.DRAWING, done, total))
    held = replace(config, clips=WORLD_HELD_OUT, first_seed=world.HELD_OUT_START)
    facts = {
        "name": world.name,
        "version": world.version,
        "held_out_from": world.HELD_OUT_START,
        "fingerprint": world.fingerprint(),
    }
    return Source(store, building.from_world(world, held), facts, facts)


def _open_folder(config: DataConfig, progress: OnProgress) -> Source:
    listing = layouts.read(config.source, config.layout)
    clips, classes = layouts.kept(listing, config.actions)
    if not clips:
        raise _nothing_usable(listing, listing.problems)
    contents = digests(clips, lambda done, total: progress(events.HASHING, done, total))
    settings = {
        "format": _FORMAT,
        "size": config.size,
        "fps": config.fps,
        "longest": config.longest,
        "held_out": config.held_out,
        "layout": listing.layout,
        "classes": list(classes),
    }
    folder = frame_store.cache_root() / f"files-{combined(clips, contents, settings)}"
    content = combined(clips, contents, {})
    facts = {"folder": listing.root.resolve().name, "layout": listing.layout, "content": content}
    whole = _open_whole(folder)
    if whole is None:
        found = _Clips(clips, contents, classes)
        frame_store.build_once(folder, lambda: _build(folder, config, listing, found, facts, progress))
        whole = FrameStore(folder)
    return _divided(whole, listing)


def _open_whole(folder: Path) -> FrameStore | None:
    """The store, if it is there and sound; a damaged one that no one reads is thrown away."""
    if not (folder / "index.json").is_file():
        return None
    try:
        return FrameStore(folder)
    except DamagedStore:
        lock = FileLock.attempt(lock_path(folder))
        if lock is None:  # another run reads it, and would lose it
            raise
        with lock:
            shutil.rmtree(folder, ignore_errors=True)
        return None


@dataclass(frozen=True)
class _Clips:
    clips: list[SourceClip]
    contents: list[str]
    classes: tuple[str, ...]


def _build(
    folder: Path, config: DataConfig, listing: Listing, found: _Clips, facts: dict, progress: OnProgress
) -> None:
    """Decode the clips into `folder`: those to train on first, then the held-out ones."""
    probes = probe_all(found.clips, lambda done, total: progress(events.PROBING, done, total))
    usable = [i for i, probe in enumerate(probes) if probe.usable]
    problems = [
        Problem(found.clips[i].name, probe.problem, left_out=True) for i, probe in enumerate(probes) if not probe.usable
    ]
    if not usable:
        raise _nothing_usable(listing, listing.problems + problems)
    sides = held_out([found.clips[i] for i in usable], [found.contents[i] for i in usable], config.held_out)
    order = [i for i, held in zip(usable, sides, strict=True) if not held]
    n_training = len(order)
    order += [i for i, held in zip(usable, sides, strict=True) if held]
    needed = sum(_expected_frames(probes[i], config) for i in order) * config.size**2 * 3
    make_room(folder, needed, int(config.cache_gb * 1e9))
    jobs = [building.DecodingJob(found.clips[i], config.size, config.fps, config.longest, probes[i].fps) for i in order]
    with writing(folder, config.size, len(jobs)) as writer:
        building.decode_all(writer, jobs, config.workers, lambda done, total: progress(events.DECODING, done, total))
        kept, problems_found = _kept(writer.clips, jobs, found.classes, n_training)
        problems += problems_found
        if not kept["labels"]:
            raise _nothing_usable(listing, listing.problems + problems)
        index = kept | {
            "size": config.size,
            "fps": str(_rate([probes[i].fps for i in order], config.fps)),
            "problems": [[p.file, p.what, p.left_out] for p in problems],
            "source": facts | {"clips": len(kept["labels"])},
        }
        writer.finish(index)


def _kept(
    clips: list[StoredClip], jobs: list[building.DecodingJob], classes: tuple[str, ...], n_training: int
) -> tuple[dict, list[Problem]]:
    """What a store's index says of the clips that came of the jobs, the first `n_training` of which are to train on,
    and what is wrong with them."""
    usable = [(number, job, clip) for number, (job, clip) in enumerate(zip(jobs, clips, strict=True)) if clip.frames]
    actions = [name for name in classes if any(job.clip.action == name for _, job, _ in usable)]
    index = {
        "actions": actions,
        "starts": [0, *accumulate(clip.frames for _, _, clip in usable)],
        "labels": [actions.index(job.clip.action) for _, job, _ in usable],
        "names": [job.clip.name for _, job, _ in usable],
        "checksums": [clip.checksum for _, _, clip in usable],
        "training_clips": sum(number < n_training for number, _, _ in usable),
    }
    problems = []
    for job, clip in zip(jobs, clips, strict=True):
        if clip.problem:
            kept = f" Its first {clip.frames} frames are used." if clip.frames else ""
            problems.append(Problem(job.clip.name, clip.problem + kept, left_out=not clip.frames))
    return index, problems


def _divided(whole: FrameStore, listing: Listing) -> Source:
    """The store's two sides. Where one of them is empty, both are the whole."""
    clips, training = len(whole), whole.index["training_clips"]
    notes = list(listing.notes)
    if 0 < training < clips:
        store, held = whole.part(0, training), whole.part(training, clips)
    else:
        store = held = whole
        notes.append("No clip is held out: the model is judged on clips it was trained on.")
    problems = listing.problems + [Problem(*problem) for problem in whole.index["problems"]]
    facts = whole.source | {"held_out_clips": 0 if store is held else len(held), "frames": int(whole.starts[-1])}
    return Source(store, held, facts, None, tuple(problems), tuple(notes))


def _expected_frames(probe: Probe, config: DataConfig) -> int:
    count = probe.frames
    if config.fps and probe.fps:
        count = round(count * config.fps / float(probe.fps))
    return min(count, config.longest) if config.longest else count


def _rate(found: list[Fraction | None], wanted: float) -> Fraction:
    """Frames per second of the store: what was asked for, else what a middle clip has."""
    known = [rate for rate in found if rate]
    return exact_fps(wanted) if wanted else median_low(known) if known else DEFAULT_FPS


def _nothing_usable(listing: Listing, problems: list[Problem]) -> TrainingError:
    if not problems:
        return TrainingError(f"{listing.root} holds no clips.", layouts.HOW_TO)
    first = problems[0]
    more = f", and {len(problems) - 1} more like it" if len(problems) > 1 else ""
    return TrainingError(
        f"{listing.root} holds no clip that can be used ({first.file}: {first.what.rstrip('.')}{more}).",
        "See what is wrong with each by: kpvp data PATH.",
    )
