"""A clip by the authors' TensorFlow graph beside ours, of the same weights, on the same cores, by turns.

`python -m tests.bench.peers [BUNDLE] [--threads N] [--rounds N] [--together N] [--precision P] [--avx2] [--json]`

BUNDLE: what `kpvp import-authors` wrote; without one, random weights at the released sizes, which take as long.
together: frames that TensorFlow makes at a time, by default all of a clip, as the authors' program does.

From a photo's pixels, theirs to frames as numbers (`session.run` alone), ours to bytes; every round another photo.
Ratios are paired per round, of seconds on the clock and of processor time, which is what to compare where other
programs run. Their frames are compared with ours, too. `--avx2`: both as on a CPU without AVX-512. TensorFlow, no
dependency of the studio's, is needed.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import patch

import llvmlite.binding
import numpy as np

import engine
from engine.commands.bench import Others
from engine.models.bundle import load_bundle, save_bundle
from engine.models.card import ModelCard
from engine.networks.spec import NetworkSpec
from engine.pixels import to_levels
from engine.waiting import wait_passively
from tests.bench.tensorflow_graph import AUTHORS, AuthorsGraph, unlike_the_authors

MISSING = "TensorFlow is not installed here. Install tensorflow-cpu in an environment beside the studio's packages."
ANOTHER = "has other networks than the authors' graph. Give a bundle that `kpvp import-authors` wrote, or none."
_CRUDE = 0.5  # of what random heads would answer: pixels that are not all black or white


def random_bundle(path: Path, spec: NetworkSpec | None = None) -> Path:
    """A bundle of the authors' networks, released sizes unless `spec` says others, with random weights that keep what
    passes through them as large as it was."""
    import torch
    from torch import nn

    from engine.models.assembly import disassemble
    from engine.networks.detector import Detector
    from engine.networks.motion import MotionGenerator
    from engine.networks.translator import Translator

    spec = spec or NetworkSpec(**AUTHORS)
    networks: dict[str, nn.Module] = {
        "detector": Detector(spec),
        "translator": Translator(spec),
        "motion": MotionGenerator(spec),
    }
    random = torch.Generator().manual_seed(0)
    for network in networks.values():
        for module in network.modules():
            if isinstance(module, nn.Conv2d):
                nn.init.kaiming_normal_(module.weight, nonlinearity="relu", generator=random)
            elif isinstance(module, nn.BatchNorm2d):
                for tensor in (module.running_mean, module.bias):
                    assert tensor is not None
                    tensor.data.normal_(0, 0.1, generator=random)
                for tensor in (module.running_var, module.weight):
                    assert tensor is not None
                    tensor.data.uniform_(0.8, 1.2, generator=random)
            elif isinstance(module, nn.Linear | nn.LSTM):
                for tensor in module.parameters():
                    most = (6 / tensor.shape[-1]) ** 0.5 if tensor.ndim == 2 else 0.1
                    tensor.data.uniform_(-most, most, generator=random)
    crude = networks["translator"].get_submodule("crude")
    assert isinstance(crude, nn.Conv2d)
    crude.weight.data *= _CRUDE
    actions = tuple(f"action_{i}" for i in range(spec.n_actions))
    card = ModelCard(name=path.stem, network=spec.to_json(), actions=actions, image_size=spec.image_size)
    return save_bundle(path, card, disassemble(networks), weights="float32")


def parity(ours: engine.Clip, theirs: tuple[np.ndarray, ...]) -> dict[str, float]:
    """How far their clip is from ours: keypoints in half sides, frames, crude images and masks in levels of 255, of
    which rounding to bytes alone makes half a level and a quarter on average."""
    k0, future, frames, crude, mask = theirs
    pixels = [
        np.abs(made.astype(np.float32) - wanted).ravel()
        for made, wanted in (
            (ours.frames, to_levels(frames.clip(-1, 1))),
            (ours.synthesized, to_levels(crude.clip(-1, 1))),
            (ours.mask[..., None], 255 * mask),
        )
    ]
    points = [np.abs(ours.source_keypoints - k0), np.abs(ours.keypoints - future)]
    return {
        "keypoints": max(float(apart.max()) for apart in points),
        "levels_mean": max(float(apart.mean()) for apart in pixels),
        "levels_most": max(float(apart.max()) for apart in pixels),
    }


def measure(bundle: Path, threads: int | None, rounds: int, together: int | None, precision: str) -> dict[str, Any]:
    """Seconds of both, their ratio, and how far their pixels are apart. Raises SystemExit for a bundle of other
    networks, ImportError without TensorFlow."""
    import torch

    card, tensors = load_bundle(bundle)
    other = unlike_the_authors(card.spec)
    if other:
        raise SystemExit(f"{bundle.name} {ANOTHER}")
    threads = threads or torch.get_num_threads()
    torch.set_num_threads(threads)
    graph = AuthorsGraph(card.spec, tensors, threads, together)
    model = engine.load_model(bundle, "cpu", precision)
    photos = _photos(card.spec.image_size)
    clips = [model.predict(photo, 0, seed=0) for photo in photos]
    apart = [parity(clip, graph.run(clip.source, clip.action, clip.z)) for clip in clips]

    def plainly(i: int) -> None:
        prediction = model.begin(photos[i], 0, seed=0)
        prediction.rendering.plain = True
        prediction.clip()

    work: dict[str, Callable[[int], object]] = {
        "theirs": lambda i: graph.run(photos[i], clips[i].action, clips[i].z),
        "ours": lambda i: model.predict(photos[i], 0, seed=0),
        "ours_plain": plainly,
    }
    others = Others()
    seconds: dict[str, list[tuple[float, float]]] = {name: [] for name in work}
    for round_ in range(rounds):
        for name, do in work.items():
            clock, processor = time.perf_counter(), time.process_time()
            do(round_ % len(photos))
            seconds[name].append((time.perf_counter() - clock, time.process_time() - processor))
    figures: dict[str, Any] = {"busy": others.share()}
    for kind, name in enumerate(("clock", "processor")):
        taken = {who: [each[kind] for each in runs] for who, runs in seconds.items()}
        ratios = [mine / other for mine, other in zip(taken["ours"], taken["theirs"], strict=True)]
        figures[name] = {f"{who}_s": statistics.median(each) for who, each in taken.items()}
        figures[name] |= {"ratio": statistics.median(ratios), "ratios": [min(ratios), max(ratios)]}
    figures["apart"] = {name: max(each[name] for each in apart) for name in apart[0]}
    return figures | {"frames": len(clips[0]), "together": together or card.spec.n_frames, **clips[0].schedule}


def as_text(figures: dict[str, Any]) -> str:
    """The figures for a terminal."""
    apart = figures["apart"]
    lines = [f"{figures['frames']} frames, {figures['threads']} threads, ours in {figures['precision']}"]
    for title, name in (("on the clock", "clock"), ("processor time", "processor")):
        times = figures[name]
        lines.append(
            f"{title:<15} theirs {times['theirs_s']:7.3f} s   ours {times['ours_s']:7.3f} s, by plain means "
            f"{times['ours_plain_s']:7.3f} s   ours / theirs {times['ratio']:.2f} "
            f"({times['ratios'][0]:.2f} to {times['ratios'][1]:.2f})"
        )
    lines.append(
        f"apart           keypoints {apart['keypoints']:.1e}, pixels {apart['levels_mean']:.2f} of 255 on average, "
        f"{apart['levels_most']:.2f} at most (rounding alone: 0.25, 0.50)"
    )
    return "\n".join([*lines, f"other programs  {figures['busy']:.0%} of the machine"])


def confine_to_avx2() -> None:
    """Whatever computes from now on: oneDNN, which both programs use, torch's own loops, and what numba compiles."""
    os.environ |= {"ONEDNN_MAX_CPU_ISA": "AVX2", "ATEN_CPU_CAPABILITY": "avx2", "NUMBA_CPU_NAME": "haswell"}
    features = llvmlite.binding.get_host_cpu_features()
    for name in features:
        features[name] = features[name] and not name.startswith("avx512")
    patch.object(llvmlite.binding, "get_host_cpu_features", lambda: features).start()


