"""Videos and GIFs, which ffmpeg encodes."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from engine.files import atomic_write
from engine.formats.request import ExportRequest
from engine.media import ffmpeg

# sRGB frames to studio-range BT.709, and the file says so: players that guess would shift the colours.
_TO_YUV = (
    "scale=in_range=pc:out_range=tv:out_color_matrix=bt709:flags=bicubic+accurate_rnd+full_chroma_int,format=yuv420p,"
    "setparams=range=tv:colorspace=bt709:color_primaries=bt709:color_trc=bt709"
)
# One palette for all frames, those at rest included (stats_mode=diff loses 2 dB on them). Ordered dither unless another
# is asked for: error diffusion makes still backgrounds crawl and the file three times as large.
_PALETTE = "split[a][b];[a]palettegen=max_colors={}:stats_mode=full:reserve_transparent=0[p];[b][p]paletteuse=dither={}"
_DITHERS = {"ordered": "bayer:bayer_scale=3", "diffused": "sierra2_4a", "none": "none"}
_CODECS = {
    ".mp4": ["-vf", _TO_YUV, "-c:v", "libx264", "-preset", "medium", "-crf", "12", "-movflags", "+faststart"],
    ".webm": ["-vf", _TO_YUV, "-c:v", "libvpx-vp9", "-crf", "16", "-b:v", "0", "-cpu-used", "2"],
}


def write(request: ExportRequest, path: Path) -> None:
    """Write .mp4, .webm or .gif. GIF counts in hundredths of a second: delays alternate where needed, so that the whole
    keeps its speed."""
    suffix = path.suffix.lower()
    size, frames = request.size, request.frames()
    if suffix == ".gif":
        palette = _PALETTE.format(request.colours, _DITHERS[request.dither])
        arguments = ["-filter_complex", palette, "-f", "gif", "-loop", "0" if request.loop else "-1"]
    else:  # 4:2:0 video has even sides
        arguments = [*_CODECS[suffix], "-f", suffix[1:]]
        size = (size[0] + size[0] % 2, size[1] + size[1] % 2)
        frames = _padded(frames, size)
    with atomic_write(path) as temporary:
        ffmpeg.encode(frames, size, request.fps, arguments, temporary, request.cancelled)


def _padded(frames: Iterator[np.ndarray], size: tuple[int, int]) -> Iterator[np.ndarray]:
    for frame in frames:
        height, width = frame.shape[:2]
        yield np.pad(frame, ((0, size[1] - height), (0, size[0] - width), (0, 0)), mode="edge")
