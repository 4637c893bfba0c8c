"""Squares inside a picture: moved, resized and drawn without ever leaving it. Plain arithmetic in photo pixels."""

from __future__ import annotations

from engine.media.photo import Crop

SMALLEST = 16  # px; a smaller photo allows its whole side


def moved(crop: Crop, x: float, y: float, width: int, height: int) -> Crop:
    """`crop` with its corner as near to (x, y) as the picture allows."""
    size = min(crop.size, width, height)
    return Crop(round(max(0, min(x, width - size))), round(max(0, min(y, height - size))), size)


def spanned(anchor: tuple[float, float], point: tuple[float, float], width: int, height: int) -> Crop:
    """The square with one corner at `anchor`, reaching towards `point`."""
    right, down = point[0] >= anchor[0], point[1] >= anchor[1]
    room_x = width - anchor[0] if right else anchor[0]
    room_y = height - anchor[1] if down else anchor[1]
    size = max(abs(point[0] - anchor[0]), abs(point[1] - anchor[1]))
    size = round(max(min(SMALLEST, width, height), min(size, room_x, room_y)))
    x = anchor[0] if right else anchor[0] - size
    y = anchor[1] if down else anchor[1] - size
    return moved(Crop(0, 0, size), x, y, width, height)


def grown(crop: Crop, by: float, width: int, height: int) -> Crop:
    """`crop` enlarged by `by` pixels a side about its middle, as far as the picture allows."""
    size = round(max(min(SMALLEST, width, height), min(crop.size + by, width, height)))
    shift = (crop.size - size) / 2
    return moved(Crop(0, 0, size), crop.x + shift, crop.y + shift, width, height)


def corners(crop: Crop) -> tuple[tuple[int, int], ...]:
    """Top left, top right, bottom right, bottom left."""
    x, y, size = crop
    return ((x, y), (x + size, y), (x + size, y + size), (x, y + size))
