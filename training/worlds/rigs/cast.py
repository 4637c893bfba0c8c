"""The rigged people of a folder: who there is, who is kept for evaluation, and everyone read once per process."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import numpy as np

from engine.errors import TrainingError
from engine.files import content_of
from training.worlds.rigs import folder as characters
from training.worlds.rigs import gltf
from training.worlds.rigs.gltf_file import LARGEST
from training.worlds.rigs.outfits import Wardrobe, wardrobe_of
from training.worlds.rigs.retarget import BONES, Wearer, wearer
from training.worlds.rigs.texels import Texels, texels

SPARED = "held-out"
"""The folder whose people no training clip shows, wherever it lies."""
HELD_OUT = ("modular_men/Casual2", "modular_men/Suit", "modular_women/Soldier", "modular_women/Worker")
"""The identities, folder and file name, that no training clip shows either. A folder without any keeps every fifth."""


@dataclass(frozen=True)
class Cast:
    """People by the paths of their files. fingerprint: changes when files come, go or change in size."""

    training: tuple[str, ...]
    held_out: tuple[str, ...]
    fingerprint: str


@dataclass(frozen=True)
class Performer:
    """One person: the body that moves, the wardrobe that dresses it, and, if it is textured, its pictures."""

    body: Wearer
    wardrobe: Wardrobe
    texels: Texels | None = None

    @property
    def above(self) -> float:
        """How far hair or hat rise above the head's top, in body heights."""
        return max(0.0, float(self.body.rig.vertices[:, 1].max()) / self.body.stature - 1)


def casts(folder: Path) -> tuple[Cast | None, Cast | None]:
    """The people below a folder, as glTF files with a person's bones: those in plain colours, and those with textures.

    Raises TrainingError if there are fewer than two of either.
    """
    try:
        found = {path: _textured(path) for path in characters.files(folder)}
    except OSError as error:
        raise TrainingError(f"{folder} cannot be read ({error.strerror}).", "Choose another folder.") from error
    plain, textured = ([path for path, kind in found.items() if kind is wanted] for wanted in (False, True))
    if len(plain) < 2 and len(textured) < 2:
        raise TrainingError(
            f"There are no two rigged people in {folder}.",
            f"Give a folder of .glb files with bones named {', '.join(BONES[:4])}, ..., or none at all.",
        )
    return _cast(plain), _cast(textured)


def _cast(files: list[Path]) -> Cast | None:
    """None where there are fewer than two: one to train on, one to hold out."""
    if len(files) < 2:
        return None
    held = [
        path for path in files if SPARED in path.parts[-3:-1] or f"{path.parent.name}/{path.stem}" in HELD_OUT
    ] or files[::5]
    training = [path for path in files if path not in held]
    return Cast(tuple(map(str, training)), tuple(map(str, held)), characters.digest(files))


@lru_cache(maxsize=160)
def performer(path: str) -> Performer:
    """The person in a file, read once per process. Raises TrainingError if it cannot be used."""
    rig = gltf.read(Path(path))
    try:
        if any(picture is not None for picture in rig.pictures):
            found = texels(rig)
            rig = replace(rig, pictures=(), textures=np.full((1, 1, 1, 3), 255, np.uint8))  # they are large
            return Performer(wearer(rig), Wardrobe(rig, ()), found)
        return Performer(wearer(rig), wardrobe_of(rig))
    except KeyError as error:
        raise TrainingError(f"{path} has no bone {error}.", "Leave it out of the folder.") from None


def _textured(path: Path) -> bool | None:
    """Whether the person in a file has textures; None if it is no person."""
    try:
        data = content_of(path, LARGEST)
    except OSError:
        return None
    if not all(f'"{bone}"'.encode() in data for bone in BONES):
        return None
    return b'"images"' in data and b'"baseColorTexture"' in data
