"""An animation as it is performed in one clip: from which moment, how fast, which way turned, how far it travels."""

from __future__ import annotations

import numpy as np

from training.data.synthetic.figure import placed
from training.data.synthetic.rig import Animation, Rig

_CYCLIC = ("walk", "gallop")
_FARTHEST = 0.4  # figure lengths that a walking figure crosses in a clip


def performed(
    rng: np.random.Generator, rig: Rig, clip: Animation, action: str, feet: np.ndarray, n_frames: int, fps: float
) -> np.ndarray:
    """World transforms f32 [T, B, 4, 4]: the figure's longest extent at rest is 1, it stands on y = 0, near the middle.

    action: "walk" and "gallop" repeat, "eat" and "idle" show a stretch, anything else is shown whole, once. feet int
    [n]: the feet's bones, by which a walking figure's pace is measured.
    """
    seconds, pace = _moments(rng, clip, action, n_frames, fps)
    world = rig.world(clip.local(seconds))
    vertices = rig.skin(world)[0]
    low, high = vertices.min((0, 1)), vertices.max((0, 1))
    rest = rig.skin(rig.world(clip.local(np.zeros(1))))[0]
    scale = 1 / float(np.ptp(rest[0], axis=0).max())
    turn = _heading(rng)
    ahead = np.zeros((n_frames, 3))
    if action in _CYCLIC:
        whole = _stride_speed(rig, clip, feet) * scale * pace * n_frames / fps
        far = min(whole, rng.uniform(0.15, _FARTHEST)) if rng.random() < 0.75 else 0.0
        ahead[:, 2] = np.linspace(-far / 2, far / 2, n_frames)
    c, s = np.cos(turn), np.sin(turn)
    turned = np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]])
    middle = np.array([(low[0] + high[0]) / 2, low[1], (low[2] + high[2]) / 2]) * scale
    return placed(world, scale, turn, (ahead - middle) @ turned.T)


def _moments(rng, clip: Animation, action: str, n_frames: int, fps: float) -> tuple[np.ndarray, float]:
    """The seconds of the animation that the frames show [T], and how many of them pass in one of the film's."""
    film, whole = n_frames / fps, max(clip.duration, 1e-3)
    frames = np.arange(n_frames) / fps
    if action in _CYCLIC:
        pace = max(rng.uniform(0.75, 1.15), 0.75 * whole / film)  # slow creatures show most of a step all the same
        return np.mod(frames * pace + rng.uniform(0, whole), whole), pace
    if action in ("eat", "idle"):
        stretch = min(whole, rng.uniform(2.2, 3.6))
        start = (0.0, whole - stretch, rng.uniform(0, whole - stretch + 1e-6))[rng.choice(3, p=[0.5, 0.25, 0.25])]
        return start + frames * stretch / film, stretch / film
    pace = whole / (film * rng.uniform(0.78, 1.0))
    return np.clip((frames - rng.uniform(0, max(film - whole / pace, 0))) * pace, 0, whole), pace


def _heading(rng) -> float:
    """Which way the figure faces, in radians from the camera: mostly sideways, else three-quarter."""
    low, high = ((70, 110), (35, 70), (110, 145))[rng.choice(3, p=[0.6, 0.28, 0.12])]
    return float(np.deg2rad(rng.uniform(low, high)) * rng.choice([-1, 1]))


def _stride_speed(rig: Rig, clip: Animation, feet: np.ndarray) -> float:
    """How fast the ground passes under the figure, in its own units per second of the animation: as fast as the lowest
    foot goes back."""
    t = np.linspace(0, clip.duration, 40)
    places = rig.world(clip.local(t))[:, feet, :3, 3]
    back = -np.diff(places[..., 2], axis=0) / (t[1] - t[0])
    lowest = places[:-1, :, 1].argmin(1)
    return max(float(np.median(back[np.arange(len(back)), lowest])), 0.0)
