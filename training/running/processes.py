"""What several training processes do together; with one process, every function here is a plain call.

`accelerate launch -m training ...` starts the processes. Networks stay plain modules: each process computes gradients
of its own batch, `average_gradients` makes them those of the global batch, and all take the same optimizer step. So
nothing is wrapped, checkpoints look alike for any number of processes, and the global batch is `batch` times them.
Only the main process writes files.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import Any

import torch
from accelerate import Accelerator, InitProcessGroupKwargs
from torch import distributed, nn

from engine.errors import TrainingError

LONGEST_WAIT = timedelta(days=2)  # the others wait while the main process decodes data or makes pseudo labels
BUCKET_BYTES = 32 * 2**20  # gradients travel together in pieces of this size: few messages, little extra memory


def open_accelerator(precision: str) -> Accelerator:
    """The accelerator of this process; `precision` is no, bf16 or fp16. Raises TrainingError if it cannot be had."""
    try:
        return Accelerator(mixed_precision=precision, kwargs_handlers=[InitProcessGroupKwargs(timeout=LONGEST_WAIT)])
    except (ValueError, RuntimeError) as error:
        raise TrainingError(
            f"Training in precision {precision!r} does not start here ({error}).", "Set loop.precision to no or bf16."
        ) from None


def is_main() -> bool:
    """Whether this is the process that writes; also true before the processes have met."""
    return int(os.environ.get("RANK", "0")) == 0


def count() -> int:
    """How many processes train together."""
    return distributed.get_world_size() if _together() else 1


def share(value: Any) -> Any:
    """The main process's `value`, on every process: anything that pickles, tensors included."""
    if count() == 1:
        return value
    box = [value if is_main() else None]
    distributed.broadcast_object_list(box, src=0)
    return box[0]


def on_main(work: Callable[[], object]) -> None:
    """Do `work` on the main process while the others wait; what it raises is raised on all of them."""
    if count() == 1:
        work()
        return
    failure: Exception | None = None
    if is_main():
        try:
            work()
        except Exception as error:
            failure = error
    others = share(failure if _travels(failure) else RuntimeError(str(failure)))
    if others is not None:
        raise failure or others


def mean(values: dict[str, torch.Tensor]) -> dict[str, float]:
    """Scalars averaged over the processes: what is reported is of the global batch, and alike on all of them."""
    if not values:
        return {}
    stacked = torch.stack([value.detach().float().reshape(()) for value in values.values()])
    if count() > 1:
        distributed.all_reduce(stacked)
        stacked /= count()
    return dict(zip(values, stacked.tolist(), strict=True))


@torch.no_grad()
def average_gradients(parameters: Iterable[nn.Parameter]) -> None:
    """Replace every gradient by its mean over the processes.

    A parameter without a gradient counts as zero, so that all processes send the same pieces in the same order.
    """
    if count() == 1:
        return
    bucket: list[torch.Tensor] = []
    held = 0
    for parameter in parameters:
        if not parameter.requires_grad:
            continue
        if parameter.grad is None:
            parameter.grad = torch.zeros_like(parameter)
        size = parameter.grad.numel() * parameter.grad.element_size()
        if bucket and (held + size > BUCKET_BYTES or bucket[0].dtype != parameter.grad.dtype):
            _average(bucket)
            bucket, held = [], 0
        bucket.append(parameter.grad)
        held += size
    if bucket:
        _average(bucket)


def synchronise_norms(modules: Iterable[nn.Module]) -> None:
    """Batch normalisation over the global batch, where it can be had: on GPUs; on CPUs each process has its own."""
    for module in modules if count() > 1 else ():
        if next(module.parameters()).is_cuda:
            nn.SyncBatchNorm.convert_sync_batchnorm(module)


def _average(gradients: list[torch.Tensor]) -> None:
    flat = torch.cat([gradient.reshape(-1) for gradient in gradients])
    distributed.all_reduce(flat)
    flat /= count()
    pieces = flat.split([gradient.numel() for gradient in gradients])
    for gradient, piece in zip(gradients, pieces, strict=True):
        gradient.copy_(piece.view(gradient.shape))


def _travels(failure: Exception | None) -> bool:
    try:
        return type(pickle.loads(pickle.dumps(failure))) is type(failure)
    except Exception:  # whatever a foreign exception's constructor does
        return False


def _together() -> bool:
    return distributed.is_available() and distributed.is_initialized()
