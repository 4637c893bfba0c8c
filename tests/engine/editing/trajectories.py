"""Random smooth trajectories for properties that hold for all."""

import numpy as np

SEEDS = range(12)


def wandering(seed: int) -> tuple[np.ndarray, np.random.Generator]:
    """Keypoints float32 [T, 6, 2] that wander within [-1, 1], T from 2 to 40, and the generator for the rest."""
    rng = np.random.default_rng(seed)
    n_frames = int(rng.integers(2, 41))
    steps = rng.normal(0, 0.04, (n_frames, 6, 2))
    return (rng.uniform(-0.7, 0.7, (6, 2)) + np.cumsum(steps, 0)).clip(-1, 1).astype(np.float32), rng
