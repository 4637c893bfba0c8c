"""A clip's length, rate and size, from headers where there are any: nothing is decoded, and many files go at once."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from fractions import Fraction
from statistics import median_low

import numpy as np
from PIL import Image

from engine.media import ffmpeg
from engine.media.frame_rates import exact_fps
from engine.media.photo import PICTURE_FORMATS
from engine.media.video_frames import MAX_PIXELS, READ_ONLY, looks_like_video
from training.layouts import mp4_header
from training.layouts.listing import SourceClip

_SECONDS = 20
_UNTIMED = 100  # milliseconds that viewers show a frame without duration
_TIMED = 9  # frames of an animation whose durations are looked at


@dataclass(frozen=True)
class Probe:
    """What is known of a clip. frames: 0 if unknown; fps: None if unknown; width, height: as shown, upright.

    problem: a sentence, or empty. usable: at least two frames may come of it.
    """

    frames: int = 0
    fps: Fraction | None = None
    width: int = 0
    height: int = 0
    problem: str = ""
    usable: bool = True


def probe_all(
    clips: Sequence[SourceClip], progress: Callable[[int, int], None] | None = None, threads: int = 0
) -> list[Probe]:
    """A Probe for each clip, in order. Threads are enough: the work is in files and in ffmpeg's processes."""
    found = []
    with ThreadPoolExecutor(threads or min(8, 2 * (os.cpu_count() or 1))) as pool:
        for result in pool.map(probe_clip, clips):
            found.append(result)
            if progress:
                progress(len(found), len(clips))
    return found


def probe_clip(clip: SourceClip) -> Probe:
    """What one clip's header says. Never raises for what is wrong with the file."""
    try:
        found = _PROBES[clip.kind](clip)
    except OSError as error:
        return Probe(problem=f"It cannot be read: {error.strerror or 'damaged or no picture'}.", usable=False)
    except Exception as error:  # Pillow's decoders raise a dozen kinds for damaged files
        return Probe(problem=f"It is damaged ({str(error)[:100] or type(error).__name__}).", usable=False)
    if found.usable and found.frames == 1:
        return Probe(1, found.fps, found.width, found.height, "It has one frame; a clip needs two.", False)
    return found


def _video(clip: SourceClip) -> Probe:
    path = clip.files[0]
    with open(path, "rb") as file:
        head = file.read(256)
    if not head:
        return Probe(problem="It is empty.", usable=False)
    if not looks_like_video(head.ljust(16, b"\0")):
        return Probe(problem="It is no video, whatever its name says.", usable=False)
    header = mp4_header.read(path)
    if header is None:
        return described(path)
    early = "It ends early: the file is shorter than its header says." if header.ends_early else ""
    return Probe(header.frames, header.fps, header.width, header.height, early)


def described(path: str) -> Probe:
    """What ffmpeg says of a video file; the number of frames is its duration times its rate."""
    command = ["-loglevel", "info", *READ_ONLY, "-i", ffmpeg.file_url(path)]
    try:
        process = ffmpeg.start(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    except ffmpeg.FfmpegError as error:
        return Probe(problem=f"It cannot be opened: {error}.", usable=False)
    with process:
        try:
            text = process.communicate(timeout=_SECONDS)[1].decode("utf-8", "replace")
        except subprocess.TimeoutExpired:
            process.kill()
            return Probe(problem="It took too long to open.", usable=False)
    video = re.search(r"Stream #0.*?: Video: .*", text)
    size = re.search(r"\b(\d{2,5})x(\d{2,5})\b", video[0]) if video else None
    if video is None or size is None:
        return Probe(problem="It holds no video that can be read; it may be cut off.", usable=False)
    width, height = int(size[1]), int(size[2])
    if re.search(r"rotation of -?90\.", text):
        width, height = height, width
    rate = re.search(r"([\d.]+) fps", video[0])
    fps = exact_fps(rate[1]) if rate and float(rate[1]) else None
    duration = re.search(r"Duration: (\d+):(\d+):([\d.]+)", text)
    seconds = int(duration[1]) * 3600 + int(duration[2]) * 60 + float(duration[3]) if duration else 0.0
    return Probe(max(1, round(seconds * fps)) if fps and seconds else 0, fps, width, height)


def _animation(clip: SourceClip) -> Probe:
    with Image.open(clip.files[0], formats=("GIF", "WEBP")) as image:
        if image.width * image.height > MAX_PIXELS:
            return Probe(problem=f"It has {image.width} x {image.height} pixels, too many to open.", usable=False)
        size, count = image.size, getattr(image, "n_frames", 1)
        durations = []
        # Many rest on their first or last frame, so that one alone does not tell; all of them would have to be decoded.
        for number in range(min(count, _TIMED)):
            image.seek(number)
            image.load()  # only then does a WebP's frame tell its duration
            durations.append(image.info.get("duration") or _UNTIMED)
        fps = Fraction(1000) / Fraction(median_low(durations)).limit_denominator(1000)
        return Probe(count, fps, *size)


def _strip(clip: SourceClip) -> Probe:
    with Image.open(clip.files[0], formats=PICTURE_FORMATS) as image:
        width, height = image.size
    if width % height or width == height:
        return Probe(1, None, width, height, "It is no strip: its frames would not be square.", usable=False)
    return Probe(width // height, None, height, height)


def _pictures(clip: SourceClip) -> Probe:
    with Image.open(clip.files[0], formats=PICTURE_FORMATS) as image:
        width, height = image.size
        if image.getexif().get(0x0112, 1) >= 5:
            width, height = height, width
    return Probe(len(clip.files), None, width, height)


def _array(clip: SourceClip) -> Probe:
    _, frames, height, width, _ = np.load(clip.files[0], mmap_mode="r", allow_pickle=False).shape
    return Probe(frames, None, width, height)


_PROBES = {"video": _video, "animation": _animation, "strip": _strip, "pictures": _pictures, "array": _array}
