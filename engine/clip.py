"""A finished clip: every part that can be seen, edited, compared and exported, and what made it.

Torch-free: a clip can be loaded, drawn and exported without the networks. Saved as one .npz that loads with
`allow_pickle=False`.
"""

from __future__ import annotations

import json
import os
import zipfile
from dataclasses import dataclass, field, fields
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np

from engine.errors import ClipError, ExportError
from engine.files import atomic_write

MAX_UNPACKED_BYTES = 2 * 1024**3
_REMEDY = "Choose a clip that this program saved as .npz."

# name: (dtype, shape in letters shared by all the arrays)
_ARRAYS = {
    "frames": (np.uint8, "THW3"),
    "synthesized": (np.uint8, "THW3"),
    "mask": (np.uint8, "THW"),
    "keypoints": (np.float32, "TK2"),
    "source_keypoints": (np.float32, "K2"),
    "source": (np.uint8, "HW3"),
    "z": (np.float32, "Z"),
    "action": (np.float32, "C"),
}


@dataclass(frozen=True, eq=False)
class Clip:
    """T frames of H x W pixels, their K keypoints, and the inputs that made them. The arrays are read-only.

    Keypoints are (x, y) in [-1, 1] of the crop: -1 is the centre of the first column or row, +1 of the last.
    """

    frames: np.ndarray  # uint8 [T, H, W, 3] sRGB
    synthesized: np.ndarray  # uint8 [T, H, W, 3], the translator's raw foreground
    mask: np.ndarray  # uint8 [T, H, W], 255 = background kept from the photo
    keypoints: np.ndarray  # float32 [T, K, 2]
    source_keypoints: np.ndarray  # float32 [K, 2]
    source: np.ndarray  # uint8 [H, W, 3], the photo's crop at the model's size
    action: np.ndarray  # float32 [C], the weights of the actions
    action_names: tuple[str, ...]
    z: np.ndarray  # float32 [Z]
    seed: int | None = None  # None when z was given
    fps: Fraction = Fraction(25)
    photo_name: str = ""
    crop: tuple[int, int, int] | None = None  # x, y, size in photo pixels
    model_id: str = ""
    model_name: str = ""
    schedule: dict[str, Any] = field(default_factory=dict)  # device, precision, threads, batch, torch version, notice

    def __post_init__(self) -> None:
        sizes: dict[str, int] = {}
        for name, (dtype, letters) in _ARRAYS.items():
            value = np.asarray(getattr(self, name))
            array = np.ascontiguousarray(value) if value.dtype == dtype else None
            if array is None or not _fits(array.shape, letters, sizes):
                wanted = f"{np.dtype(dtype)} [{', '.join(letters)}]"
                raise ClipError(f"The clip's {name} is {value.dtype} {list(value.shape)}, not {wanted}.", _REMEDY)
            array = array.view()
            array.flags.writeable = False
            object.__setattr__(self, name, array)
        if len(self.action_names) != sizes["C"]:
            raise ClipError(f"The clip has {sizes['C']} action weights and {len(self.action_names)} names.", _REMEDY)
        object.__setattr__(self, "action_names", tuple(self.action_names))
        object.__setattr__(self, "fps", Fraction(self.fps))
        if self.crop is not None:
            object.__setattr__(self, "crop", tuple(int(value) for value in self.crop))

    def __len__(self) -> int:
        return len(self.frames)

    @property
    def nbytes(self) -> int:
        """Bytes held by the arrays."""
        return sum(getattr(self, name).nbytes for name in _ARRAYS)

    @property
    def action_label(self) -> str:
        """The actions with weight, strongest first: "squats", or "squats 0.7 + golf_swing 0.3"."""
        used = sorted(((w, n) for w, n in zip(self.action, self.action_names, strict=True) if w), reverse=True)
        if len(used) == 1 and used[0][0] == 1:
            return used[0][1]
        return " + ".join(f"{name} {weight:.2g}" for weight, name in used)

    def save(self, path: str | os.PathLike) -> Path:
        """Write everything to one .npz, atomically. Raises `ExportError` if the place cannot be written."""
        path = Path(path)
        known = {f.name for f in fields(self)} - set(_ARRAYS) - {"seed", "fps"}
        meta = json.dumps({name: getattr(self, name) for name in sorted(known)}, ensure_ascii=False, default=str)
        content = {name: getattr(self, name) for name in _ARRAYS}
        content["seed"] = np.int64(-1 if self.seed is None else self.seed)
        content["fps"] = np.array([self.fps.numerator, self.fps.denominator], np.int64)
        content["meta"] = np.frombuffer(meta.encode(), np.uint8)
        try:
            with atomic_write(path) as temporary, open(temporary, "wb") as file:
                np.savez_compressed(file, **content)
        except OSError as error:
            reason = error.strerror or "the system refused"
            raise ExportError(f"{path.name} could not be written: {reason}.", "Choose another folder.") from error
        return path

    @classmethod
    def load(cls, path: str | os.PathLike) -> Clip:
        """Read what `save` wrote. Raises `ClipError` for anything else; executes nothing."""
        path = Path(path)
        try:
            content = _read(path)
            numerator, denominator = (int(value) for value in content.pop("fps"))
            seed = int(content.pop("seed"))
            meta = json.loads(content.pop("meta").tobytes()) if "meta" in content else {}
            names = meta.get("action_names") or [str(i) for i in range(len(content["action"]))]
            return cls(
                **{name: content[name] for name in _ARRAYS},
                seed=None if seed < 0 else seed,
                fps=Fraction(numerator, denominator),
                action_names=tuple(str(name) for name in names),
                photo_name=str(meta.get("photo_name", "")),
                crop=tuple(meta["crop"]) if meta.get("crop") else None,
                model_id=str(meta.get("model_id", "")),
                model_name=str(meta.get("model_name", "")),
                schedule=dict(meta.get("schedule") or {}),
            )
        except OSError as error:
            raise ClipError(f"{path.name} cannot be opened: {error.strerror}.", "Check the path.") from error
        except KeyError as error:
            raise ClipError(f"{path.name} lacks {error.args[0]}.", _REMEDY) from error
        except ClipError:
            raise
        except Exception as error:  # zip, zlib and NumPy raise a dozen kinds for a damaged file
            raise ClipError(f"{path.name} is not a clip, or is damaged.", _REMEDY) from error


def _fits(shape: tuple[int, ...], letters: str, sizes: dict[str, int]) -> bool:
    """Whether `shape` agrees with `letters` and with the sizes seen so far, which it adds to."""
    if len(shape) != len(letters):
        return False
    return all(
        size == (int(letter) if letter.isdigit() else sizes.setdefault(letter, size))
        for size, letter in zip(shape, letters, strict=True)
    )


def _read(path: Path) -> dict[str, np.ndarray]:
    with open(path, "rb") as file:
        with zipfile.ZipFile(file) as archive:  # sizes first: a small file can unpack to a huge one
            if sum(entry.file_size for entry in archive.infolist()) > MAX_UNPACKED_BYTES:
                raise ClipError(f"{path.name} unpacks to more than 2 GiB.", _REMEDY)
        file.seek(0)
        with np.load(file, allow_pickle=False) as archive:
            return {name: archive[name] for name in archive.files}
