"""A clip written for other programs: animation, video, picture sequence, arrays, keypoints, the paper's figure.

Every target is written beside its place and renamed when whole, nothing is replaced unless asked, and whatever goes
wrong becomes an `ExportError`. Knows the table of formats and files; must not import torch, cv2 or Qt.
"""

import errno
import os
from collections.abc import Callable, Collection, Sequence
from fractions import Fraction
from pathlib import Path

import numpy as np

from engine import overlay
from engine.clip import Clip
from engine.errors import ExportError
from engine.formats.arranged import BESIDE, Arranged, Cut
from engine.formats.request import ExportRequest
from engine.formats.table import BY_SUFFIX, DITHERS, Format, format_of
from engine.media import ffmpeg
from engine.media.frame_rates import exact_fps
from engine.sentences import sentence

MAX_SCALE = 16
COLOURS = 2, 256  # of a GIF's palette
_SLOWEST, _FASTEST = Fraction(1, 10), Fraction(240)


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
    kind: Format | None = None,
    pictures: Sequence[np.ndarray] | None = None,
    beside: str = "",
    cut: Cut | None = None,
    colours: int = 256,
    dither: str = "ordered",
) -> Path:
    """Write `clip` to `path`, and return the path.

    `kind` is a line of `engine.formats.table`; by default the path names it: by its suffix, or as a folder.

    `.png`, or a path without suffix, is a folder of numbered pictures; an existing folder may hold other files.
    `fps` defaults to the clip's; see `written_fps`. `overlays` are drawn after enlarging `scale` times. `pingpong`
    appends the way back; `loop` is for animations, videos leave it to the player. `pictures` are the clip's frames in
    another size, as `Predictor.full_size` gives them: they go without overlays and scale, and formats that hold more
    than frames do without them. `beside`: "photo" stands before each frame, "parts" (synthesized, mask and keypoints)
    after it; `cut` takes a part of each picture: left, top, right and bottom in fractions of its sides. A GIF has
    `colours` in its palette, 2 to 256, mixed by `dither`: ordered, diffused or none. `progress` is called with 0..1 and
    `cancelled` asked about once a frame.
    Raises `ExportError`, or `Cancelled`; either way nothing is left behind and what was there before is untouched.
    """
    path = Path(path)
    kind = _checked(path, overlays, scale, overwrite, kind)
    check_arrangement(beside, cut, colours, dither)
    if pictures is not None and (overlays or beside or scale != 1):
        raise ExportError(
            sentence("Overlays and what stands beside are drawn at the model's size only."),
            sentence("Leave them out, or the photo's size."),
        )
    rate = _playable(kind, clip.fps if fps is None else fps)
    if kind.sized and (beside or cut):
        pictures = Arranged(clip, overlays, scale, beside, cut, pictures)
        overlays, scale = (), 1
    report = progress or (lambda _: None)
    request = ExportRequest(
        clip, rate, overlays, scale, loop, pingpong, overwrite, report, cancelled, pictures, int(colours), dither
    )
    report(0.0)
    try:
        kind.write(request, path)
    except ffmpeg.FfmpegError as error:
        raise _failure(path, str(error), "no space left" in str(error).lower()) from error
    except OSError as error:
        raise _failure(path, (error.strerror or str(error)).lower(), error.errno == errno.ENOSPC) from error
    report(1.0)
    return path


def written_fps(path: str | os.PathLike, fps: Fraction | int | float | str) -> Fraction:
    """The frame rate that a file at `path` will have when `fps` is asked for: a GIF has at most 50.

    Raises `ExportError` for what is no rate from 0.1 to 240.
    """
    return _playable(BY_SUFFIX.get(Path(path).suffix.lower()), fps)


def check(
    path: str | os.PathLike,
    overlays: Collection[str] = (),
    scale: int = 1,
    overwrite: bool = False,
    kind: Format | None = None,
) -> None:
    """Raise the `ExportError` that `export` would begin with; worth asking before a clip is computed for it."""
    _checked(Path(path), overlays, scale, overwrite, kind)


def check_arrangement(beside: str = "", cut: Cut | None = None, colours: int = 256, dither: str = "ordered") -> None:
    """Raise the `ExportError` that `export` would raise for these."""
    if beside and beside not in BESIDE:
        raise ExportError(
            sentence("There is no {beside} to stand beside a clip.", beside=beside),
            sentence("Choose from {choices}.", choices=", ".join(BESIDE)),
        )
    if cut is not None and not (0 <= cut[0] < cut[2] <= 1 and 0 <= cut[1] < cut[3] <= 1):
        raise ExportError(
            sentence("There is nothing in that part of the picture."),
            sentence("Give left, top, right, bottom from 0 to 1."),
        )
    if not COLOURS[0] <= colours <= COLOURS[1]:
        raise ExportError(
            sentence("A palette of {colours} colours cannot be made.", colours=colours),
            sentence("Give a number from 2 to 256."),
        )
    if dither not in DITHERS:
        raise ExportError(
            sentence("There is no dither {dither}.", dither=dither),
            sentence("Choose from {choices}.", choices=", ".join(DITHERS)),
        )


def _checked(path: Path, overlays: Collection[str], scale: int, overwrite: bool, kind: Format | None) -> Format:
    """The format to write, after all checks."""
    kind = kind or format_of(path)
    if kind is None:
        raise ExportError(
            sentence("{name} names no known format.", name=path.name),
            sentence("End it with one of {choices}.", choices=", ".join(BY_SUFFIX)),
        )
    if unknown := sorted(set(overlays) - set(overlay.OVERLAYS)):
        raise ExportError(
            sentence("There is no overlay {value}.", value=unknown[0]),
            sentence("Choose from {choices}.", choices=", ".join(overlay.OVERLAYS)),
        )
    if isinstance(scale, bool) or not isinstance(scale, int | np.integer) or not 1 <= scale <= MAX_SCALE:
        raise ExportError(
            sentence("The scale {scale} cannot be used.", scale=scale),
            sentence("Give a whole number from 1 to {max_scale}.", max_scale=MAX_SCALE),
        )
    if not path.parent.is_dir():
        raise ExportError(
            sentence("The folder {parent} does not exist.", parent=path.parent),
            sentence("Create it, or choose another."),
        )
    if path.exists() and not path.is_dir() and not (overwrite and not kind.folder):
        raise ExportError(
            sentence("{name} already exists.", name=path.name), sentence("Choose another name, or have it replaced.")
        )
    return kind


def _playable(kind: Format | None, fps: Fraction | int | float | str) -> Fraction:
    """`fps` as the format can play it. Raises `ExportError`."""
    try:
        rate = exact_fps(fps)
    except ValueError:
        rate = Fraction(0)
    if not _SLOWEST <= rate <= _FASTEST:
        raise ExportError(
            sentence("{fps} frames per second cannot be written.", fps=fps), sentence("Give a number from 0.1 to 240.")
        )
    return min(rate, Fraction(kind.fastest)) if kind is not None and kind.fastest else rate


def _failure(path: Path, reason: str, full: bool) -> ExportError:
    if full:
        return ExportError(
            sentence("{name} could not be written: the disk is full.", name=path.name),
            sentence("Free some space or choose another."),
        )
    if "ffmpeg" in reason:
        remedy = sentence("Install imageio-ffmpeg again, or export .webp or .png, which do without.")
    else:
        remedy = sentence("Choose another folder or name.")
    return ExportError(
        sentence("{name} could not be written: {reason}.", name=path.name, reason=reason.rstrip(".")), remedy
    )
