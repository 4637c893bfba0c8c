"""The ablation (method, section 4): the same run four times, each with another translator, and all measured alike.

Data, budget and seed are one for all; what differs are the switches in `ablation_rows`. It can be stopped and goes on
with the run it was in.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from engine.files import atomic_write
from training.evaluation.evaluate import check_clips
from training.report.ablation_rows import FILE, ROWS, SHARED
from training.report.parts import part_folder, read_part, write_part
from training.report.system_measure import FITTING, measure_system
from training.runs import config
from training.runs.config import RunConfig
from training.worlds import registry


def run_ablation(
    preset: str,
    out: Path,
    overrides: Sequence[str] = (),
    clips: int = 90,
    seed: int = 0,
    progress: Callable[[str], None] = lambda line: None,
    fitting: int = FITTING,
) -> dict[str, Any]:
    """Train and measure every row; `out`/ablation.json has the scores by row, and is written after each.

    preset, overrides: as of `config.load`; the data must be a world's name. Returns what ablation.json holds. Raises
    `KpvpError`, and `loop.Stopped` if the run that is under way was stopped.
    """
    from training import pipeline
    from training.running.run import Run

    check_clips(clips)
    # All of them, before the first is trained.
    settings = {row: row_settings(row, preset, overrides) for row in ROWS}
    data = settings["Base"].data
    world = registry.open_world(data.source, data.characters or None)
    out.mkdir(parents=True, exist_ok=True)
    content: dict[str, Any] = {"preset": preset, "settings": list(overrides), "clips": clips, "seed": seed, "rows": {}}
    for row, chosen in settings.items():
        folder = out / folder_name(row)
        progress(f"{row}: training in {folder}")
        opened = Run.resume(folder) if (folder / "config.toml").is_file() else Run.start(folder, chosen)
        with opened as run:
            path = pipeline.train(run)
        facts = {"row": row, "world": world.name, "world_version": world.version, "clips": clips, "seed": seed}
        facts |= {"fitting": fitting, "written": path.stat().st_mtime_ns}
        part = part_folder(out / "parts", folder_name(row), facts)
        outcome = read_part(part, len(world.actions))
        if outcome is None:
            outcome = measure_system(path, world, clips, seed, None, progress, fitting)
            write_part(part, outcome, facts)
        content["rows"][row] = outcome.scores
        with atomic_write(out / FILE) as temporary:
            temporary.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
        progress(f"{row}: measured")
    return content


def row_settings(row: str, preset: str, overrides: Sequence[str]) -> RunConfig:
    """A row's run: the preset, what is asked for, and then what makes the row. Raises `KpvpError`."""
    name = f"ablation-{folder_name(row)}"
    return config.load(preset, [*overrides, *SHARED, *ROWS[row], f"name='{name}'", f"title='{row}'"])


def folder_name(row: str) -> str:
    """`base-k-bg` of "Base + k + bg"."""
    return re.sub(r"[^a-z]+", "-", row.lower()).strip("-")
