"""The Document with a clip that moves."""

from dataclasses import replace

import numpy as np
import pytest


@pytest.fixture
def playing(playing):
    """The Document with a paused clip of 10 keypoints that wander, each its own way."""
    rng = np.random.default_rng(7)
    pose = rng.uniform(-0.6, 0.6, (10, 2)).astype(np.float32)
    keypoints = pose + np.cumsum(rng.normal(0, 0.01, (32, 10, 2)), 0).astype(np.float32)
    record = playing.clips.current
    record.future = replace(record.future, keypoints=keypoints, source_keypoints=pose)
    return playing
