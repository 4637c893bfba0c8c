"""What a world's renderer knows of a store's frames, as files beside them; nothing of it is needed to learn.

silhouettes.u1  the figure and what it holds, a bit per pixel
plates.u8       each frame's place without the figure, as the same camera stores it
partners.u2     for each frame the numbers, in its clip, of frames that its surface was followed to
flows.i2        how far the figure's surface has moved there, on a grid of half the side

All but the silhouettes are kept only where they were asked for (`data.truth`), and known of some clips only.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import prod
from pathlib import Path

import numpy as np

from training.worlds.world import SyntheticClip

SILHOUETTES = "silhouettes.u1"
PARTNERS = 3
"""How many other frames each frame's surface is followed to."""
UNKNOWN = -32768
FLOW_UNIT = 1 / 16384
"""Of flows, in picture sides."""
_NEAREST = 3  # frames to a partner

Shapes = dict[str, tuple[type, tuple[int, ...]]]
"""Files by name: what their numbers are, and how many."""


def packed_shape(frames: int, size: int) -> tuple[int, int, int]:
    """Of the silhouettes of frames of `size` px: every row begins with a byte of its own."""
    return frames, size, -(-size // 8)


@dataclass(frozen=True)
class KnownTruth:
    """plates uint8 [N, S, S, 3]; partners uint16 [N, PARTNERS], counted within a frame's clip;
    flows int16 [N, PARTNERS, S / 2, S / 2, 2]: from a frame's pixels to their places in the partner, x and y in
    FLOW_UNIT; UNKNOWN off the figure, where the surface cannot be seen in the partner, and in all of a clip whose
    renderer does not tell."""

    plates: np.ndarray
    partners: np.ndarray
    flows: np.ndarray

    def part(self, start: int, stop: int) -> KnownTruth:
        return replace(self, **{name: values[start:stop] for name, values in vars(self).items()})


def sidecars(size: int, truth: bool) -> dict[str, int]:
    """The files beside a world's frames of `size` px, and their bytes per frame."""
    shapes: Shapes = {SILHOUETTES: (np.uint8, packed_shape(1, size))}
    if truth:
        shapes |= _truth_shapes(1, size)
    return {name: np.dtype(kind).itemsize * prod(shape) for name, (kind, shape) in shapes.items()}


def packed(clip: SyntheticClip, size: int, truth: bool, rng: np.random.Generator) -> dict[str, bytes]:
    """What `clip` has for each of those files. rng chooses the partners."""
    files = {SILHOUETTES: np.packbits(clip.silhouette > 127, axis=-1)}
    if truth:
        count = len(clip.frames)
        arrays = {name: np.zeros(shape, kind) for name, (kind, shape) in _truth_shapes(count, size).items()}
        plates, partners, flows = arrays.values()
        apart = rng.integers(min(_NEAREST, count - 1), max(count - _NEAREST, 1) + 1, partners.shape)
        partners[:] = (np.arange(count)[:, None] + apart) % count
        flows[:] = UNKNOWN
        if clip.truth is not None:
            plates[:] = clip.truth.plate
            for t, others in enumerate(partners):
                for number, other in enumerate(others):
                    flows[t, number] = _flow(clip, t, int(other), size)
        files |= arrays
    return {name: values.tobytes() for name, values in files.items()}


def opened(folder: Path, frames: int, size: int) -> KnownTruth | None:
    """The truth beside a store's frames, memory-mapped; None if there is none. Raises ValueError if it is not whole."""
    shapes = _truth_shapes(frames, size)
    if not all((folder / name).is_file() for name in shapes):
        return None
    return KnownTruth(*(as_array(folder / name, kind, shape) for name, (kind, shape) in shapes.items()))


def as_array(path: Path, kind: type, shape: tuple[int, ...]) -> np.ndarray:
    """A file as a read-only array. Raises ValueError if it has another size."""
    if path.stat().st_size != np.dtype(kind).itemsize * prod(shape):
        raise ValueError(path.name)
    return np.memmap(path, kind, "r", shape=shape)


def _truth_shapes(frames: int, size: int) -> Shapes:
    return {
        "plates.u8": (np.uint8, (frames, size, size, 3)),
        "partners.u2": (np.uint16, (frames, PARTNERS)),
        "flows.i2": (np.int16, (frames, PARTNERS, size // 2, size // 2, 2)),
    }


def _flow(clip: SyntheticClip, here: int, there: int, size: int) -> np.ndarray:
    assert clip.truth is not None
    moved, visible = clip.truth.surface.flow(here, there)
    # The renderer answers for each pixel's upper left quarter: of four, the last one is nearest to their middle.
    flow = np.rint(moved[1::2, 1::2] / (size * FLOW_UNIT))
    known = visible[1::2, 1::2] & (np.abs(flow) < -UNKNOWN).all(-1)
    return np.where(known[..., None], flow, UNKNOWN).astype(np.int16)
