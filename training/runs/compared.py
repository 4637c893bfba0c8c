"""The settings of a compared system, and what stages its run has. Torch-free."""

from __future__ import annotations

from dataclasses import dataclass

from engine.systems.table import SYSTEMS
from training.runs.settings import SettingError, setting


@dataclass(frozen=True)
class ComparedConfig:
    """A compared system, which a run trains instead of the three steps where `system` names one."""

    size: int = setting(64, "Side of its pictures: 16, 32, 64, 128 or 256.", "px", minimum=16, maximum=256)
    steps: int = setting(
        0,
        "How long it is trained; 0: as many steps as the run would have for keypoints and motion.",
        "steps",
        minimum=0,
        maximum=100_000_000,
    )
    batch: int = setting(4, "Clips per step (and per process).", "clips", minimum=1, maximum=4096)
    width: int = setting(32, "Channels of its finest layers; the papers have about 64.", minimum=1, maximum=512)
    rate: float = setting(0.0, "Learning rate; 0: what the system's file says.", minimum=0.0, maximum=1.0)


def check_size(size: int) -> None:
    """Raise SettingError for a side that cannot be halved down to four pixels."""
    if size & (size - 1):
        raise SettingError(f"compared.size = {size} does not fit.", "Give 16, 32, 64, 128 or 256.", "compared.size")


def steps_by_stage(system: str, total: int) -> dict[str, int]:
    """Steps by name of a system's stages, in order: equal parts of `total`."""
    names = SYSTEMS[system].stages
    return {name: total * (i + 1) // len(names) - total * i // len(names) for i, name in enumerate(names)}
