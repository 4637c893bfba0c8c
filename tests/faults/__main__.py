"""`make faults`, or `python -m tests.faults [KILLS [SEED [WRITER]]]`: so many kills, shared among all that writes."""

import random
import sys
import tempfile
import time
from pathlib import Path

from tests.faults.kills import Outcome, kill_again_and_again
from tests.faults.writers import WRITERS
from tests.gui.projects.lives import Lives

AUTOSAVE = "autosave"


def main(kills: int, seed: int, only: str) -> int:
    """Print a line for each writer; the exit status says whether anything was lost."""
    names = [name for name in (AUTOSAVE, *(writer.name for writer in WRITERS)) if only in name]
    each = -(-kills // len(names))
    total = lost = 0
    for name in names:
        began = time.monotonic()
        if name == AUTOSAVE:
            outcome = _autosave(each, seed)
        else:
            outcome = kill_again_and_again(next(writer for writer in WRITERS if writer.name == name), each, seed)
        total, lost = total + outcome.kills, lost + len(outcome.losses)
        seconds = time.monotonic() - began
        kept = f"{outcome.promised:5} promised, {len(outcome.losses):2} losses"
        print(f"{name:14} {outcome.kills:4} kills, {kept}, {seconds:4.0f} s", flush=True)
        for loss in outcome.losses:
            print(f"  {loss}")
    print(f"{total} kills, {lost} losses")
    return 1 if lost else 0


def _autosave(kills: int, seed: int) -> Outcome:
    """Of a whole studio but its window: every future that it called finished is there at the next start."""
    with tempfile.TemporaryDirectory(prefix="kpvp-lives-") as home:
        lives = Lives(Path(home), random.Random(seed))
        for _ in range(kills + 1):  # the last looks at what the one before it left
            lives.live(4)
        losses = [f"after life {life}: futures {sorted(lost)} are gone" for life, lost in lives.lost]
        if complaints := (Path(home) / "errors.log").read_text("utf-8"):
            losses.append(complaints[-1500:])
        return Outcome(kills, len(lives.finished), losses)


if __name__ == "__main__":
    wanted, seed, only, *_ = [*sys.argv[1:], *("240", "0", "")[len(sys.argv) - 1 :]]
    sys.exit(main(int(wanted), int(seed), only))
