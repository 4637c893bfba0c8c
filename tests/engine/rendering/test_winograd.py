"""Faster convolutions are the plain ones, are used where they pay and are there, and a clip says so."""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import numpy as np
import pytest
import torch
from torch.nn import functional as F

import engine
from engine.models.assembly import assemble
from engine.models.bundle import load_bundle
from engine.networks.layers import upsample
from engine.rendering import stream, winograd
from engine.rendering.convolution import Convolution
from engine.rendering.enlarging import EnlargingConvolution
from engine.rendering.renderer import Renderer
from tests.engine.test_predictor import assert_close_to_plain, plain_clip

ROOT = Path(__file__).parents[3]


@pytest.fixture(autouse=True)
def kernels():
    assert winograd.wait()  # they are there on every machine that tests run on
    return winograd._kernels


def layer(inputs, outputs, count, height, width, seed=0):
    chance = np.random.RandomState(seed)
    shapes = (count, inputs, height, width), (outputs, inputs, 3, 3), (outputs,), (count, outputs, height, width)
    x, weight, bias, plus = (torch.from_numpy(chance.standard_normal(shape).astype(np.float32)) for shape in shapes)
    return x.contiguous(memory_format=torch.channels_last), weight / (3 * inputs**0.5), bias, plus


@pytest.mark.parametrize("rectify", [False, True])
@pytest.mark.parametrize("add", [False, True])
@pytest.mark.parametrize(
    ("inputs", "outputs", "count", "height", "width"),
    [(64, 64, 1, 16, 16), (39, 32, 3, 24, 40), (16, 16, 5, 32, 8), (17, 48, 13, 4, 4), (96, 112, 2, 8, 64)],
)
def test_they_give_what_plain_ones_give(inputs, outputs, count, height, width, add, rectify):
    x, weight, bias, plus = layer(inputs, outputs, count, height, width)
    convolution = Convolution(weight, bias, tuple(x.shape), rectify)
    assert convolution._winograd is not None
    with torch.inference_mode(), winograd.winograd(True):
        assert convolution._winograd.takes(x)
        y = convolution(x, plus if add else None)
    expected = F.conv2d(x, weight, bias, padding=1) + (plus if add else 0)
    assert y.is_contiguous(memory_format=torch.channels_last)
    torch.testing.assert_close(y, expected.relu() if rectify else expected, atol=2e-4, rtol=0)


@pytest.mark.parametrize(
    ("inputs", "outputs", "count", "height", "width"),
    [(64, 64, 1, 16, 16), (39, 28, 3, 8, 20), (16, 16, 5, 32, 4), (17, 7, 13, 4, 8), (256, 128, 3, 8, 8)],
)
def test_what_enlarges_beforehand_gives_what_enlarging_and_convolving_give(inputs, outputs, count, height, width):
    x, weight, bias, _ = layer(inputs, outputs, count, height, width)
    convolution = EnlargingConvolution(weight, bias, (count, inputs, 2 * height, 2 * width))
    with torch.inference_mode(), winograd.winograd(True):
        assert convolution._winograd is not None and convolution._winograd.takes(x)
        y = convolution(x)
    with torch.inference_mode():
        plain = convolution(x)
    assert not torch.equal(y, plain)
    torch.testing.assert_close(plain, F.conv2d(upsample(x, "tf1"), weight, bias, padding=1).relu(), atol=1e-5, rtol=0)
    torch.testing.assert_close(y, plain, atol=2e-4, rtol=0)


@pytest.mark.parametrize("chunk", [1, 2**16, 2**30])
def test_the_size_of_chunks_changes_no_bit(monkeypatch, chunk):
    x, weight, bias, _ = layer(32, 48, 3, 8, 16)
    enlarging, results = EnlargingConvolution(weight, bias, (3, 32, 16, 32)), []
    plainly = Convolution(weight, bias, tuple(x.shape))
    for bounds in ((2**19, 2**22), (chunk, chunk)):
        monkeypatch.setattr(winograd, "_LEAST_CHUNK", bounds[0])
        monkeypatch.setattr(winograd, "_LARGEST_CHUNK", bounds[1])
        with torch.inference_mode(), winograd.winograd(True):
            results.append((enlarging(x), plainly(x)))
    assert all(torch.equal(one, other) for one, other in zip(*results, strict=True))


@pytest.mark.parametrize("outputs", [7, 28])
def test_outputs_that_fill_no_vector_are_done_by_a_fuller_one(outputs):
    x, weight, bias, plus = layer(32, outputs, 3, 16, 24)
    convolution = Convolution(weight, bias, tuple(x.shape), rectify=False)
    with torch.inference_mode(), winograd.winograd(True):
        y = convolution(x, plus)
    assert y.shape == plus.shape
    torch.testing.assert_close(y, F.conv2d(x, weight, bias, padding=1) + plus, atol=2e-4, rtol=0)


