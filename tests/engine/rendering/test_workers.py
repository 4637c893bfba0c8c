"""Batches made side by side: in order, the same bits whoever makes them, and never more than are asked for."""

import threading
import time

import numpy as np
import pytest
import torch

from engine.errors import Cancelled
from engine.rendering import stream
from engine.rendering.renderer import Renderer
from engine.rendering.workers import Workers, worker_count


@pytest.fixture(autouse=True)
def two_threads():
    before = torch.get_num_threads()
    torch.set_num_threads(2)
    yield
    torch.set_num_threads(before)


def test_a_worker_computes_with_one_thread_and_leaves_the_others_theirs():
    workers, met = Workers(3), threading.Barrier(3)

    def threads():
        met.wait()
        return threading.get_ident(), torch.get_num_threads()

    answers = [workers.submit(threads) for _ in range(3)]
    assert len({answer.result()[0] for answer in answers}) == 3
    assert {answer.result()[1] for answer in answers} == {1}
    assert torch.get_num_threads() == 2
    later = []
    thread = threading.Thread(target=lambda: later.append(torch.get_num_threads()))
    thread.start()
    thread.join()
    assert later == [2]
    assert worker_count(torch.device("cpu")) == 2 and worker_count(torch.device("cuda")) == 1


def test_a_clip_is_the_same_whoever_renders_which_batch(model, picture, monkeypatch):
    expected = model.predict(picture, "squats", seed=7)
    assert expected.schedule["workers"] == 2
    rendering = model.render_frames(expected.source, expected.source_keypoints, expected.keypoints)
    next(rendering)
    torch.set_num_threads(1)
    one = [batch.frames for batch in rendering]
    assert np.array_equal(np.concatenate(one), expected.frames[1:])
    torch.set_num_threads(2)
    render, delays, begun = Renderer.render, iter([0, 0.2, 0, 0.1] + [0] * 9), []

    def delayed(self, prepared, keypoints):
        begun.append(threading.get_ident())
        time.sleep(next(delays))
        return render(self, prepared, keypoints)

    monkeypatch.setattr(Renderer, "render", delayed)
    clip = model.predict(picture, "squats", seed=7)
    assert len(set(begun)) == 3 and begun[0] == threading.get_ident()  # the first frame is made at once
    for name in ("frames", "synthesized", "mask"):
        assert np.array_equal(getattr(clip, name), getattr(expected, name))


def test_nothing_is_made_ahead_of_the_first_frame_nor_far_ahead_of_any(model, picture, monkeypatch):
    render, begun = Renderer.render, []

    def counted(self, prepared, keypoints):
        begun.append(len(keypoints))
        return render(self, prepared, keypoints)

    monkeypatch.setattr(Renderer, "render", counted)
    batches = model.begin(picture, "squats", seed=7).batches()
    next(batches)
    time.sleep(0.05)
    assert begun == [1]
    next(batches)
    time.sleep(0.3)
    assert 2 <= len(begun) <= 4  # that one, one by each worker, and none that nobody waits for


def test_a_clip_that_is_cancelled_begins_no_further_batch(model, picture, monkeypatch):
    render, begun, seen = Renderer.render, [], []

    def slow(self, prepared, keypoints):
        begun.append(len(keypoints))
        time.sleep(0.05)
        return render(self, prepared, keypoints)

    monkeypatch.setattr(Renderer, "render", slow)
    with pytest.raises(Cancelled):
        for batch in model.begin(picture, "squats", seed=7).batches(cancelled=lambda: len(seen) >= 3):
            seen.append(batch)
    count = len(begun)
    time.sleep(0.3)
    assert len(begun) <= count + 1 <= 7


def test_memory_that_runs_out_in_a_worker_halves_the_batch(model, picture, monkeypatch):
    whole = model.predict(picture, "squats", seed=7)
    render = Renderer.render

    def scarce(self, prepared, keypoints):
        if len(keypoints) > 2:
            raise torch.OutOfMemoryError("out of memory")
        return render(self, prepared, keypoints)

    monkeypatch.setattr(Renderer, "render", scarce)
    clip = model.predict(picture, "squats", seed=7)
    assert clip.schedule["batch"] == 2 and "Memory ran out" in clip.schedule["notice"]
    assert len(clip) == 32 and np.abs(clip.frames.astype(int) - whole.frames).max() <= 2


def test_a_bug_in_a_worker_is_raised_where_the_batch_is_wanted(model, picture, monkeypatch):
    render = Renderer.render

    def broken(self, prepared, keypoints):
        if threading.current_thread() is not threading.main_thread():
            raise RuntimeError("a bug")
        return render(self, prepared, keypoints)

    monkeypatch.setattr(Renderer, "render", broken)
    with pytest.raises(RuntimeError, match="a bug"):
        model.predict(picture, "squats", seed=7)


def test_a_few_frames_are_made_by_all_cores_at_once(model, picture, monkeypatch):
    clip = model.predict(picture, "squats", seed=7)
    monkeypatch.setattr(stream, "workers", lambda count: pytest.fail("a worker was asked"))
    assert len(model.render(clip, clip.keypoints[:4])) == 4
