"""Pictures without a person, made up: what a model of people must find unfamiliar. Kinds differ as photos differ.

Knows arrays only. `FITTED` kinds may shape a calibration; `UNSEEN` ones are kept for checking that it generalises.
"""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np

Painter = Callable[[np.random.Generator, int], np.ndarray]


def clouds(rng: np.random.Generator, side: int, roughness: float | None = None) -> np.ndarray:
    """Coloured noise with detail at every scale, like foliage, sky or stone: uint8 [side, side, 3]."""
    roughness = rng.uniform(0.4, 0.9) if roughness is None else roughness
    total = np.zeros((side, side, 3), np.float32)
    for octave in range(1, 8):
        cells = 2**octave
        grid = rng.standard_normal((cells, cells, 3)).astype(np.float32)
        grid = 0.7 * grid.mean(-1, keepdims=True) + 0.3 * grid
        total += cv2.resize(grid, (side, side), interpolation=cv2.INTER_CUBIC) * roughness**octave
    total /= total.std() + 1e-6
    return _bytes(rng.uniform(60, 190, 3) + total * rng.uniform(15, 55))


def gradient(rng: np.random.Generator, side: int) -> np.ndarray:
    """Two colours blending in some direction, with a little grain."""
    angle = rng.uniform(0, 2 * np.pi)
    y, x = np.mgrid[-1 : 1 : side * 1j, -1 : 1 : side * 1j]
    blend = (np.cos(angle) * x + np.sin(angle) * y)[..., None] / 2.8 + 0.5
    first, second = rng.uniform(0, 255, (2, 3))
    return _bytes(first * blend + second * (1 - blend) + rng.normal(0, rng.uniform(0, 6), (side, side, 3)))


