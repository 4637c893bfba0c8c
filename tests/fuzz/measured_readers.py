"""Readers of what was measured: parts of reports, ablations, folders of clips for studies, frame journals."""

from __future__ import annotations

import io
import json
import tempfile
import zlib
from functools import cache
from pathlib import Path

import numpy as np
from PIL import Image

# Parts of a report, and ablations

_SCORES = {
    "clips": 6,
    "frames": 4,
    "image_size": 16,
    "psnr_moving": 21.5,
    "frechet": {"judge": 0.5},
    "frechet_real": {"judge": 0.1},
    "frechet_copy": {"judge": 0.9},
    "intervals": {"psnr_moving": [20.0, 22.0], "frechet": {"judge": [0.4, 0.6]}},
}
_FAILURES = [{"clip": 5, "kind": "still", "measured": "10 % of the area that moves in the real clip"}]


@cache
def _part() -> dict[str, bytes]:
    from training.report.shown import Shown

    chance = np.random.default_rng(0)

    def pictures(*shape: int) -> np.ndarray:
        return chance.integers(0, 255, shape, dtype=np.uint8)

    points = chance.uniform(-1, 1, (2, 5, 3, 2)).astype(np.float32)
    real, future, redrawn = (pictures(2, 4, 16, 16, 3) for _ in range(3))
    order = np.array([0, 5]), np.array([0, 1])
    shown = Shown(*order, pictures(2, 16, 16, 3), real, future, points, redrawn, pictures(2, 4, 16, 16))
    with tempfile.TemporaryDirectory() as folder:
        shown.save(Path(folder) / "shown.npz")
        arrays = (Path(folder) / "shown.npz").read_bytes()
    scores = {"facts": {}, "scores": _SCORES, "failures": _FAILURES}
    rows = {"rows": {"Base": _SCORES, "Base + k": _SCORES | {"clips": 7}}}
    return {
        "scores.json": json.dumps(scores).encode(),
        "shown.npz": arrays,
        "ablation.json": json.dumps(rows).encode(),
    }


def reports(_: Path) -> list[tuple[str, bytes]]:
    return list(_part().items())


def report(files: list[Path]) -> object:
    """What was measured before is read, and written as figures and a page."""
    from training.report.ablation_rows import ablation_rows
    from training.report.page import Content, WorldPart, write_report_page
    from training.report.parts import read_part
    from training.report.report import draw

    folder = files[0].parent
    for name, content in _part().items():
        if name != files[0].name:
            (folder / name).write_bytes(content)
    part = WorldPart("Discs", ("left", "right"))
    outcome = read_part(folder, len(part.actions))
    if outcome is not None:
        part.scores["Tiny"], part.shown["Tiny"] = outcome.scores, outcome.shown
        part.failures["Tiny"] = outcome.failures
    made = {"clips": 6, "seed": 1, "systems": [{"title": "Tiny", "name": "tiny", "id": "ab"}]}
    with tempfile.TemporaryDirectory() as out:
        drawn = draw("discs", part, Path(out))
        content = Content("T", {"discs": part, "other": part}, made, ablation=ablation_rows(folder))
        write_report_page(content, Path(out) / "report.html")
    return drawn


# Studies: clips that they are made of, and the pictures in them


def study_clips(folder: Path) -> list[tuple[str, bytes]]:
    from tests.engine.formats.moving_clip import moving_clip
    from tests.training import clip_files

    clip = moving_clip(4, 16, 3)
    sheet, photo = io.BytesIO(), io.BytesIO()
    Image.new("RGB", (128, 32), "red").save(sheet, "WEBP")
    Image.new("RGB", (20, 16), "red").save(photo, "PNG")
    animation = io.BytesIO()
    frames = [Image.fromarray(frame) for frame in clip.frames]
    frames[0].save(animation, "WEBP", save_all=True, append_images=frames[1:])
    return [
        ("squats-1.gif", clip_files.gif(folder / "a.gif", 4, 16, 12).read_bytes()),
        ("squats-1.webp", animation.getvalue()),
        ("squats-1.npz", clip.save(folder / "a.npz").read_bytes()),
        ("squats-1.png", photo.getvalue()),
        ("sheet.webp", sheet.getvalue()),
    ]


def study_clip(files: list[Path]) -> object:
    """A study is made of a folder with it, handed out as a page, and its clips are looked at."""
    from engine.study.clip_folders import read_trials
    from engine.study.page import write_page
    from engine.study.study import make_study

    content = files[0].read_bytes()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "clips"
        sound = study_clips(files[0].parent)[0]
        for system in ("a", "b", "inputs"):
            (folder / system).mkdir(parents=True)
        for system in ("a", "b"):
            (folder / system / sound[0]).write_bytes(sound[1])
        if files[0].suffix == ".png":
            (folder / "inputs" / files[0].name).write_bytes(content)
        elif files[0].name != "sheet.webp":
            (folder / "a" / sound[0]).unlink()
            (folder / "a" / files[0].name).write_bytes(content)
        study = make_study(Path(made) / "study", read_trials(folder))
        clips = study.trials[0].clips
        if files[0].name == "sheet.webp":
            (study.folder / "clips" / f"{clips[0].id}.webp").write_bytes(content)
        write_page(study, Path(made) / "page.html")
        return [study.frames(clip).shape for clip in clips]


# The journal of a frame cache that is being drawn


def journals(_: Path) -> list[tuple[str, bytes]]:
    checksum = zlib.crc32(bytes(2 * 4 * 4 * 3))
    return [("journal.jsonl", f'[2, {checksum}, ""]\n[0, 0, "It is damaged."]\n[2, {checksum}, "", 1]\n'.encode())]


def journal(files: list[Path]) -> object:
    from training.store.writer import writing

    folder = files[0].parent
    (folder / "frames.u8").write_bytes(bytes(4 * 4 * 4 * 3))
    with writing(folder, 4, 5) as writer:
        writer.append([bytes(4 * 4 * 3)])
        frames = sum(clip.frames for clip in writer.clips)
        assert frames * 4 * 4 * 3 == (folder / "frames.u8").stat().st_size
        return [clip.line() for clip in writer.clips]
