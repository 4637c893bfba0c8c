"""How fast worlds are drawn: frames per second at 128 px, one process and two.

`python -m tests.bench.worlds [WORLD...]`; `animals` needs a folder of characters (KPVP_CHARACTERS) and is left out
without one. The bar is 100 frames/s of `animals` on two cores. One clip of each process is drawn before the clock runs.
"""

import os
import statistics
import sys
import time

from engine.errors import TrainingError
from training.worlds.registry import open_world

BAR = 100
SIZE, CLIPS = 128, 24


def main(names: list[str]) -> int:
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}, {SIZE} px")
    for name in names:
        try:
            world = open_world(name)
        except TrainingError as error:
            print(f"{name}: left out. {error}")
            continue
        (alone, own), together = one_process(world), two_processes(world)
        verdict = f" (bar {BAR}: {'meets' if together >= BAR else 'below'})" if name == "animals" else ""
        print(f"{name} {world.version}: {alone:.0f} frames/s in one process ({own:.0f} per second of processor time),")
        print(f"    {together:.0f} frames/s in two{verdict}")
    return 0


def one_process(world) -> tuple[float, float]:
    """Frames per second, and per second of processor time, which other work disturbs less; by the median clip."""
    world.clip(0, SIZE)
    seconds, busy, frames = [], [], 0
    for seed in range(1, CLIPS):
        start, started = time.perf_counter(), time.process_time()
        frames = len(world.clip(seed, SIZE).frames)
        seconds.append(time.perf_counter() - start)
        busy.append(time.process_time() - started)
    return frames / statistics.median(seconds), frames / statistics.median(busy)


def two_processes(world) -> float:
    """Frames per second of a stream of clips, once the processes run."""
    stream, frames = world.clips(range(2 * CLIPS), SIZE, workers=2), 0
    for _ in range(6):  # the first ones wait for both processes to load
        next(stream)
    start = time.perf_counter()
    for clip in stream:
        frames += len(clip.frames)
    return frames / (time.perf_counter() - start)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or ["people", "animals"]))
