"""Draws photographs.jpg: what the bundled models make of photographs that they have never seen, at 256 px.

`python -m docs.pictures.photographs MODEL:ACTION:PHOTO...`; a row each: the photo with its keypoints, five moments.
The shipped picture shows three that anybody may use, as scikit-image has them: camera.png (Lav Varshney, CC0),
astronaut.png (NASA, public domain) and chelsea.png (Stefan van der Walt, CC0).
"""

import sys
from pathlib import Path

import cv2
import numpy as np

import engine
from engine.overlay import draw_frames

MOMENTS, SIDE, GAP = (4, 11, 18, 25, 32), 256, 3


def middle_square(photo: np.ndarray) -> np.ndarray:
    """uint8 [H, W, 3] -> [SIDE, SIDE, 3]"""
    side = min(photo.shape[:2])
    top, left = ((whole - side) // 2 for whole in photo.shape[:2])
    return cv2.resize(photo[top : top + side, left : left + side], (SIDE, SIDE), interpolation=cv2.INTER_AREA)


def row(request: str) -> np.ndarray:
    """One photo, its keypoints, and moments of its future: uint8 [SIDE, 6 SIDE and gaps, 3]."""
    name, action, photo = request.split(":", 2)
    model = engine.load_model(name)
    square = middle_square(engine.read_photo(photo).pixels)
    clip = model.predict(square, action=action, seed=1)
    found = draw_frames(clip.source[None], clip.source_keypoints[None], None, scale=2)[0]
    frames = model.full_size(clip, square)
    pictures = [found, *(frames[t - 1] for t in MOMENTS)]
    pictures = [cv2.resize(each, (SIDE, SIDE), interpolation=cv2.INTER_LINEAR) for each in pictures]
    return np.concatenate([np.pad(each, ((0, GAP), (0, GAP), (0, 0)), constant_values=255) for each in pictures], 1)


def main() -> None:
    sheet = np.concatenate([row(request) for request in sys.argv[1:]])
    path = Path(__file__).with_name("photographs.jpg")
    cv2.imwrite(str(path), cv2.cvtColor(sheet, cv2.COLOR_RGB2BGR), [cv2.IMWRITE_JPEG_QUALITY, 88])


if __name__ == "__main__":
    main()
