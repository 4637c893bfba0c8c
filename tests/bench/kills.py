"""`python -m tests.bench.kills`: a whole training run that is killed again and again, and must come out the same.

A small run of all three steps, on a folder of clips, is trained once without harm. Then again: killed (SIGKILL) after a
random number of events, or while a checkpoint is being written, and resumed, until there were enough of both; then it
may finish. Every life must go on at or after the last checkpoint that was finished before it, and the final networks,
optimizers and averages must be those of the unharmed run, bit for bit.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import torch

from tests.training.moving_square import MovingSquare
from training.runs.events import CheckpointSaved, RunBegan, StageBegan
from training.runs.folder import RunFolder

ROOT = Path(__file__).parents[2]
STAGES = ("keypoints-16", "keypoints-32", "motion")
LONGEST_LIFE = 300.0  # seconds
SETTINGS = """
install = false
[data]
clips = 12
size = 32
workers = 1
[network]
detector_size = 16
n_keypoints = 4
detector_encoder = [8, 16]
detector_decoder = [16]
detector_depths = [2]
image_encoder = [6, 8, 12]
translator_widths = [12, 8, 6]
translator_depths = [1, 1, 1]
motion_width = 32
n_frames = 8
z_size = 4
[keypoints]
sizes = [16, 32]
steps = [STEPS, STEPS]
batch = 4
perceptual = 0.0
gan = 0.5
gan_from = 4
on_object_from = 4
[motion]
steps = STEPS
batch = 4
gan = 1.0
discriminator_cells = 32
[loop]
log_every = 1
checkpoint_every = 2
preview_every = 7
validate_every = 5
"""


@dataclass
class Life:
    """One process's part of the run: how it was killed, and whether nothing was lost by that."""

    saving: bool  # a checkpoint was half written when it died
    last: tuple[str, int]  # the last finished checkpoint
    resumed: tuple[str, int] | None = None  # where the next life went on; None: it did not come that far
    lost: bool = False


def clips(folder: Path, count: int) -> None:
    """Write `count` small GIFs in folders of two classes."""
    from PIL import Image

    for i, clip in enumerate(MovingSquare().clips(range(count), 32)):
        path = folder / MovingSquare.actions[clip.action] / f"{i:02d}.gif"
        path.parent.mkdir(parents=True, exist_ok=True)
        first, *rest = [Image.fromarray(frame) for frame in clip.frames]
        first.save(path, save_all=True, append_images=rest, duration=40)


def begin(folder: Path, preset: Path, data: Path) -> subprocess.Popen:
    """A training process for a new or an old run."""
    command = [sys.executable, "-P", "-m", "training", str(preset), "--data", str(data), "--out", str(folder)]
    if (folder / "config.toml").exists():
        command = [sys.executable, "-P", "-m", "training", "--out", str(folder), "--resume"]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}
    environment["KPVP_FRAMES_DIR"] = str(folder.parent / "frames")
    with open(folder.parent / f"{folder.name}.log", "ab") as log:
        return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=log)


def half_written(run: RunFolder) -> bool:
    """Whether a checkpoint is being written, or its last renames are still to come."""
    try:
        names = os.listdir(run.checkpoints_path)
    except OSError:
        return False
    return any(name.startswith(".") or ".next." in name for name in names)


def checkpoints(run: RunFolder) -> list[tuple[str, int]]:
    """(stage, step) of every finished checkpoint, in order."""
    found = run.events_since(0)[0]
    return [(event.stage, event.step) for event in found if isinstance(event, CheckpointSaved) and not event.best]


def live(run: RunFolder, process: subprocess.Popen, saving: bool, patience: int) -> Life | None:
    """Watch a life and end it: after `patience` events, or while the checkpoint after `patience` of them is written.

    None if it came to its own end first.
    """
    try:
        if not _death_is_near(run, process, saving, patience):
            return None
    finally:
        process.kill()
        process.wait()
    done = checkpoints(run)
    return Life(half_written(run), done[-1] if done else ("", 0))


def _death_is_near(run: RunFolder, process: subprocess.Popen, saving: bool, patience: int) -> bool:
    """Wait for the moment to kill; whether it came before the process ended."""
    offset, seen, began = size(run.events_path), 0, time.monotonic()
    while process.poll() is None:
        if time.monotonic() - began > LONGEST_LIFE:
            raise SystemExit(f"A life took more than {LONGEST_LIFE:.0f} s.")
        if saving and seen >= patience:
            if half_written(run):
                return True
            time.sleep(0.0002)
        else:
            time.sleep(0.002)
            events, offset = run.events_since(offset)
            # A life begins with `run`; some are killed in its opening moments, before the first step.
            seen += len(events)
            if not saving and seen >= patience:
                time.sleep(random.random() * 0.03)
                return True
    return False


def size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def went_on(run: RunFolder, lives: list[Life]) -> None:
    """Fill in where each life's successor went on, from the events."""
    starts: list[tuple[str, int] | None] = []
    for event in run.events_since(0)[0]:
        if isinstance(event, RunBegan):
            starts.append(None)
        elif isinstance(event, StageBegan) and starts and starts[-1] is None:
            starts[-1] = (event.stage, event.step)
    # Lives that were killed before they could say `run` have no successor of their own: the next one that spoke counts.
    for life, start in zip(lives, starts[1:], strict=False):
        life.resumed = start
        if start is not None and life.last[0]:
            stage, step = life.last
            life.lost = (STAGES.index(start[0]), start[1]) < (STAGES.index(stage), step)


