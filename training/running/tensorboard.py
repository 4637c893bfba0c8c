"""A run's events for TensorBoard, in RUN/tensorboard, if TensorBoard is installed; otherwise nothing happens."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

_SPEEDS = ("rate", "steps_per_s", "images_per_s", "data_share")


def writer(run: Path) -> Callable[[dict], None]:
    """A function that takes each event of the run in `run`: losses and speeds become curves, previews pictures."""
    try:
        from torch.utils.tensorboard import SummaryWriter
    except Exception:  # not installed, or installed in a version that does not fit: no reason not to train
        return lambda event: None
    boards: dict[str, SummaryWriter] = {}

    def board(stage: str, first: int) -> SummaryWriter:
        # A resumed run repeats the steps after its checkpoint: what was drawn of them is void.
        if stage not in boards:
            boards[stage] = SummaryWriter(str(run / "tensorboard" / stage), purge_step=first)
        return boards[stage]

    def write(event: dict) -> None:
        step = event.get("step")
        if event["event"] == "stage":
            board(event["stage"], step + 1)
        elif event["event"] == "losses":
            into = board(event["stage"], step)
            for name, value in event["losses"].items():
                into.add_scalar(f"losses/{name}", value, step)
            for name in _SPEEDS:
                if event.get(name) is not None:
                    into.add_scalar(name, event[name], step)
        elif event["event"] == "preview":
            import numpy as np
            from PIL import Image

            with Image.open(run / "previews" / event["file"]) as picture:
                board(event["stage"], step).add_image("preview", np.asarray(picture), step, dataformats="HWC")
        if event["event"] in ("finished", "stopped", "cancelled", "error", "paused"):
            for one in boards.values():
                one.flush()

    def tolerant(event: dict) -> None:
        try:
            write(event)
        except Exception:  # whatever TensorBoard minds, the run goes on: its own curves are in events.jsonl
            boards.clear()

    return tolerant
