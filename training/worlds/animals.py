"""The world `animals`: twelve species and six dinosaurs, rigged, in six actions, on white and in landscapes.

Everything about a clip follows from the world's version, the characters' files and the clip's seed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache
from pathlib import Path

import numpy as np

from engine.networks.spec import CLIP_FRAMES
from training.worlds.capsules import shading
from training.worlds.motions.performance import performed
from training.worlds.rigs import figure, fur
from training.worlds.rigs import folder as characters
from training.worlds.rigs.camera import framed
from training.worlds.rigs.creatures import ACTIONS, LANDMARKS, SPECIES, able, clips_of, landmarks
from training.worlds.scenes.scenery import painted_scene
from training.worlds.world import SyntheticClip, World, in_picture

_VERSION = "1"
_HOW = {"walk": "cycle", "gallop": "cycle", "eat": "stretch", "idle": "stretch", "jump": "once", "kick": "once"}
_TRAVELLING = (ACTIONS.index("walk"), ACTIONS.index("gallop"))


@dataclass(frozen=True)
class Animals(World):
    """Rigged animals. Held-out seeds show HELD_OUT species only, which training seeds never show."""

    folder: Path
    version: str
    name: str = "animals"
    actions: tuple[str, ...] = ACTIONS
    fps: Fraction = field(default=Fraction(25))

    @classmethod
    def of(cls, named: str | None) -> Animals:
        """The world of the characters in the folder named, or in that of the environment. Raises TrainingError."""
        folder = characters.needed_folder(named, "animals")
        paths = characters.named_files(folder, SPECIES, "animals")
        return cls(folder, f"{_VERSION}-{characters.digest(list(paths.values()))}")

    def clip(self, seed: int, size: int = 128, n_frames: int = CLIP_FRAMES, truth: bool = False) -> SyntheticClip:
        """See `World.clip`. The same seed shows the same scene at any size."""
        label = seed % len(ACTIONS)
        rng = np.random.default_rng([*_VERSION.encode(), seed])
        choice = able(ACTIONS[label], seed >= self.HELD_OUT_START)
        rig = characters.rig(_paths(self.folder)[choice[rng.integers(len(choice))]])
        animations = clips_of(rig, ACTIONS[label])
        animation = animations[rng.integers(len(animations))]
        marks = landmarks(rig)
        transforms = performed(
            rng, rig, animation, _HOW[ACTIONS[label]], label in _TRAVELLING, n_frames, float(self.fps)
        )
        camera = framed(rng, rig.skin(transforms)[0])
        lamp = shading.light(rng)
        covering = fur.covering(rng, rig)
        painting = painted_scene(rng, camera)
        frames, silhouette = figure.film(rng, rig, transforms, covering, camera, lamp, painting, size)
        seen, _ = camera.project(marks.at(transforms))
        joints = in_picture(seen, size)
        return SyntheticClip(frames, joints.astype(np.float32), LANDMARKS, silhouette, label)


@lru_cache(maxsize=4)
def _paths(folder: Path) -> dict[str, Path]:
    return characters.named_files(folder, SPECIES, "animals")
