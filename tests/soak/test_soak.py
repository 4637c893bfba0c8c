"""Half a minute of `make soak`: a scripted user meets no exception, and nothing is left behind."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.lateness import Lateness
from tests.soak.vitals import Vitals, growth

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(sys.platform != "linux", reason="files and threads are counted as Linux does")
def test_a_scripted_user_meets_no_exception(tiny_model, tmp_path):
    environment = os.environ | {"PYTHONPATH": str(ROOT), "TMPDIR": str(tmp_path)}
    command = [sys.executable, "-m", "tests.soak", "0.5", str(tiny_model)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 exceptions" in done.stdout and "Traceback" not in done.stderr


def test_growth_is_that_after_the_warm_up():
    seen = [Vitals(100 + 10 * min(n, 30), 20, 5 + (n > 97)) for n in range(100)]
    assert growth(seen, 0.3) == Vitals(0, 0, 0)
    assert growth(seen, 0.0).memory > 100


def test_lateness_is_counted_without_growing():
    late = Lateness()
    for milliseconds in range(1, 1001):
        late.add(milliseconds)
    assert late.percentile(99) == pytest.approx(990, abs=0.2) and late.percentile(50) == pytest.approx(500, abs=0.2)
    late.add(1e6)
    assert late.longest == late.percentile(100) == 1e6 and Lateness().percentile(99) == 0
