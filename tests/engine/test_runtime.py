"""Device and precision are chosen by what is there, and folding changes nothing that can be seen."""

import pytest
import torch
from torch import nn

from engine import runtime
from engine.errors import DeviceError


def test_auto_is_the_first_device_that_works(monkeypatch):
    works = {"cuda": "no driver", "mps": None, "cpu": None}
    monkeypatch.setattr(runtime, "probe", lambda kind, precision="fp32": works[kind])
    assert runtime.choose_device().type == "mps"
    works["mps"] = "an operator is missing"
    assert runtime.choose_device().type == "cpu"
    works["cuda"] = None
    assert runtime.choose_device().type == "cuda"


@pytest.mark.parametrize("name", ["tpu", "cuda:99", "meta", "", "xpu"])
def test_a_device_that_is_not_there_is_a_sentence(name):
    with pytest.raises(DeviceError):
        runtime.choose_device(name)


def test_the_cpu_always_works():
    assert runtime.probe("cpu") is None
    assert runtime.choose_device("cpu") == torch.device("cpu")


def test_precision_follows_the_hardware(monkeypatch):
    cpu = torch.device("cpu")
    monkeypatch.setattr(runtime, "has_native_bf16", lambda device: True)
    assert runtime.choose_precision(cpu) == "bf16"
    monkeypatch.setattr(runtime, "has_native_bf16", lambda device: False)
    assert runtime.choose_precision(cpu) == "fp32"
    assert runtime.choose_precision(cpu, "bf16") == "bf16"  # asked for: slow here, but it works
    with pytest.raises(DeviceError, match="int3"):
        runtime.choose_precision(cpu, "int3")


@pytest.mark.parametrize("changes", [{}, {"padding": "tf_same", "upsampling": "tf1"}])
def test_folding_leaves_no_normalisation_and_the_same_keypoints(lively_networks, changes):
    plain, folded = lively_networks(**changes)["detector"], runtime.fold(lively_networks(**changes)["detector"])
    assert not any(isinstance(module, nn.BatchNorm2d) for module in folded.modules())
    images = torch.rand(2, 3, 64, 64) * 2 - 1
    with torch.inference_mode():
        torch.testing.assert_close(folded(images), plain(images), atol=1e-4, rtol=0)


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (torch.OutOfMemoryError("CUDA out of memory"), True),
        (MemoryError(), True),
        (RuntimeError("MPS backend out of memory (MPS allocated: 1 GB)"), True),
        (RuntimeError("[enforce fail] DefaultCPUAllocator: can't allocate memory: you tried"), True),
        (RuntimeError("mat1 and mat2 shapes cannot be multiplied"), False),
        (ValueError("out of memory"), False),
    ],
)
def test_out_of_memory_is_told_from_bugs(error, expected):
    assert runtime.is_out_of_memory(error) is expected
