"""The ffmpeg child process: found, fed with raw frames, drained, cancelled.

Its callers choose codecs and turn what goes wrong into sentences; this file knows neither clips nor photos.
"""

import os
import subprocess
import threading
from collections import deque
from collections.abc import Callable, Iterable
from contextlib import suppress
from fractions import Fraction
from pathlib import Path

import numpy as np

from engine.errors import Cancelled

_POLL_SECONDS = 0.05
_PRIORITY = 5  # behind the window, ahead of a training run
_LINES_KEPT = 30


class FfmpegError(Exception):
    """ffmpeg is missing or failed. `str(error)` is the last line it wrote."""


def executable() -> str:
    """Path of ffmpeg, from `imageio_ffmpeg` (its environment variable IMAGEIO_FFMPEG_EXE wins)."""
    try:
        import imageio_ffmpeg

        return imageio_ffmpeg.get_ffmpeg_exe()
    except (ImportError, RuntimeError, OSError) as error:
        raise FfmpegError("no ffmpeg was found") from error


def file_url(path: str | os.PathLike) -> str:
    """A path as ffmpeg takes it literally: no name can pass for an option, a protocol or a pattern."""
    return "file:" + os.path.abspath(path)


def start(arguments: list[str], **streams) -> subprocess.Popen:
    """Start ffmpeg at low priority and without a console window. `streams` are Popen's stdin, stdout, stderr."""
    flags = 0
    if os.name == "nt":
        flags = subprocess.CREATE_NO_WINDOW | subprocess.BELOW_NORMAL_PRIORITY_CLASS
    command = [executable(), "-hide_banner", "-nostats", "-loglevel", "error", *arguments]
    try:
        process = subprocess.Popen(command, creationflags=flags, **streams)
    except OSError as error:
        raise FfmpegError(f"ffmpeg could not be started: {error.strerror or error}") from error
    if hasattr(os, "setpriority"):
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, process.pid, _PRIORITY)
    return process


def encode(
    frames: Iterable[np.ndarray],
    size: tuple[int, int],
    fps: Fraction,
    arguments: list[str],
    path: str | os.PathLike,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Encode uint8 [H, W, 3] `frames` of `size` (width, height) to `path`, replacing what is there.

    `arguments` are the codec's and the muxer's. Raises `FfmpegError`, or `Cancelled` after killing the process.
    Whatever was written until then stays at `path`: callers give a temporary one.
    """
    width, height = size
    source = [
        "-f",
        "rawvideo",
        "-pix_fmt",
        "rgb24",
        "-s",
        f"{width}x{height}",
        "-r",
        f"{fps.numerator}/{fps.denominator}",
    ]
    process = start(
        [*source, "-i", "pipe:0", *arguments, "-y", file_url(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    assert process.stdin is not None and process.stderr is not None  # as asked for
    messages: deque[str] = deque(maxlen=_LINES_KEPT)
    drain = threading.Thread(target=_drain, args=(process.stderr, messages), daemon=True)
    drain.start()
    try:
        # A broken pipe says only that ffmpeg has stopped reading; why is in its messages.
        with suppress(BrokenPipeError):
            for frame in frames:
                if cancelled is not None and cancelled():
                    raise Cancelled
                if frame.shape != (height, width, 3) or frame.dtype != np.uint8:
                    raise ValueError(f"expected uint8 {(height, width, 3)}, got {frame.dtype} {frame.shape}")
                process.stdin.write(np.ascontiguousarray(frame).data)
            process.stdin.close()
        while process.poll() is None:
            if cancelled is not None and cancelled():
                raise Cancelled
            with suppress(subprocess.TimeoutExpired):
                process.wait(_POLL_SECONDS)
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
        with suppress(OSError):  # flushing into a closed pipe
            process.stdin.close()
        drain.join()
        process.stderr.close()
    if process.returncode != 0 or not Path(path).stat().st_size:
        raise FfmpegError(messages[-1] if messages else f"ffmpeg ended with status {process.returncode}")


def _drain(stream, messages: deque[str]) -> None:
    # A full stderr pipe would stop ffmpeg for ever.
    for line in stream:
        if text := line.decode("utf-8", "replace").strip():
            messages.append(text)
