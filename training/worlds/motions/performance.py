"""An animation as it is performed in one clip: from which moment, how fast, which way turned, how far it travels."""

from __future__ import annotations

import numpy as np

from training.worlds.rigs.figure import placed
from training.worlds.rigs.rig import Animation, Rig

_TRAVEL = (0.15, 0.4)  # figure lengths; as far as a large figure can go and stay whole in the picture


def performed(
    rng: np.random.Generator, rig: Rig, clip: Animation, how: str, travels: bool, n_frames: int, fps: float
) -> np.ndarray:
    """Bone transforms f32 [T, B, 4, 4]: it measures 1 at the animation's start, and stands on y = 0, near the middle.

    how: a "cycle" repeats, of a "stretch" some seconds are shown, what happens "once" is shown whole. travels: it
    mostly crosses a part of the picture, as it faces; the scene stays where it is.
    """
    seconds = _moments(rng, clip, how, n_frames, fps)
    transforms = rig.transforms(clip.local(seconds))
    vertices = rig.skin(transforms)[0]
    low, high = vertices.min((0, 1)), vertices.max((0, 1))
    first = rig.skin(rig.transforms(clip.local(np.zeros(1))))[0]
    scale = 1 / max(float(np.ptp(first[0], axis=0).max()), 1e-9)
    turn = _heading(rng)
    ahead = np.zeros((n_frames, 3))
    if travels:
        far = rng.uniform(*_TRAVEL) if rng.random() < 0.75 else 0.0
        ahead[:, 2] = np.linspace(-far / 2, far / 2, n_frames)
    c, s = np.cos(turn), np.sin(turn)
    turned = np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]])
    middle = np.array([(low[0] + high[0]) / 2, low[1], (low[2] + high[2]) / 2]) * scale
    return placed(transforms, scale, turn, (ahead - middle) @ turned.T)


def _moments(rng, clip: Animation, how: str, n_frames: int, fps: float) -> np.ndarray:
    """The seconds of the animation that the frames show [T]."""
    film, whole = n_frames / fps, max(clip.duration, 1e-3)
    frames = np.arange(n_frames) / fps
    if how == "cycle":
        pace = max(rng.uniform(0.75, 1.15), 0.75 * whole / film)  # slow creatures show most of a step all the same
        return np.mod(frames * pace + rng.uniform(0, whole), whole)
    if how == "stretch":
        stretch = min(whole, rng.uniform(2.2, 3.6))
        start = (0.0, whole - stretch, rng.uniform(0, whole - stretch + 1e-6))[rng.choice(3, p=[0.5, 0.25, 0.25])]
        return start + frames * stretch / film
    pace = whole / (film * rng.uniform(0.78, 1.0))
    return np.clip((frames - rng.uniform(0, max(film - whole / pace, 0))) * pace, 0, whole)


def _heading(rng) -> float:
    """Which way the figure faces, in radians from the camera: mostly sideways, else three-quarter."""
    low, high = ((70, 110), (35, 70), (110, 145))[rng.choice(3, p=[0.6, 0.28, 0.12])]
    return float(np.deg2rad(rng.uniform(low, high)) * rng.choice([-1, 1]))
