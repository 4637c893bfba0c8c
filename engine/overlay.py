"""What is drawn over frames: keypoint dots, their fading trails, and the background mask.

Everything is drawn after enlarging and by exact coverage, so that it is crisp at any scale. Holds the one definition
of the keypoints' colours. Knows nothing of files, and must not import cv2, torch or Qt.
"""

import math
from collections.abc import Collection
from functools import lru_cache

import numpy as np
from PIL import Image

from engine.formats.table import OVERLAYS

TRAIL_FRAMES = 12
# OKLCH with a lightness at which every hue reaches this chroma within sRGB.
_LIGHTNESS, _CHROMA, _FIRST_HUE = 0.75, 0.122, 25.0
_OUTLINE = np.array((18, 20, 26), np.float32)
_VEIL = np.array((28, 36, 56), np.float32)
_VEIL_OPACITY = 0.62
_CONTOUR = np.array((255, 255, 255), np.float32)


@lru_cache(maxsize=64)
def keypoint_colours(count: int) -> np.ndarray:
    """uint8 [count, 3] sRGB, read-only: `count` hues, perceptually even around the circle, of one lightness.

    OKLCH by Björn Ottosson, https://bottosson.github.io/posts/oklab/.
    """
    hue = np.deg2rad(_FIRST_HUE + 360 * np.arange(count) / max(count, 1))
    a, b = _CHROMA * np.cos(hue), _CHROMA * np.sin(hue)
    long = (_LIGHTNESS + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (_LIGHTNESS - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (_LIGHTNESS - 0.0894841775 * a - 1.2914855480 * b) ** 3
    linear = np.stack(
        [
            4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
            -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
            -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
        ],
        -1,
    ).clip(0, 1)
    encoded = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)
    colours = (encoded * 255).round().astype(np.uint8)
    colours.flags.writeable = False
    return colours


def pixel_positions(keypoints: np.ndarray, width: int, height: int) -> np.ndarray:
    """Keypoints [..., 2] in [-1, 1] as float32 pixel coordinates of a picture of `width` x `height` cells.

    -1 is the centre of the first column or row at 0.5, +1 of the last: the unit is one pixel of the frame, with the
    picture's corner at 0. Multiply by a scale to draw on an enlarged frame.
    """
    extent = np.array((width - 1, height - 1), np.float32)
    return (np.asarray(keypoints, np.float32) + 1) / 2 * extent + 0.5


def enlarge(frame: np.ndarray, scale: int) -> np.ndarray:
    """uint8 [H, W] or [H, W, 3] enlarged `scale` times with a Lanczos filter."""
    if scale == 1:
        return frame
    height, width = frame.shape[:2]
    image = Image.fromarray(np.ascontiguousarray(frame))
    return np.asarray(image.resize((width * scale, height * scale), Image.Resampling.LANCZOS))


def draw_frames(
    frames: np.ndarray,
    keypoints: np.ndarray,
    mask: np.ndarray | None,
    overlays: Collection[str] = ("keypoints",),
    scale: int = 1,
) -> np.ndarray:
    """Frames uint8 [T, H, W, 3] enlarged `scale` times with `overlays` over them, as uint8 [T, H*scale, W*scale, 3].

    `keypoints` float32 [T, K, 2] in [-1, 1]; `mask` uint8 [T, H, W] with 255 = background kept, needed for the mask
    only. Raises `ValueError` for an unknown overlay.
    """
    return np.stack([draw_frame(frames, keypoints, mask, index, overlays, scale) for index in range(len(frames))])


def draw_frame(
    frames: np.ndarray,
    keypoints: np.ndarray,
    mask: np.ndarray | None,
    index: int,
    overlays: Collection[str] = ("keypoints",),
    scale: int = 1,
) -> np.ndarray:
    """Frame `index` of `draw_frames`, uint8 [H*scale, W*scale, 3]; trails look back at the frames before it."""
    if unknown := set(overlays) - set(OVERLAYS):
        raise ValueError(f"unknown overlay {sorted(unknown)[0]}: choose from {', '.join(OVERLAYS)}")
    height, width = frames.shape[1:3]
    frame = enlarge(frames[index], scale)
    if not overlays:
        return frame
    canvas = frame.astype(np.float32)
    if "mask" in overlays:
        if mask is None:
            raise ValueError("the mask overlay needs the mask")
        _draw_mask(canvas, mask[index], scale)
    positions = pixel_positions(keypoints, width, height) * scale
    if "trails" in overlays:
        _draw_trails(canvas, positions[max(0, index - TRAIL_FRAMES) : index + 1])
    if "keypoints" in overlays:
        draw_dots(canvas, positions[index])
    return (canvas + 0.5).clip(0, 255).astype(np.uint8)


def draw_dots(canvas: np.ndarray, positions: np.ndarray, relative_size: float = 1.0) -> None:
    """Draw keypoints at `positions` float [K, 2] (pixels, corner at 0) into float32 [H, W, 3], with a dark outline."""
    radius = _dot_radius(canvas) * relative_size
    outline = max(0.8, radius * 0.3)
    for point, colour in zip(positions, keypoint_colours(len(positions)), strict=True):
        if (area := _around(canvas, *point.tolist(), radius + outline)) is not None:
            distance = _distance_from(*area, point)
            _blend(canvas[area], _OUTLINE, 0.9 * _covered(distance, radius + outline))
            _blend(canvas[area], colour, _covered(distance, radius))


def _draw_trails(canvas: np.ndarray, positions: np.ndarray) -> None:
    """`positions` [N, K, 2]: the path of every keypoint until now, fainter and thinner into the past."""
    steps = len(positions) - 1
    width = _dot_radius(canvas) * 0.5
    for k, colour in enumerate(keypoint_colours(positions.shape[1])):
        path = positions[:, k]
        if (whole := _visible(canvas, path, 2 * width)) is None:
            continue
        # The strongest of the path's pieces counts, not their sum: no beads where they meet.
        shape = (whole[0].stop - whole[0].start, whole[1].stop - whole[1].start)
        line, shade = np.zeros(shape, np.float32), np.zeros(shape, np.float32)
        for step in range(steps):
            youth = 1 - (steps - 1 - step) / TRAIL_FRAMES
            radius = width * (0.4 + 0.6 * youth)
            piece = _visible(canvas, path[step : step + 2], 2 * width)
            if piece is None:
                continue
            distance = _distance(*piece, path[step], path[step + 1])
            within = tuple(slice(p.start - w.start, p.stop - w.start) for p, w in zip(piece, whole, strict=True))
            np.maximum(line[within], 0.9 * youth * _covered(distance, radius), out=line[within])
            np.maximum(shade[within], 0.4 * youth * _covered(distance, radius * 1.7), out=shade[within])
        _blend(canvas[whole], _OUTLINE, shade)
        _blend(canvas[whole], colour, line)


def _dot_radius(canvas: np.ndarray) -> float:
    return max(1.4, min(canvas.shape[:2]) * 0.0145)


def _visible(canvas: np.ndarray, points: np.ndarray, radius: float) -> tuple[slice, slice] | None:
    """The rows and columns of the canvas that a line of this radius through `points` [N, 2] can touch."""
    if not np.isfinite(points).all():
        return None
    height, width = canvas.shape[:2]
    (left, top), (right, bottom) = points.min(0) - radius - 1, points.max(0) + radius + 1
    rows = slice(max(0, math.floor(top)), min(height, math.ceil(bottom)))
    columns = slice(max(0, math.floor(left)), min(width, math.ceil(right)))
    return (rows, columns) if rows.start < rows.stop and columns.start < columns.stop else None


def _around(canvas: np.ndarray, x: float, y: float, radius: float) -> tuple[slice, slice] | None:
    """`_visible` of one point, which a dot is: without NumPy, in a tenth of the time."""
    if not (math.isfinite(x) and math.isfinite(y)):
        return None
    height, width = canvas.shape[:2]
    rows = slice(max(0, math.floor(y - radius - 1)), min(height, math.ceil(y + radius + 1)))
    columns = slice(max(0, math.floor(x - radius - 1)), min(width, math.ceil(x + radius + 1)))
    return (rows, columns) if rows.start < rows.stop and columns.start < columns.stop else None


def _distance_from(rows: slice, columns: slice, point: np.ndarray) -> np.ndarray:
    """Distance in pixels of every pixel's centre to `point`, float32 [rows, columns]."""
    x = np.arange(columns.start, columns.stop, dtype=np.float32)[None, :] + (0.5 - point[0])
    y = np.arange(rows.start, rows.stop, dtype=np.float32)[:, None] + (0.5 - point[1])
    return np.sqrt(x * x + y * y)


def _distance(rows: slice, columns: slice, start: np.ndarray, end: np.ndarray) -> np.ndarray:
    """Distance in pixels of every pixel's centre to the line from `start` to `end`, float32 [rows, columns]."""
    x = np.arange(columns.start, columns.stop, dtype=np.float32)[None, :] + (0.5 - start[0])
    y = np.arange(rows.start, rows.stop, dtype=np.float32)[:, None] + (0.5 - start[1])
    along_x, along_y = end - start
    length_squared = along_x * along_x + along_y * along_y
    if length_squared > 1e-6:
        share = ((x * along_x + y * along_y) / length_squared).clip(0, 1)
        x, y = x - share * along_x, y - share * along_y
    return np.sqrt(x * x + y * y)


def _covered(distance: np.ndarray, radius: float) -> np.ndarray:
    """Share of each pixel within `radius` of the line, to first order."""
    return (radius + 0.5 - distance).clip(0, 1)


def _blend(patch: np.ndarray, colour: np.ndarray, opacity: np.ndarray) -> None:
    patch += (colour.astype(np.float32) - patch) * opacity[..., None]


def _draw_mask(canvas: np.ndarray, mask: np.ndarray, scale: int) -> None:
    """Darken the background that is kept from the photo, and line the edge of what is new."""
    background = enlarge(mask, scale).astype(np.float32) / 255
    _blend(canvas, _VEIL, background * _VEIL_OPACITY)
    # The larger of the slopes to either side: a hard edge lies between two pixels, half a pixel from both.
    steps_down = np.abs(np.diff(background, axis=0, prepend=background[:1], append=background[-1:]))
    steps_across = np.abs(np.diff(background, axis=1, prepend=background[:, :1], append=background[:, -1:]))
    down = np.maximum(steps_down[1:], steps_down[:-1])
    across = np.maximum(steps_across[:, 1:], steps_across[:, :-1])
    steepness = np.hypot(down, across)
    distance = np.abs(background - 0.5) / np.maximum(steepness, 1e-6)  # in pixels, to first order
    half_width = max(0.6, _dot_radius(canvas) * 0.22)
    line = (half_width + 0.5 - distance).clip(0, 1) * (steepness * scale > 0.02)
    _blend(canvas, _CONTOUR, 0.8 * line)
