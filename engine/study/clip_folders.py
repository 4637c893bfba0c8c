"""Trials from folders of clips: one folder per system, and in each a clip of the same name for every trial.

`inputs/NAME.png` is the photo of a trial; where there is none, the first frame of its first clip. A name such as
`squats-03` says what was asked: the words before the number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path

import numpy as np
from PIL import Image, ImageSequence

from engine.clip import Clip
from engine.errors import StudyError
from engine.inputs import LARGEST_SEED
from engine.media.photo import crop_pixels, default_crop, read_photo
from engine.media.video_frames import read_square_frames
from engine.study.study import FPS, NewTrial

INPUTS = "inputs"
_SIDE = 256  # px that a clip has at most
_LONGEST = 128  # frames
_MOST_PIXELS = 16_000_000  # of a frame
_PHOTOS = (".png", ".jpg", ".jpeg", ".webp")
_LAYOUT = "Give a folder with SYSTEM/NAME.gif (or .webp, .mp4, .webm, .npz) for two to five systems."


def read_trials(folder: Path, most: int | None = None, seed: int = 0) -> list[NewTrial]:
    """The trials of a folder whose clips all systems have, in the order of their names; with `most`, so many of them,
    drawn by `seed`. Raises `StudyError` and `PhotoError`."""
    try:
        systems = {
            path.name: _clips(path) for path in sorted(folder.iterdir()) if path.is_dir() and path.name != INPUTS
        }
    except OSError as error:
        raise StudyError(f"{folder} cannot be read: {error.strerror}.", _LAYOUT) from error
    systems = {name: clips for name, clips in systems.items() if clips}
    names = sorted(set.intersection(*map(set, systems.values()))) if systems else []
    if not names:
        raise StudyError(f"{folder} has no clips of one name from several systems.", _LAYOUT)
    if most is not None and most < len(names):
        chosen = np.random.default_rng(seed % (LARGEST_SEED + 1)).permutation(len(names))[:most]
        names = [names[i] for i in sorted(chosen)]
    return [_trial(folder, name, {system: clips[name] for system, clips in systems.items()}) for name in names]


def _clips(folder: Path) -> dict[str, Path]:
    return {path.stem: path for path in sorted(folder.iterdir()) if path.is_file() and not path.name.startswith(".")}


def _trial(folder: Path, name: str, files: dict[str, Path]) -> NewTrial:
    clips = {system: _frames(path) for system, path in files.items()}
    photos = [folder / INPUTS / f"{name}{suffix}" for suffix in _PHOTOS]
    found = next((path for path in photos if path.is_file()), None)
    if found is None:
        photo = next(iter(clips.values()))[0]
    else:
        pixels = read_photo(found).pixels
        crop = default_crop(pixels.shape[1], pixels.shape[0])
        photo = crop_pixels(pixels, crop, min(crop.size, 2 * _SIDE))
    asked = re.sub(r"[-_ ]*\d+$", "", name).replace("_", " ").strip() or name
    return NewTrial(photo, asked.capitalize(), clips)


def _frames(path: Path) -> np.ndarray:
    """uint8 [T, S, S, 3], its middle squares."""
    if path.suffix.lower() == ".npz":
        return _fitted(Clip.load(path).frames[:_LONGEST])
    if path.suffix.lower() in (".gif", ".webp"):
        try:
            with Image.open(path, formats=["GIF", "WEBP"]) as picture:
                if picture.width * picture.height > _MOST_PIXELS:
                    raise StudyError(f"The pictures of {path.name} are too large.", "Give smaller clips.")
                pages = zip(range(_LONGEST), ImageSequence.Iterator(picture), strict=False)
                # One by one: a small file can be many large frames.
                return _fitted(np.asarray(frame.convert("RGB")) for _, frame in pages)
        except StudyError:
            raise
        except Exception as error:  # Pillow's decoders raise a dozen kinds for damaged files
            raise StudyError(f"{path.name} is no clip that can be read.", _LAYOUT) from error
    return read_square_frames(path, _SIDE, Fraction(FPS), _LONGEST)


def _fitted(frames: Iterable[np.ndarray]) -> np.ndarray:
    """The middle squares of frames uint8 [H, W, 3], uint8 [T, S, S, 3]."""
    squares = []
    for frame in frames:
        crop = default_crop(frame.shape[1], frame.shape[0])
        squares.append(crop_pixels(frame, crop, min(crop.size, _SIDE)))
    return np.stack(squares)