def _photos(size: int) -> list[np.ndarray]:
    """Two smooth pictures."""
    y, x = np.mgrid[0:size, 0:size] / size * 4
    waves = [np.stack([np.sin(x + y), np.cos(2 * x - k * y), np.sin(3 * y) * np.cos(x)], -1) for k in (1, 2)]
    return [((each + 1) * 127).astype(np.uint8) for each in waves]


def main(given: list[str] | None = None) -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.peers", description=__doc__)
    parser.add_argument("bundle", nargs="?", type=Path)
    parser.add_argument("--threads", type=int)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--together", type=int)
    parser.add_argument("--precision", choices=("auto", "fp32", "bf16"), default="fp32")
    parser.add_argument("--avx2", action="store_true")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args(given)
    wait_passively()  # as the studio does, before torch is loaded
    if arguments.avx2:
        confine_to_avx2()
    with tempfile.TemporaryDirectory() as folder:
        bundle = arguments.bundle or random_bundle(Path(folder) / "random.safetensors")
        more = arguments.threads, arguments.rounds, arguments.together, arguments.precision
        try:
            figures = measure(bundle, *more)
        except ModuleNotFoundError as error:
            raise SystemExit(MISSING) from error
    print(json.dumps(figures) if arguments.json else as_text(figures))


if __name__ == "__main__":
    main()
