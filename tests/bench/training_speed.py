"""How fast step 1 trains: pairs per second of the compact model at 64 px, alone and with adversary and perceptual loss.

The bars (60 and 35 pairs/s, data at most 5 % of the time) are for two cores with AVX-512 bf16; what is printed says
which cores it was measured on. Clips are made up: what a frame shows does not change what a step costs.
"""

import json
import sys
import tempfile
import time
from pathlib import Path

import cv2
import numpy as np
import torch
from accelerate import Accelerator

from training.data.pairs import PairSampler
from training.running.allocation import keep_freed_memory
from training.runs import config
from training.runs.resolution import at_size
from training.stages.keypoints import KeypointsStage
from training.store.frame_store import FrameStore

BARS = {"plain": 60.0, "GAN and EfficientNet-Lite0": 35.0}
KINDS = {
    "plain": ["keypoints.perceptual=0", "keypoints.gan=0"],
    "GAN and EfficientNet-Lite0": [
        "keypoints.perceptual=1",
        "keypoints.perceptual_features='efficientnet-lite0'",
        "keypoints.gan=1",
    ],
}
CLIPS, FRAMES, SIZE = 24, 33, 128
WARM, TIMED = 2, 6  # steps


def main() -> int:
    keep_freed_memory()
    torch.set_flush_denormal(True)
    bf16 = torch.cpu._is_avx512_bf16_supported()
    cores = "AVX-512 bf16" if bf16 else "AVX-512" if torch.cpu._is_avx512_supported() else "no AVX-512"
    print(f"{torch.get_num_threads()} threads, {cores}, precision {'bf16' if bf16 else 'float32'}")
    with tempfile.TemporaryDirectory() as folder:
        store = made_up_store(Path(folder))
        for kind, overrides in KINDS.items():
            speed, share, alone = measured(store, [*overrides, f"loop.precision={'bf16' if bf16 else 'no'}"])
            bar = BARS[kind]
            verdict = "meets" if speed >= bar and share <= 0.05 else "below" if bf16 else "no AVX-512 bf16 here:"
            print(
                f"{kind:28} {speed:6.1f} pairs/s, {alone:5.1f} per second of processor time, "
                f"data {share:5.1%} of the time   {verdict} the bar of {bar:.0f}"
            )
    return 0


def measured(store: FrameStore, overrides: list[str]) -> tuple[float, float, float]:
    """(pairs per second, share of the time that steps waited for data, pairs per second of processor time).

    The last is what to compare on a machine that has other things to do.
    """
    settings = config.load("people", overrides)
    accelerator = Accelerator(cpu=True, mixed_precision=settings.loop.precision)
    sampler = PairSampler(store, settings.keypoints, settings.augment, seed=0)
    torch.manual_seed(0)
    stage = KeypointsStage(at_size(settings.spec(2), 64), settings, sampler, sampler, 0, accelerator.device)
    for n in range(WARM):
        stage.step(n, accelerator)
    began, used, waited = time.perf_counter(), time.process_time(), stage.data_seconds
    for n in range(WARM, WARM + TIMED):
        stage.step(n, accelerator)
    seconds, used = time.perf_counter() - began, time.process_time() - used
    pairs = TIMED * stage.pairs_per_step
    return pairs / seconds, (stage.data_seconds - waited) / seconds, pairs / used


def made_up_store(folder: Path) -> FrameStore:
    """Clips of a smooth texture that drifts, in the format of a frame store."""
    rng = np.random.default_rng(0)
    with open(folder / "frames.u8", "wb") as file:
        for _ in range(CLIPS):
            texture = cv2.resize(rng.integers(0, 256, (24, 24, 3)).astype(np.uint8), (SIZE + FRAMES, SIZE + FRAMES))
            for t in range(FRAMES):
                file.write(np.ascontiguousarray(texture[t : t + SIZE, t : t + SIZE]).tobytes())
    index = {
        "actions": ["a", "b"],
        "size": SIZE,
        "fps": "25/1",
        "starts": [i * FRAMES for i in range(CLIPS + 1)],
        "labels": [i % 2 for i in range(CLIPS)],
        "source": {"made up": True},
    }
    (folder / "index.json").write_text(json.dumps(index), encoding="utf-8")
    return FrameStore(folder)


if __name__ == "__main__":
    sys.exit(main())
