"""Two processes on the CPU train as one with twice the batch, speak with one voice and stop together."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import torch
from accelerate import Accelerator

from tests.training.running.two_processes import first_gradients
from training.running import processes
from training.runs.folder import RunFolder

ROOT = Path(__file__).parents[3]
# --multi_gpu makes accelerate start several processes; without a GPU they talk over gloo.
LAUNCH = [sys.executable, "-m", "accelerate.commands.launch", "--multi_gpu", "--num_processes", "2"]
LAUNCH += ["--num_machines", "1", "--mixed_precision", "no", "--dynamo_backend", "no", "--main_process_port", "0"]


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    """Where two processes have left their results."""
    folder = tmp_path_factory.mktemp("two")
    script = str(ROOT / "tests/training/running/two_processes.py")
    environment = os.environ | {"OMP_NUM_THREADS": "1", "PYTHONPATH": str(ROOT), "ACCELERATE_USE_CPU": "true"}
    command = [*LAUNCH, script, str(folder)]
    done = subprocess.run(command, env=environment, cwd=folder, capture_output=True, text=True, timeout=400)
    assert done.returncode == 0, done.stderr[-3000:]
    return folder


@pytest.fixture(scope="module")
def ranks(out):
    return [torch.load(out / f"rank{rank}.pt") for rank in range(2)]


def furthest(one, other):
    assert set(one) == set(other)
    return max(float((one[name] - other[name]).abs().max()) for name in one)


def test_gradients_are_those_of_one_process_with_the_global_batch(ranks):
    torch.set_num_threads(1)
    accelerator = Accelerator(cpu=True)
    together = first_gradients([0, 1], accelerator)
    assert {name.partition(".")[0] for name in together} == {"generator", "discriminator"}
    for rank in ranks:
        assert furthest(rank["gradients"], together) <= 1e-5
    # What a process would do on its own is something else: the comparison above can fail.
    assert furthest(first_gradients([0], accelerator), together) > 1e-3


def events_of(run):
    """The events as they are on disk."""
    return list(map(json.loads, RunFolder(run).events_path.read_text().splitlines()))


def test_processes_end_in_the_same_weights(ranks):
    # Running statistics (those with a buffer's shape) are each process's own on the CPU; the main one's are kept.
    parameters = [i for i in range(len(ranks[0]["whole"])) if i % 9 not in (4, 5, 6)]
    assert all(torch.equal(ranks[0]["whole"][i], ranks[1]["whole"][i]) for i in parameters)


def test_all_stop_at_one_command_and_resume_from_one_checkpoint(ranks, out):
    assert [rank["stopped"] for rank in ranks] == [True, True]
    assert all(torch.equal(a, b) for a, b in zip(ranks[0]["resumed"], ranks[0]["whole"], strict=True))
    assert [e["step"] for e in events_of(out / "stopped") if e["event"] == "stopped"] == [5]


def test_one_process_writes_and_its_figures_are_of_all(out):
    events = events_of(out / "whole")
    losses = [e for e in events if e["event"] == "losses"]
    assert [e["step"] for e in losses] == [2, 4, 6, 8, 10]
    assert losses[0]["images_per_s"] == pytest.approx(2 * 4 * losses[0]["steps_per_s"], rel=0.01)
    # The second process's validation says otherwise, and is not asked.
    assert [(e["step"], e["score"]) for e in events if e.get("best")] == [(3, 1.0), (6, 0.5)]


def test_what_fails_on_the_main_process_fails_on_all(ranks):
    assert [rank["failure"] for rank in ranks] == ["ZeroDivisionError"] * 2


def test_alone_every_shared_step_is_a_plain_call():
    done = []
    processes.on_main(lambda: done.append(1))
    assert done == [1] and processes.share("value") == "value" and processes.count() == 1
