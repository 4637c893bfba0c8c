"""Where the networks run and how: device, precision, folding of normalisation, running out of memory.

Knows torch and devices, nothing of photos, models or clips.
"""

import functools
from typing import Any, Literal, TypeVar, cast

import torch
from torch import nn
from torch.nn import functional as F
from torch.nn.utils.fusion import fuse_conv_bn_eval

from engine.errors import DeviceError

Precision = Literal["fp32", "bf16", "fp16"]
Network = TypeVar("Network", bound=nn.Module)
DTYPES = {"fp32": torch.float32, "bf16": torch.bfloat16, "fp16": torch.float16}
DEVICES = ("auto", "cpu", "cuda", "mps")
PRECISIONS = ("auto", *DTYPES)


def choose_device(name: str = "auto") -> torch.device:
    """CUDA, then MPS, then the CPU, whichever is there and can run the networks' operators.

    `name` may also fix it: "cpu", "cuda", "cuda:1", "mps". Raises `DeviceError` if that one cannot be used.
    """
    if name == "auto":
        return _settled(next(torch.device(kind) for kind in ("cuda", "mps", "cpu") if probe(kind) is None))
    try:
        device = torch.device(name)
    except RuntimeError as error:
        raise DeviceError(f"There is no device {name!r}.", f"Choose one of {', '.join(DEVICES)}.") from error
    problem = probe(name)
    if problem is not None:
        raise DeviceError(f"The device {name} cannot be used: {problem}.", "Choose another device, or auto.")
    return _settled(device)


def choose_precision(device: torch.device, name: str = "auto", wide: bool = False) -> Precision:
    """The precision in which frames are rendered on `device`; by what the hardware is, never by timing it.

    auto: bf16 where the hardware multiplies bf16 natively, fp32 elsewhere, and on CPUs that do it by vectors alone for
    a translator of `wide` layers. Raises `DeviceError` for a precision that the device cannot run.

    wide: whether all its layers are so wide that Winograd's convolutions in float32 are the faster ones.
    """
    if name == "auto":
        return "bf16" if has_native_bf16(device) and not (wide and by_vectors_alone(device)) else "fp32"
    if name not in DTYPES:
        raise DeviceError(f"There is no precision {name!r}.", f"Choose one of {', '.join(PRECISIONS)}.")
    problem = probe(str(device), name)
    if problem is not None:
        raise DeviceError(f"{device} cannot run in {name}: {problem}.", "Choose fp32, or auto.")
    return cast(Precision, name)


def has_native_bf16(device: torch.device) -> bool:
    """Whether the device has bf16 matrix instructions (AVX-512-BF16 or AMX; CUDA capability 8 and up)."""
    if device.type == "cpu":
        flags = _capabilities()
        return bool(flags.get("avx512_bf16") or flags.get("amx_bf16"))
    if device.type == "cuda":
        return torch.cuda.get_device_capability(device)[0] >= 8
    return False


def by_vectors_alone(device: torch.device) -> bool:
    """Whether the device is a CPU without matrix units for bf16 (AMX): with AVX-512-BF16 it multiplies twice as many
    numbers as in float32, with those sixteen times as many."""
    return device.type == "cpu" and not _capabilities().get("amx_bf16")


def _capabilities() -> dict[str, Any]:
    return dict(torch.cpu.get_capabilities()) if hasattr(torch.cpu, "get_capabilities") else {}


@functools.cache
def probe(device: str, precision: str = "fp32") -> str | None:
    """Run each operator of the networks once, small: None if they work, else why they don't."""
    kind = torch.device(device).type
    if kind == "cuda" and not torch.cuda.is_available():
        return "there is none here, or its driver is missing"
    if kind == "mps" and not torch.backends.mps.is_available():
        return "there is none here"
    if kind not in ("cpu", "cuda", "mps"):
        return "this program does not use such devices"
    try:
        with torch.inference_mode():
            _run_operators(torch.device(device), DTYPES[precision])
    except Exception as error:  # whatever an unfinished backend raises, the answer is the same
        return str(error).splitlines()[0].rstrip(".")[:200] or type(error).__name__
    return None


def _settled(device: torch.device) -> torch.device:
    """fp32 shall mean fp32, and the same request the same bits: CUDA's convolutions promise neither by default."""
    if device.type == "cuda":
        torch.backends.cudnn.allow_tf32 = False
        torch.backends.cudnn.deterministic = True
    return device


def _run_operators(device: torch.device, dtype: torch.dtype) -> None:
    x = torch.zeros(1, 3, 16, 16, device=device, dtype=dtype).contiguous(memory_format=torch.channels_last)
    weight = torch.zeros(8, 3, 3, 3, device=device, dtype=dtype)
    y = F.relu(F.conv2d(x, weight, padding=1))
    y = F.interpolate(y, scale_factor=2, mode="bilinear", align_corners=False)
    maps = torch.exp(-(y.float() ** 2)).flatten(2).softmax(-1)
    nn.LSTM(4, 4, num_layers=2, batch_first=True).to(device)(maps[:, :, :4])
    y.sigmoid().float().clamp(-1, 1).cpu()


def fold(network: Network) -> Network:
    """Fold every batch norm into the convolution before it (evaluation mode), in place, and lay out for speed.

    A block is anything with attributes `conv` and `norm`, as `networks.layers.ConvBlock`.
    """
    network.eval().requires_grad_(False)
    for block in network.modules():
        norm = getattr(block, "norm", None)
        if isinstance(norm, nn.BatchNorm2d):
            assert isinstance(block.conv, nn.Conv2d)
            block.conv = fuse_conv_bn_eval(block.conv, norm)
            block.norm = nn.Identity()
    return network.to(memory_format=torch.channels_last)


def is_out_of_memory(error: BaseException) -> bool:
    """Whether an exception of torch's says that memory ran out, on any device."""
    if isinstance(error, torch.OutOfMemoryError | MemoryError):
        return True
    text = str(error).lower()
    return isinstance(error, RuntimeError) and ("can't allocate memory" in text or "out of memory" in text)


def release_memory(device: torch.device) -> None:
    """Give cached blocks back to the device, before another try with less."""
    if device.type == "cuda":
        torch.cuda.empty_cache()
    elif device.type == "mps":
        torch.mps.empty_cache()
