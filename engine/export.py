"""A clip written for other programs: animation, video, picture sequence, arrays, keypoints, the paper's figure.

Every target is written beside its place and renamed when whole, nothing is replaced unless asked, and whatever goes
wrong becomes an `ExportError`. Knows formats and files; must not import torch, cv2 or Qt.
"""

import errno
import os
from collections.abc import Callable, Collection, Iterator, Sequence
from fractions import Fraction
from pathlib import Path

import numpy as np

from engine import overlay
from engine.clip import Clip
from engine.errors import ExportError
from engine.files import atomic_write
from engine.formats import figure, keypoint_files
from engine.formats.picture_sequence import Animation, write_animation, write_folder
from engine.media import ffmpeg
from engine.media.frame_rates import exact_fps

FORMATS = {
    ".gif": "GIF animation",
    ".mp4": "MP4 video (H.264)",
    ".webm": "WebM video (VP9)",
    ".webp": "WebP animation",
    ".apng": "PNG animation",
    ".png": "Folder of PNG pictures",
    ".npz": "Everything, as NumPy arrays",
    ".csv": "Keypoints as a table",
    ".json": "Keypoints as JSON",
    ".pdf": "The figure of the paper",
}
MAX_SCALE = 16
_FASTEST_GIF = Fraction(50)  # browsers slow a delay below 2 hundredths of a second down to 10
_SLOWEST, _FASTEST = Fraction(1, 10), Fraction(240)
# sRGB frames to studio-range BT.709, and the file says so: players that guess would shift the colours.
_TO_YUV = (
    "scale=in_range=pc:out_range=tv:out_color_matrix=bt709:flags=bicubic+accurate_rnd+full_chroma_int,format=yuv420p,"
    "setparams=range=tv:colorspace=bt709:color_primaries=bt709:color_trc=bt709"
)
# One palette for all frames, those at rest included (stats_mode=diff loses 2 dB on them). Ordered dither: error
# diffusion makes still backgrounds crawl and the file three times as large.
_PALETTE = (
    "split[a][b];[a]palettegen=stats_mode=full:reserve_transparent=0[p];[b][p]paletteuse=dither=bayer:bayer_scale=3"
)
_CODECS = {
    ".mp4": ["-vf", _TO_YUV, "-c:v", "libx264", "-preset", "medium", "-crf", "12", "-movflags", "+faststart"],
    ".webm": ["-vf", _TO_YUV, "-c:v", "libvpx-vp9", "-crf", "16", "-b:v", "0", "-cpu-used", "2"],
    ".gif": ["-filter_complex", _PALETTE],
}


def export(
    clip: Clip,
    path: str | os.PathLike,
    fps: Fraction | int | float | str | None = None,
    overlays: Collection[str] = (),
    scale: int = 1,
    loop: bool = True,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    *,
    pingpong: bool = False,
    overwrite: bool = False,
) -> Path:
    """Write `clip` to `path`, in the format its suffix names (`FORMATS`), and return the path.

    `.png`, or a path without suffix, is a folder of numbered pictures; an existing folder may hold other files.
    `fps` defaults to the clip's; see `written_fps`. `overlays` are drawn after enlarging `scale` times. `pingpong`
    appends the way back; `loop` is for animations, videos leave it to the player. `progress` is called with 0..1 and
    `cancelled` asked about once a frame.
    Raises `ExportError`, or `Cancelled`; either way nothing is left behind and what was there before is untouched.
    """
    path = Path(path)
    check(path, overlays, scale, overwrite)
    suffix = _suffix(path)
    rate = written_fps(path, clip.fps if fps is None else fps)
    report = progress or (lambda _: None)
    report(0.0)
    try:
        match suffix:
            case ".npz":
                clip.save(path)
            case ".csv":
                keypoint_files.write_csv(clip, path, rate)
            case ".json":
                keypoint_files.write_json(clip, path, rate)
            case ".pdf":
                figure.save(clip, path)
            case _:
                order = _order(len(clip.frames), pingpong, loop)
                frames = _drawn(clip, order, overlays, scale, report)
                _write_frames(path, suffix, frames, len(order), _size(clip, scale), rate, loop, cancelled, overwrite)
    except ffmpeg.FfmpegError as error:
        raise _failure(path, str(error), "no space left" in str(error).lower()) from error
    except OSError as error:
        raise _failure(path, (error.strerror or str(error)).lower(), error.errno == errno.ENOSPC) from error
    report(1.0)
    return path


