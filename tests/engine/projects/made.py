"""Clips and projects with something in every field, for tests."""

from fractions import Fraction
from pathlib import Path

import numpy as np

from engine.clip import Clip
from engine.future import Future
from engine.projects import encoding
from engine.projects.project import ClipEntry, PhotoEntry, Project, UsedModel, made
from engine.projects.working_copy import WorkingCopy

T, K, SIZE = 8, 5, 16


def a_clip(seed: int = 7, size: int = SIZE) -> Clip:
    rng = np.random.default_rng(seed)
    source = rng.integers(0, 256, (size, size, 3), np.uint8)
    frames = np.repeat(source[None], T, 0)
    frames[:, 4:9, 4:9] = rng.integers(0, 256, (T, 5, 5, 3), np.uint8)
    mask = np.full((T, size, size), 255, np.uint8)
    mask[:, 4:9, 4:9] = rng.integers(0, 256, (T, 5, 5), np.uint8)
    return Clip(
        keypoints=rng.uniform(-1, 1, (T, K, 2)).astype(np.float32),
        source_keypoints=rng.uniform(-1, 1, (K, 2)).astype(np.float32),
        source=source,
        z=rng.normal(size=4).astype(np.float32),
        action=np.array([0.3, 0.7], np.float32),
        action_names=("golf_swing", "squats"),
        seed=seed,
        fps=Fraction(30000, 1001),
        photo_name="眼鏡 50 %.png",
        crop=(1, 2, size),
        model_id="abcc7e3b762cae63",
        model_name="people",
        schedule={"device": "cpu", "batch": 4},
        frames=frames,
        synthesized=frames[..., ::-1],
        mask=mask,
    )


def put(copy: WorkingCopy, clip: Clip, clip_id: str, frames: bool = True, **fields) -> ClipEntry:
    """The members of a clip in a working copy, and its entry."""
    arrays, source = f"clips/{clip_id}.safetensors", f"sources/{clip_id}.png"
    copy.add(arrays, encoding.arrays_to_bytes(clip))
    copy.add(source, encoding.picture_to_bytes(clip.source))
    if frames:
        copy.add(f"frames/{clip_id}.npz", encoding.frames_to_bytes(clip))
        fields["frames"] = f"frames/{clip_id}.npz"
    return ClipEntry(id=clip_id, arrays=arrays, source=source, made=made(Future.of(clip)), **fields)


def a_project(root: Path, clips: int = 2) -> WorkingCopy:
    """A working copy of a photo and some clips, written."""
    copy = WorkingCopy.create(root)
    pixels = np.arange(20 * 30 * 3, dtype=np.uint8).reshape(20, 30, 3)
    copy.add("photos/p1.png", encoding.picture_to_bytes(pixels))
    photo = PhotoEntry(id="p1", name="眼鏡 50 %.png", file="photos/p1.png", width=30, height=20)
    entries = [
        put(copy, a_clip(n), f"clip{n}", photo="p1", created=1000.0 + n, starred=n == 1, name="the best" * (n == 1))
        for n in range(clips)
    ]
    model = UsedModel(id="abcc7e3b762cae63", name="people", card={"title": "People"})
    copy.write(
        Project(
            photos=[photo],
            models=[model],
            clips=entries,
            inputs={"photo": "p1", "crop": [0, 0, 20], "seed": 7},
            view={"clip": "clip1", "playhead": 3},
            keypoints={"people": {"names": {"1": "left hand"}, "groups": {"arm": [1, 2]}}},
        )
    )
    return copy
