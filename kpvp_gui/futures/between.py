"""Moving between two to four futures: a point on the line, or on the plane, between their latents.

Arithmetic only: where the futures stand, what share each has at a point, and the inputs that follow.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from engine.inputs import latent_between
from kpvp_gui.document.clip_record import ClipRecord
from kpvp_gui.document.inputs import Inputs

_SNAP = 0.02  # shares from one whole at which a point is the future itself

# Where they stand in a square whose corners are (0, 0), above left, and (1, 1).
CORNERS: dict[int, tuple[tuple[float, float], ...]] = {
    2: ((0.0, 0.5), (1.0, 0.5)),
    3: ((0.5, 0.0), (1.0, 1.0), (0.0, 1.0)),
    4: ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)),
}


def shares_at(point: tuple[float, float], count: int) -> np.ndarray:
    """float32 [count], one whole in all: how much of each of 2, 3 or 4 futures is at `point`, outside at the edge."""
    x, y = (min(1.0, max(0.0, float(value))) for value in point)
    if count == 2:
        found = np.array([1 - x, x])
    elif count == 4:
        found = np.array([(1 - x) * (1 - y), x * (1 - y), x * y, (1 - x) * y])
    else:
        right = x - (1 - y) / 2  # of the triangle's lower corners, what the upper one leaves
        found = np.clip(np.array([1 - y, right, y - right]), 0, None)
    found = found / found.sum()
    if found.max() > 1 - _SNAP:
        found = np.eye(count)[int(found.argmax())]
    return found.astype(np.float32)


def nearest_point(point: tuple[float, float], count: int) -> tuple[float, float]:
    """The point itself, or where the line or triangle is nearest to its shares."""
    corners = np.array(CORNERS[count])
    x, y = shares_at(point, count) @ corners
    return float(x), float(y)


def can_move(records: Sequence[ClipRecord], inputs: Inputs) -> bool:
    """Whether there are two to four futures of the model that is chosen."""
    return len(records) in CORNERS and all(record.inputs.same_model(inputs) for record in records)


def inputs_at(records: Sequence[ClipRecord], weights: np.ndarray) -> tuple[np.ndarray, int | None, np.ndarray]:
    """(action [C], seed, z [Z]) of a future that has `weights` [N] of these; at one of them, exactly its own."""
    if weights.max() == 1:
        inputs = records[int(weights.argmax())].inputs
        assert inputs.action is not None and inputs.z is not None  # a clip was made of them
        return inputs.action, inputs.seed, inputs.z
    made_of = [(record.inputs.action, record.inputs.z) for record in records]
    actions, latents = (np.stack([part for part in parts if part is not None]) for parts in zip(*made_of, strict=True))
    action, z = weights @ actions, latent_between(latents, weights)
    return action.astype(np.float32), None, z
