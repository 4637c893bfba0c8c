"""The rigged people of a folder: who there is, who is kept for evaluation, and everyone read once per process."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from engine.errors import TrainingError
from training.worlds.rigs import folder as characters
from training.worlds.rigs.outfits import Wardrobe, wardrobe_of
from training.worlds.rigs.retarget import BONES, Wearer, wearer

HELD_OUT = ("modular_men/Casual2", "modular_men/Suit", "modular_women/Soldier", "modular_women/Worker")
"""The identities, folder and file name, that no training clip shows. A folder without them keeps every fifth."""


@dataclass(frozen=True)
class Cast:
    """People by the paths of their files. fingerprint: changes when files come, go or change in size."""

    training: tuple[str, ...]
    held_out: tuple[str, ...]
    fingerprint: str


@dataclass(frozen=True)
class Performer:
    """One person: the body that moves and the wardrobe that dresses it."""

    body: Wearer
    wardrobe: Wardrobe

    @property
    def above(self) -> float:
        """How far hair or hat rise above the head's top, in body heights."""
        return max(0.0, float(self.body.rig.vertices[:, 1].max()) / self.body.stature - 1)


def cast(folder: Path) -> Cast:
    """The people below a folder: every glTF file with a person's bones. Raises TrainingError for fewer than two."""
    try:
        files = [path for path in characters.files(folder) if _is_person(path)]
    except OSError as error:
        raise TrainingError(f"{folder} cannot be read ({error.strerror}).", "Choose another folder.") from error
    if len(files) < 2:
        raise TrainingError(
            f"There are no two rigged people in {folder}.",
            f"Give a folder of .glb files with bones named {', '.join(BONES[:4])}, ..., or none at all.",
        )
    held = [path for path in files if f"{path.parent.name}/{path.stem}" in HELD_OUT] or files[::5]
    training = [path for path in files if path not in held]
    return Cast(tuple(map(str, training)), tuple(map(str, held)), characters.digest(files))


@lru_cache(maxsize=64)
def performer(path: str) -> Performer:
    """The person in a file. Raises TrainingError if it cannot be used."""
    rig = characters.rig(Path(path))
    try:
        return Performer(wearer(rig), wardrobe_of(rig))
    except KeyError as error:
        raise TrainingError(f"{path} has no bone {error}.", "Leave it out of the folder.") from None


def _is_person(path: Path) -> bool:
    data = path.read_bytes()
    return all(f'"{bone}"'.encode() in data for bone in BONES)
