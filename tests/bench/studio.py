"""Drives the real studio for the benches: starts it as a user does and goes through a script of steps in it.

A script is a generator function of the window. It yields what to wait for: seconds, or a callable that becomes true.
"""

from __future__ import annotations

import faulthandler
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import cast

import numpy as np

Script = Callable[[object], Iterator[float | Callable[[], bool]]]
_PATIENCE = 120.0  # s that a step may take, beside what a busy machine lets it wait for a processor
_POLL_MS = 15


def prepare(appearance: str = "light") -> Path:
    """Give this process a home of its own, and a model if there is none. Call before Qt starts; returns the home."""
    home = Path(tempfile.mkdtemp(prefix="kpvp-bench-"))
    for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"):
        os.environ[name] = str(home / name)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from kpvp_gui.background.remembered import Remembered

    remembered = Remembered()
    remembered.appearance = appearance
    remembered.tour_seen = True
    remembered.store.sync()
    from engine.models.library import list_models

    if not list_models():
        os.environ["KPVP_MODELS_DIR"] = str(_make_random_model(home))
    return home


def run(script: Script, photo: Path | None = None) -> int:
    """Start the studio, run the script in it and close it. Returns the studio's exit status, or 1 if a step hung."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from kpvp_gui import app

    application = QApplication.instance() or QApplication(["kpvp"])
    player = _Player(script, application)
    timer = QTimer(application)
    timer.timeout.connect(player.step)
    timer.start(_POLL_MS)
    status = app.main([str(photo)] if photo else [])
    return status or player.status


class _Player:
    def __init__(self, script: Script, application) -> None:
        self._script, self._application = script, application
        self._steps: Iterator | None = None
        self._window = None
        self._condition: Callable[[], bool] = lambda: True
        self._deadline = float("inf")
        self._waits: dict[str, float] = {}
        self.status = 0

    def step(self) -> None:
        if self._steps is None:
            self._window = _main_window(self._application)
            if self._window is None:
                return
            self._steps = self._script(self._window)
        if not self._condition():
            if time.perf_counter() > self._deadline and time.perf_counter() > self._deadline + self._starved():
                print(f"a step of the script never came to an end: {_line_of(self._steps)}", flush=True)
                faulthandler.dump_traceback(all_threads=True)
                self._end(1)
            return
        try:
            wanted = next(self._steps)
        except StopIteration:
            self._end(0)
            return
        except Exception:
            self._end(1)
            raise
        self._deadline, self._waits = time.perf_counter() + _PATIENCE, _waits()
        if callable(wanted):
            self._condition = cast(Callable[[], bool], wanted)
        else:
            due = time.perf_counter() + wanted
            self._condition = lambda: time.perf_counter() >= due

    def _starved(self) -> float:
        """Seconds of this step in which the thread that suffered most wanted a processor and had none."""
        return max((waited - self._waits.get(thread, 0.0) for thread, waited in _waits().items()), default=0.0)

    def _end(self, status: int) -> None:
        self.status = status
        self._condition = lambda: False
        self._deadline = float("inf")
        if self._window is not None:
            self._window.close()


def _waits() -> dict[str, float]:
    """How long each thread has waited for a processor, in seconds, as Linux counts it; elsewhere nothing."""
    found = {}
    for file in Path("/proc/self/task").glob("*/schedstat"):
        with suppress(OSError):  # it has ended
            found[file.parent.name] = int(file.read_text("ascii").split()[1]) / 1e9
    return found


def _line_of(steps: Iterator) -> str:
    """Where a script is: the innermost generator's file and line."""
    inner = getattr(steps, "gi_yieldfrom", None)
    frame = getattr(steps, "gi_frame", None)
    if inner is not None or frame is None:
        return _line_of(inner) if inner is not None else "ended"
    return f"{frame.f_code.co_filename}:{frame.f_lineno}"


def _main_window(application):
    return next((w for w in application.topLevelWidgets() if hasattr(w, "document") and w.isVisible()), None)


def engine_is_ready(window) -> bool:
    return "·" in window.status.text()


def make_photo(path: Path, width: int = 4000, height: int = 3000) -> Path:
    """A file of a camera's size with something in every part of it."""
    from PIL import Image

    rng = np.random.default_rng(0)
    coarse = rng.integers(0, 256, (height // 100, width // 100, 3), np.uint8)
    Image.fromarray(coarse).resize((width, height), Image.Resampling.BICUBIC).save(path, quality=90)
    return path


def _make_random_model(home: Path) -> Path:
    """A bundle of the `people` preset's size with random weights: as fast as a trained one, and as slow."""
    import subprocess
    import sys

    folder = home / "models"
    folder.mkdir()
    code = (
        "import sys, torch\n"
        "from engine.models.assembly import disassemble\n"
        "from engine.models.bundle import save_bundle\n"
        "from engine.models.card import ModelCard\n"
        "from engine.networks.detector import Detector\n"
        "from engine.networks.motion import MotionGenerator\n"
        "from engine.networks.translator import Translator\n"
        "from tests.conftest import ACTIONS\n"
        "from training.runs.config import load\n"
        "spec = load('people').spec(len(ACTIONS))\n"
        "networks = {'detector': Detector(spec), 'translator': Translator(spec), 'motion': MotionGenerator(spec)}\n"
        "card = ModelCard(name='random', title='Random', network=spec.to_json(), actions=ACTIONS,\n"
        "                 image_size=spec.image_size)\n"
        "save_bundle(sys.argv[1], card, disassemble(networks))\n"
    )
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", code, str(folder / "random.safetensors")], cwd=root, check=True)
    return folder
