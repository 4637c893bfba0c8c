"""Frames out of a video file, by ffmpeg in a process of its own: a damaged file can only harm that process.

Frames come upright and with square pixels. Knows nothing of pictures in memory; `media.photo` calls it.
"""

import os
import re
import subprocess
from fractions import Fraction
from functools import lru_cache
from pathlib import Path

import numpy as np

from engine.errors import PhotoError
from engine.media import ffmpeg
from engine.media.frame_rates import exact_fps
from engine.sentences import sentence

_COUNT_SECONDS = 20  # a long video is counted as far as this reaches
_DECODE_SECONDS = 60
_EXACT_FRAMES = 256  # up to here frames are counted one by one; further on they are found by their time
# Demuxers for single files: no playlists or scripts, which could name other files.
_CONTAINERS = "mov,matroska,avi,mpeg,mpegts,mpegvideo,flv,asf,ogg,m4v,h264,hevc,ivf,dv,mxf,gif,apng"
# Limits come first: a small file can say that its frames are huge.
MAX_PIXELS = 120_000_000
READ_ONLY = ["-protocol_whitelist", "file", "-format_whitelist", _CONTAINERS, "-max_pixels", str(MAX_PIXELS)]


def looks_like_video(head: bytes) -> bool:
    """Whether the first bytes of a file (>= 16 of them) are those of a video container."""
    return (
        head[4:8] in (b"ftyp", b"moov", b"mdat", b"wide")
        or head[:4] in (b"\x1a\x45\xdf\xa3", b"OggS", b"FLV\x01", b"\x30\x26\xb2\x75", b"\x00\x00\x01\xba")
        or (head[:4] == b"RIFF" and head[8:12] == b"AVI ")
        or (head[:1] == b"\x47" and head[188:189] == b"\x47")
    )


def count_frames(path: Path) -> int:
    """Number of frames of the first video stream. Raises `PhotoError` if there is none."""
    return _timing(path)[0]


def read_frame(path: Path, index: int) -> np.ndarray:
    """Frame `index` (0 is the first) as uint8 [H, W, 3]. Raises `PhotoError`."""
    count, seconds_per_frame = _timing(path)
    if not 0 <= index < count:
        raise PhotoError(
            sentence("{name} has {count} frames, and no frame {index}.", name=path.name, count=count, index=index),
            sentence("Choose one from 0 to {value}.", value=count - 1),
        )
    # Files may announce a frame or two more than they can decode: then the last one that exists will do.
    for attempt in range(index, max(-1, index - 4), -1):
        picture = _decode(path, attempt, seconds_per_frame)
        if picture is not None:
            return picture
    raise _unreadable(path)


def read_square_frames(path: Path, size: int, fps: Fraction, longest: int) -> np.ndarray:
    """The middle square of the first frames of a video, at most `longest`: uint8 [T, size, size, 3], `fps` a second.

    Raises `PhotoError`.
    """
    square = "scale=trunc(iw*sar+0.5):ih,setsar=1,crop=min(iw\\,ih):min(iw\\,ih)"
    picture = f"fps={fps.numerator}/{fps.denominator},{square},scale={size}:{size}:flags=area,format=rgb24"
    output = ["-frames:v", str(longest), "-an", "-sn", "-f", "rawvideo", "-pix_fmt", "rgb24", "pipe:1"]
    command = [*READ_ONLY, "-i", ffmpeg.file_url(path), "-map", "0:v:0", "-vf", picture, *output]
    data, _ = _run(path, command, _DECODE_SECONDS)
    count = len(data) // (3 * size * size)
    if not count:
        raise _unreadable(path)
    return np.frombuffer(data, np.uint8, count * 3 * size * size).reshape(count, size, size, 3)


@lru_cache(maxsize=8)
def _timing_of(path: Path, size: int, modified: int) -> tuple[int, float]:
    """(frames, seconds per frame); the size and time of the file only tell when to measure again."""
    command = [*READ_ONLY, "-i", ffmpeg.file_url(path), "-map", "0:v:0", "-c", "copy", "-progress", "pipe:1"]
    report, description = _run(path, ["-loglevel", "info", *command, "-f", "null", "-"], _COUNT_SECONDS)
    frames = [int(n) for n in re.findall(rb"^frame=\s*(\d+)", report, re.M)]
    if not frames or not frames[-1]:
        raise _unreadable(path)
    rate = re.search(rb"Video: .*?, ([\d.]+) fps", description)
    try:
        return frames[-1], float(1 / exact_fps(rate[1].decode())) if rate else 0.0
    except ValueError:  # a file may say that its clock stands still
        return frames[-1], 0.0


def _timing(path: Path) -> tuple[int, float]:
    try:
        status = path.stat()
    except OSError as error:
        raise PhotoError(
            sentence("{name} cannot be opened: {reason}.", name=path.name, reason=error.strerror),
            sentence("Check that it is still there."),
        ) from error
    return _timing_of(path, status.st_size, status.st_mtime_ns)


def _decode(path: Path, index: int, seconds_per_frame: float) -> np.ndarray | None:
    seek: list[str] = []
    pick = f"select=eq(n\\,{index}),"
    if index > _EXACT_FRAMES and seconds_per_frame > 0:
        seek = ["-ss", f"{(index - 0.5) * seconds_per_frame:.6f}"]
        pick = ""
    # Nor may pixels that say they are a thousand times as wide as high make it so.
    square = f"scale='min(trunc(iw*sar+0.5),trunc({MAX_PIXELS}/ih))':ih,setsar=1,format=rgb24"
    output = ["-frames:v", "1", "-an", "-sn", "-f", "image2pipe", "-c:v", "ppm", "pipe:1"]
    command = [*READ_ONLY, *seek, "-i", ffmpeg.file_url(path), "-map", "0:v:0", "-vf", pick + square, *output]
    data, _ = _run(path, command, _DECODE_SECONDS)
    header = re.match(rb"P6\s+(\d+)\s+(\d+)\s+255\s", data)
    if header is None:
        return None
    width, height = int(header[1]), int(header[2])
    pixels = np.frombuffer(data, np.uint8, offset=header.end())
    return pixels.reshape(height, width, 3) if pixels.size == width * height * 3 else None


def _run(path: Path, arguments: list[str], seconds: float) -> tuple[bytes, bytes]:
    """Run ffmpeg to its end, or for `seconds`; (stdout, stderr) so far."""
    try:
        process = ffmpeg.start(arguments, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    except ffmpeg.FfmpegError as error:
        raise PhotoError(
            sentence("{name} cannot be opened as a video: {error}.", name=path.name, error=error),
            sentence("Install imageio-ffmpeg, or use a picture."),
        ) from error
    with process:
        try:
            return process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            return process.communicate()


def _unreadable(path: Path) -> PhotoError:
    return PhotoError(
        sentence("{name} holds no video that can be read.", name=os.path.basename(path)),
        sentence("It may be cut off; try another."),
    )
