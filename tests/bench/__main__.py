"""`make bench`: every bench in a process of its own, so that none warms the next."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
BENCHES = {
    "the engine": ["main.py", "bench"],
    "start-up": ["-m", "tests.bench.startup"],
    "a frame under the hand": ["-m", "tests.bench.editing"],
    "stalls of the window": ["-m", "tests.bench.stalls"],
    "memory of a long sitting": ["-m", "tests.bench.memory"],
    "stalls while training": ["-m", "tests.bench.training_stalls"],
    "worlds": ["-m", "tests.bench.worlds"],
    "training": ["-m", "tests.bench.training_speed"],
}


def main() -> int:
    """Run all; the status is that of the worst."""
    worst = 0
    for title, command in BENCHES.items():
        print(f"\n== {title} ==", flush=True)
        worst = max(worst, abs(subprocess.run([sys.executable, *command], cwd=ROOT).returncode))
    return worst


if __name__ == "__main__":
    sys.exit(main())
