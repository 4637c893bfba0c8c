"""Two-handed swings, side-on to a target at +x: golf and baseball batting (right-handed)."""

# The tables of keys are laid out by hand.
# fmt: off

from __future__ import annotations

import numpy as np

from training.worlds.motions.gym import columns
from training.worlds.motions.kinematics import Figure, Foot, unit
from training.worlds.motions.racket import at_moment
from training.worlds.motions.skeleton import Equipment, Motion, Proportions
from training.worlds.motions.timeline import Timing


def on_plane(angle: np.ndarray, tilt: np.ndarray) -> np.ndarray:
    """Directions [T, 3] on a plane `tilt` degrees from vertical: angle 0 points down it, 90 to the target (+x)."""
    angle, tilt = np.radians(angle), np.radians(tilt)
    return np.stack([np.sin(angle), -np.cos(angle) * np.cos(tilt), np.cos(angle) * np.sin(tilt)], axis=-1)


def around(bearing: np.ndarray, elevation: np.ndarray) -> np.ndarray:
    """Directions [T, 3]: bearing 0 is +z, 90 the target (+x); elevation above the horizon."""
    bearing, elevation = np.radians(bearing), np.radians(elevation)
    flat = np.cos(elevation)
    return np.stack([np.sin(bearing) * flat, np.sin(elevation), np.cos(bearing) * flat], axis=-1)


def grip_with_both(body: Figure, grip: np.ndarray, shaft: np.ndarray, upper: float, hints: dict) -> np.ndarray:
    """Put both hands on a shaft (right one nearer its head),
        where both arms reach; returns the grip's middle [T, 3]."""
    hands = {"r": grip + shaft * upper, "l": grip - shaft * upper}
    shift = body.within_reach(hands)
    for s, hand in hands.items():
        body.arm(s, hand + shift, hints[s])
    return (body["r_hand"] + body["l_hand"]) / 2


