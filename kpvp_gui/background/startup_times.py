"""When the studio's start came to what, for the bench: a JSON line per milestone on stdout, if asked for."""

from __future__ import annotations

import json
import os
import sys
import time

VARIABLE = "KPVP_STARTUP_TIMES"


def mark(milestone: str) -> None:
    """Print seconds since the process started (as far as the system knows), and whether torch is imported yet."""
    if os.environ.get(VARIABLE):
        line = {"milestone": milestone, "seconds": round(_since_start(), 3), "torch": "torch" in sys.modules}
        print(json.dumps(line), flush=True)


def _since_start() -> float:
    try:
        with open("/proc/self/stat", encoding="ascii") as file:
            started = int(file.read().rsplit(") ", 1)[1].split()[19]) / os.sysconf("SC_CLK_TCK")
        return time.clock_gettime(time.CLOCK_BOOTTIME) - started
    except (OSError, AttributeError):
        return time.perf_counter()
