"""The nine actions a figure can perform: the table of motions and `perform`, the one way to get a performance.

It knows neither bodies, cameras nor pictures.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from training.worlds.motions.gym import jumping_jacks, pull_ups, squats
from training.worlds.motions.kinematics import centred, mirrored
from training.worlds.motions.lift import clean_and_jerk
from training.worlds.motions.pitch import baseball_pitch
from training.worlds.motions.racket import tennis_forehand, tennis_serve
from training.worlds.motions.skeleton import Motion, Proportions
from training.worlds.motions.swing import baseball_swing, golf_swing
from training.worlds.motions.timeline import Timing

MOTIONS: dict[str, Callable[[Timing, Proportions], Motion]] = {
    "tennis_serve": tennis_serve,
    "pull_ups": pull_ups,
    "clean_and_jerk": clean_and_jerk,
    "tennis_forehand": tennis_forehand,
    "baseball_pitch": baseball_pitch,
    "jumping_jacks": jumping_jacks,
    "golf_swing": golf_swing,
    "squats": squats,
    "baseball_swing": baseball_swing,
}
"""Each takes the clip's timeline and a body's proportions, and is right-handed; the order is that of the classes."""

ACTIONS = tuple(MOTIONS)

LEFT_HANDED = 0.2
"""The share of clips that are mirrored."""


def perform(action: str, rng: np.random.Generator, n_frames: int, proportions: Proportions) -> Motion:
    """One clip's worth of an action: joints f32 [n_frames, 22, 3] in body heights, above the ground, and its equipment.

    Style (tempo, first and last moment, amplitude, handedness, stance, asymmetry) comes from `rng` alone.
    The pelvis's path is centred over the origin. An unknown action raises KeyError.
    """
    line = Timing(rng, n_frames, start=rng.uniform(0.0, 0.18), end=rng.uniform(0.86, 0.99))
    motion = centred(MOTIONS[action](line, proportions))
    return mirrored(motion) if rng.random() < LEFT_HANDED else motion
