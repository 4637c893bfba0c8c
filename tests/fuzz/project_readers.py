"""Readers of projects, of work that is kept, of keypoints that come back, and of the authors' checkpoints."""

from __future__ import annotations

import io
import tempfile
import zipfile
from functools import cache
from pathlib import Path

import numpy as np

# Projects


@cache
def _members() -> dict[str, bytes]:
    """A working copy with something in every field: the content of its files by name."""
    from engine.projects.saving import FileState
    from tests.engine.projects.made import a_project

    with tempfile.TemporaryDirectory() as folder:
        copy = a_project(Path(folder))
        copy.change(path=f"{folder}/dance.kpvp", size=FileState(1, 2).size, modified=True)
        copy.let_go()
        files = [path for path in copy.folder.rglob("*") if path.is_file() and path.name != ".lock"]
        return {path.relative_to(copy.folder).as_posix(): path.read_bytes() for path in files}


def projects(_: Path) -> list[tuple[str, bytes]]:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in _members().items():
            if name != "working.json":
                archive.writestr(name, content)
    return [("dance.kpvp", file.getvalue())]


def project(files: list[Path]) -> object:
    """As the command line reads one, and as the studio does, which shows it and writes it back."""
    from engine.projects.members import Archive
    from engine.projects.reading import OpenedProject
    from kpvp_gui.projects.opening import open_file

    with Archive(files[0]) as archive:
        listed = OpenedProject(archive).project.to_text()
    with tempfile.TemporaryDirectory() as root:
        return listed, _shown(open_file(Path(root), files[0], ()))


def working_copies(_: Path) -> list[tuple[str, bytes]]:
    return [(name, _members()[name]) for name in ("working.json", "project.json")]


def working_copy(files: list[Path]) -> object:
    """As the next start finds it, and brings it back."""
    from kpvp_gui.projects.opening import recover, survey

    root = files[0].parent / "work"
    folder = root / "20260101-000000-00000000"
    for name, content in _members().items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    files[0].rename(folder / files[0].name)
    with tempfile.TemporaryDirectory() as elsewhere:
        root = root.rename(Path(elsewhere) / "work")
        works, left = survey(root)
        return works, [_shown(recover(root, work.folder, ())) for work in left]


@cache
def _session():
    """A session of the studio, without a window and without anything that it keeps."""
    from PySide6.QtCore import QCoreApplication

    from kpvp_gui.background.remembered import Remembered
    from kpvp_gui.document.document import Document
    from kpvp_gui.projects.session import ProjectSession

    application = QCoreApplication.instance() or QCoreApplication(["kpvp"])
    document = Document()
    return application, document, ProjectSession(document, Remembered())


def _shown(opened) -> str:
    """What was opened, taken into a Document, looked at, and written back; the project's text after that."""
    from engine.errors import KpvpError
    from engine.media.photo import crop_pixels
    from engine.projects.reading import open_folder
    from kpvp_gui.projects.snapshot import document_state

    _, document, session = _session()
    restored = opened.restored
    document.open_work(restored.records, restored.inputs, str(restored.project.view.get("clip")), False)
    document.marks.from_json(restored.project.keypoints)
    session._show(restored.project.view)
    for record in restored.records:
        document.select_clip(record.id)
        entry = opened.keeper.entry(record.id)
        try:
            opened.keeper.read(entry)
            if (photo := record.inputs.photo) is not None and record.inputs.crop is not None:
                crop_pixels(photo.pixels, record.inputs.crop, 16)
        except KpvpError:
            pass  # said when it is asked for
    opened.keeper.leave(document_state(document), True)
    return open_folder(opened.keeper.folder).project.to_text()


# Keypoints


def keypoint_files(folder: Path) -> list[tuple[str, bytes]]:
    from engine.export import export
    from tests.engine.formats.moving_clip import moving_clip

    paths = [export(moving_clip(5, 16, 3), folder / f"k{suffix}") for suffix in (".csv", ".json")]
    return [(path.name, path.read_bytes()) for path in paths]


def keypoint_file(files: list[Path]) -> object:
    """Read, edited in every way, and drawn."""
    from engine.editing import bending, carrying, mirroring, timing, together
    from engine.formats.keypoint_reading import read_keypoints
    from engine.overlay import draw_frame

    points = read_keypoints(files[0])
    assert points.dtype == np.float32 and points.ndim == 3
    still, frame = points[0], len(points) - 1
    with np.errstate(all="ignore"):  # numbers as large as float32 has
        some = points[:, :8]
        edited = [
            bending.bent(some, frame, [0], np.array([0.1, 0.2]), bending.Reach(distance=0.2)),
            bending.rotated(some, frame, [0], 0.5, 1.5, bending.Reach()),
            carrying.driven(still, points),
            mirroring.reflected(some, some[0]),
            timing.steadied(some, 4),
            timing.retimed(some, np.array([1.0, 2.0])),
            timing.held(some, frame, 2),
            timing.looped(some, 3),
        ]
        together.skeleton(some[:50])
        drawn = draw_frame(np.zeros((len(points), 8, 8, 3), np.uint8), some, None, frame, ("keypoints", "trails"))
    return edited, drawn


# The authors' checkpoints


@cache
def _checkpoint() -> dict[str, bytes]:
    """Both stages: the content of their files by name."""
    from tests.engine.authors import tensorflow_writer

    found = {}
    with tempfile.TemporaryDirectory() as folder:
        for stage, arrays in zip(("one", "two"), tensorflow_writer.variables(training=True), strict=True):
            tensorflow_writer.write_checkpoint(Path(folder), arrays, f"{stage}.ckpt-7")
        for path in Path(folder).iterdir():
            found[path.name] = path.read_bytes()
    return found


def authors_checkpoints(_: Path) -> list[tuple[str, bytes]]:
    return list(_checkpoint().items())


def authors_checkpoint(files: list[Path]) -> object:
    from engine.authors.importing import import_authors

    folder = files[0].parent
    for name, content in _checkpoint().items():
        if name != files[0].name:
            (folder / name).write_bytes(content)
    return import_authors(folder / "one.ckpt-7", folder / "two.ckpt-7", folder / "out.safetensors", image_size=64)


# Folders of clips


def data_folders(folder: Path) -> list[tuple[str, bytes]]:
    from scipy.io import savemat

    from tests.training import clip_files

    label = io.BytesIO()
    savemat(label, {"action": "squat", "train": 1, "nframes": 3})
    picture = clip_files.gif(folder / "a.gif", 4, 16, 12).read_bytes()
    return [("a.gif", picture), ("0001.mat", label.getvalue()), ("details.csv", b"a.gif;x;deliberate\n")]


def data_folder(files: list[Path]) -> object:
    """A first look at a folder in which one file is damaged, as `kpvp data` takes it."""
    from training.layouts import first_look

    root = Path(tempfile.mkdtemp(dir=files[0].parent.parent))
    (root / "squats").mkdir()
    (root / "labels").mkdir()
    (root / "frames" / "0001").mkdir(parents=True)
    inside = {"0001.mat": "labels", "a.gif": "squats"}.get(files[0].name, ".")
    (root / inside / files[0].name).write_bytes(files[0].read_bytes())
    found = first_look.look(root)
    return found.to_json(), found.text()
