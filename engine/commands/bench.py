"""`kpvp bench`: how fast a model is here. Medians of warm runs, beside the machine's own matrix multiplication.

`clip_s` is a whole clip from pixels to frames, `first_frame_s` the wait for its first frame, `rerender_s` one frame
after a keypoint was dragged, `translator_s` the rendering of a whole clip. `full_size_clip_s` and
`full_size_frame_s` are a whole clip, and one frame of it again, moved in a photo of `full_size_px`: its keypoints are
known by then. What is made of a photo is kept while it is open, so clips are made of two photos by turns.
`share_of_peak` compares the arithmetic that this executes, `translator_gflop`, with what
`matmul_gflops` would have done in the time. Arithmetic that the fast path spares (what the source adds to a stage is
computed once per clip) is not counted.
"""

import argparse
import sys
import time
from collections.abc import Callable, Sequence
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
_MATRIX = {"cpu": 1536, "cuda": 8192, "mps": 4096}


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

    figures = {
        "clip_s": _median(lambda: model.predict(next(fresh), 0, seed=0), runs),
        "first_frame_s": _median(first_frame, runs),
        "rerender_s": _median(lambda: model.retouch(clip, one), runs),
        "detector_s": _median(lambda: model.detect(photo), runs),
        "motion_s": _median(lambda: model.imagine(k0, clip.action, clip.z), runs),
        "translator_s": _median(translate, runs),
        "full_size_clip_s": _median(lambda: full_size(*next(fresh_in_photo), range(len(clip))), runs),
        "full_size_frame_s": _median(lambda: full_size(*in_photos[0], [len(clip) // 2]), runs),
    }
    peak = matmul_gflops(model.device, model.precision)
    with arithmetic() as counter:  # which sees what the calling thread does
        model.retouch(clip, clip.keypoints)
    gflop = counter.get_total_flops() / 1e9
    return {
        **figures,
        "matmul_gflops": peak,
        "share_of_peak": gflop / figures["translator_s"] / peak,
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
    return "\n".join(
        (
            f"{figures['model']} on {where}",
            f"clip of {figures['frames']} frames  {figures['clip_s'] * 1e3:8.1f} ms",
            f"first frame        {figures['first_frame_s'] * 1e3:8.1f} ms",
            f"one frame again    {figures['rerender_s'] * 1e3:8.1f} ms",
            f"detector           {figures['detector_s'] * 1e3:8.1f} ms",
            f"motion generator   {figures['motion_s'] * 1e3:8.1f} ms",
            f"translator         {figures['translator_s'] * 1e3:8.1f} ms, {figures['translator_gflop']:.1f} GFLOP",
            f"clip at {figures['full_size_px']} px     {figures['full_size_clip_s'] * 1e3:8.1f} ms",
            f"one frame of it    {figures['full_size_frame_s'] * 1e3:8.1f} ms",
            f"matrix product     {figures['matmul_gflops']:8.0f} GFLOP/s",
            f"translator's share {figures['share_of_peak'] * 100:8.0f} % of that",
            f"peak memory        {figures['peak_rss_mb']:8.0f} MB",
        )
    )


def matmul_gflops(device: "torch.device", precision: str) -> float:
    """The most that this device multiplies, as torch does it, in the precision that the model runs in."""
    import torch

    from engine.runtime import DTYPES

    n = _MATRIX[device.type]
    left, right = (torch.randn(n, n, device=device, dtype=DTYPES[precision]) for _ in range(2))

    def multiply() -> None:
        (left @ right)[0, 0].item()  # waits for the device

    return 2 * n**3 / min(_seconds(multiply, RUNS)) / 1e9


def _median(work: Callable[[], object], runs: int) -> float:
    import statistics

    return statistics.median(_seconds(work, runs))


def _seconds(work: Callable[[], object], runs: int) -> list[float]:
    work()  # warm
    seconds = []
    for _ in range(runs):
        started = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - started)
    return seconds


def _peak_rss_mb() -> float:
    if sys.platform == "win32":
        import psutil

        return psutil.Process().memory_info().peak_wset / 2**20
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 2**20 if sys.platform == "darwin" else peak / 2**10
