"""Every reader of files, with sound files to damage, and what it may raise in place of a `KpvpError`."""

import io
import json
import tempfile
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from engine.errors import KpvpError
from tests.fuzz import measured_readers as measured
from tests.fuzz import project_readers as made
from tests.fuzz import remembered_readers as kept


@dataclass(frozen=True)
class Reader:
    """`read` takes files that were made of `samples` (name, content), each damaged. weight: its share of the cases.

    together: files that one call reads. refusals: what says in a sentence that a file cannot be used.
    """

    name: str
    samples: Callable[[Path], Sequence[tuple[str, bytes]]]
    read: Callable[[list[Path]], object]
    weight: float = 1.0
    together: int = 1
    refusals: tuple[type[Exception], ...] = (KpvpError,)


def _photos(_: Path) -> list[tuple[str, bytes]]:
    pixels = np.random.default_rng(0).integers(0, 255, (24, 32, 3), dtype=np.uint8)
    picture, found = Image.fromarray(pixels), []
    exif = Image.Exif()
    exif[0x0112] = 6
    for suffix, options in {
        "png": {},
        "jpg": {"exif": exif},
        "webp": {},
        "bmp": {},
        "tif": {},
        "ppm": {},
        "ico": {},
    }.items():
        file = io.BytesIO()
        picture.save(file, {"jpg": "JPEG", "tif": "TIFF"}.get(suffix, suffix.upper()), **options)
        found.append((f"photo.{suffix}", file.getvalue()))
    file = io.BytesIO()
    picture.save(file, "GIF", save_all=True, append_images=[picture.rotate(90)] * 3)
    return [*found, ("photo.gif", file.getvalue())]


def _photo(files: list[Path]) -> object:
    from engine.media.photo import read_photo

    return read_photo(files[0], frame=1 if files[0].suffix == ".gif" else None)


def _videos(folder: Path) -> list[tuple[str, bytes]]:
    from tests.training import clip_files

    made = [clip_files.video(folder / "v.mp4", 8, 32, 24), clip_files.video(folder / "w.mkv", 5, 32, 24)]
    return [(path.name, path.read_bytes()) for path in made]


def _bundles(folder: Path) -> list[tuple[str, bytes]]:
    from engine.models.bundle import save_bundle
    from engine.models.card import ModelCard
    from tests.conftest import ACTIONS, small_spec

    card = ModelCard(name="m", network=small_spec().to_json(), actions=ACTIONS, image_size=64, scores={"psnr": 20.5})
    path = save_bundle(folder / "m.safetensors", card, {"detector.a": np.ones((3, 4), np.float32)})
    return [("m.safetensors", path.read_bytes())]


def _bundle(files: list[Path]) -> object:
    from engine.models import familiarity
    from engine.models.bundle import load_bundle, read_card

    read_card(files[0]).to_text()
    card, _ = load_bundle(files[0])
    json.dumps(card.to_json(), allow_nan=False)
    familiarity.check_calibration(card)
    return card.spec


def _clips(folder: Path) -> list[tuple[str, bytes]]:
    from tests.engine.formats.moving_clip import moving_clip

    return [("c.npz", moving_clip(4, 16, 3).save(folder / "c.npz").read_bytes())]


def _clip(files: list[Path]) -> object:
    from engine.clip import Clip

    return Clip.load(files[0])


def _configs(_: Path) -> list[tuple[str, bytes]]:
    from training.runs import config

    texts = [config.preset_text("tiny"), config.load("tiny").to_toml()]
    return [("config.toml", text.encode()) for text in texts]


def _config(files: list[Path]) -> object:
    from training.runs import config

    settings = config.load(str(files[0]))
    return settings.spec(3), settings.stages, settings.to_toml()


_EVENTS: tuple[dict, ...] = (
    {"event": "run", "name": "a", "preset": "tiny", "stages": [{"name": "keypoints-64", "steps": 9}]},
    {"event": "stage", "stage": "keypoints-64", "step": 0, "steps": 9},
    {"event": "losses", "stage": "keypoints-64", "step": 2, "steps": 9, "eta_s": 3.0, "losses": {"l1": 0.5}},
    {"event": "preview", "stage": "keypoints-64", "step": 2, "file": "a.png", "columns": ["a", "b"]},
    {"event": "decoding", "done": 3, "total": 9},
    {"event": "error", "what": "Boom.", "remedy": "Mend."},
)
_RUN = {
    "events.jsonl": b"".join(json.dumps({"time": 1.0} | event).encode() + b"\n" for event in _EVENTS),
    "lock": b'{"pid": 99999, "birth": "123", "host": "here", "start": 1.0, "heartbeat": 2.0}',
    "config.toml": b'name = "a"\ntitle = "A"\n',
}


def _runs(_: Path) -> list[tuple[str, bytes]]:
    return list(_RUN.items())


