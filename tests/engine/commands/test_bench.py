"""The bench counts what is executed and prints every figure it promises, for any model."""

import subprocess
import sys
import time

import psutil
import pytest
import torch

from engine.commands import bench
from engine.networks.translator import Translator
from engine.rendering.convolution import Convolution, arithmetic, fusing_works
from engine.rendering.renderer import Renderer
from tests.conftest import small_spec

PROMISED = ("clip_s", "first_frame_s", "rerender_s", "detector_s", "motion_s")
PROMISED += ("full_size_clip_s", "full_size_frame_s", "matmul_gflops", "share_of_peak", "peak_rss_mb")
PROMISED += ("plain_clip_s", "convolution_gflops")


@pytest.mark.parametrize("plus", [False, True])
@pytest.mark.parametrize("fused", [False, True])
def test_a_convolution_counts_two_operations_per_weight_and_pixel(plus, fused, monkeypatch):
    if fused and not fusing_works(torch.float32):
        pytest.skip("fused convolutions are not in this torch")
    if not fused:
        monkeypatch.setattr("engine.rendering.convolution.fusing_works", lambda dtype: False)
    with torch.inference_mode():
        convolution = Convolution(torch.randn(16, 8, 3, 3), torch.randn(16), (4, 8, 10, 12))
        x = torch.randn(4, 8, 10, 12).contiguous(memory_format=torch.channels_last)
        added = torch.randn(4, 16, 10, 12).contiguous(memory_format=torch.channels_last) if plus else None
        with arithmetic() as counter:
            convolution(x, added)
    assert counter.get_total_flops() == 2 * 16 * 8 * 9 * (4 * 10 * 12)


def test_what_the_fast_path_spares_is_not_counted():
    spec = small_spec(gaussian_stages=1, carried_stages=0)
    plain = Translator(spec).eval()
    image, source, target = torch.zeros(1, 3, 64, 64), torch.zeros(1, 10, 2), torch.zeros(4, 10, 2)
    with torch.inference_mode():
        with arithmetic() as written:
            plain.compose(plain.prepare(image, source), target)
        renderer = Renderer(plain, torch.device("cpu"), "fp32")
        with arithmetic() as executed:
            renderer.render(renderer.prepare(image, source), target)
    # Source features and source maps go through the first convolution once, not once per target.
    spared = 3 * 2 * (24 + 10) * 24 * 9 * spec.grid**2
    assert executed.get_total_flops() == written.get_total_flops() - spared


@pytest.mark.parametrize("name", ["lively", "tiny"])
def test_every_promised_figure_is_measured_and_printed(name, lively_model, tiny_model, monkeypatch):
    from engine import load_model

    monkeypatch.setattr(bench, "_MATRIX", {"cpu": 64})
    monkeypatch.setattr(bench, "_CONVOLVED", {"cpu": 8})
    model = load_model({"lively": lively_model, "tiny": tiny_model}[name], device="cpu")
    figures = bench.measure(model, runs=2)
    assert all(figures[key] > 0 for key in PROMISED)
    for key, (fastest, slowest) in figures["spread"].items():
        assert fastest <= figures[key] <= slowest
    text = bench.as_text(figures | {"busy": 0.0})
    assert len(text.splitlines()) == 15 and f"{figures['translator_gflop']:.1f} GFLOP" in text
    assert f"{figures['peak_rss_mb']:.0f} MB" in text and f"{figures['matmul_gflops']:.0f} GFLOP/s" in text


def test_works_take_turns_and_the_first_round_only_warms_up():
    turns = []
    seconds = bench.in_turns({"one": lambda: turns.append(1), "two": lambda: turns.append(2)}, 3)
    assert turns == [1, 2] * 4 and [len(each) for each in seconds.values()] == [3, 3]


def test_a_machine_that_others_use_is_warned_of(model):
    others = bench.Others()
    with subprocess.Popen([sys.executable, "-c", "while True: pass"]) as program:
        time.sleep(1)
        program.kill()
    # A core's worth, or as much of it as still others left.
    assert others.share() > 0.5 / (psutil.cpu_count() or 1)
    figures = bench.measure(model, runs=1)
    assert 0 <= figures["busy"] <= 1
    assert "Other programs were running" in bench.as_text(figures | {"busy": 0.4})
    assert "Other programs were running" not in bench.as_text(figures | {"busy": 0.02})


def test_the_plain_clip_has_neither_workers_nor_faster_convolutions(model, picture, monkeypatch):
    prediction = model.begin(picture, "squats", seed=7)
    prediction.rendering.plain = True
    monkeypatch.setattr("engine.rendering.stream._made", lambda *_: pytest.fail("not the plain way"))
    clip = prediction.clip()
    assert len(clip) == 32 and not clip.schedule["winograd"]
