"""One future of a photo: the inputs that make it and the keypoints they lead to; everything of a clip but its frames.

`Prediction` and `Clip` are futures, too, and the window's record of a clip holds one: the fields are listed here alone.
Torch-free, and knows no files.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from fractions import Fraction
from typing import Any, Self

import numpy as np


def array(dtype: type, shape: str) -> dict[str, Any]:
    """What marks a field as an array: its dtype, and its shape in letters that all the arrays of a clip share."""
    return {"dtype": np.dtype(dtype), "shape": shape}


def fits(shape: tuple[int, ...], letters: str, sizes: dict[str, int]) -> bool:
    """Whether `shape` agrees with `letters` and with the sizes seen so far, which it adds to."""
    if len(shape) != len(letters):
        return False
    return all(
        size == (int(letter) if letter.isdigit() else sizes.setdefault(letter, size))
        for size, letter in zip(shape, letters, strict=True)
    )


@dataclass(frozen=True, eq=False, kw_only=True)
class Future:
    """T frames to come, of H x W pixels, by their K keypoints.

    Keypoints are (x, y) in [-1, 1] of the crop: -1 is the centre of the first column or row, +1 of the last.
    """

    keypoints: np.ndarray = field(metadata=array(np.float32, "TK2"))
    source_keypoints: np.ndarray = field(metadata=array(np.float32, "K2"))
    source: np.ndarray = field(metadata=array(np.uint8, "HW3"))  # the photo's crop at the model's size, sRGB
    z: np.ndarray = field(metadata=array(np.float32, "Z"))
    action: np.ndarray = field(metadata=array(np.float32, "C"))  # the weights of the actions
    action_names: tuple[str, ...]  # [C]
    seed: int | None = None  # None when z was given
    fps: Fraction = Fraction(25)
    photo_name: str = ""
    crop: tuple[int, int, int] | None = None  # x, y, size in photo pixels
    model_id: str = ""
    model_name: str = ""
    schedule: dict[str, Any] = field(default_factory=dict)  # what decides its bits: device, threads, batch, ...; notice

    @classmethod
    def of(cls, other: Future, **changes: Any) -> Self:
        """`other` as this kind of future: its fields, with `changes` and additions."""
        known = {f.name: getattr(other, f.name) for f in fields(Future)}
        return cls(**(known | changes))

    def __len__(self) -> int:
        return len(self.keypoints)

    @property
    def action_label(self) -> str:
        """The actions with weight, strongest first: "squats", or "squats 0.7 + golf_swing 0.3"."""
        used = sorted(((w, n) for w, n in zip(self.action, self.action_names, strict=True) if w), reverse=True)
        if len(used) == 1 and used[0][0] == 1:
            return used[0][1]
        return " + ".join(f"{name} {weight:.2g}" for weight, name in used)
