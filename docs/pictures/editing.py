"""docs/pictures/editing.webp: the real window while a keypoint is dragged, and the edited clip after it.

`python -m docs.pictures.editing [SAMPLE] [KEYPOINT]`, in a window if QT_QPA_PLATFORM says so.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from PIL import Image

from tests.bench import studio
from tests.bench.editing import Watch

TARGET = Path(__file__).with_name("editing.webp")
SIZE = 960, 540
FRAME, MOVES = 15, 18
WAY = np.array([64.0, -40.0])  # px on screen


def script(sample: str, keypoint: int, pictures: list[tuple[Image.Image, int]]):
    """The steps, for `studio.run`; `pictures` get their milliseconds."""
    from PySide6.QtCore import QEvent, QPointF

    from kpvp_gui.widgets.pictures import pixels

    def steps(window):
        document = window.document

        def take(milliseconds: int) -> None:
            picture = Image.fromarray(pixels(window.grab().toImage())[..., :3])
            pictures.append((picture.resize(SIZE, Image.Resampling.LANCZOS), milliseconds))

        window.resize(1280, 720)
        yield lambda: studio.engine_is_ready(window)
        window.open_sample(next(path for path in window.samples() if path.stem == sample))
        yield lambda: document.clips.current is not None and document.clips.current.finished
        document.playback.pause()
        document.playback.set_playhead(FRAME)
        window.canvas.crop_action.setChecked(False)
        window.canvas.strip.edit_action.trigger()
        document.editing.set_reach(frames=10, distance=0.3)
        document.select_keypoints({keypoint})
        yield 2.0
        take(900)
        watch = Watch(window)
        start = QPointF(*watch.view.keypoint_positions(FRAME)[keypoint])
        watch.send(QEvent.Type.MouseButtonPress, start)
        for move in range(1, MOVES + 1):
            share = 0.2 + 0.8 * (0.5 - 0.5 * np.cos(np.pi * move / MOVES))  # beyond where a drag begins
            watch.painted = 0.0
            watch.send(QEvent.Type.MouseMove, start + QPointF(*(WAY * share)))
            yield lambda: watch.painted > 0
            yield 0.1
            take(70)
        watch.send(QEvent.Type.MouseButtonRelease, start + QPointF(*WAY))
        yield lambda: document.clips.current.finished
        yield 2.0
        take(700)
        for frame in (*range(0, 32, 2), *range(0, FRAME, 2)):
            document.playback.set_playhead(frame)
            yield 0.2
            take(80)
        take(900)

    return steps


def main() -> int:
    sample, keypoint = (*sys.argv[1:], *("jumping_jacks", "17")[len(sys.argv) - 1 :])
    studio.prepare("dark")
    pictures: list[tuple[Image.Image, int]] = []
    status = studio.run(script(sample, int(keypoint), pictures))
    first, *others = (picture for picture, _ in pictures)
    durations = [milliseconds for _, milliseconds in pictures]
    first.save(TARGET, save_all=True, append_images=others, duration=durations, loop=0, quality=72, method=4)
    return status


if __name__ == "__main__":
    sys.exit(main())
