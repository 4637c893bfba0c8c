"""How long from starting the process to a painted window, and whether torch was imported by then.

`python -m tests.bench.startup [--json]`. Starts the real studio several times without a screen, and the first time
tells nothing, as files come from the disk.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
STARTS = 5
PAINTED = "painted"


def measure(starts: int = STARTS) -> dict:
    """{"first_paint_s": median, "torch_before_paint": bool}"""
    lines = [_start() for _ in range(starts + 1)][1:]
    return {
        "first_paint_s": statistics.median(line["seconds"] for line in lines),
        "torch_before_paint": any(line["torch"] for line in lines),
    }


def _start() -> dict:
    """Start the studio, wait for the line of its first paint, and end it."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "KPVP_STARTUP_TIMES": "1", "PYTHONUNBUFFERED": "1"}
    studio = subprocess.Popen(
        [sys.executable, "main.py"], cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert studio.stdout is not None
    try:
        for line in studio.stdout:
            if PAINTED in line.decode(errors="replace"):
                return json.loads(line)
    finally:
        studio.kill()
        studio.wait()
    raise SystemExit("the studio ended before it painted")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    figures = measure()
    if parser.parse_args().json:
        print(json.dumps(figures))
        return
    torch = "after torch was imported" if figures["torch_before_paint"] else "before torch is imported"
    print(f"first paint        {figures['first_paint_s'] * 1e3:8.0f} ms after the process starts, {torch}")


if __name__ == "__main__":
    main()