def written_fps(path: str | os.PathLike, fps: Fraction | int | float | str) -> Fraction:
    """The frame rate that a file at `path` will have when `fps` is asked for: a GIF has at most 50.

    GIF counts in hundredths of a second: delays alternate where needed, so that the whole keeps its speed.
    Raises `ExportError` for what is no rate from 0.1 to 240.
    """
    try:
        rate = exact_fps(fps)
    except ValueError:
        rate = Fraction(0)
    if not _SLOWEST <= rate <= _FASTEST:
        raise ExportError(f"{fps} frames per second cannot be written.", "Give a number from 0.1 to 240.")
    return min(rate, _FASTEST_GIF) if Path(path).suffix.lower() == ".gif" else rate


def check(path: str | os.PathLike, overlays: Collection[str] = (), scale: int = 1, overwrite: bool = False) -> None:
    """Raise the `ExportError` that `export` would begin with; worth asking before a clip is computed for it."""
    path = Path(path)
    if _suffix(path) not in FORMATS:
        raise ExportError(f"{path.name} names no known format.", f"End it with one of {', '.join(FORMATS)}.")
    if unknown := sorted(set(overlays) - set(overlay.OVERLAYS)):
        raise ExportError(f"There is no overlay {unknown[0]}.", f"Choose from {', '.join(overlay.OVERLAYS)}.")
    if isinstance(scale, bool) or not isinstance(scale, int | np.integer) or not 1 <= scale <= MAX_SCALE:
        raise ExportError(f"The scale {scale} cannot be used.", f"Give a whole number from 1 to {MAX_SCALE}.")
    if not path.parent.is_dir():
        raise ExportError(f"The folder {path.parent} does not exist.", "Create it, or choose another.")
    if path.exists() and not path.is_dir() and not (overwrite and _suffix(path) != ".png"):
        raise ExportError(f"{path.name} already exists.", "Choose another name, or have it replaced.")


def _suffix(path: Path) -> str:
    suffix = path.suffix.lower()
    return ".png" if path.is_dir() or not suffix else suffix


def _order(count: int, pingpong: bool, loop: bool) -> list[int]:
    forth = list(range(count))
    # In a loop the first and last frames must not come twice running.
    return [*forth, *range(count - 2, 0 if loop else -1, -1)] if pingpong else forth


def _size(clip: Clip, scale: int) -> tuple[int, int]:
    height, width = clip.frames.shape[1:3]
    return width * scale, height * scale


def _drawn(
    clip: Clip, order: Sequence[int], overlays: Collection[str], scale: int, report: Callable[[float], None]
) -> Iterator[np.ndarray]:
    for done, index in enumerate(order):
        yield overlay.draw_frame(clip.frames, clip.keypoints, clip.mask, index, overlays, scale)
        report(0.9 * (done + 1) / len(order))  # the rest is for the encoder to finish


def _write_frames(
    path: Path,
    suffix: str,
    frames: Iterator[np.ndarray],
    count: int,
    size: tuple[int, int],
    fps: Fraction,
    loop: bool,
    cancelled: Callable[[], bool] | None,
    overwrite: bool,
) -> None:
    if suffix == ".png":
        write_folder(path, frames, cancelled, overwrite)
        return
    with atomic_write(path) as temporary:
        if suffix in (".webp", ".apng"):
            write_animation(temporary, Animation(frames, count, fps, loop), suffix, cancelled)
            return
        arguments = [*_CODECS[suffix], "-f", suffix[1:]]
        if suffix == ".gif":
            arguments += ["-loop", "0" if loop else "-1"]
        else:  # 4:2:0 video has even sides
            size = (size[0] + size[0] % 2, size[1] + size[1] % 2)
            frames = (_padded(frame, size) for frame in frames)
        ffmpeg.encode(frames, size, fps, arguments, temporary, cancelled)


def _padded(frame: np.ndarray, size: tuple[int, int]) -> np.ndarray:
    height, width = frame.shape[:2]
    return np.pad(frame, ((0, size[1] - height), (0, size[0] - width), (0, 0)), mode="edge")


def _failure(path: Path, reason: str, full: bool) -> ExportError:
    if full:
        return ExportError(f"{path.name} could not be written: the disk is full.", "Free some space or choose another.")
    if "ffmpeg" in reason:
        remedy = "Install imageio-ffmpeg again, or export .webp or .png, which do without."
    else:
        remedy = "Choose another folder or name."
    return ExportError(f"{path.name} could not be written: {reason.rstrip('.')}.", remedy)
