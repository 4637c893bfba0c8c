"""Tennis: the serve (side-on, net at +x) and the forehand (net at +z), right-handed."""

# The tables of keys are laid out by hand.
# fmt: off

from __future__ import annotations

import numpy as np

from training.worlds.motions.kinematics import Figure, Foot, unit
from training.worlds.motions.skeleton import Equipment, Motion, Proportions
from training.worlds.motions.timeline import Timing

FAR = 1.25
"""A ball this far from the pelvis has left the picture."""


def held_racket(hand: np.ndarray, direction: np.ndarray) -> Equipment:
    """A racket [T, 2, 3] that runs through the fist towards `direction` [T, 3], its head kept above the ground."""
    direction = unit(direction)
    head = hand + direction * 0.30
    low = (0.06 - head[:, 1]).clip(0)
    direction = unit(head + low[:, None] * np.array([0, 1.0, 0]) - hand)
    points = np.stack([hand - direction * 0.04, hand + direction * 0.30], axis=1)
    return Equipment("racket", points, np.ones(len(hand), bool))


def at_moment(line: Timing, path: np.ndarray, moment: float) -> np.ndarray:
    """The point [3] of a path [T, 3] at a time between frames."""
    return np.array([np.interp(moment, line.time, path[:, i]) for i in range(3)])


def serve_ball(line: Timing, toss_hand: np.ndarray, release: float, contact: float, spot: np.ndarray) -> np.ndarray:
    """The ball [T, 3]: in the tossing hand, thrown up from where that hand lets go, struck at `spot`, gone to +x."""
    t = line.time
    held = toss_hand + np.array([0, 0.03, 0])
    leave = at_moment(line, held, release)
    u = ((t - release) / (contact - release)).clip(0, 1)[:, None]
    air = leave + (spot - leave) * u + np.array([0, 1.0, 0]) * 0.35 * 4 * u * (1 - u)
    gone = spot + (t - contact).clip(0)[:, None] * np.array([16.0, -2.5, 0.5])
    return np.where((t < release)[:, None], held, np.where((t < contact)[:, None], air, gone))


