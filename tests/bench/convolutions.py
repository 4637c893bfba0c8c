"""What layers and clips gain by Winograd's convolutions, beside plain ones by turns: processor time of one thread.

`python -m tests.bench.convolutions [MODEL...] [--runs N] [--json]`, by default of all known models, in float32. Layers
are of the authors' sizes and of the compact ones. Ratios are paired per round, so that a machine that drifts, or
is busy, spoils them little.
"""

import argparse
import json
import statistics
import time
from collections.abc import Callable

import numpy as np
import torch

import engine
from engine.models.library import list_models
from engine.rendering import winograd
from engine.rendering.convolution import Convolution

LAYERS = {  # inputs, outputs, side, frames at a time
    "authors": ((256, 256, 32, 3), (256, 128, 64, 3), (128, 128, 64, 3), (128, 64, 128, 3), (64, 64, 128, 3)),
    "compact": ((64, 64, 32, 4), (96, 96, 16, 4), (96, 96, 8, 4), (39, 32, 64, 4), (32, 32, 64, 4), (16, 16, 128, 4)),
}


def layer(inputs: int, outputs: int, side: int, count: int, runs: int) -> dict[str, float]:
    """Milliseconds "plain" and "winograd", and their "ratio"."""
    x = torch.randn(count, inputs, side, side).contiguous(memory_format=torch.channels_last)
    with torch.inference_mode():
        convolve = Convolution(torch.randn(outputs, inputs, 3, 3), torch.randn(outputs), tuple(x.shape))

    def run(use: bool) -> None:
        with torch.inference_mode(), winograd.winograd(use):
            convolve(x)

    return in_turns(run, runs)


def clip(model: engine.Predictor, runs: int) -> dict[str, float]:
    """The same of a whole clip of a smooth picture."""
    y, x = np.mgrid[0 : model.spec.image_size, 0 : model.spec.image_size] / 40
    photo = ((np.stack([np.sin(x + y), np.cos(2 * x - y), np.sin(3 * y) * np.cos(x)], -1) + 1) * 127).astype(np.uint8)

    def run(use: bool) -> None:
        prediction = model.begin(photo, 0, seed=0)
        prediction.rendering.winograd = use
        prediction.clip()

    return in_turns(run, runs)


def in_turns(run: Callable[[bool], None], runs: int) -> dict[str, float]:
    """Medians of `runs` rounds, after one that warms up."""
    seconds: dict[bool, list[float]] = {False: [], True: []}
    for round_ in range(runs + 1):
        for use, taken in seconds.items():
            started = time.thread_time()
            run(use)
            if round_:
                taken.append(time.thread_time() - started)
    plain, fast = seconds[False], seconds[True]
    ratios = [one / other for one, other in zip(fast, plain, strict=True)]
    medians = [1e3 * statistics.median(each) for each in (plain, fast)]
    named = {"plain": medians[0], "winograd": medians[1], "ratio": statistics.median(ratios)}
    return named | {"least_ratio": min(ratios), "largest_ratio": max(ratios)}


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("models", nargs="*")
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    winograd.begin()
    if not winograd.wait():
        raise SystemExit("Winograd's convolutions cannot be made on this machine.")
    figures = {
        f"{sizes}: {inputs} to {outputs} at {side} px, {count} frames": layer(
            inputs, outputs, side, count, arguments.runs
        )
        for sizes, layers in LAYERS.items()
        for inputs, outputs, side, count in layers
    }
    for name in arguments.models or [entry.name for entry in list_models()]:
        figures[f"clip of {name}"] = clip(engine.load_model(name, "cpu", "fp32"), arguments.runs)
    if arguments.json:
        print(json.dumps(figures))
        return
    for title, each in figures.items():
        spread = f"{each['least_ratio']:.2f} to {each['largest_ratio']:.2f}"
        print(f"{title:44} {each['plain']:8.2f} ms  {each['winograd']:8.2f} ms  {each['ratio']:.2f} x ({spread})")


if __name__ == "__main__":
    main()
