"""The world `characters`: anyone's rigged characters. Drop glTF files in a folder, and each named clip is an action.

Clips of the same name are one action, whichever character performs them. What cannot be used is named, file by file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import lru_cache
from pathlib import Path

import numpy as np

from engine.errors import Problem, TrainingError
from engine.networks.spec import CLIP_FRAMES
from training.worlds.capsules import shading
from training.worlds.motions.performance import performed
from training.worlds.rigs import figure
from training.worlds.rigs import folder as characters
from training.worlds.rigs.camera import framed
from training.worlds.rigs.coats import Coat, Covering
from training.worlds.rigs.rig import Animation, Rig
from training.worlds.scenes.scenery import painted_scene
from training.worlds.world import SyntheticClip, World, in_picture

_VERSION = "1"
_EVERY = 5  # of so many characters one is held out
_STILL = 0.01  # figure lengths: a clip in which nothing moves farther is a pose
_CLOSED = 0.12  # figure lengths: a clip whose ends are nearer than this may repeat
_LONGEST = 2.6  # seconds that are shown as a whole
_TRAVELLING = re.compile(r"walk|run|gallop|trot|canter|jog|sprint|crawl|march|sneak")
_REPEATING = re.compile(r"idle|stand|breath|dance|swim|fly|flap|loop|cycle|row|cycling|pedal")


@dataclass(frozen=True)
class Characters(World):
    """cast: (file, its clips' names by action) of every character; held_out: the files that only held-out seeds show;
    problems: files, or clips of files, that are not used. joint_names: bones that all of them have."""

    version: str
    actions: tuple[str, ...]
    cast: tuple[tuple[Path, dict[str, str]], ...]
    held_out: tuple[Path, ...]
    joint_names: tuple[str, ...]
    problems: tuple[Problem, ...] = field(default=(), compare=False)
    name: str = "characters"
    fps: Fraction = field(default=Fraction(25))

    @classmethod
    def of(cls, named: str | None) -> Characters:
        """The world of all characters in a folder. Raises TrainingError if there is no usable one."""
        folder = characters.needed_folder(named, "characters")
        cast, problems, bones = [], [], []
        for path in characters.files(folder):
            shown = path.relative_to(folder).as_posix()
            try:
                rig = characters.rig(path)
            except TrainingError as error:
                problems.append(Problem(shown, str(error).replace(f"{path.name} ", "It ", 1)))
                continue
            clips = {}
            for name, clip in rig.clips.items():
                if _reach(rig, clip) < _STILL:
                    problems.append(Problem(f"{shown}, clip {name}", "Nothing moves in it."))
                else:
                    clips.setdefault(cleaned(name, path.stem), name)
            if not clips:
                problems.append(Problem(shown, "It has no animation."))
                continue
            cast.append((path, clips))
            bones = [name for name in bones or _flesh(rig) if name in _flesh(rig)]
        if not cast:
            first = f" ({problems[0].file}: {problems[0].what})" if problems else ""
            raise TrainingError(
                f"{folder} holds no rigged character with an animation{first}.",
                "Put .glb files with named clips there.",
            )
        held_out = tuple(path for path, _ in cast[_EVERY - 1 :: _EVERY])
        actions = tuple(sorted({action for path, clips in cast if path not in held_out for action in clips}))
        version = f"{_VERSION}-{characters.digest([path for path, _ in cast])}"
        return cls(version, actions, tuple(cast), held_out, tuple(bones), tuple(problems))

    def clip(self, seed: int, size: int = 128, n_frames: int = CLIP_FRAMES, truth: bool = False) -> SyntheticClip:
        """See `World.clip`. Where no held-out character can do what a held-out seed asks, another one does it."""
        label = seed % len(self.actions)
        rng = np.random.default_rng([*_VERSION.encode(), seed])
        able = [(path, clips[self.actions[label]]) for path, clips in self.cast if self.actions[label] in clips]
        wanted = [one for one in able if (one[0] in self.held_out) == (seed >= self.HELD_OUT_START)]
        path, name = (wanted or able)[rng.integers(len(wanted or able))]
        rig = characters.rig(path)
        how = _how(path, name, self.actions[label])
        travels = how == "cycle" and bool(_TRAVELLING.search(self.actions[label]))
        transforms = performed(rng, rig, rig.clips[name], how, travels, n_frames, float(self.fps))
        camera = framed(rng, rig.skin(transforms)[0])
        lamp = shading.light(rng)
        covering = _covering(rng, rig)
        frames, silhouette = figure.film(rng, rig, transforms, covering, camera, lamp, painted_scene(rng, camera), size)
        bones = [rig.bone(name) for name in self.joint_names]
        seen, _ = camera.project(transforms[:, bones][..., :3, 3])
        joints = in_picture(seen, size)
        return SyntheticClip(frames, joints.astype(np.float32), self.joint_names, silhouette, label)


def cleaned(name: str, character: str) -> str:
    """A clip's name as an action: "CharacterArmature|Fox_Walk Fast" of Fox.glb is "walk_fast"."""
    last = re.split(r"[|:/\\]", name)[-1]
    last = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", last)
    words = [word for word in re.split(r"[^0-9A-Za-z]+", last.lower()) if word]
    own = [word for word in re.split(r"[^0-9a-z]+", character.lower()) if word]
    if len(words) > len(own) and words[: len(own)] == own:
        words = words[len(own) :]
    return "_".join(words) or "motion"


def _flesh(rig: Rig) -> list[str]:
    """The names of the bones that move some of the mesh, in order."""
    return [rig.bone_names[b] for b in np.unique(rig.joints[rig.weights > 0.05])]


def _sizes(rig: Rig, clip: Animation, moments: int) -> tuple[np.ndarray, float]:
    """(vertices [T, V, 3] at moments from the clip's start to its end, the figure's longest extent)."""
    vertices = rig.skin(rig.transforms(clip.local(np.linspace(0, clip.duration, moments))))[0]
    return vertices, max(float(np.ptp(vertices[0], axis=0).max()), 1e-9)


def _reach(rig: Rig, clip: Animation) -> float:
    """How far anything moves in a clip, in figure lengths."""
    vertices, size = _sizes(rig, clip, 9)
    return float(np.linalg.norm(np.ptp(vertices, axis=0), axis=1).max()) / size


@lru_cache(maxsize=1024)
def _how(path: Path, name: str, action: str) -> str:
    """How `performed` should show a clip: steps and the like repeat, what is long is shown in part."""
    rig = characters.rig(path)
    clip = rig.clips[name]
    if clip.duration > _LONGEST:
        return "stretch"
    vertices, size = _sizes(rig, clip, 2)
    closed = np.linalg.norm(vertices[1] - vertices[0], axis=1).max() < _CLOSED * size
    repeats = _TRAVELLING.search(action) or _REPEATING.search(action)
    return "cycle" if closed and repeats else "once"


def _covering(rng: np.random.Generator, rig: Rig) -> Covering:
    """The character's own colours, a little lighter or darker, warmer or cooler, material by material."""
    all_over = rng.uniform(0.85, 1.15)
    coats = []
    for colour in rig.base_colours:
        own = np.clip(colour * all_over * rng.uniform(0.85, 1.15) * (1 + rng.normal(0, 0.05, 3)), 0.02, 0.98)
        coats.append(Coat(own, mottle=rng.uniform(0, 0.06), fur=rng.uniform(0, 0.03)))
    coats = [
        replace(coat, gloss=float(gloss)) for coat, gloss in zip(coats, rng.uniform(0, 0.15, len(coats)), strict=True)
    ]
    return Covering(coats, float(rng.choice([0.0, rng.uniform(0.2, 1.0)])), rng.uniform(0, 32, 3).astype(np.float32))
