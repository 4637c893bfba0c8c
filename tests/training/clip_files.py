"""Small clips as real files: each frame's brightness tells its number, and a red bar marks the top edge."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from engine.media import ffmpeg

STEP = 5  # grey levels from frame to frame


def numbered(count, width=64, height=48):
    """uint8 [count, height, width, 3]: frame i is grey 20 + 5 i, its upper quarter red."""
    frames = np.empty((count, height, width, 3), np.uint8)
    frames[:] = (20 + STEP * np.arange(count, dtype=np.uint8))[:, None, None, None]
    frames[:, : height // 4] = (200, 20, 20)
    return frames


def numbers(frames):
    """The numbers of decoded frames [N, S, S, 3], read off the lower half's grey level."""
    grey = np.asarray([frame[frame.shape[0] // 2 :].mean() for frame in frames])
    return [round(level) for level in (grey - 20) / STEP]


def video(path, count=40, width=64, height=48, fps=25, extra=(), codec=("-c:v", "libx264", "-preset", "ultrafast")):
    """A video of numbered frames; the codec must suit the suffix."""
    path.parent.mkdir(parents=True, exist_ok=True)
    arguments = [*codec, "-pix_fmt", "yuv420p", *extra]
    ffmpeg.encode(numbered(count, width, height), (width, height), Fraction(fps), arguments, path)
    return path


def gif(path, count=12, width=64, height=48, **options):
    """An animation of numbered frames."""
    path.parent.mkdir(parents=True, exist_ok=True)
    pictures = [Image.fromarray(frame) for frame in numbered(count, width, height)]
    options: dict[str, Any] = {"save_all": True, "duration": 100, "loop": 0} | options
    pictures[0].save(path, append_images=pictures[1:], **options)
    return path


def pictures(folder, count=6, width=64, height=48, suffix=".jpg", start=1):
    """A folder of numbered frames: 000001.jpg, ..."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, frame in enumerate(numbered(count, width, height), start):
        Image.fromarray(frame).save(folder / f"{number:06d}{suffix}", quality=95)
    return folder


def penn_action(root, videos):
    """Penn Action's layout; videos: {number: (class as the data set spells it, train flag, frames)}."""
    from scipy.io import savemat

    (root / "labels").mkdir(parents=True)
    for number, (action, train, count) in videos.items():
        pictures(root / "frames" / f"{number:04d}", count)
        label = {
            "action": action,
            "pose": "front",
            "x": np.zeros((count, 13)),
            "y": np.zeros((count, 13)),
            "visibility": np.ones((count, 13)),
            "train": train,
            "bbox": np.zeros((count - 1, 4)),  # a row short, as some are
            "dimensions": np.array([48, 64, count]),
            "nframes": count,
        }
        savemat(root / "labels" / f"{number:04d}.mat", label)
    return root


def uva_nemo(root, names, missing=()):
    """UvA-NEMO's layout, with its table of details."""
    for name in names:
        video(root / "videos" / name, 20, fps=50)
    heading = ["UvA-NEMO Smile Database", "", "Details", "", "Filename\tSubject\tType"]
    rows = [f"{name}\t001\t{name.split('_')[1]}" for name in (*names, *missing)]
    text = "\n".join(heading + rows) + "\n"
    (root / "UvA-NEMO_Smile_Database_File_Details.txt").write_text(text)
    return root


def strip(path, count=8, side=32):
    """Frames side by side in one PNG."""
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(np.concatenate(list(numbered(count, side, side)), axis=1)).save(path)
    return path


def cut(path: Path, share: float):
    """Keep only the first part of a file."""
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    return path
