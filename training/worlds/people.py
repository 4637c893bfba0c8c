"""The world `people`: nine actions performed by dressed people in drawn scenes.

Bodies are tapered capsules, which need nothing, and, where a folder of them is given, rigged characters. Everything
about a clip follows from the world's version and the clip's seed.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import cv2
import numpy as np

from engine.networks.spec import CLIP_FRAMES
from training.worlds.capsules import bodies, equipment, film, shading, wardrobe
from training.worlds.motions import viewpoints
from training.worlds.motions.actions import ACTIONS, perform
from training.worlds.motions.kinematics import centred
from training.worlds.motions.skeleton import INDEX, JOINTS, Motion, Proportions
from training.worlds.motions.standing import from_standing
from training.worlds.rigs import figure
from training.worlds.rigs import folder as characters
from training.worlds.rigs.cast import Cast, Performer, casts, performer
from training.worlds.scenes import backgrounds, landscapes, panoramas, photo_scenes
from training.worlds.scenes.camera import Camera, framing, snapshot
from training.worlds.scenes.illumination import lamplight
from training.worlds.textured import photograph
from training.worlds.textured.attire import attire
from training.worlds.textured.passers_by import behind
from training.worlds.world import SyntheticClip, World, in_picture

_VERSION = "3"
_RIGGED = 0.7
"""The share of clips that show a rigged character where there are any; the others show capsules."""
_TEXTURED, _PHOTOGRAPHED = 0.7, "4"
"""The share of clips that show a textured human where there are any, and the version of how those are drawn."""
_STANDING = 0.45
"""The share of these that begin with somebody who just stands there."""
_AROUND, _FLAT, _IN_COMPANY = 0.72, 0.6, 0.22
"""The shares of these that are filmed in a panorama, and of the rest, before a plain photograph, where there are any;
the others in a painted scene; and of all, the share with other people behind."""
_AT_HOME, _IN_THE_COUNTRY = 0.5, 0.2
"""The shares of clips in the scene an action belongs to and, of rigged people, in open country; the rest: anywhere."""
_HOMES = {
    "tennis_serve": "court",
    "tennis_forehand": "court",
    "pull_ups": "gym",
    "clean_and_jerk": "gym",
    "squats": "gym",
    "jumping_jacks": "gym",
    "golf_swing": "green",
    "baseball_pitch": "field",
    "baseball_swing": "field",
}
_ANYWHERE = {"court": 0.11, "gym": 0.18, "field": 0.13, "green": 0.1, "wall": 0.25, "bokeh": 0.17, "studio": 0.06}
_SWUNG, _SHOWN = ("racket", "bat", "club"), 0.6
"""Equipment of which so much should be in the picture at all times."""


@dataclass(frozen=True)
class People(World):
    """Dressed people. cast: the rigged ones; humans: the textured ones; panoramas and photographs: the files of scenes
    that those are filmed in. Without any everyone is made of capsules."""

    name: str = "people"
    cast: Cast | None = None
    humans: Cast | None = None
    panoramas: Path | None = None
    photographs: tuple[Path, ...] = ()
    actions: tuple[str, ...] = ACTIONS
    fps: Fraction = Fraction(25)

    @classmethod
    def of(cls, named: str | None = None) -> People:
        """The world with the rigged people below a folder: the one named, else that of KPVP_CHARACTERS, else none.

        Raises TrainingError if there is no such folder or nobody in it.
        """
        folder = characters.named_folder(named)
        if folder is None:
            return cls()
        plain, textured = casts(folder)
        around = folder / panoramas.FILE
        if textured is None:
            return cls(cast=plain)
        flat = photo_scenes.files(folder / photo_scenes.FOLDER)
        return cls(cast=plain, humans=textured, panoramas=around if around.is_file() else None, photographs=flat)

    @property
    def version(self) -> str:
        """Names what is drawn, and, where there are rigged people, which."""
        plain = f"{_VERSION}-{self.cast.fingerprint}" if self.cast else _VERSION
        if self.humans is None:
            return plain
        files = [*([self.panoramas] if self.panoramas else []), *self.photographs]
        return f"{plain}-{_PHOTOGRAPHED}-{self.humans.fingerprint}-{characters.digest(files)}"

    def clip(self, seed: int, size: int = 128, n_frames: int = CLIP_FRAMES, truth: bool = False) -> SyntheticClip:
        """See `World.clip`. The same seed shows the same scene at any size. Held-out seeds show held-out people.

        truth: textured people's clips have theirs, too.
        """
        label = seed % len(ACTIONS)
        rng = np.random.default_rng([*_VERSION.encode(), seed])
        if self.humans is not None and rng.random() < _TEXTURED:
            return self._photographed(rng, self.humans, seed, size, n_frames, truth)
        who = self._performer(rng, seed)
        if who is None:
            breadth = float(np.clip(rng.normal(0, 0.5), -1, 1))
            proportions = Proportions.varied(rng, breadth)
        else:
            proportions = who.body.proportions
        motion = viewpoints.as_filmed(rng, perform(ACTIONS[label], rng, n_frames, proportions))
        camera = framing(rng, _extent(motion, who))
        painting = _painted(rng, camera, motion.action, outdoors=who is not None)
        tools = equipment.held_solids(motion.equipment, motion.joints, rng)
        lamp = shading.light(rng)
        if who is None:
            look = wardrobe.look(rng, _behind(painting))
            parts = bodies.dressed(motion.joints, motion.gaze, look) + tools
            frames, held = film.film(rng, parts, motion.joints, camera, lamp, painting, size)
        else:
            look = who.wardrobe.look(rng, _behind(painting))
            transforms = who.body.perform(motion)
            frames, held = figure.film(rng, who.wardrobe.rig, transforms, look, camera, lamp, painting, size, tools)
        seen, _ = camera.project(motion.joints)
        points = in_picture(seen, size)
        return SyntheticClip(frames, points.astype(np.float32), JOINTS, held, label)

    def _performer(self, rng: np.random.Generator, seed: int) -> Performer | None:
        if self.cast is None or rng.random() >= _RIGGED:
            return None
        return performer(self._one_of(rng, self.cast, seed))

    def _one_of(self, rng: np.random.Generator, cast: Cast, seed: int) -> str:
        people = cast.held_out if seed >= self.HELD_OUT_START else cast.training
        return people[rng.integers(len(people))]

    def _photographed(self, rng, humans: Cast, seed: int, size: int, n_frames: int, truth: bool) -> SyntheticClip:
        """A clip of a textured person, mostly in a photographed scene."""
        label = seed % len(ACTIONS)
        who = performer(self._one_of(rng, humans, seed))
        motion = viewpoints.as_filmed(rng, _begun(rng, ACTIONS[label], n_frames, who.body.proportions))
        camera = snapshot(rng, _extent(motion, who))
        painting, light = self._scene(rng, camera, motion.action, size)
        if rng.random() < _IN_COMPANY:
            others = [performer(self._one_of(rng, humans, seed)) for _ in range(rng.integers(1, 4))]
            painting = behind(rng, others, painting, camera, light)
        assert who.texels is not None  # a textured person's
        dressed = attire(rng, who.body.rig, _behind(painting))
        tools = equipment.held_solids(motion.equipment, motion.joints, rng)
        transforms = who.body.perform(motion)
        frames, held, known = photograph.film(
            rng, who.body.rig, who.texels, transforms, dressed, camera, light, painting, size, tools, truth
        )
        seen, _ = camera.project(motion.joints)
        return SyntheticClip(frames, in_picture(seen, size).astype(np.float32), JOINTS, held, label, known)

    def _scene(self, rng: np.random.Generator, camera: Camera, action: str, size: int):
        """(where a textured person is filmed, f32 [P, P, 3] in 0..1; the light there)."""
        if self.panoramas and rng.random() < _AROUND:
            names = panoramas.scene_names(self.panoramas)
            there = panoramas.panorama(self.panoramas, names[rng.integers(len(names))])
            return panoramas.filmed(rng, there, camera, size)
        if self.photographs and rng.random() < _FLAT:
            there = photo_scenes.photograph(self.photographs[rng.integers(len(self.photographs))])
            return photo_scenes.filmed(rng, there, size)
        return _painted(rng, camera, action, outdoors=True), lamplight(shading.light(rng))


def _begun(rng: np.random.Generator, action: str, n_frames: int, proportions: Proportions) -> Motion:
    """A performance of an action, often by somebody who first just stands there."""
    lead = int(rng.integers(3, 12)) * n_frames // CLIP_FRAMES if rng.random() < _STANDING else 0
    motion = centred(from_standing(rng, perform(action, rng, n_frames - lead, proportions), proportions, lead))
    if len(motion.joints) < n_frames:  # what cannot begin on the feet
        motion = perform(action, rng, n_frames, proportions)
    return motion


def _painted(rng: np.random.Generator, camera: Camera, action: str, outdoors: bool) -> np.ndarray:
    """The scene of a clip, f32 [P, P, 3]; `outdoors`, it may be open country."""
    chance = rng.random()
    if chance < _AT_HOME:
        return backgrounds.backdrop(rng, camera, _HOMES[action])
    if outdoors and chance < _AT_HOME + _IN_THE_COUNTRY:
        return landscapes.landscape(rng, camera, landscapes.KINDS[rng.integers(len(landscapes.KINDS))])
    return backgrounds.backdrop(rng, camera, str(rng.choice(list(_ANYWHERE), p=list(_ANYWHERE.values()))))


def _extent(motion: Motion, who: Performer | None) -> np.ndarray:
    """Points [T, n, 3] that should be in the picture: the joints, most of what is swung, the top of a hat."""
    points = [motion.joints]
    for item in motion.equipment:
        if item.kind in _SWUNG:
            grip, tip = item.points[:, :1], item.points[:, -1:]
            points.append(grip + _SHOWN * (tip - grip))
    if who is not None:
        top, skull = motion.joints[:, INDEX["head_top"]], motion.joints[:, INDEX["head"]]
        hat = top + (top - skull) * (who.above / who.body.proportions.skull)
        points.append(hat[:, None])
    return np.concatenate(points, axis=1)


def _behind(painting: np.ndarray) -> np.ndarray:
    """Colours around where the figure will stand, f32 [n, 3]."""
    side = len(painting)
    middle = painting[side // 6 : -side // 10, side // 4 : -side // 4]
    return cv2.resize(middle, (4, 8), interpolation=cv2.INTER_AREA).reshape(-1, 3)