def golf_swing(line: Timing, p: Proportions) -> Motion:
    """Address, backswing, downswing and a full finish."""
    line.linger(0.57, width=0.1, slowness=1.3)
    rng, n, c, v = line.rng, line.frames, line.curve, line.vigour
    half, ground = rng.uniform(0.1, 0.145), p.toe_height
    feet = {
        "r": Foot(
            line.steps((-half, ground, 0.075)),
            c((0.56, -8), (0.68, 15), (0.85, 55)), c((0.5, 0), (0.6, 14), (0.72, 40), (0.88, 66)),
        ),
        "l": Foot(line.steps((half, ground, 0.075)), np.full(n, rng.uniform(10, 25)), c((0.2, 0),
            (0.4, rng.uniform(0, 12)), (0.52, 0))),
    }
    sway = line.drift(0.003)
    still = c((0.05, 1), (0.15, 0))[:, None]
    shift = rng.uniform(0.8, 1.2)
    pelvis = c(
        (0.1, (0, 0.49, -0.055)), (0.42, (-0.025 * shift, 0.49, -0.05)), (0.52, (0.03 * shift, 0.48, -0.045)),
            (0.60, (0.05 * shift, 0.497, -0.035)),
        (0.74, (0.075 * shift, 0.51, -0.01)), (0.92, (0.085 * shift, 0.52, 0.0)), vary=0.003,
    ) * [1, p.standing, 1]
    hips = c((0.1, (0, 18, 0)), (0.42, (-42 * v, 16, 0)), (0.52, (5, 18, 2)), (0.6, (38, 14, 0)),
        (0.75, (78, 4, 0)), (0.92, (92, 0, -2)), vary=2)
    lean, side = rng.uniform(30, 38), rng.uniform(0, 5)
    chest = c(
        (0.1, (0, lean, -2)), (0.26, (-50 * v, lean, 0)), (0.42, (-88 * v, lean - 4, 3)),
            (0.52, (-38, lean + 2, -4 - side)), (0.6, (22, lean, -8 - side)),
        (0.72, (75, lean - 12, -10 - side)), (0.92, (112, 3, -4)), vary=2,
    )
    head = c((0.1, (0, 42, 0)), (0.42, (-14, 40, 0)), (0.6, (-5, 42, -6)), (0.72, (30, 30, -8)),
        (0.9, (88, 4, 0)), vary=2)
    body = Figure(p, n)
    body.trunk(pelvis + sway * still, hips, chest, head, feet)
    body.legs(feet, spread=0.14)

    top, finish = rng.uniform(128, 150) * v, rng.uniform(138, 160)
    waggle = still[:, 0] * 6 * np.sin(2 * np.pi * line.seconds * rng.uniform(1, 1.6))
    arms = waggle * 0.3 + c((0.1, 4), (0.26, -75), (0.42, -top), (0.47, -top + 8), (0.545, -62), (0.6, 8),
        (0.66, 75), (0.74, 122), (0.92, finish), vary=2)
    plane = c((0.1, 12), (0.26, 28), (0.42, 44), (0.53, 30), (0.6, 13), (0.68, 26), (0.9, 48))
    radius = c((0.1, 0.335), (0.26, 0.33), (0.42, 0.29), (0.53, 0.31), (0.6, 0.345), (0.68, 0.33),
        (0.76, 0.26), (0.92, 0.2)) * p.arm / 0.37
    grip = body.hub + on_plane(arms, plane) * radius[:, None]
    cock = waggle + c((0.1, 2), (0.26, -150), (0.42, -top - 120), (0.47, -top - 115), (0.545, -150),
        (0.575, -78), (0.6, 4), (0.66, 95), (0.74, 185), (0.92, finish + 95))
    slope = c((0.1, 36), (0.3, 40), (0.42, 42), (0.6, 36), (0.75, 36), (0.92, 30))
    shaft = on_plane(cock, slope)
    hints = {"r": c((0.2, (0.1, -0.6, -0.2)), (0.42, (0.6, -1.6, -0.2)), (0.6, (0.2, -0.8, 0)),
        (0.9, (0.8, -0.5, 0.4))), "l": (0.6, -0.9, 0.3)}
    middle = grip_with_both(body, grip, shaft, 0.018, hints)
    # As long as reaches the ball; near the ground the head follows the grass.
    low = int(np.abs(line.time - 0.6).argmin())
    length = float(np.clip((middle[low, 1] - 0.012) / max(-shaft[low, 1], 0.5), 0.44, 0.64))
    club_head = middle + shaft * length
    low = club_head[:, 1] < 0.012
    if low.any():
        drop = ((middle[:, 1] - 0.012) / length).clip(0.05, 0.999)
        flat = unit(shaft * [1, 0, 1]) * np.sqrt(1 - drop**2)[:, None]
        flat[:, 1] = -drop
        shaft = np.where(low[:, None], flat, shaft)
        club_head = middle + shaft * length
    club = np.stack([middle - shaft * 0.045, club_head], axis=1)
    tee, struck = at_moment(line, club_head, 0.6) * [1, 0, 1] + [0.02, 0.016, 0], line.time - 0.6
    ball = tee + struck.clip(0)[:, None] * np.array([22.0, 8.0, 0.0])
    in_sight = np.linalg.norm(ball - tee, axis=-1) < 1.0
    gear = (Equipment("club", club, np.ones(n, bool)), Equipment("golf_ball", ball[:, None], in_sight))
    return body.motion("golf_swing", *gear)


