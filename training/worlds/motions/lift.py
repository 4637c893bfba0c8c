"""The clean and jerk: a loaded barbell from the ground to the shoulders, and from there overhead."""

# The tables of keys are laid out by hand.
# fmt: off

from __future__ import annotations

import numpy as np

from training.worlds.motions.gym import BARBELL, bar_through, columns
from training.worlds.motions.kinematics import SIDES, Figure, Foot
from training.worlds.motions.skeleton import PLATE_RADIUS, Equipment, Motion, Proportions
from training.worlds.motions.timeline import Timing


def clean_and_jerk(line: Timing, p: Proportions) -> Motion:
    """Pull, catch at the shoulders, stand, dip, and a split or power jerk."""
    line.linger(0.275, width=0.06)
    line.linger(0.76, width=0.05)
    rng, n, c = line.rng, line.frames, line.curve
    width, grip = rng.uniform(0.065, 0.09), rng.uniform(0.175, 0.215)
    wide = width + rng.uniform(0.02, 0.05)
    deep = rng.uniform(0.09, 0.2)
    split = rng.uniform(0.6, 1.1) if rng.random() < 0.7 else 0.0
    stand, ground = p.pelvis_height - 0.012, p.toe_height
    feet = {}
    for s, sign in SIDES.items():
        # In the jerk the left foot jumps forwards and the right one backwards; without a split both jump apart.
        z = 0.075 + split * (0.15 if s == "l" else -0.2)
        x = wide + (0.02 if not split else -0.005)
        back = 42.0 if split and s == "r" else 0.0
        ball = line.steps(
            (sign * width, ground, 0.075),
            (0.23, 0.32, (sign * wide, ground, 0.075), 0.025),
            (0.715, 0.8, (sign * x, ground, z), 0.045),
        )
        heel = c((0.17, 0), (0.24, 38), (0.31, 0), (0.68, 0), (0.725, 30), (0.79, back))
        feet[s] = Foot(ball, np.full(n, sign * rng.uniform(8, 18)), heel)
    low = stand - 0.03 - deep
    height = c(
        (0.0, 0.31), (0.1, 0.335), (0.17, 0.42), (0.24, stand + 0.03), (0.32, low), (0.36, low),
        (0.50, stand), (0.61, stand), (0.67, stand - 0.07), (0.725, stand + 0.03),
            (0.79, stand - 0.075 - 0.04 * (split > 0)), (0.86, stand - 0.07),
        (0.98, stand - 0.035 * (split > 0)),
    )
    depth = c((0.0, -0.13), (0.1, -0.13), (0.17, -0.07), (0.24, 0.0), (0.33, -0.05), (0.5, -0.005),
        (0.73, -0.005), (0.8, -0.015))
    lean = c((0.0, 52), (0.1, 54), (0.17, 34), (0.24, -9), (0.33, 12), (0.5, -3), (0.725, -3), (0.79, 5),
        (0.95, 0), vary=1.5)
    tilt = c((0.0, 42), (0.1, 46), (0.17, 30), (0.24, -4), (0.33, 10), (0.5, 0), (0.725, 0), (0.79, 2), vary=1.0)
    nod = c((0.0, 12), (0.17, 5), (0.24, -12), (0.33, -5), (0.5, -5), (0.725, -14), (0.8, 4), (1, -6), vary=2)
    sway = line.drift(0.005)
    twist = rng.normal(0, 2.5)
    body = Figure(p, n)
    # The bar rests on the ground whatever the build: long legs and short arms stoop and sink lower for it.
    stoop = max(0.0, 0.37 - p.arm) + 0.4 * max(0.0, p.pelvis_height - 0.54)
    bowed = c((0.1, 1), (0.21, 0))
    height = height - stoop * bowed
    hips = columns(n, twist, tilt + 60 * stoop * bowed, 0)
    chest = columns(n, twist + 100 * sway[:, 0], lean + 150 * stoop * bowed, 100 * sway[:, 1])
    body.trunk(columns(n, sway[:, 0], height, depth), hips, chest, columns(n, twist, nod, 0), feet)
    body.legs(feet, spread=0.4)

    # The bar: hanging from straight arms, then at the shoulders, then overhead; weights that add up to 1.
    drop = np.sqrt((0.955 * p.arm) ** 2 - (grip - p.shoulder_width / 2) ** 2)
    racked = c((0.225, 0), (0.32, 1), (0.725, 1), (0.79, 0))
    raised = c((0.725, 0), (0.79, 1))
    hanging = 1 - racked - raised
    shrug = 0.035 * c((0.19, 0), (0.24, 1), (0.3, 0))
    front = c((0.0, 0.05), (0.1, 0.05), (0.17, 0.09), (0.24, 0.1), (0.28, 0.13))
    pulled = body.hub * [0, 1, 0] + columns(n, 0, -drop + shrug, front)
    pulled[:, 1] = pulled[:, 1].clip(PLATE_RADIUS)
    # At the very start the bar rests on the ground, whatever the build of the lifter.
    lifted = c((0.04, 0), (0.13, 1))
    pulled[:, 1] = PLATE_RADIUS + (pulled[:, 1] - PLATE_RADIUS) * lifted
    rack = body.hub + np.einsum("tij,j->ti", body.chest_frame, np.array([0, 0.015, 0.085]))
    over = body.hub + columns(n, 0, drop + 0.025, 0.005)
    bar = pulled * hanging[:, None] + rack * racked[:, None] + over * raised[:, None]
    bar += columns(n, 0, 0, 0.06 * 4 * racked * (hanging + raised))
    # On the way to the shoulders the elbows come round the outside.
    turning = 4 * racked * hanging
    elbows = (
        hanging[:, None] * np.array([0.9, 0.0, -0.3])
        + turning[:, None] * np.array([3.0, -0.8, 0.0])
        + racked[:, None] * np.array([1.7, -0.3, 2.0])
        + raised[:, None] * np.array([0.8, 0.0, 0.0])
    )
    for s, sign in SIDES.items():
        body.arm(s, bar + np.array([sign * grip, 0, 0]), elbows)
    ends = bar_through(body["r_hand"], body["l_hand"], BARBELL)
    ends[:, :, 1] = ends[:, :, 1].clip(PLATE_RADIUS)
    return body.motion("clean_and_jerk", Equipment("barbell", ends, np.ones(n, bool)))
