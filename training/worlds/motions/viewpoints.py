"""From which side each action is filmed, as people do it: a serve from behind the court or beside it, golf face-on or
down the line, exercises from the front. It knows neither bodies nor pictures.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from training.worlds.motions.skeleton import Motion
from training.worlds.scenes.camera import turned

# For a right-hander, (least, most degrees, share): 0 looks at the chest at the start, 90 has what lies at the viewer's
# right (the net of a serve, the target of a swing) far away, -90 has it near, 180 looks at the back.
_VIEWS = {
    "tennis_serve": ((-25, 25, 0.4), (25, 55, 0.12), (60, 105, 0.26), (-85, -40, 0.14), (150, 195, 0.08)),
    "tennis_forehand": ((-30, 30, 0.42), (30, 90, 0.2), (-55, -30, 0.08), (150, 210, 0.3)),
    "baseball_pitch": ((-20, 25, 0.42), (25, 60, 0.16), (60, 105, 0.2), (-85, -30, 0.16), (155, 195, 0.06)),
    "golf_swing": ((-20, 20, 0.48), (20, 65, 0.12), (65, 100, 0.28), (-50, -20, 0.12)),
    "baseball_swing": ((-25, 25, 0.46), (25, 60, 0.14), (60, 95, 0.14), (-70, -25, 0.18), (160, 200, 0.08)),
    "squats": ((-20, 20, 0.3), (20, 60, 0.2), (-60, -20, 0.2), (60, 95, 0.12), (-95, -60, 0.12), (160, 200, 0.06)),
    "jumping_jacks": ((-25, 25, 0.62), (25, 60, 0.14), (-60, -25, 0.14), (160, 200, 0.1)),
    "clean_and_jerk": ((-20, 20, 0.46), (20, 60, 0.22), (-60, -20, 0.22), (60, 68, 0.05), (-68, -60, 0.05)),
    # From the side, an upright of the bar would stand before the figure.
    "pull_ups": ((-22, 22, 0.4), (22, 55, 0.1), (-55, -22, 0.1), (155, 205, 0.4)),
}


def as_filmed(rng: np.random.Generator, motion: Motion) -> Motion:
    """The motion turned about the vertical axis as a camera that looks along -z sees it.

    A left-hander is filmed from the mirrored side. An unknown action raises KeyError.
    """
    loaded = any(item.kind == "barbell" for item in motion.equipment)
    # From the side, a disc would hide the one with the barbell on the back.
    views = np.array(_VIEWS["clean_and_jerk" if loaded else motion.action])
    low, high, _ = views[rng.choice(len(views), p=views[:, 2] / views[:, 2].sum())]
    angle = float(np.deg2rad(rng.uniform(low, high))) * (-1 if motion.left_handed else 1)
    gear = tuple(replace(item, points=turned(item.points, angle)) for item in motion.equipment)
    return replace(motion, joints=turned(motion.joints, angle), gaze=turned(motion.gaze, angle), equipment=gear)