def baseball_swing(line: Timing, p: Proportions) -> Motion:
    """Stance, load with a stride, swing through, follow-through around the front shoulder."""
    line.linger(0.54, width=0.1, slowness=1.3)
    rng, n, c, v = line.rng, line.frames, line.curve, line.vigour
    half, ground = rng.uniform(0.13, 0.18), p.toe_height
    stride, lift = rng.uniform(0.06, 0.13), rng.uniform(0.04, 0.13)
    feet = {
        "r": Foot(
            line.steps((-half, ground, 0.075)),
            c((0.4, -5), (0.58, 35), (0.75, 60)), c((0.42, 0), (0.56, 38), (0.72, 62)),
        ),
        "l": Foot(
            line.steps((half, ground, 0.075), (0.14, 0.4, (half + stride, ground, 0.075), lift)),
            c((0.14, 10), (0.4, 35), (0.6, 55)), c((0.14, 0), (0.27, 22), (0.4, 0)),
        ),
    }
    crouch = rng.uniform(0.435, 0.475) * p.standing
    sway = line.drift(0.006) * c((0.3, 1), (0.45, 0.2))[:, None]
    pelvis = c(
        (0.1, (-0.01, crouch, -0.045)), (0.27, (-0.05, crouch, -0.045)), (0.42, (0.0, crouch - 0.01, -0.04)),
            (0.55, (0.035 + stride * 0.4, crouch, -0.03)),
        (0.8, (0.05 + stride * 0.5, crouch + 0.02, -0.02)), vary=0.003,
    )
    hips = c((0.1, (5, 10, 0)), (0.27, (-18 * v, 10, 0)), (0.4, (5, 10, 0)), (0.55, (78 * v, 5, -2)),
        (0.8, (95, 2, -4)), vary=2)
    chest = c(
        (0.1, (-5, 20, 0)), (0.27, (-32 * v, 18, 0)), (0.4, (-28, 18, -2)), (0.5, (25, 15, -6)),
            (0.56, (62 * v, 12, -9)), (0.66, (95, 6, -10)), (0.85, (118, 2, -8)),
        vary=2,
    )
    head = c((0.1, (68, 5, 0)), (0.4, (60, 8, 0)), (0.55, (38, 18, -4)), (0.8, (75, 4, -4)), vary=3)
    body = Figure(p, n)
    body.trunk(pelvis + sway, hips, chest, head, feet)
    body.legs(feet, spread=0.35)

    # The hands circle the trunk: bearing, radius and height from the hub; the bat lags behind and then overtakes them.
    bearing = c((0.1, -72), (0.3, -92), (0.42, -85), (0.5, -30), (0.56, 28), (0.63, 78), (0.72, 125),
        (0.88, 168), vary=3)
    radius = c((0.1, 0.17), (0.3, 0.2), (0.42, 0.2), (0.5, 0.22), (0.56, 0.29), (0.63, 0.31), (0.72, 0.24),
        (0.88, 0.17)) * p.arm / 0.37
    height = c((0.1, 0.0), (0.3, 0.01), (0.42, 0.0), (0.5, -0.1), (0.56, -0.14), (0.63, -0.08), (0.72, 0.0),
        (0.88, 0.05), vary=0.008)
    bob = 0.008 * np.sin(2 * np.pi * line.seconds * rng.uniform(1, 2)) * c((0.1, 1), (0.25, 0))
    grip = body.hub + around(bearing, 0 * bearing) * radius[:, None] + columns(n, 0, height + bob, 0)
    upright, wrap = rng.uniform(45, 72), rng.uniform(0, 25)
    wag = 8 * np.sin(2 * np.pi * line.seconds * rng.uniform(0.8, 1.5) + 1) * c((0.12, 1), (0.27, 0))
    aim = wag + c((0.1, -165), (0.3, -180 + wrap), (0.42, -165 + wrap), (0.5, -95), (0.535, -40), (0.56, 5),
        (0.6, 70), (0.66, 130), (0.75, 195), (0.9, 240))
    tip = c((0.1, upright), (0.3, upright - 12), (0.42, upright - 20), (0.5, 2), (0.56, -14), (0.63, -5),
        (0.75, 22), (0.9, 35))
    bat = around(aim, tip)
    hints = {"r": c((0.4, (1.0, -0.5, -0.3)), (0.52, (0.2, -1.2, 0)), (0.8, (0.6, -0.6, 0.2))),
        "l": c((0.4, (0.4, -0.9, 0.3)), (0.8, (0.8, -0.2, -0.4)))}
    middle = grip_with_both(body, grip, bat, 0.022, hints)
    ends = np.stack([middle - bat * 0.05, middle + bat * 0.41], axis=1)
    return body.motion("baseball_swing", Equipment("bat", ends, np.ones(n, bool)))