def tennis_serve(line: Timing, p: Proportions) -> Motion:
    """Toss, trophy pose with bent knees, racket drop, hit at full stretch, follow-through across the body."""
    line.linger(0.56, width=0.1, slowness=1.3)
    rng, n, c, v = line.rng, line.frames, line.curve, line.vigour
    ground, jump = p.toe_height, rng.uniform(0.02, 0.06)
    front, back = rng.uniform(0.08, 0.12), rng.uniform(0.11, 0.15)
    pinpoint = rng.random() < 0.4
    drag = (front - 0.08 if pinpoint else -back + 0.03, ground, 0.04)
    land, swing = front + rng.uniform(0.14, 0.22), rng.uniform(0.08, 0.2)
    feet = {
        "l": Foot(
            line.steps((front, ground, 0.085), (0.52, 0.7, (land, ground, 0.01), jump)),
            c((0.4, 35), (0.72, 60)), c((0.36, 0), (0.5, 20), (0.58, 45), (0.72, 5)),
        ),
        "r": Foot(
            line.steps(
                (-back, ground, 0.05), (0.26, 0.42, drag, 0.03), (0.53, 0.9, (land + 0.07, ground, 0.23),
                    swing + jump)
            ),
            c((0.3, 5), (0.5, 25), (0.72, 70), (0.9, 80)), c((0.3, 0), (0.42, 30), (0.5, 40), (0.6, 55),
                (0.74, 60), (0.9, 12)),
        ),
    }
    stand = p.pelvis_height - 0.02
    bend = rng.uniform(0.05, 0.09) * v
    pelvis = c(
        (0.05, (-0.01, stand, 0)), (0.2, (-0.03, stand - 0.01, 0)), (0.42, (0.035, stand - bend, 0.0)),
            (0.48, (0.05, stand - bend * 0.8, 0)),
        (0.58, (front + 0.0, stand + 0.035 + jump, 0.02)), (0.71, (land - 0.07, stand - 0.035, 0.02)),
            (0.9, (land - 0.01, stand - 0.03, 0.09)), (0.98, (land - 0.01, stand - 0.045, 0.1)), vary=0.003,
    )
    hips = c((0.05, (25, 2, 0)), (0.42, (5, -4, 6)), (0.55, (45, 2, 5)), (0.72, (85, 0, 12)),
        (0.84, (98, 0, 14)), (0.97, (88, 0, 10)), vary=2)
    chest = c(
        (0.05, (20, 8, 0)), (0.2, (5, 5, -2)), (0.42, (-22 * v, -6, -20 * v)), (0.49, (-10, -6, -18)),
            (0.56, (45, 4, 2)), (0.6, (68, 4, 14)),
        (0.71, (112, -8, 38)), (0.8, (118, -6, 30)), (0.97, (86, 0, 14)), vary=2,
    )
    head = c((0.05, (55, 5, 0)), (0.25, (60, -8, 0)), (0.42, (60, -12, -36)), (0.56, (60, -10, -22)),
        (0.68, (75, 4, 14)), (0.9, (86, 0, 2)), vary=2)
    body = Figure(p, n)
    sway = line.drift(0.005) * c((0.2, 1), (0.4, 0.2))[:, None]
    body.trunk(pelvis + sway, hips, chest, head, feet)
    body.legs(feet)

    hub = body.hub
    reach = p.arm / 0.37
    right = hub + reach * c(
        (0.05, (0.02, -0.2, 0.22)), (0.17, (-0.1, -0.33, 0.14)), (0.28, (-0.33, -0.16, 0.0)),
            (0.38, (-0.32, 0.09, -0.04)), (0.46, (-0.24, 0.14, -0.03)),
        (0.51, (-0.17, 0.05, -0.12)), (0.55, (-0.07, 0.24, -0.03)), (0.585, (0.03, 0.40, -0.04)),
            (0.62, (0.22, 0.27, -0.04)),
        (0.665, (0.3, -0.08, -0.08)), (0.73, (0.12, -0.28, -0.18)), (0.82, (0.06, -0.25, -0.2)),
            (0.97, (0.22, -0.18, 0.02)), vary=0.008,
    )
    left = hub + reach * c(
        (0.05, (0.1, -0.2, 0.2)), (0.16, (0.15, -0.33, 0.1)), (0.21, (0.22, -0.26, 0.12)),
            (0.31, (0.26, 0.2, 0.1)), (0.37, (0.23, 0.32, 0.06)),
        (0.46, (0.22, 0.29, 0.05)), (0.53, (0.18, -0.02, 0.14)), (0.6, (0.16, -0.14, -0.02)),
            (0.73, (0.1, -0.16, -0.16)), (0.86, (0.16, -0.14, -0.16)), (0.97, (0.25, -0.1, -0.08)), vary=0.008,
    )
    body.arm("r", right, c((0.15, (0, 0, 0)), (0.38, (0.6, -1.2, -1.0)), (0.46, (0.8, -0.9, -0.9)),
        (0.51, (1.5, 0.8, 0.2)), (0.56, (1.0, 0.5, 0.6)), (0.7, (0.5, 0, 0))))
    body.arm("l", left, (0.2, -0.4, 0))
    aim = c(
        (0.05, (0.55, 0.65, 0.35)), (0.17, (0.15, -0.7, 0.5)), (0.28, (-0.85, 0.1, 0.0)),
            (0.38, (-0.2, 0.95, 0.1)), (0.46, (0.15, 0.95, 0.1)),
        (0.51, (-0.25, -0.75, -0.6)), (0.55, (-0.6, 0.1, -0.6)), (0.585, (0.06, 1.0, -0.1)),
            (0.63, (0.9, 0.2, 0.0)), (0.67, (0.6, -0.8, -0.1)),
        (0.74, (-0.25, -0.7, -0.6)), (0.83, (-0.35, -0.5, -0.7)), (0.97, (0.6, 0.65, -0.4)),
    )
    racket = held_racket(body["r_hand"], aim)
    head_at = at_moment(line, racket.points[:, 1], 0.587)
    ball = serve_ball(line, body["l_hand"], 0.32, 0.587, head_at)
    seen = np.linalg.norm(ball - body["pelvis"], axis=-1) < FAR
    gear = (racket, Equipment("tennis_ball", ball[:, None], seen & (line.time < 0.7)))
    return body.motion("tennis_serve", *gear)