def alike(one, other) -> bool:
    """Whether two nests of dictionaries, lists, tensors and numbers are the same, bit for bit."""
    if isinstance(one, torch.Tensor):
        return isinstance(other, torch.Tensor) and one.dtype == other.dtype and torch.equal(one, other)
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(alike(one[key], other[key]) for key in one)
    if isinstance(one, (list, tuple)):
        return len(one) == len(other) and all(map(alike, one, other))
    return one == other


def same_end(one: Path, other: Path) -> dict[str, bool]:
    """For each file of weights, whether both runs ended in the same."""
    from engine.models.bundle import load_bundle

    ends = {}
    for stage in STAGES:
        states = [torch.load(run / "checkpoints" / f"{stage}.pt", weights_only=True) for run in (one, other)]
        ends[f"{stage}.pt"] = alike(*states)
    first, second = (load_bundle(run / "model.safetensors")[1] for run in (one, other))
    ends["model.safetensors"] = first.keys() == second.keys() and all((first[k] == second[k]).all() for k in first)
    return ends


def survive(folder: Path, kills: int, saving: int, steps: int, seed: int) -> tuple[list[Life], dict[str, bool]]:
    """Do it all in `folder`: the lives there were, and what came out the same. Raises SystemExit if a life fails."""
    random.seed(seed)
    clips(folder / "clips", 12)
    preset = folder / "small.toml"
    preset.write_text(SETTINGS.replace("STEPS", str(steps)))
    unharmed = begin(folder / "unharmed", preset, folder / "clips")
    _ended(unharmed, folder / "unharmed")
    run, lives = RunFolder(folder / "killed"), []
    # A step writes about two events, and a life opens with about six. Patient enough for kills in all three parts,
    # impatient enough that the run lasts for all of them.
    patience = round(1.4 * (2 * steps * len(STAGES) / kills + 6))
    while len(lives) < kills or sum(life.saving for life in lives) < saving:
        if len(lives) >= 2 * kills + saving:
            raise SystemExit(f"Only {sum(life.saving for life in lives)} of {len(lives)} kills hit a save.")
        process = begin(run.path, preset, folder / "clips")
        wanted = sum(life.saving for life in lives) < saving * (len(lives) + 1) / kills  # spread over the whole run
        spoke = sum(isinstance(event, RunBegan) for event in run.events_since(0)[0])
        life = live(run, process, wanted, random.randint(1, patience))
        if life is None:
            if process.returncode != 0:
                _ended(process, run.path)
            raise SystemExit(f"The run was finished after {len(lives)} kills: give it more --steps.")
        if sum(isinstance(event, RunBegan) for event in run.events_since(0)[0]) > spoke:
            lives.append(life)
            print(f"killed {len(lives)} after {' '.join(map(str, life.last))}", file=sys.stderr, flush=True)
    _ended(begin(run.path, preset, folder / "clips"), run.path)
    went_on(run, lives)
    return lives, same_end(folder / "unharmed", folder / "killed")


def _ended(process: subprocess.Popen, run: Path) -> None:
    try:
        process.wait(LONGEST_LIFE)
    except subprocess.TimeoutExpired:
        process.kill()
        raise SystemExit(f"A life took more than {LONGEST_LIFE:.0f} s.") from None
    if process.returncode != 0:
        log = (run.parent / f"{run.name}.log").read_text(errors="replace")
        raise SystemExit(f"A training process ended with status {process.returncode}:\n{log[-3000:]}")


def main() -> int:
    """Print a line per kill and what came out; the status is 1 if anything was lost."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.kills", description=__doc__.partition("\n")[0])
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--saving", type=int, default=5, help="of these, while a checkpoint is being written")
    parser.add_argument("--steps", type=int, default=40, help="of each of the three parts")
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("terminated"))  # so that no training process is left behind
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="kpvp-kills-") as folder:
        lives, ends = survive(Path(folder), args.kills, args.saving, args.steps, args.seed)
    print(f"{'kill':>4}  {'while saving':12}  {'last checkpoint':18}  {'went on at':18}  lost")
    for i, life in enumerate(lives, 1):
        last, resumed = (f"{p[0]} {p[1]}" if p and p[0] else "-" for p in (life.last, life.resumed))
        print(f"{i:4}  {'yes' if life.saving else '':12}  {last:18}  {resumed:18}  {'LOST' if life.lost else ''}")
    for name, same in ends.items():
        print(f"{name:18} {'same, bit for bit' if same else 'DIFFERENT'}")
    saving, lost = sum(life.saving for life in lives), sum(life.lost for life in lives)
    print(f"{len(lives)} kills, {saving} while saving; {lost} lost a checkpoint; {time.monotonic() - began:.0f} s")
    return 0 if all(ends.values()) and not lost else 1


if __name__ == "__main__":
    sys.exit(main())
