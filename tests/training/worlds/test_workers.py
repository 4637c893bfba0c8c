"""A killed process leaves no workers behind."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

PARENT = """
import multiprocessing, os, time
from training.worlds.workers import die_with_parent

if __name__ == "__main__":
    with multiprocessing.get_context("spawn").Pool(1, die_with_parent) as pool:
        print(pool.apply(os.getpid), flush=True)
        time.sleep(60)
"""


@pytest.mark.skipif(os.name != "posix", reason="kills a process the POSIX way")
def test_workers_end_with_a_parent_that_was_killed(tmp_path):
    script = tmp_path / "parent.py"
    script.write_text(PARENT)
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[3])}
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, env=environment, text=True) as parent:
        assert parent.stdout is not None
        worker = int(parent.stdout.readline())
        assert psutil.pid_exists(worker)
        parent.send_signal(signal.SIGKILL)
    until = time.time() + 20
    while _lives(worker) and time.time() < until:
        time.sleep(0.1)
    assert not _lives(worker)


def _lives(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False