def tennis_forehand(line: Timing, p: Proportions) -> Motion:
    """Ready position, turn and backswing, a step into the ball, contact in front, finish over the left shoulder."""
    line.linger(0.51, width=0.1, slowness=1.3)
    rng, n, c, v = line.rng, line.frames, line.curve, line.vigour
    ground, half = p.toe_height, rng.uniform(0.12, 0.17)
    step = rng.uniform(0.05, 0.2)
    low = rng.uniform(0.44, 0.475) * p.standing
    feet = {
        "l": Foot(
            line.steps((half, ground, 0.08), (0.17, 0.38, (half - 0.07, ground, 0.08 + step), 0.05)),
            c((0.18, 10), (0.38, -25)), c((0.14, 12), (0.2, 5), (0.28, 25), (0.38, 0), (0.6, 0)),
        ),
        "r": Foot(
            line.steps(
                (-half, ground, 0.08),
                (0.05, 0.22, (-half - 0.04, ground, 0.02), 0.035),
                (0.62, 0.87, (-half + 0.03, ground, 0.06 + step), 0.05),
            ),
            c((0.06, -8), (0.22, -58), (0.5, -40), (0.62, 0)), c((0.05, 12), (0.22, 0), (0.42, 5), (0.55, 45),
                (0.7, 60), (0.85, 12)),
        ),
    }
    pelvis = c(
        (0.05, (0, low + 0.01, -0.02)), (0.25, (-0.055, low, -0.05)), (0.4, (-0.04, low - 0.02, -0.02)),
            (0.55, (-0.02, low, 0.02 + step * 0.4)),
        (0.74, (-0.02, low + 0.03, 0.02 + step * 0.6)), (0.96, (-0.01, low + 0.01, step * 0.6)), vary=0.004,
    )
    hips = c((0.05, (0, 12, 0)), (0.28, (-58 * v, 8, 0)), (0.42, (-45, 8, 0)), (0.53, (5, 6, 0)),
        (0.72, (35, 2, 0)), (0.8, (32, 4, 0)), (0.95, (2, 10, 0)), vary=2)
    chest = c((0.05, (0, 20, 0)), (0.28, (-88 * v, 12, -4)), (0.42, (-82, 12, -4)), (0.53, (-8, 10, -6)),
        (0.62, (35, 8, -2)), (0.74, (60 * v, 4, 4)), (0.8, (58 * v, 5, 3)), (0.96, (2, 18, 0)), vary=2)
    head = c((0.05, (0, 4, 0)), (0.28, (-22, 4, 0)), (0.5, (-18, 10, 0)), (0.7, (5, 2, 0)), vary=3)
    body = Figure(p, n)
    sway = line.drift(0.006) * c((0.1, 1), (0.3, 0.2))[:, None]
    body.trunk(pelvis + sway, hips, chest, head, feet)
    body.legs(feet, spread=0.35)
    hub, reach = body.hub, p.arm / 0.37
    loop = rng.uniform(-0.02, 0.12)
    finish = rng.uniform(-0.04, 0.1)
    right = hub + reach * c(
        (0.05, (-0.02, -0.19, 0.22)), (0.16, (-0.2, -0.08, 0.14)), (0.27, (-0.27, loop, -0.2)),
            (0.36, (-0.23, -0.13, -0.26)), (0.43, (-0.25, -0.25, -0.19)),
        (0.49, (-0.34, -0.22, 0.03)), (0.535, (-0.24, -0.14, 0.26)), (0.6, (-0.02, 0.0, 0.33)),
            (0.68, (0.17, 0.06 + finish, 0.18)), (0.76, (0.2, finish, 0.08)), (0.82, (0.19, finish - 0.02, 0.1)),
            (0.97, (-0.02, -0.19, 0.22)), vary=0.008,
    )
    free = hub + reach * c(
        (0.05, (0.08, -0.16, 0.23)), (0.16, (-0.03, -0.05, 0.26)), (0.3, (-0.14, -0.04, 0.33)),
            (0.42, (-0.08, -0.05, 0.35)), (0.53, (0.2, -0.1, 0.2)),
        (0.65, (0.16, -0.06, 0.1)), (0.82, (0.14, -0.04, 0.16)), (0.97, (0.08, -0.14, 0.24)), vary=0.008,
    )
    body.arm("r", right, c((0.2, (0.3, -0.3, 0)), (0.35, (0.5, -0.5, -0.3)), (0.52, (0.1, -0.9, -0.3)),
        (0.7, (0.2, 0.3, 0.8))))
    aim = c(
        (0.05, (0.35, 0.6, 0.6)), (0.16, (-0.15, 0.9, 0.3)), (0.27, (-0.25, 0.85, -0.5)),
            (0.36, (-0.2, 0.1, -0.95)), (0.43, (-0.3, -0.45, -0.8)), (0.49, (-0.75, -0.3, -0.5)),
        (0.535, (-1.0, -0.05, 0.15)), (0.6, (-0.35, 0.35, 0.85)), (0.69, (0.6, 0.45, 0.3)),
            (0.78, (0.4, 0.1, -0.85)), (0.83, (0.45, 0.3, -0.7)), (0.9, (0.6, 0.75, 0.2)), (0.97, (0.35, 0.6, 0.6)),
    )
    racket = held_racket(body["r_hand"], aim)
    # Between strokes the other hand carries the racket by its throat.
    throat = racket.points[:, 0] + 0.5 * (racket.points[:, 1] - racket.points[:, 0])
    together = c((0.13, 1), (0.23, 0), (0.84, 0), (0.96, 1))[:, None]
    body.arm("l", throat * together + free * (1 - together), c((0.3, (0.4, -0.4, 0)), (0.6, (0.6, -0.8, -0.5)),
        (0.9, (0.3, -0.4, 0))))
    hit = 0.54
    spot = at_moment(line, racket.points[:, 1], hit) + np.array([0, 0, 0.03])
    t = line.time - hit
    coming, going = np.array([0.6, -1.0, 7.5]), np.array([1.5, 1.5, 10.0])
    path = spot - t.clip(max=0)[:, None] * coming + t.clip(0)[:, None] * going
    path[:, 1] = path[:, 1].clip(0.02)
    seen = np.linalg.norm(path - body["pelvis"], axis=-1) < FAR
    return body.motion("tennis_forehand", racket, Equipment("tennis_ball", path[:, None], seen))