def _run(files: list[Path]) -> object:
    from kpvp_gui.runs.cost_words import duration
    from kpvp_gui.runs.state_words import state_words
    from kpvp_gui.runs.steps import current_step, curves_of, steps
    from training.runs.folder import RunFolder
    from training.runs.history import RunHistory
    from training.runs.summary import summarize

    folder = files[0].parent
    for name, content in _RUN.items():
        if name != files[0].name:
            (folder / name).write_bytes(content)
    run, history = RunFolder(folder), RunHistory()
    for events, _offset in run.pieces():
        for event in events:
            history.add(event)
    if history.latest and history.latest.eta_s:
        duration(history.latest.eta_s)
    return (
        state_words(summarize(run)),
        run.process(),
        steps(history),
        curves_of(history, current_step(history)),
        history.fraction,
    )


def _checkpoints(_: Path) -> list[tuple[str, bytes]]:
    import torch

    file = io.BytesIO()
    torch.save({"step": 3, "modules": {"net": {"w": torch.ones(3, 2)}}, "best": None}, file)
    return [("toy.pt", file.getvalue())]


def _checkpoint(files: list[Path]) -> object:
    from training.running.checkpoints import Checkpoints

    return Checkpoints(files[0].parent, lambda *_: None).load("toy")


def _characters(folder: Path) -> list[tuple[str, bytes]]:
    from tests.training.worlds.rigs.tiny_rig import write

    picture = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(picture, "PNG")
    made = [write(folder / name, texture=picture.getvalue()) for name in ("c.glb", "c.gltf")]
    return [(path.name, path.read_bytes()) for path in made]


def _character(files: list[Path]) -> object:
    from training.worlds.rigs import gltf

    return gltf.read(files[0])


def _labels(_: Path) -> list[tuple[str, bytes]]:
    from scipy.io import savemat

    found = []
    for packed in (False, True):
        file = io.BytesIO()
        savemat(file, {"action": "squat", "train": 1, "nframes": 3, "x": np.zeros((3, 13))}, do_compression=packed)
        found.append(("0001.mat", file.getvalue()))
    return found


def _label(files: list[Path]) -> object:
    from training.layouts import penn_labels

    found = list(penn_labels.labels(files))
    assert len(found) == len(files)
    return found


def _pseudo_labels(_: Path) -> list[tuple[str, bytes]]:
    file = io.BytesIO()
    np.savez(file, keypoints=np.zeros((6, 3, 2), np.float32), starts=np.array([0, 2, 6]), labels=np.array([0, 1]))
    return [("pseudo_labels.npz", file.getvalue())]


def _pseudo_label(files: list[Path]) -> object:
    from training.stages.pseudo_labels import load_labels

    return load_labels(files[0])


def _indices(_: Path) -> list[tuple[str, bytes]]:
    index = {"actions": ["a", "b"], "size": 4, "fps": "25/1", "starts": [0, 2, 5], "labels": [0, 1], "source": {}}
    sums = [zlib.crc32(bytes(frames * 4 * 4 * 3)) for frames in (2, 3)]
    return [("index.json", json.dumps(index | {"names": ["x", "y"], "checksums": sums}).encode())]


def _index(files: list[Path]) -> object:
    from training.store.frame_store import FrameStore

    (files[0].parent / "frames.u8").write_bytes(bytes(5 * 4 * 4 * 3))
    return FrameStore(files[0].parent)


def _animations(folder: Path) -> list[tuple[str, bytes]]:
    from tests.training import clip_files

    return [("a.gif", clip_files.gif(folder / "a.gif", 4, 16, 12).read_bytes()), *_photos(folder)]


def _animation(files: list[Path]) -> object:
    from training.layouts import decoding, probing
    from training.layouts.listing import SourceClip

    kind = "animation" if files[0].suffix in (".gif", ".webp") else "pictures"
    clip = SourceClip("x", "a", kind, (str(files[0]),))
    return probing.probe_clip(clip), [frame.shape for frame in decoding.frames(clip, 16)]


def _video(files: list[Path]) -> object:
    from training.layouts import decoding, probing
    from training.layouts.listing import SourceClip

    clip = SourceClip("x", "a", "video", (str(files[0]),))
    return probing.probe_clip(clip), [frame.shape for frame in decoding.frames(clip, 16)], _photo(files)


def _settings(_: Path) -> list[tuple[str, bytes]]:
    lines = "[General]\nappearance=dark\n[playback]\nloop=once\n[export]\nscale=2\nsize=640\n[canvas]\ncrop=true\n"
    return [("studio.ini", (lines + "overlays=frame\n[window]\ngeometry=@ByteArray(\\x1\\xd9\\xd0\\xcb)\n").encode())]


