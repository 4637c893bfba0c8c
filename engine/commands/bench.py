"""`kpvp bench`: how fast a model is here. Medians of warm runs, beside the machine's own matrix multiplication.

`clip_s` is a whole clip from pixels to frames, `plain_clip_s` the same by plain convolutions, all cores in each of
them; `first_frame_s` is the wait for its first frame, `rerender_s` one frame after a keypoint was dragged,
`translator_s` the rendering of a whole clip. `full_size_clip_s` and `full_size_frame_s` are a whole clip, and one frame
of it again, moved in a photo of `full_size_px`: its keypoints are known by then. What is made of a photo is kept while
it is open, so clips are made of two photos by turns.

`share_of_peak` compares the arithmetic of that rendering, `translator_gflop`, with what the faster of `matmul_gflops`
and `convolution_gflops` would have done in the time. It is counted as plain convolutions do it, so that faster ones can
pass 1; arithmetic that the fast path spares (what the source adds to a stage is computed once per clip) is not counted.

Machines drift, so all figures take turns: `spread` has the fastest and the slowest run of each. `busy` is the share of
the machine's cores that other programs took meanwhile.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from itertools import cycle
from typing import TYPE_CHECKING, Any

import engine
from engine.commands.arguments import add_json, add_model
from engine.commands.command import Report

if TYPE_CHECKING:
    import torch

    from engine.predictor import Predictor

HELP = "how fast the engine is here"
RUNS = 7
FULL_SIZE = 512
BUSY = 0.1  # of the machine in others' hands, from which on figures say little
_MATRIX = {"cpu": 1536, "cuda": 8192, "mps": 4096}
_CONVOLVED = {"cpu": 64, "cuda": 256, "mps": 128}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_model(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> Report:
    figures = measure(engine.load_model(args.model, args.device, args.precision))
    return Report(figures, as_text(figures))


def measure(model: "Predictor", runs: int = RUNS) -> dict[str, Any]:
    """The figures of `kpvp bench --json`: seconds, GFLOP/s, a share, MB."""
    import numpy as np

    from engine.media.photo import Photo
    from engine.rendering.convolution import arithmetic

    size = model.spec.image_size
    photo, other = np.random.RandomState(0).randint(0, 256, (2, size, size, 3), np.uint8)
    fresh = cycle((photo, other))
    clip = model.predict(photo, 0, seed=0)
    k0, one = clip.source_keypoints, clip.keypoints[:1]

    def first_frame() -> None:
        next(model.begin(next(fresh), 0, seed=0).batches())

    large = np.random.RandomState(0).randint(0, 256, (2, FULL_SIZE // 4, FULL_SIZE // 4, 3), np.uint8)
    at_large = [Photo(pixels, "large") for pixels in large.repeat(4, 1).repeat(4, 2)]
    in_photos = [(model.predict(each, 0, seed=0), each) for each in at_large]
    fresh_in_photo = cycle(in_photos)

    def full_size(clip: engine.Clip, photo: Photo, frames: Sequence[int]) -> None:
        for _ in model.full_size_crop(clip, photo, FULL_SIZE, frames):
            pass

    def translate() -> None:
        for _ in model.render_frames(next(fresh), k0, clip.keypoints):
            pass

    def plainly() -> None:
        prediction = model.begin(next(fresh), 0, seed=0)
        prediction.rendering.plain = True
        prediction.clip()

    work: dict[str, Callable[[], object]] = {
        "clip_s": lambda: model.predict(next(fresh), 0, seed=0),
        "plain_clip_s": plainly,
        "first_frame_s": first_frame,
        "rerender_s": lambda: model.retouch(clip, one),
        "detector_s": lambda: model.detect(photo),
        "motion_s": lambda: model.imagine(k0, clip.action, clip.z),
        "translator_s": translate,
        "full_size_clip_s": lambda: full_size(*next(fresh_in_photo), range(len(clip))),
        "full_size_frame_s": lambda: full_size(*in_photos[0], [len(clip) // 2]),
    }
    rulers = {"matmul_gflops": matrix_product, "convolution_gflops": convolution}
    made = {name: ruler(model.device, model.precision) for name, ruler in rulers.items()}
    others = Others()
    seconds = in_turns(work | {name: run for name, (run, _) in made.items()}, runs)
    busy = others.share()
    figures: dict[str, Any] = {name: statistics.median(seconds[name]) for name in work}
    peaks = {name: operations / min(seconds[name]) / 1e9 for name, (_, operations) in made.items()}
    with arithmetic() as counter:  # which sees what the calling thread does
        model.retouch(clip, clip.keypoints)
    gflop = counter.get_total_flops() / 1e9
    return {
        **figures,
        **peaks,
        "share_of_peak": gflop / figures["translator_s"] / max(peaks.values()),
        "spread": {name: [min(seconds[name]), max(seconds[name])] for name in work},
        "busy": busy,
        "full_size_px": FULL_SIZE,
        "peak_rss_mb": _peak_rss_mb(),
        "translator_gflop": gflop,
        "model": model.name,
        "frames": len(clip),
        **clip.schedule,
    }


def as_text(figures: dict[str, Any]) -> str:
    """The figures for a terminal."""
    where = f"{figures['device']} {figures['precision']}, {figures['threads']} threads, torch {figures['torch']}"

    def line(title: str, name: str, more: str = "") -> str:
        fastest, slowest = (1e3 * value for value in figures["spread"][name])
        return f"{title:<18} {figures[name] * 1e3:8.1f} ms   ({fastest:.1f} to {slowest:.1f}){more}"

    lines = [
        f"{figures['model']} on {where}",
        line(f"clip of {figures['frames']} frames", "clip_s"),
        line("by plain means", "plain_clip_s", f", {figures['clip_s'] / figures['plain_clip_s']:.2f} x of it above"),
        line("first frame", "first_frame_s"),
        line("one frame again", "rerender_s"),
        line("detector", "detector_s"),
        line("motion generator", "motion_s"),
        line("translator", "translator_s", f", {figures['translator_gflop']:.1f} GFLOP"),
        line(f"clip at {figures['full_size_px']} px", "full_size_clip_s"),
        line("one frame of it", "full_size_frame_s"),
        f"matrix product     {figures['matmul_gflops']:8.0f} GFLOP/s",
        f"convolution        {figures['convolution_gflops']:8.0f} GFLOP/s",
        f"translator's share {figures['share_of_peak'] * 100:8.0f} % of the faster",
        f"peak memory        {figures['peak_rss_mb']:8.0f} MB",
        f"other programs     {figures['busy'] * 100:8.0f} % of the machine",
    ]
    if figures["busy"] > BUSY:
        lines.append(
            "Other programs were running, so these figures are slower than they should be. Close them, and try again."
        )
    return "\n".join(lines)


def matrix_product(device: "torch.device", precision: str) -> tuple[Callable[[], None], float]:
    """A large product as torch does it, in the precision that the model runs in, and its operations."""
    import torch

    from engine.runtime import DTYPES

    n = _MATRIX[device.type]
    left, right = (torch.randn(n, n, device=device, dtype=DTYPES[precision]) for _ in range(2))

    def multiply() -> None:
        (left @ right)[0, 0].item()  # waits for the device

    return multiply, 2 * n**3


def convolution(device: "torch.device", precision: str) -> tuple[Callable[[], None], float]:
    """The same of a convolution that suits every device."""
    import torch

    from engine.rendering.convolution import Convolution
    from engine.runtime import DTYPES

    count, channels, side = 4, 128, _CONVOLVED[device.type]
    weight, bias, x = (
        torch.randn(*shape, device=device, dtype=DTYPES[precision])
        for shape in ((channels, channels, 3, 3), (channels,), (count, channels, side, side))
    )
    x = x.contiguous(memory_format=torch.channels_last)
    with torch.inference_mode():
        convolve = Convolution(weight, bias, tuple(x.shape))

    def run() -> None:
        with torch.inference_mode():
            convolve(x)[0, 0, 0, 0].item()

    return run, 2 * count * 9 * channels**2 * side**2


def in_turns(work: Mapping[str, Callable[[], object]], runs: int) -> dict[str, list[float]]:
    """Seconds of `runs` runs of each, one after another in every round, after one that warms up."""
    seconds: dict[str, list[float]] = {name: [] for name in work}
    for round_ in range(runs + 1):
        for name, do in work.items():
            started = time.perf_counter()
            do()
            if round_:
                seconds[name].append(time.perf_counter() - started)
    return seconds


class Others:
    """What other programs took of the machine since this was made."""

    def __init__(self) -> None:
        self._before = self._now()

    def share(self) -> float:
        """Of the time of all cores, 0 to 1."""
        cores, ours, idle = (now - before for now, before in zip(self._now(), self._before, strict=True))
        return min(1.0, max(0.0, (cores - idle - ours) / cores)) if cores > 0 else 0.0

    @staticmethod
    def _now() -> tuple[float, float, float]:
        """Seconds: of all cores together, of this process, and those that all cores were idle."""
        import psutil

        all_, own = psutil.cpu_times(), psutil.Process().cpu_times()
        # Guests' time is in user's already.
        total = sum(value for name, value in all_._asdict().items() if not name.startswith("guest"))
        return total, own.user + own.system, all_.idle + getattr(all_, "iowait", 0.0)


def _peak_rss_mb() -> float:
    if sys.platform == "win32":
        import psutil

        return psutil.Process().memory_info().peak_wset / 2**20
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 2**20 if sys.platform == "darwin" else peak / 2**10
