"""Everything that writes something a person would miss, as work that can be killed: it counts, and is counted after.

Each writer goes on for ever, and says a number as soon as that much is promised to be kept.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

import numpy as np

Say = Callable[[int], None]


class Writer(NamedTuple):
    """`work(folder, first, say)` writes number `first` and further ones until it is killed.

    `found(folder)` is the largest number that is there whole, -1 for none; what is half there raises. trains: with
    torch's autograd, which does not survive a fork once it was used.
    """

    name: str
    work: Callable[[Path, int, Say], None]
    found: Callable[[Path], int]
    trains: bool = False


# Projects


def save_projects(folder: Path, first: int, say: Say) -> None:
    """Clip after clip is added to a working copy, and the project saved to its file."""
    from engine.projects.project import Project
    from engine.projects.reading import open_folder
    from engine.projects.working_copy import WorkingCopy
    from tests.engine.projects.made import a_clip, put

    there = [path for path in (folder / "work").glob("*") if (path / "working.json").exists()]
    copy = WorkingCopy.take(there[0]) if there else WorkingCopy.create(folder / "work")
    assert copy is not None  # the lock ended with the process that was killed
    clips = list(open_folder(copy.folder).project.clips) if (copy.folder / "project.json").exists() else []
    for number in range(len(clips), first + 10_000):
        clips.append(put(copy, a_clip(number), f"c{number}"))
        copy.write(Project(clips=clips))
        copy.save(folder / "dance.kpvp")
        say(number)


def saved_project(folder: Path) -> int:
    from engine.projects.members import Archive, backups
    from engine.projects.reading import OpenedProject

    counts = []
    for path in (folder / "dance.kpvp", *backups(folder / "dance.kpvp")):
        if not path.exists():
            counts.append(-1)
            continue
        with Archive(path) as archive:
            opened = OpenedProject(archive)
            clips = [opened.clip(entry) for entry in opened.project.clips]
            assert all(clip is not None and clip.seed == n for n, clip in enumerate(clips))
            counts.append(len(clips) - 1)
    return counts[0]


# Exports

SUFFIXES = (".gif", ".mp4", ".webp", ".apng", ".png", ".csv", ".json", ".npz")  # the last one is asked for its number


def _exported(number: int):
    from dataclasses import replace

    from tests.engine.formats.moving_clip import moving_clip

    return replace(moving_clip(6, 16, 3), seed=number)


def export_clips(folder: Path, first: int, say: Say) -> None:
    """The same files again and again, in every kind of format, replaced each time."""
    from engine.export import export

    for number in range(first, first + 10_000):
        clip = _exported(number)
        for suffix in SUFFIXES:
            if suffix == ".png":  # a folder takes no pictures that it has
                shutil.rmtree(folder / "pictures", ignore_errors=True)
                export(clip, folder / "pictures")
            else:
                export(clip, folder / f"clip{suffix}", overwrite=True)
        say(number)


def whole_exports(folder: Path) -> int:
    from PIL import Image

    from engine.clip import Clip
    from engine.formats.keypoint_reading import read_keypoints
    from engine.media.video_frames import count_frames

    for suffix in SUFFIXES:
        path = folder / f"clip{suffix}"
        if not path.exists():
            continue
        if suffix in (".gif", ".webp", ".apng"):
            with Image.open(path) as animation:
                count = getattr(animation, "n_frames", 1)
                for frame in range(count):
                    animation.seek(frame)
                    animation.load()
        elif suffix == ".mp4":
            count = count_frames(path)
        elif suffix == ".npz":
            count = len(Clip.load(path).frames)
        else:
            count = len(read_keypoints(path))
        assert count == 6, f"{path.name} has {count} frames"
    for picture in (folder / "pictures").glob("[!.]*.png"):
        with Image.open(picture) as image:
            image.load()
    last = folder / "clip.npz"
    return int(Clip.load(last).seed or 0) if last.exists() else -1


# The frame cache


def build_caches(folder: Path, first: int, say: Say) -> None:
    """The stores of one drawn data set after another."""
    for number in range(first, first + 10_000):
        _store(folder, number)
        say(number)


def _store(folder: Path, number: int):
    from tests.training.moving_square import MovingSquare
    from training.runs.config import DataConfig
    from training.store.building import from_world

    return from_world(
        MovingSquare(), DataConfig(source="squares", clips=6, size=16, workers=1, first_seed=number), folder
    )


def built_caches(folder: Path) -> int:
    from tests.training.moving_square import MovingSquare

    whole = [path for path in folder.glob("squares-*") if (path / "index.json").is_file()]
    numbers = sorted(int(path.name.split("-")[3]) for path in whole)
    for number in numbers[-3:]:
        drawn = np.concatenate([clip.frames for clip in MovingSquare().clips(range(number, number + 6), 16)])
        assert np.array_equal(_store(folder, number).frames, drawn)
    assert numbers == list(range(len(numbers)))
    return len(numbers) - 1


# Training


def _toy_settings():
    from tests.training.running.toy_stage import settings

    return settings("install=true", "name='toy'")


def _run(path: Path):
    from training.running.run import Run

    if (path / "config.toml").is_file():
        return Run.resume(path)
    shutil.rmtree(path, ignore_errors=True)  # killed before it was one: nothing was promised
    return Run.start(path, _toy_settings())


def train(folder: Path, first: int, say: Say) -> None:
    """Run after run of a stage of milliseconds; each must end in the weights of a run that nobody killed."""
    import torch
    from accelerate import Accelerator

    from engine.files import atomic_write
    from tests.training.running.toy_stage import ToyStage
    from training.running import loop
    from training.running.run import Run

    def trained(run: Run):
        stage = ToyStage(steps=12)
        with run as opened:
            loop.train(stage, opened, Accelerator(cpu=True))
        return stage.weights()

    truth = folder / "unharmed.pt"
    if not truth.exists():
        shutil.rmtree(folder / "unharmed", ignore_errors=True)
        with atomic_write(truth) as temporary:
            torch.save(trained(Run.start(folder / "unharmed", _toy_settings())), temporary)
    unharmed = torch.load(truth, weights_only=True)
    for number in range(first, first + 10_000):
        weights = trained(_run(folder / f"run{number}"))
        assert all(torch.equal(one, other) for one, other in zip(weights, unharmed, strict=True))
        say(number)


def trained(folder: Path) -> int:
    """A run goes on at or after the last checkpoint that it said was there."""
    from training.runs.events import CheckpointSaved, StageBegan
    from training.runs.folder import RunFolder

    done = -1
    for path in folder.glob("run*"):
        last = 0
        for event in RunFolder(path).events_since(0)[0]:
            if isinstance(event, StageBegan):
                assert event.step >= last, f"{path.name} went back from {last} to {event.step}"
            elif isinstance(event, CheckpointSaved) and not event.best:
                last = event.step
        done = max(done, int(path.name[3:]) if last == 12 else -1)
    return done


# Delivery


def deliver(folder: Path, first: int, say: Say) -> None:
    """The models of one finished run after another are written, measured and put into the list."""
    import os

    import torch
    from torch import nn

    from engine.networks.detector import Detector
    from engine.networks.motion import MotionGenerator
    from engine.networks.translators import TRANSLATORS
    from tests.conftest import small_spec
    from training import delivery

    os.environ["XDG_DATA_HOME"] = str(folder / "user")
    spec = small_spec(n_actions=2)
    # Measuring takes minutes and writes nothing; the rest is the program's own.
    stand_ins: dict[str, Any] = {
        "unlabelled_scores": lambda *_: {"psnr_moving": 20.0},
        "calibration_of": lambda *_: {},
        "_start_pictures": lambda *_: (),
        "Subject": SimpleNamespace(load=lambda path: None),
    }
    for name, stand_in in stand_ins.items():
        setattr(delivery, name, stand_in)
    store = SimpleNamespace(actions=("left", "right"), fps="25/1", source={"world": "squares"})
    source: Any = SimpleNamespace(store=store, held_out=store, world={"name": "squares"}, facts={})
    for number in range(first, first + 10_000):
        torch.manual_seed(number)
        networks: dict[str, nn.Module] = {
            "detector": Detector(spec),
            "translator": TRANSLATORS[spec.translator].network_class()(spec),
            "motion": MotionGenerator(spec),
        }
        with _run(folder / f"run{number}") as run:
            if delivery.delivered(run) is None:
                delivery.deliver(run, source, spec, networks)
        say(number)


def delivered(folder: Path) -> int:
    """Every model is whole, and each run has put exactly one into the list."""
    from engine.models.bundle import SUFFIX, load_bundle, tensors_id

    def ids(paths) -> list[str]:
        return [tensors_id(load_bundle(path)[1]) for path in paths if not path.name.startswith(".")]

    listed = ids((folder / "user").rglob(f"*{SUFFIX}"))
    assert len(listed) == len(set(listed)), "a model is in the list twice"
    done = -1
    for path in folder.glob("run*"):
        events = path / "events.jsonl"
        lines = [json.loads(line) for line in events.read_bytes().splitlines()] if events.exists() else []
        own = ids(path.glob(f"*{SUFFIX}"))
        if any(line["event"] == "finished" for line in lines):
            assert own and own[0] in listed
            done = max(done, int(path.name[3:]))
    return done


WRITERS = (
    Writer("project save", save_projects, saved_project),
    Writer("export", export_clips, whole_exports),
    Writer("frame cache", build_caches, built_caches),
    Writer("training", train, trained, trains=True),
    Writer("delivery", deliver, delivered),
)
