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
from engine.foreign_data import from_json
from engine.future import Future, array, fits
from engine.media.frame_rates import rational

MAX_UNPACKED_BYTES = 512 * 1024**2
_REMEDY = "Choose a clip that this program saved as .npz."


@dataclass(frozen=True, eq=False, kw_only=True)
class Clip(Future):
    """A future with its frames. The arrays are read-only."""

    frames: np.ndarray = field(metadata=array(np.uint8, "THW3"))  # sRGB
    synthesized: np.ndarray = field(metadata=array(np.uint8, "THW3"))  # the translator's raw foreground
    mask: np.ndarray = field(metadata=array(np.uint8, "THW"))  # 255 = background kept from the photo

    def __post_init__(self) -> None:
        sizes: dict[str, int] = {}
        for name, (dtype, letters) in _ARRAYS.items():
            value = np.asarray(getattr(self, name))
            contiguous = np.ascontiguousarray(value) if value.dtype == dtype else None
            if contiguous is None or not fits(contiguous.shape, letters, sizes):
                wanted = f"{dtype} [{', '.join(letters)}]"
                raise ClipError(f"The clip's {name} is {value.dtype} {list(value.shape)}, not {wanted}.", _REMEDY)
            view = contiguous.view()
            view.flags.writeable = False
            object.__setattr__(self, name, view)
        if len(self.action_names) != sizes["C"]:
            raise ClipError(f"The clip has {sizes['C']} action weights and {len(self.action_names)} names.", _REMEDY)
        object.__setattr__(self, "action_names", tuple(str(name) for name in self.action_names))
        try:
            object.__setattr__(self, "fps", rational(self.fps))
        except ValueError as error:
            raise ClipError("The clip's frame rate is no positive number.", _REMEDY) from error
        if self.crop is not None:
            object.__setattr__(self, "crop", tuple(int(value) for value in self.crop))

    @property
    def nbytes(self) -> int:
        """Bytes held by the arrays."""
        return sum(getattr(self, name).nbytes for name in _ARRAYS)

    def save(self, path: str | os.PathLike) -> Path:
        """Write everything to one .npz, atomically. Raises `ExportError` if it cannot be written."""
        path = Path(path)
        meta = json.dumps({name: getattr(self, name) for name in _META}, ensure_ascii=False, default=str)
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
            meta = from_json(content.pop("meta").tobytes()) if "meta" in content else {}
            known: dict[str, Any] = {"action_names": [str(i) for i in range(len(content["action"]))]}
            known |= {name: meta[name] for name in _META if name in meta}
            known |= {name: content[name] for name in _ARRAYS}
            return cls(**known, seed=None if seed < 0 else seed, fps=Fraction(numerator, denominator))
        except OSError as error:
            raise ClipError(f"{path.name} cannot be opened: {error.strerror}.", "Check the path.") from error
        except KeyError as error:
            raise ClipError(f"{path.name} lacks {error.args[0]}.", _REMEDY) from error
        except ClipError:
            raise
        except Exception as error:  # zip, zlib and NumPy raise a dozen kinds for a damaged file
            raise ClipError(f"{path.name} is not a clip, or is damaged.", _REMEDY) from error


# name: (dtype, shape), of what is saved as an array; seed and fps are saved as numbers, the others as JSON
_ARRAYS = {f.name: (f.metadata["dtype"], f.metadata["shape"]) for f in fields(Clip) if f.metadata}
_META = sorted({f.name for f in fields(Clip)} - set(_ARRAYS) - {"seed", "fps"})


def _read(path: Path) -> dict[str, np.ndarray]:
    with open(path, "rb") as file:
        with zipfile.ZipFile(file) as archive:  # sizes first: a small file can unpack to a huge one
            if sum(entry.file_size for entry in archive.infolist()) > MAX_UNPACKED_BYTES:
                raise ClipError(f"{path.name} unpacks to more than 512 MiB.", _REMEDY)
        file.seek(0)
        with np.load(file, allow_pickle=False) as archive:
            return {name: archive[name] for name in archive.files}
