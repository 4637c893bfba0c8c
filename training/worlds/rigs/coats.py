"""What a mesh's surfaces are made of: colours and procedural patterns, laid out in bind space so that they move with
the skin. Knows neither meshes nor light.

Positions are in figure lengths (the longest extent of the mesh is 1): x to the character's left, y up from the ground,
z ahead.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np


@dataclass(frozen=True)
class Coat:
    """One material. Colours are sRGB [3] in 0..1.

    The second colour shows where `wave * sin(2 pi (stripes . position + bend * slow noise) + phase) + blotch *
    noise(blobs * position)` exceeds `threshold`, with an edge `edge` wide; with `checked`, the stripes along x, y and z
    are multiplied instead. belly: what the underside fades to, as far as `under`; points: what the lowest parts fade
    to, below the height `points_below`. fur: amount of fine tufts; mottle: of slow variation; gloss: of shine.
    """

    colour: np.ndarray
    second: np.ndarray | None = None
    stripes: tuple[float, float, float] = (0.0, 0.0, 0.0)
    wave: float = 0.0
    bend: float = 0.0
    phase: float = 0.0
    blobs: float = 0.0
    blotch: float = 0.0
    threshold: float = 9.0
    edge: float = 0.1
    checked: float = 0.0
    belly: np.ndarray | None = None
    under: float = 0.0
    points: np.ndarray | None = None
    points_below: float = -9.0
    fur: float = 0.0
    mottle: float = 0.0
    gloss: float = 0.0


@dataclass(frozen=True)
class Covering:
    """How a rig is dressed in a clip: a coat per material of the rig; flatness 0 (smooth) to 1 (every facet shows);
    where f32 [3]: the clip's own position in the coats' noise."""

    coats: list[Coat]
    flatness: float
    where: np.ndarray


_COLOURS = ("colour", "second", "belly", "points")
_RECORD = np.dtype(
    [(f.name, np.float32, 3) if f.name in (*_COLOURS, "stripes") else (f.name, np.float32) for f in fields(Coat)]
)


def records(coats: list[Coat]) -> np.ndarray:
    """Coats as a structured array [M] with a field of f32 for each of theirs, for compiled code."""
    table = np.zeros(len(coats), _RECORD)
    for row, coat in zip(table, coats, strict=True):
        for name in _RECORD.names or ():
            value = getattr(coat, name)
            row[name] = coat.colour if value is None else value
    return table
