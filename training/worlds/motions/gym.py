"""Exercises: squats, jumping jacks, pull-ups: repetitions rather than one stroke."""

from __future__ import annotations

import numpy as np

from training.worlds.motions.kinematics import SIDES, Figure, Foot
from training.worlds.motions.skeleton import Equipment, Motion, Proportions
from training.worlds.motions.timeline import Timing, smooth

BARBELL = 0.56
"""Half the length of a barbell."""


def bar_through(right: np.ndarray, left: np.ndarray, half_length: float) -> np.ndarray:
    """The two ends [T, 2, 3], viewer's left first, of a bar through the fists."""
    along = (left - right) / np.linalg.norm(left - right, axis=-1, keepdims=True)
    middle = (left + right) / 2
    return np.stack([middle - along * half_length, middle + along * half_length], axis=1)


def columns(frames: int, *values) -> np.ndarray:
    """Numbers and arrays [T] side by side: [T, n]."""
    return np.stack([np.broadcast_to(v, frames) for v in values], axis=-1).astype(float)


def paused(beat: np.ndarray) -> np.ndarray:
    """0 at whole beats, 1 at half ones, with short pauses at both."""
    wave = 0.5 - 0.5 * np.cos(2 * np.pi * beat)
    return 0.65 * wave + 0.35 * smooth(wave)


def squats(line: Timing, p: Proportions) -> Motion:
    """Two or so deep knee bends, the arms stretched forward or a barbell on the back."""
    rng, n = line.rng, line.frames
    beat = rng.uniform(0, 0.22) + rng.uniform(1.5, 2.7) * line.time
    bend = paused(beat)
    loaded = rng.random() < 0.4
    depth = rng.uniform(0.21, 0.27) * line.vigour
    width, point = rng.uniform(0.085, 0.13), rng.uniform(12, 28)
    lean = rng.uniform(30, 42) - 6 * loaded
    sway = line.drift(0.006)
    feet = {
        s: Foot(np.tile([sign * width, p.toe_height, 0.075], (n, 1)), np.full(n, sign * point), np.zeros(n))
        for s, sign in SIDES.items()
    }
    twist = rng.normal(0, 3)
    hips = columns(n, twist, 4 + lean * 0.75 * bend, 100 * sway[:, 1] * 2)
    chest = columns(n, twist, 3 + lean * bend, 100 * sway[:, 2] * 2)
    head = columns(n, rng.normal(0, 8), (lean * 0.35) * bend + rng.normal(0, 3), 0)
    back = rng.uniform(0.1, 0.13) * bend * line.vigour
    pelvis = columns(n, sway[:, 0], p.pelvis_height - 0.008 - depth * bend, -0.005 - back)
    body = Figure(p, n)
    body.trunk(pelvis, hips, chest, head, feet)
    body.legs(feet, spread=0.45)
    if loaded:
        grip = rng.uniform(0.17, 0.22)
        bar = body.hub + np.einsum("tij,j->ti", body.chest_frame, np.array([0, 0.028, -0.055]))
        for s, sign in SIDES.items():
            body.arm(s, bar + body.chest_frame[:, :, 0] * sign * grip, hint=(0.2, -2.0, -0.4))
        ends = bar_through(body["r_hand"], body["l_hand"], BARBELL)
        gear = (Equipment("barbell", ends, np.ones(n, bool)),)
    else:
        raised = rng.uniform(0, 1) ** 2
        up = raised + (1 - raised) * (0.7 * bend + 0.3 * smooth(bend))
        apart, low = rng.uniform(0.02, 0.12), rng.uniform(-0.03, 0.05)
        angle = np.radians(8 + 82 * up)
        for s, sign in SIDES.items():
            reach = p.arm * (0.96 - 0.02 * up)
            side = sign * (p.shoulder_width / 2 + 0.03 - apart * up)
            body.arm(
                s, body.hub + columns(n, side, -reach * np.cos(angle) + low * up, reach * np.sin(angle)), (0.3, 0, -0.3)
            )
        gear = ()
    return body.motion("squats", *gear)


