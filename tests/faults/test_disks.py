"""Disks that are full, read-only or gone, for everything that writes: a sentence, and what was there is whole."""

import os
import shutil
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest

from engine.clip import Clip
from engine.errors import ClipError, ExportError, KpvpError, ProjectError, TrainingError
from engine.export import export
from engine.models.bundle import save_bundle
from engine.models.card import ModelCard
from engine.projects.members import Archive
from engine.projects.project import Project
from engine.projects.reading import OpenedProject, open_folder
from engine.projects.working_copy import WorkingCopy
from tests.conftest import ACTIONS, small_spec
from tests.engine.formats.moving_clip import moving_clip
from tests.engine.projects.made import a_clip, a_project, put
from tests.faults.writers import SUFFIXES
from tests.training.moving_square import MovingSquare
from tests.training.running.toy_stage import settings
from training.running.checkpoints import Checkpoints
from training.running.run import Run
from training.runs.config import DataConfig
from training.runs.events import Warned
from training.store.building import from_world

ROOT = Path(__file__).parents[2]
DISK_KB = 256


@pytest.fixture
def disk(tmp_path):
    """A disk of 256 KB, which `fill` leaves hardly any room on."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("a small disk is mounted by root on Linux")
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK_KB}k", "tmpfs", folder], capture_output=True)
    if mounted.returncode:
        pytest.skip(f"no small disk can be mounted here: {mounted.stderr.decode()}")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


def fill(disk: Path) -> None:
    with open(disk / "filling", "wb", buffering=0) as file, suppress(OSError):
        while file.write(bytes(4096)):
            pass


def noise(frames: int = 4, size: int = 48) -> Clip:
    """A clip that no format makes small."""
    clip = moving_clip(frames, size, 30)
    pixels = np.random.default_rng(0).integers(0, 255, clip.frames.shape, np.uint8)
    return Clip.of(clip, frames=pixels, synthesized=pixels, mask=pixels[..., 0])


def hidden(folder: Path) -> list[Path]:
    """What a write that failed has left."""
    return [path for path in folder.rglob(".*") if path.name != ".lock"]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_an_export_to_a_full_disk_is_a_sentence_and_the_file_before_stays(disk, suffix):
    target = disk / ("pictures" if suffix == ".png" else f"clip{suffix}")
    if not target.suffix:
        target.mkdir()
    else:
        target.write_bytes(b"before")
    fill(disk)
    with pytest.raises(ExportError) as error:
        export(noise(), target, overwrite=True)
    assert error.value.remedy and not hidden(disk)
    assert list(target.iterdir()) == [] if suffix == ".png" else target.read_bytes() == b"before"


def test_a_clip_and_a_model_on_a_full_disk(disk):
    fill(disk)
    with pytest.raises(ExportError):
        noise().save(disk / "clip.npz")
    card = ModelCard(name="m", network=small_spec().to_json(), actions=ACTIONS, image_size=64)
    with pytest.raises((KpvpError, OSError)):
        save_bundle(disk / "m.safetensors", card, {"detector.a": np.ones((300, 400), np.float32)})
    assert {path.name for path in disk.iterdir()} == {"filling"}


def test_work_on_a_full_disk_stays_as_it_was_and_goes_on_when_there_is_room(disk):
    copy = a_project(disk / "work")
    copy.save(disk / "a.kpvp")
    before = open_folder(copy.folder).project
    fill(disk)
    with pytest.raises(ProjectError, match="disk is full"):
        put(copy, noise(8), "large")
    with pytest.raises(ProjectError, match="disk is full"):
        copy.save(disk / "a.kpvp")
    assert len(open_folder(copy.folder).project.clips) == 2 and not hidden(disk)
    with Archive(disk / "a.kpvp") as archive:
        opened = OpenedProject(archive)
        assert all(opened.clip(entry) for entry in opened.project.clips)
    (disk / "filling").unlink()
    entry = put(copy, a_clip(9), "later")
    copy.write(Project(clips=[*before.clips, entry]))
    copy.save(disk / "a.kpvp")
    with Archive(disk / "a.kpvp") as archive:
        assert len(OpenedProject(archive).project.clips) == 3


def test_checkpoints_events_and_frames_on_a_full_disk(disk, tmp_path):
    import torch

    checkpoints = Checkpoints(disk, lambda *_: None)
    checkpoints.save("toy", {"step": 1})
    run = Run.start(disk / "run", settings())
    fill(disk)
    with pytest.raises(TrainingError, match="the one before is whole") as error:
        checkpoints.save("toy", {"step": 2, "net": torch.ones(100_000)})
    assert "Free some space" in error.value.remedy
    state = checkpoints.load("toy")
    assert state is not None and state["step"] == 1
    with pytest.raises(TrainingError, match=r"written|full"), run:
        for _ in range(20):
            run.say(Warned("A long sentence of what went otherwise. " * 20))
    with pytest.raises(TrainingError):
        from_world(MovingSquare(), DataConfig(source="squares", clips=6, size=16, workers=1), disk / "cache")


WRITES = {
    "export": lambda folder: export(moving_clip(4, 16, 3), folder / "a.gif"),
    "project": lambda folder: a_project(folder / "work").save(folder / "a.kpvp"),
    "working copy": lambda folder: WorkingCopy.create(folder / "work"),
    "run": lambda folder: Run.start(folder / "run", settings()),
    "cache": lambda folder: from_world(
        MovingSquare(), DataConfig(source="squares", clips=1, size=16, workers=1), folder / "cache"
    ),
}


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_a_disk_that_may_only_be_read_is_said(disk, write):
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    with pytest.raises(KpvpError) as error:
        write(disk)
    assert error.value.remedy


def test_a_folder_that_vanishes_under_an_open_project(tmp_path):
    copy = a_project(tmp_path / "work")
    before = open_folder(copy.folder).project
    shutil.rmtree(copy.folder)
    with pytest.raises(ProjectError, match="could not be saved") as error:
        put(copy, a_clip(5), "new")
    assert "another" in error.value.remedy
    with pytest.raises(ProjectError, match="could not be saved"):
        copy.write(Project(clips=list(before.clips)[:1]))
    assert not copy.folder.exists()
    with pytest.raises(KpvpError):
        copy.save(tmp_path / "gone" / "a.kpvp")


def test_files_that_vanish_under_their_readers(tmp_path):
    with pytest.raises(ClipError, match="cannot be opened"):
        Clip.load(tmp_path / "gone.npz")
    with pytest.raises(ProjectError, match="cannot be opened"):
        Archive(tmp_path / "gone.kpvp")


@pytest.mark.parametrize("jump", [-400 * 86_400.0, 400 * 86_400.0])
def test_a_clock_that_jumps_by_a_year_loses_no_work(tmp_path, monkeypatch, jump):
    from engine.projects import kept

    copy = a_project(tmp_path / "work")
    copy.change(modified=True)
    now = time.time
    monkeypatch.setattr(time, "time", lambda: now() + jump)
    entry = put(copy, a_clip(5), "after", created=time.time())
    copy.write(Project(clips=[*open_folder(copy.folder).project.clips, entry]))
    copy.let_go()
    kept.tidy(tmp_path / "work")
    (work,) = kept.kept_work(tmp_path / "work")
    assert work.clips == 3 and work.left_open
