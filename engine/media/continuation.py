"""What really came after a photo that was taken from a video: the frames that follow, cropped as the photo was.

Read by ffmpeg in a process of its own, as `video_frames` does. Knows no models.
"""

from __future__ import annotations

import subprocess
from fractions import Fraction

import numpy as np

from engine.errors import PhotoError
from engine.media import ffmpeg
from engine.media.photo import Crop, Photo, crop_pixels
from engine.media.video_frames import READ_ONLY

_SECONDS = 60
_ANOTHER = "Compare with another clip instead."


def has_continuation(photo: Photo | None) -> bool:
    """Whether the photo is a frame of a file with more frames behind it."""
    return photo is not None and photo.path is not None and photo.frame + 1 < photo.frame_count


def read_continuation(
    photo: Photo, crop: Crop | tuple[int, int, int], size: int, fps: Fraction, count: int
) -> np.ndarray:
    """Up to `count` frames that follow `photo` in its video, uint8 [T, size, size, 3], `fps` a second.

    The photo itself is not among them: frame 0 is the moment 1 / `fps` seconds later, as in a clip. Raises
    `PhotoError` if the photo is no frame of a video, or nothing follows it.
    """
    if not has_continuation(photo):
        raise PhotoError(f"{photo.name} has no frames behind this one.", _ANOTHER)
    assert photo.path is not None  # as `has_continuation` says
    x, y, side = (int(value) for value in crop)
    later = f"select=gte(n\\,{photo.frame}),setpts=PTS-STARTPTS,fps={fps.numerator}/{fps.denominator}:start_time=0"
    square = f"scale=trunc(iw*sar+0.5):ih,setsar=1,crop={side}:{side}:{x}:{y}:exact=1,format=rgb24"
    output = ["-frames:v", str(count + 1), "-an", "-sn", "-f", "rawvideo", "-pix_fmt", "rgb24", "pipe:1"]
    source = [*READ_ONLY, "-i", ffmpeg.file_url(photo.path), "-map", "0:v:0", "-vf", f"{later},{square}"]
    data = _run(photo, [*source, *output])
    length = len(data) // (3 * side * side)
    if length < 2:
        raise PhotoError(f"Nothing can be read of {photo.name} behind this frame.", _ANOTHER)
    pictures = np.frombuffer(data, np.uint8, length * 3 * side * side).reshape(length, side, side, 3)
    return np.stack([crop_pixels(picture, (0, 0, side), size) for picture in pictures[1:]])


def _run(photo: Photo, arguments: list[str]) -> bytes:
    """What ffmpeg writes, to its end or for a minute."""
    try:
        process = ffmpeg.start(arguments, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    except ffmpeg.FfmpegError as error:
        raise PhotoError(f"{photo.name} cannot be read: {error}.", "Install imageio-ffmpeg.") from error
    with process:
        try:
            return process.communicate(timeout=_SECONDS)[0]
        except subprocess.TimeoutExpired:
            process.kill()
            return process.communicate()[0]