def jumping_jacks(line: Timing, p: Proportions) -> Motion:
    """Jumps from feet together, arms down, to feet apart, arms overhead, and back, off the ground each time."""
    rng, n = line.rng, line.frames
    beat = rng.uniform(0, 1) + rng.uniform(1.9, 2.6) * line.time
    hop = rng.uniform(0.045, 0.085) * line.vigour
    together, apart = rng.uniform(0.045, 0.065), rng.uniform(0.19, 0.26) * line.vigour
    # Within a beat: apart at one half, together at its ends, in the air on the way.
    phase = beat % 1.0
    leap = rng.uniform(0.26, 0.32)
    rising = ((phase - 0.25 + leap / 2) / leap).clip(0, 1)
    falling = ((phase - 0.75 + leap / 2) / leap).clip(0, 1)
    spread = smooth(rising) - smooth(falling)
    air = 4 * (rising * (1 - rising) + falling * (1 - falling))
    flight = np.where(phase < 0.5, rising, falling)
    toes = 8 + 30 * np.sqrt(np.sin(np.pi * flight).clip(0))
    sway = line.drift(0.008)
    feet = {}
    for s, sign in SIDES.items():
        x = sign * (together + (apart - together) * spread)
        feet[s] = Foot(columns(n, x, p.toe_height + hop * air, 0.07), np.full(n, sign * rng.uniform(5, 14)), toes)
    dip = rng.uniform(0.03, 0.05) * (0.5 + 0.5 * np.cos(4 * np.pi * phase))
    slant = p.leg - np.sqrt(p.leg**2 - (apart * spread - 0.05 * spread) ** 2)
    pelvis = columns(n, sway[:, 0], p.pelvis_height + 0.012 + 1.15 * hop * air - dip - slant, sway[:, 1])
    lean = rng.uniform(0, 6)
    hips = columns(n, 300 * sway[:, 2], lean, 0)
    chest = columns(n, 300 * sway[:, 2], lean + 60 * dip, 200 * sway[:, 0])
    body = Figure(p, n)
    body.trunk(pelvis, hips, chest, columns(n, rng.normal(0, 6), 0, 0), feet)
    body.legs(feet)
    swing = paused(beat - rng.uniform(-0.02, 0.03))
    low, high = rng.uniform(8, 20), rng.uniform(155, 172)
    front, bent = rng.uniform(0.02, 0.12), rng.uniform(0.9, 0.98)
    for s, sign in SIDES.items():
        angle = np.radians(low + (high - low) * swing)
        aim = columns(n, sign * np.sin(angle), -np.cos(angle), front)
        root = body.hub + sign * body.chest_frame[:, :, 0] * p.shoulder_width / 2
        body.arm(s, root + aim * p.arm * bent, hint=(0.3, 0, -0.2))
    return body.motion("jumping_jacks")


def pull_ups(line: Timing, p: Proportions) -> Motion:
    """One to two and a half pulls, hanging from a bar by both hands, chin over the bar at the top."""
    rng, n = line.rng, line.frames
    beat = rng.uniform(0, 0.3) + rng.uniform(1.0, 2.3) * line.time
    pull = paused(beat) * rng.uniform(0.88, 1.0)
    grip, height = rng.uniform(0.13, 0.23), rng.uniform(1.29, 1.36)
    swing = line.drift(0.02)
    hips = columns(n, 60 * swing[:, 0], -2 - 8 * pull + 150 * swing[:, 1], 0)
    chest = columns(n, 60 * swing[:, 0], -4 - 12 * pull + 60 * swing[:, 1], 60 * swing[:, 0])
    head = columns(n, rng.normal(0, 4), -22 * smooth(pull * 1.4) * (1 - 0.6 * pull), 0)
    pelvis = columns(n, 0.4 * swing[:, 0], 0.6, -0.02 - 0.055 * pull + swing[:, 1])
    body = Figure(p, n)
    body.trunk(pelvis, hips, chest, head)
    fists = {s: np.tile([sign * grip, height, 0.0], (n, 1)) for s, sign in SIDES.items()}
    # Hang the body so that the arms have the length of this moment of the pull.
    length = p.arm * (0.955 - 0.5 * pull)
    hang = []
    for s in SIDES:
        rest = body.shoulder(s, body.hub + np.array([0, p.arm, 0]))
        off = fists[s] - rest
        hang.append(off[:, 1] - np.sqrt((length**2 - off[:, 0] ** 2 - off[:, 2] ** 2).clip(0.0004)))
    body.raise_by(np.mean(hang, axis=0))
    for s in SIDES:
        body.arm(s, fists[s], hint=(0.5, -0.6, -0.1))
    curl, cross = rng.uniform(0, 1) ** 1.5, rng.uniform(-0.015, 0.03)
    kick = line.drift(0.03)
    feet = {}
    for s, sign in SIDES.items():
        fold = (curl + 0.12 * pull + 0.05 * sign).clip(0.03, 1.0)
        drop = p.leg * (0.975 - 0.28 * fold)
        ball = body["pelvis"] + columns(
            n, sign * (0.045 - cross * curl), -drop - 0.055, 0.05 + kick[:, 0] - 0.26 * fold - 0.05 * pull
        )
        feet[s] = Foot(ball, np.full(n, sign * 5.0), 35 + 45 * fold)
    body.legs(feet, spread=0.08)
    ends = np.tile([[-0.42, height, 0.0], [0.42, height, 0.0]], (n, 1, 1))
    return body.motion("pull_ups", Equipment("bar", ends, np.ones(n, bool)))
