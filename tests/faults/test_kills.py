"""A sample of `make faults`: kill -9 at random moments, and nothing that was promised is lost or half there."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.writers import WRITERS

ROOT = Path(__file__).parents[2]
KILLS = 12


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that are forked")
def test_no_kill_loses_what_was_promised():
    environment = os.environ | {"OMP_NUM_THREADS": "1", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tests.faults", str(KILLS), "3"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{KILLS} kills, 0 losses" in done.stdout
    assert len(re.findall(r"^\w.*? kills, +\d+ promised", done.stdout, re.MULTILINE)) == len(WRITERS) + 1
