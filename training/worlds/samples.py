"""The sample pictures that come with the studio: first frames of held-out clips, one per action of a world.

`python -m training.worlds.samples WORLD` draws `resources/samples/WORLD/` anew. Knows neither models nor
training.
"""

import sys
from importlib import resources
from pathlib import Path

from PIL import Image

from engine.files import atomic_write
from training.worlds.registry import open_world
from training.worlds.world import World

SIZE = 384
OFFSETS = {"people": (9, 1, 20, 39, 22, 14, 42, 25, 35), "animals": (2, 15, 10, 23, 12, 7)}
"""Held-out seeds, counted from `World.HELD_OUT_START`, of clips whose first frame shows its action well."""


def draw_samples(world: World, folder: Path) -> list[Path]:
    """Write one ACTION.png per offset into `folder`; returns the paths."""
    written = []
    for offset in OFFSETS[world.name]:
        clip = world.clip(world.HELD_OUT_START + offset, SIZE)
        path = folder / f"{world.actions[clip.action]}.png"
        with atomic_write(path) as temporary:
            Image.fromarray(clip.frames[0]).save(temporary, optimize=True)
        written.append(path)
    return written


if __name__ == "__main__":
    name = sys.argv[1]
    for path in draw_samples(open_world(name), Path(str(resources.files("resources") / "samples" / name))):
        print(path.name)
