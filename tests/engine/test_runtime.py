"""Device and precision are chosen by what is there, and folding changes nothing that can be seen."""

import numpy as np
import pytest
import torch
from torch import nn

import engine
from engine import runtime
from engine.errors import DeviceError
from engine.models.assembly import disassemble
from engine.models.bundle import load_bundle, save_bundle
from engine.models.card import ModelCard
from engine.networks.spec import NetworkSpec
from engine.networks.translators import TRANSLATORS
from engine.rendering.renderer import Renderer
from tests.bench.tensorflow_graph import AUTHORS
from tests.engine.conftest import ACTIONS


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


@pytest.mark.parametrize(
    ("flags", "narrow", "wide"),
    [
        ({"avx512_bf16": True, "amx_bf16": False}, "bf16", "fp32"),  # as AMD's Zen 4 and 5
        ({"avx512_bf16": True, "amx_bf16": True}, "bf16", "bf16"),  # as Intel's since Sapphire Rapids
        ({"avx512_bf16": False, "amx_bf16": False}, "fp32", "fp32"),
        ({}, "fp32", "fp32"),
    ],
)
def test_wide_layers_are_float32_where_bfloat16_is_multiplied_by_vectors_alone(monkeypatch, flags, narrow, wide):
    cpu = torch.device("cpu")
    monkeypatch.setattr(torch.cpu, "get_capabilities", lambda: flags, raising=False)
    assert runtime.choose_precision(cpu) == narrow
    assert runtime.choose_precision(cpu, wide=True) == wide
    assert runtime.choose_precision(cpu, "bf16", wide=True) == "bf16"  # asked for


@pytest.mark.parametrize(("widths", "precision"), [((64, 64, 64), "fp32"), ((64, 64, 32), "bf16")])
def test_a_model_of_wide_layers_is_loaded_in_float32_there(monkeypatch, lively_networks, tmp_path, widths, precision):
    monkeypatch.setattr(torch.cpu, "get_capabilities", lambda: {"avx512_bf16": True, "amx_bf16": False}, raising=False)
    networks = lively_networks(translator_widths=widths)
    spec = networks["detector"].spec
    card = ModelCard("wide", network=spec.to_json(), actions=ACTIONS, image_size=spec.image_size)
    path = save_bundle(tmp_path / "wide.safetensors", card, disassemble(networks))
    assert engine.load_model(path, "cpu").precision == precision
    clip = engine.load_model(path, "cpu", "fp32").predict(np.zeros((80, 80, 3), np.uint8), 0, seed=1)
    assert clip.schedule["precision"] == "fp32"


def test_the_authors_layers_are_wide_and_the_bundled_models_are_not():
    assert Renderer.wide(NetworkSpec(**AUTHORS))
    assert not Renderer.wide(NetworkSpec(**AUTHORS, translator_widths=(96, 64, 32)))
    for name in ("people", "animals"):
        spec = load_bundle(engine.find_model(name).path)[0].spec
        assert not TRANSLATORS[spec.translator].renderer_class().wide(spec)


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