def static(rng: np.random.Generator, side: int) -> np.ndarray:
    """Grain of one size, as of a camera with its cap on."""
    cells = max(2, side // int(rng.integers(1, 9)))
    grain = rng.normal(rng.uniform(40, 200, 3), rng.uniform(10, 70), (cells, cells, 3)).astype(np.float32)
    return _bytes(cv2.resize(grain, (side, side), interpolation=cv2.INTER_NEAREST))


def stripes(rng: np.random.Generator, side: int) -> np.ndarray:
    """Stripes or checks under a soft light: floors, fences, curtains."""
    angle, period = rng.uniform(0, np.pi), rng.uniform(0.08, 0.6)
    y, x = np.mgrid[-1 : 1 : side * 1j, -1 : 1 : side * 1j]
    along, across = np.cos(angle) * x + np.sin(angle) * y, np.cos(angle) * y - np.sin(angle) * x
    pattern = np.sin(2 * np.pi * along / period) > rng.uniform(-0.8, 0.8)
    if rng.random() < 0.5:
        pattern ^= np.sin(2 * np.pi * across / period) > rng.uniform(-0.8, 0.8)
    first, second = rng.uniform(0, 255, (2, 3))
    picture = np.where(pattern[..., None], first, second) * (1 + 0.2 * across[..., None])
    return _bytes(cv2.GaussianBlur(picture, (0, 0), rng.uniform(0.4, 2)))


def shapes(rng: np.random.Generator, side: int) -> np.ndarray:
    """A still life: discs, boxes and polygons, some large, on a soft ground."""
    picture = clouds(rng, side, 0.3)
    for _ in range(int(rng.integers(1, 14))):
        colour = tuple(int(c) for c in rng.integers(0, 256, 3))
        centre, size = rng.uniform(0, side, 2), rng.uniform(0.05, 0.4) * side
        if rng.random() < 0.5:
            axes = (int(size) + 1, int(size * rng.uniform(0.4, 1)) + 1)
            cv2.ellipse(
                picture, (int(centre[0]), int(centre[1])), axes, rng.uniform(0, 180), 0, 360, colour, -1, cv2.LINE_AA
            )
        else:
            angles = np.sort(rng.uniform(0, 2 * np.pi, int(rng.integers(3, 7))))
            corners = centre + size * np.stack([np.cos(angles), np.sin(angles)], -1)
            cv2.fillPoly(picture, [corners.astype(np.int32)], colour, cv2.LINE_AA)
    return picture


def landscape(rng: np.random.Generator, side: int) -> np.ndarray:
    """Sky, rolling ground and perhaps houses: a picture with depth and nobody in it."""
    picture = gradient(rng, side)
    x = np.linspace(0, 1, side)
    for layer in range(int(rng.integers(2, 5))):
        ridge = (
            0.3
            + 0.15 * layer
            + sum(rng.normal(0, 0.08 / k) * np.sin(2 * np.pi * k * x + rng.uniform(0, 6)) for k in (1, 2, 5))
        )
        ground = np.arange(side)[:, None] > (ridge * side)[None]
        picture[ground] = clouds(rng, side)[ground]
    for _ in range(int(rng.integers(0, 4))):
        left, top = rng.integers(0, side, 2)
        width, height = rng.integers(side // 10, side // 2, 2)
        colour = tuple(int(c) for c in rng.integers(30, 230, 3))
        cv2.rectangle(picture, (int(left), int(top)), (int(left + width), int(top + height)), colour, -1)
    return picture


def shuffled(rng: np.random.Generator, picture: np.ndarray) -> np.ndarray:
    """A picture cut into tiles that change places and are turned: its colours and textures without its figure."""
    tiles = int(rng.choice([4, 5, 8]))
    edge = len(picture) // tiles
    pieces = [picture[r * edge : (r + 1) * edge, c * edge : (c + 1) * edge] for r in range(tiles) for c in range(tiles)]
    order = rng.permutation(len(pieces))
    turned = [np.rot90(pieces[i], int(rng.integers(0, 4))) for i in order]
    rows = [np.concatenate(turned[r * tiles : (r + 1) * tiles], 1) for r in range(tiles)]
    return cv2.resize(np.concatenate(rows), picture.shape[:2], interpolation=cv2.INTER_AREA)


def text(rng: np.random.Generator, side: int) -> np.ndarray:
    """A page or a screen full of letters."""
    paper, ink = rng.uniform(170, 255, 3), rng.uniform(0, 80, 3)
    if rng.random() < 0.4:
        paper, ink = ink, paper
    picture = np.broadcast_to(paper, (side, side, 3)).astype(np.uint8).copy()
    scale, row = rng.uniform(0.25, 1.0) * side / 128, 0.0
    while row < side:
        row += 22 * scale * rng.uniform(1, 1.5)
        letters = "".join(rng.choice(list("abcdefghiklmnoprstuvw ABDEHKMRST   .,"), int(rng.integers(5, 40))))
        corner = (int(rng.uniform(0, 0.2) * side), int(row))
        cv2.putText(
            picture, letters, corner, cv2.FONT_HERSHEY_DUPLEX, 0.7 * scale, tuple(map(float, ink)), 1, cv2.LINE_AA
        )
    return picture


def beast(rng: np.random.Generator, side: int) -> np.ndarray:
    """Something with a body, a head and four legs, standing on the ground: limbs, but no person's."""
    picture = landscape(rng, side) if rng.random() < 0.5 else clouds(rng, side)
    colour = tuple(int(c) for c in rng.integers(20, 230, 3))
    length, height = rng.uniform(0.22, 0.36) * side, rng.uniform(0.1, 0.17) * side
    x, y = rng.uniform(0.42, 0.58) * side, rng.uniform(0.4, 0.55) * side
    facing = rng.choice([-1, 1])
    thick = max(2, int(height * rng.uniform(0.3, 0.6)))
    for along in (-0.8, -0.6, 0.6, 0.8):
        hip, foot = (
            (int(x + along * length), int(y)),
            (int(x + (along + rng.uniform(-0.2, 0.2)) * length), int(y + 2.6 * height)),
        )
        cv2.line(picture, hip, foot, colour, thick, cv2.LINE_AA)
    cv2.ellipse(picture, (int(x), int(y)), (int(length), int(height)), 0, 0, 360, colour, -1, cv2.LINE_AA)
    head = (int(x + facing * length * 1.2), int(y - height * rng.uniform(0.6, 1.6)))
    cv2.line(picture, (int(x + facing * length * 0.8), int(y)), head, colour, int(height), cv2.LINE_AA)
    cv2.ellipse(picture, head, (int(height * 0.9), int(height * 0.6)), 20, 0, 360, colour, -1, cv2.LINE_AA)
    return picture


FITTED: dict[str, Painter] = {
    "clouds": clouds,
    "gradient": gradient,
    "static": static,
    "stripes": stripes,
    "shapes": shapes,
    "landscape": landscape,
}
UNSEEN: dict[str, Painter] = {"text": text, "beast": beast}


def made_up(kind: str, rng: np.random.Generator, side: int) -> np.ndarray:
    """One picture of a kind, uint8 [side, side, 3], in anything from garish to nearly grey colours."""
    picture = (FITTED | UNSEEN)[kind](rng, side).astype(np.float32)
    grey = picture.mean(-1, keepdims=True)
    return _bytes(grey + (picture - grey) * rng.uniform(0.15, 1))


def emptied(picture: np.ndarray, silhouette: np.ndarray) -> np.ndarray:
    """A picture uint8 [S, S, 3] without its figure (silhouette uint8 [S, S], 255 = figure): the same scene, empty.

    The hole is filled from the picture's mirror image, and what is figure there too, from its surroundings.
    """
    reach = max(1, len(picture) // 24)
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1))
    hole = cv2.dilate(silhouette, disc) > 127
    both = hole & hole[:, ::-1]
    blend = cv2.GaussianBlur(hole.astype(np.float32), (0, 0), reach / 3)[..., None]
    filled = np.where((hole & ~both)[..., None], picture[:, ::-1], picture)
    filled = cv2.inpaint(filled, both.astype(np.uint8), 3, cv2.INPAINT_TELEA)
    return _bytes(np.where(hole[..., None], filled, picture * (1 - blend) + filled * blend))


def _bytes(values: np.ndarray) -> np.ndarray:
    return np.clip(np.rint(values), 0, 255).astype(np.uint8)