def _remembered(files: list[Path]) -> object:
    from PySide6.QtCore import QSettings

    from kpvp_gui.background.remembered import Remembered

    found = Remembered(QSettings(str(files[0]), QSettings.Format.IniFormat))
    values = {name: getattr(found, name) for name, entry in vars(Remembered).items() if hasattr(entry, "_key")}
    assert values["loop_mode"] in ("loop", "pingpong", "once")
    return values


_STUDY = {"format": "kpvp-study", "version": 1, "id": "ab12", "title": "T", "question": "Q", "systems": ["a", "b"]}
_TRIAL = {"id": "trial-001", "asked": "Squats", "clips": [{"id": x, "system": x, "frames": 3} for x in "ab"]}
_SITTING = {"format": "kpvp-ratings", "version": 1, "study": "ab12", "rater": "Ann", "sitting": "0123456789abcdef"}
_RANKING = {"trial": "trial-001", "order": ["b", "a"], "at": 5.0, "seconds": 1.5}


def _studies(_: Path) -> list[tuple[str, bytes]]:
    study, ratings = _STUDY | {"trials": [_TRIAL]}, _SITTING | {"rankings": [_RANKING]}
    return [("study.json", json.dumps(study).encode()), ("back.json", json.dumps(ratings).encode())]


def _study(files: list[Path]) -> object:
    from engine.study import ratings, results
    from engine.study.study import open_study

    with tempfile.TemporaryDirectory() as folder:
        for name, content in [*_studies(files[0]), (files[0].name, files[0].read_bytes())]:
            (Path(folder) / name).write_bytes(content)
        study = open_study(folder)
        ratings.add(study, Path(folder) / "back.json")
        said = ratings.latest(ratings.read_all(study)[0])
        return results.as_csv(study, said), results.as_text(study, results.results(study, said))


def _arrays(_: Path) -> list[tuple[str, bytes]]:
    found = []
    for dtype in (np.uint8, np.float32):
        file = io.BytesIO()
        np.save(file, np.ones((2, 3, 8, 8, 3), dtype))
        found.append(("walk_front_frames_train.npy", file.getvalue()))
    return found


def _array(files: list[Path]) -> object:
    from training.layouts import decoding, probing, sprites

    listing = sprites.read(files[0].parent)
    clips = listing.clips[:3]
    return [(probing.probe_clip(clip), [frame.shape for frame in decoding.frames(clip, 16)]) for clip in clips]


def _wishes(_: Path) -> list[tuple[str, bytes]]:
    return [("wish", b"squats=0.7,waving=0.3 25/1"), ("wish", b"squats 29.97")]


def _wish(files: list[Path]) -> object:
    from engine.commands.clips import frame_rate
    from engine.inputs import action_weights, parse_action

    action, _, fps = files[0].read_text("utf-8", "replace").partition(" ")
    return frame_rate(fps), action_weights(parse_action(action), ("squats", "waving"))


def readers() -> tuple[Reader, ...]:
    """All of them. What is slow, since it starts processes, gets fewer cases."""
    from training.layouts.decoding import Damaged

    clip = (KpvpError, Damaged)
    return (
        Reader("photo", _photos, _photo, 1.5),
        Reader("bundle and card", _bundles, _bundle, 1.5),
        Reader("clip", _clips, _clip),
        Reader("config", _configs, _config),
        Reader("run: events, lock, title", _runs, _run, 1.5),
        Reader("checkpoint", _checkpoints, _checkpoint),
        Reader("glTF", _characters, _character),
        Reader("pseudo labels", _pseudo_labels, _pseudo_label),
        Reader("frame cache", _indices, _index),
        Reader("animation of a data folder", _animations, _animation, refusals=clip),
        Reader("settings of the studio", _settings, _remembered),
        Reader("actions and frame rates", _wishes, _wish, 0.5),
        Reader("study and rankings", _studies, _study, 0.5),
        Reader("sprites", _arrays, _array, 0.5, refusals=clip),
        Reader("project", made.projects, made.project, 1.5),
        Reader("working copy", made.working_copies, made.working_copy),
        Reader("keypoints of a clip (CSV, JSON)", made.keypoint_files, made.keypoint_file, 1.5),
        Reader("authors' checkpoint", made.authors_checkpoints, made.authors_checkpoint, 0.5),
        Reader("folder of clips", made.data_folders, made.data_folder, 0.5),
        Reader("remembered: keys, marks, presets", kept.choices, kept.choice),
        Reader("dialog: settings of a run", kept.run_settings, kept.run_setting, 0.5),
        Reader("report: part, ablation", measured.reports, measured.report, 0.25),
        Reader("clips of a study", measured.study_clips, measured.study_clip, 0.5),
        Reader("journal of a frame cache", measured.journals, measured.journal, 0.5),
        Reader("label (.mat)", _labels, _label, 0.5, together=50),
        Reader("video", _videos, _video, 0.05, refusals=clip),
    )
