"""A run's events for TensorBoard, in RUN/tensorboard, if TensorBoard is installed; otherwise nothing happens."""

from __future__ import annotations

from collections.abc import Callable

from training.runs import events
from training.runs.events import Event
from training.runs.folder import RunFolder

_PAUSES = (events.RunPaused, events.RunStopped, events.RunCancelled, events.RunFailed, events.RunFinished)
_SPEEDS = ("rate", "steps_per_s", "images_per_s", "data_share")


def writer(run: RunFolder) -> Callable[[Event], None]:
    """A function that takes each event of the run: losses and speeds become curves, previews pictures."""
    try:
        from torch.utils.tensorboard import SummaryWriter
    except Exception:  # not installed, or installed in a version that does not fit: no reason not to train
        return lambda event: None
    boards: dict[str, SummaryWriter] = {}

    def board(stage: str, first: int) -> SummaryWriter:
        # A resumed run repeats the steps after its checkpoint: what was drawn of them is void.
        if stage not in boards:
            boards[stage] = SummaryWriter(str(run.tensorboard_path / stage), purge_step=first)
        return boards[stage]

    def write(event: Event) -> None:
        match event:
            case events.StageBegan():
                board(event.stage, event.step + 1)
            case events.Losses():
                into = board(event.stage, event.step)
                for name, value in event.losses.items():
                    into.add_scalar(f"losses/{name}", value, event.step)
                for name in _SPEEDS:
                    if (value := getattr(event, name)) is not None:
                        into.add_scalar(name, value, event.step)
            case events.Preview():
                import numpy as np
                from PIL import Image

                into = board(event.stage, event.step)
                with Image.open(run.previews_path / event.file) as picture:
                    into.add_image("preview", np.asarray(picture), event.step, dataformats="HWC")
        if isinstance(event, _PAUSES):
            for one in boards.values():
                one.flush()

    def tolerant(event: Event) -> None:
        try:
            write(event)
        except Exception:  # whatever TensorBoard minds, the run goes on: its own curves are in events.jsonl
            boards.clear()

    return tolerant