def test_only_layers_that_gain_by_it_are_done_so(kernels):
    def taken(inputs, outputs, count, height, width):
        x, weight, bias, _ = layer(inputs, outputs, count, height, width)
        found = Convolution(weight, bias, tuple(x.shape))._winograd
        assert found is not None
        return found.takes(x)

    assert not taken(64, 64, 4, 32, 32)  # unless it is asked for
    with winograd.winograd(True):
        assert taken(64, 64, 4, 32, 32)
        assert taken(64, kernels.LANES - 1, 4, 32, 32)  # the last vector is filled up
        assert not taken(64, 3 * kernels.LANES // 8, 4, 32, 32)  # outputs that leave most of a vector empty
        assert not taken(64, 4, 4, 32, 32)  # few outputs
        assert not taken(3, 64, 4, 32, 32)  # few inputs
        assert not taken(64, 64, 4, 30, 32)  # no whole tiles
        assert not taken(64, 64, 1, 4, 4)  # too few of them
        with winograd.winograd(False):
            assert not taken(64, 64, 4, 32, 32)
        assert taken(64, 64, 4, 32, 32)
    for weight in (torch.zeros(64, 64, 1, 1), torch.zeros(64, 64, 3, 3, dtype=torch.bfloat16)):
        assert not winograd.Winograd.suits(weight)


def test_threads_side_by_side_get_the_same_bits_and_choose_for_themselves():
    x, weight, bias, _ = layer(64, 64, 4, 32, 32)
    convolution, results = Convolution(weight, bias, tuple(x.shape)), {}

    def work(number):
        with torch.inference_mode(), winograd.winograd(number % 2 == 0):
            for _ in range(5):
                results.setdefault(number, []).append(convolution(x).numpy())

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for number in range(4):
        assert all(np.array_equal(y, results[number % 2][0]) for y in results[number])
    assert not np.array_equal(results[0][0], results[1][0])


def test_a_clip_says_what_it_was_made_with_and_looks_the_same(lively_model, picture, monkeypatch):
    fast = engine.load_model(lively_model, device="cpu", precision="fp32").predict(picture, "squats", seed=7)
    model = engine.load_model(lively_model, device="cpu", precision="fp32", patient=False)
    monkeypatch.setattr(stream, "ready", lambda: False)
    plain = model.predict(picture, "squats", seed=7)
    monkeypatch.setattr(stream, "ready", lambda: True)
    later = model.predict(picture, "squats", seed=7)
    assert [clip.schedule["winograd"] for clip in (fast, plain, later)] == [True, False, True]
    for name in ("frames", "synthesized", "mask"):
        made, slowly = getattr(fast, name), getattr(plain, name)
        assert np.array_equal(made, getattr(later, name))
        assert np.abs(made.astype(int) - slowly).max() <= 1 and (made != slowly).mean() < 1e-3
    assert not engine.load_model(lively_model, device="cpu", precision="bf16").predict(picture, 0).schedule["winograd"]


@pytest.mark.parametrize("threads", [1, 2, 4])
def test_a_single_frame_is_made_by_them_where_cores_are_few(lively_model, picture, monkeypatch, threads):
    model, used = engine.load_model(lively_model, device="cpu", precision="fp32"), []
    render = Renderer.render

    def watched(self, prepared, keypoints):
        used.append((len(keypoints), winograd.convolving(), winograd.passes() is not None))
        return render(self, prepared, keypoints)

    monkeypatch.setattr(Renderer, "render", watched)
    monkeypatch.setattr(torch, "get_num_threads", lambda: threads)
    clip = model.predict(picture, "squats", seed=7)
    assert used[0] == (1, threads <= 2, True) and set(used[1:]) == {(3, True, True), (4, True, True)}
    used.clear()
    batch = model.retouch(clip, clip.keypoints[:1])
    assert used == [(1, threads <= 2, True)] and np.array_equal(batch.frames[0], clip.frames[0])
    monkeypatch.setattr(stream, "ready", lambda: False)
    hasty = engine.load_model(lively_model, device="cpu", precision="fp32", patient=False)
    hasty.retouch(clip, clip.keypoints[:1])
    assert used[1:] == [(1, False, False)]


def test_a_clip_in_the_making_keeps_what_it_began_with(lively_model, picture, monkeypatch):
    model = engine.load_model(lively_model, device="cpu", precision="fp32", patient=False)
    monkeypatch.setattr(stream, "ready", lambda: False)
    whole = model.predict(picture, "squats", seed=7)
    prediction = model.begin(picture, "squats", seed=7)
    batches = prediction.batches()
    next(batches), next(batches)
    monkeypatch.setattr(stream, "ready", lambda: True)
    clip = prediction.clip()
    assert not clip.schedule["winograd"] and np.array_equal(clip.frames, whole.frames)


@pytest.mark.parametrize("name", ["people", "animals"])
def test_the_bundled_models_keep_to_the_rule_of_precision(name):
    card, tensors = load_bundle(engine.find_model(name).path)
    networks = assemble(card.spec, tensors)
    y, x = np.mgrid[0:128, 0:128] / 40
    photo = ((np.stack([np.sin(x + y), np.cos(2 * x - y), np.sin(3 * y) * np.cos(x)], -1) + 1) * 127).astype(np.uint8)
    clip = engine.load_model(name, device="cpu", precision="fp32").predict(photo, 0, seed=3)
    assert clip.schedule["winograd"]
    plain = plain_clip(vars(networks), clip.source, clip.action, clip.z)
    assert_close_to_plain(clip, plain, mean=0.3, most=1.5)  # half a level is rounding


def test_kernels_that_compute_something_else_are_not_used(kernels):
    class Wrong:
        LANES, ROWS = kernels.LANES, kernels.ROWS

        @staticmethod
        def convolve(*given):
            kernels.convolve(*given)
            given[-1][-1, -1, -1, -1] += 0.01

    assert winograd._works(kernels) and not winograd._works(Wrong)


def test_a_program_may_end_while_they_are_made(tmp_path):
    code = (
        "import time\nfrom engine.rendering import winograd\nwinograd.begin()\ntime.sleep(0.3)\nprint(winograd.ready())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=os.environ | {"NUMBA_CACHE_DIR": str(tmp_path)},
        capture_output=True,
        timeout=100,
    )
    assert done.returncode == 0 and not done.stderr and done.stdout.strip() == b"False"


def test_waiting_is_short_once_they_are_there():
    started = time.perf_counter()
    assert winograd.wait() and winograd.ready()
    assert time.perf_counter() - started < 0.1
