"""The baseball pitch from the wind-up, side-on to the batter at +x, right-handed."""

# The tables of keys are laid out by hand.
# fmt: off

from __future__ import annotations

import numpy as np

from training.worlds.motions.kinematics import Figure, Foot
from training.worlds.motions.skeleton import Equipment, Motion, Proportions
from training.worlds.motions.timeline import Timing


def baseball_pitch(line: Timing, p: Proportions) -> Motion:
    """Set, leg lift, stride, throw over the top, follow-through with the rear leg coming round."""
    line.linger(0.58, width=0.1, slowness=1.2)
    rng, n, c, v = line.rng, line.frames, line.curve, line.vigour
    ground, lift = p.toe_height, rng.uniform(0.24, 0.36)
    stride = rng.uniform(0.42, 0.54)
    half, around = rng.uniform(0.05, 0.08), rng.uniform(0.22, 0.3)
    feet = {
        "r": Foot(
            line.steps((-half, ground, 0.08), (0.58, 0.9, (stride + 0.03, ground, around), 0.2 * v)),
            c((0.4, -10), (0.6, 40), (0.75, 85)), c((0.42, 0), (0.54, 40), (0.66, 68), (0.76, 75), (0.9, 10)),
        ),
        "l": Foot(
            line.steps((half, ground, 0.08), (0.06, 0.31, (half + 0.04, lift, 0.13), 0.0),
                (0.3, 0.52, (stride, ground, 0.08), 0.0)),
            c((0.08, 0), (0.28, -10), (0.52, 68)), c((0.08, 0), (0.16, 25), (0.28, 30), (0.45, 5), (0.52, 0)),
        ),
    }
    stand = p.pelvis_height - 0.02
    pelvis = c(
        (0.06, (0, stand, 0)), (0.28, (-half * 0.8, stand, 0.02)), (0.36, (0.0, stand - 0.03, 0)),
            (0.52, (stride * 0.52, stand - 0.09, 0.02)), (0.6, (stride * 0.7, stand - 0.085, 0.02)),
        (0.72, (stride * 0.86, stand - 0.05, 0.02)), (0.9, (stride * 0.95, stand - 0.06, 0.1)), vary=0.004,
    )
    hips = c((0.06, (5, 2, 0)), (0.28, (-28 * v, -4, -3)), (0.42, (-8, 2, 0)), (0.54, (55, 4, 4)),
        (0.62, (85, 4, 18)), (0.75, (108, -4, 32)), (0.92, (92, 0, 20)), vary=2)
    chest = c(
        (0.06, (5, 6, 0)), (0.28, (-38 * v, 2, -6)), (0.42, (-25, 4, -6)), (0.52, (-5, 2, -8)),
            (0.58, (55, 2, 2)), (0.62, (88, 4, 26)), (0.72, (125, -16, 60 * v)), (0.92, (96, -2, 30)), vary=2,
    )
    head = c((0.06, (60, 4, 0)), (0.28, (68, 2, 0)), (0.52, (78, 2, -4)), (0.62, (85, 0, 14)),
        (0.72, (88, 0, 30)), (0.92, (88, 0, 6)), vary=2)
    body = Figure(p, n)
    sway = line.drift(0.005) * c((0.15, 1), (0.4, 0.1))[:, None]
    body.trunk(pelvis + sway, hips, chest, head, feet)
    body.legs(feet)
    hub, reach = body.hub, p.arm / 0.37
    slot = rng.uniform(-0.06, 0.05)
    right = hub + reach * c(
        (0.06, (0.0, -0.14, 0.17)), (0.22, (-0.04, -0.07, 0.2)), (0.3, (-0.07, -0.1, 0.19)),
            (0.38, (-0.2, -0.3, 0.06)), (0.45, (-0.36, -0.12, -0.02)), (0.51, (-0.3, 0.1, -0.03)),
        (0.56, (-0.16, 0.15, -0.2)), (0.595, (-0.02, 0.24 + slot, -0.2)), (0.625, (0.22, 0.22 + slot, -0.12)),
            (0.67, (0.3, -0.12, -0.08)), (0.74, (0.08, -0.29, -0.2)), (0.8, (0.06, -0.29, -0.19)),
            (0.92, (0.19, -0.22, 0.05)), vary=0.008,
    )
    left = hub + reach * c(
        (0.06, (0.06, -0.14, 0.17)), (0.22, (0.02, -0.07, 0.2)), (0.3, (0.02, -0.1, 0.2)),
            (0.39, (0.24, -0.16, 0.12)), (0.48, (0.36, -0.01, 0.06)), (0.54, (0.3, 0.0, 0.14)),
        (0.6, (0.15, -0.12, -0.04)), (0.7, (0.08, -0.14, -0.16)), (0.92, (0.19, -0.21, -0.1)), vary=0.008,
    )
    body.arm("r", right, c((0.3, (0.2, -0.3, 0)), (0.45, (0.5, 0.2, -0.4)), (0.51, (1.2, -0.9, -0.8)),
        (0.56, (1.6, -0.4, 0.2)), (0.6, (1.4, -0.2, 0.8)), (0.68, (0.6, 0.3, 0.2))))
    body.arm("l", left, c((0.3, (0.2, -0.3, 0)), (0.48, (0.5, 0.2, 0)), (0.6, (0.4, -0.9, -0.8))))
    release = 0.628
    fist = body["r_hand"]
    let_go = np.array([np.interp(release, line.time, fist[:, i]) for i in range(3)])
    gone = let_go + (line.time - release).clip(0)[:, None] * np.array([14.0, -1.2, 0.0])
    ball = np.where((line.time < release)[:, None], fist + body.chest_frame[:, :, 1] * 0.01, gone)
    seen = np.linalg.norm(ball - body["pelvis"], axis=-1) < 1.1
    wrist, catch = body["l_wrist"], body["l_hand"]
    glove = np.stack([wrist, wrist + (catch - wrist) * 2.3], axis=1)
    gear = (
        Equipment("baseball", ball[:, None], seen & (line.time < 0.72)),
        Equipment("glove", glove, np.ones(n, bool)),
    )
    return body.motion("baseball_pitch", *gear)
