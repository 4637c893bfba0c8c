"""Nothing here speaks to a network: neither a command nor the studio opens a socket, nor do their child processes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from main import COMMANDS
from tests.training import clip_files

ROOT = Path(__file__).parents[1]
# Loaded by every Python process that is started, children included. Sockets between processes of one machine have no
# address in a network, and asking for the machine's own name opens none.
HOOK = """
import os, sys
def heard(event, arguments):
    if event.startswith("socket.") and event != "socket.gethostname":
        family = int(arguments[1]) if event == "socket.__new__" else int(getattr(arguments[0], "family", 0) or 0)
        if family != 1:
            with open(os.environ["KPVP_TEST_SOCKETS"], "a") as file:
                file.write(f"{event} {arguments!r:.200}\\n")
sys.addaudithook(heard)
"""


@pytest.fixture
def photo(tmp_path):
    Image.new("RGB", (90, 60), "teal").save(tmp_path / "photo.png")


@pytest.fixture
def heard(tmp_path):
    """Runs a command of ours under the hook: (exit status, what it did with sockets)."""
    (tmp_path / "hook").mkdir()
    (tmp_path / "hook" / "sitecustomize.py").write_text(HOOK, "utf-8")
    log = tmp_path / "sockets.txt"

    def run(*command: str) -> tuple[int, str]:
        folders = {
            name: str(tmp_path / "home") for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME")
        }
        environment = os.environ | folders | {
            "PYTHONPATH": os.pathsep.join([str(tmp_path / "hook"), str(ROOT)]),
            "KPVP_TEST_SOCKETS": str(log),
            "QT_QPA_PLATFORM": "offscreen",
        }  # fmt: skip
        done = subprocess.run(
            [sys.executable, *command], cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=300
        )
        assert "Traceback" not in done.stderr, done.stderr
        return done.returncode, log.read_text("utf-8") if log.exists() else ""

    return run


def test_the_hook_hears_a_socket(heard):
    code = "import socket; socket.socket(socket.AF_INET)"
    assert "socket.__new__" in heard("-c", code)[1]


# Those that take minutes, or need files that do not come with the program, go as far as they come without.
COMMAND_LINES = {
    "generate": ("photo.png", "--action", "0", "--model", "{model}", "--device", "cpu", "--out", "clip.mp4"),
    "batch": ("photo.png", "--actions", "squats", "--model", "{model}", "--device", "cpu", "--out", "clips"),
    "models": ("--json",),
    "project": ("nowhere.kpvp", "--json"),
    "import-authors": ("--stage1", "nowhere", "--stage2", "nowhere", "--out", "a.safetensors"),
    "bench": ("--help",),
    "doctor": (),
    "synth": ("people", "--clips", "1", "--size", "32", "--out", "synth"),
    "humans": ("--assets", "nowhere", "--out", "humans"),
    "data": ("clips-of-mine", "--json"),
    "train": ("--describe",),
    "evaluate": ("nowhere", "--data", "people", "--out", "report"),
    "report": ("nowhere", "--data", "people", "--out", "report"),
    "ablation": ("nowhere", "--out", "ablation"),
    "study": ("nowhere",),
}


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_opens_a_socket(command, heard, tmp_path, photo, tiny_model):
    clip_files.gif(tmp_path / "clips-of-mine" / "jump" / "a.gif", 3)
    arguments = [argument.format(model=tiny_model) for argument in COMMAND_LINES[command]]
    status, sockets = heard("-m", "main", command, *arguments)
    assert status in (0, 2) and not sockets


def test_the_studio_opens_no_socket(heard, tmp_path):
    script = (
        "import sys; from PySide6.QtCore import QTimer; from kpvp_gui import app, main_window\n"
        "init = main_window.MainWindow.__init__\n"
        "def patched(self, *a): init(self, *a); QTimer.singleShot(4000, self.close)\n"
        "main_window.MainWindow.__init__ = patched\n"
        "sys.exit(app.main([]))\n"
    )
    status, sockets = heard("-c", script)
    assert status == 0 and not sockets
