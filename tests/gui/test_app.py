"""How the studio starts, and what its files may import."""

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

import kpvp_gui

ROOT = Path(kpvp_gui.__file__).parent.parent


def test_views_do_not_know_each_other_and_nothing_here_imports_torch_on_its_own():
    whole = {"model_panel", "actions", "latent", "canvas", "transport", "gallery", "filmstrip", "timeline"}
    for path in (ROOT / "kpvp_gui").rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        for node in ast.walk(tree):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module:
                names += [f"{node.module}.{alias.name}" for alias in node.names]
            for name in names:
                if path.parent.name == "views" and name.startswith("kpvp_gui.views."):
                    assert name.split(".")[2] not in whole, (path.name, name)
                if path.parent.name == "views":
                    assert not name.startswith("kpvp_gui.dialogs"), (path.name, name)
                if name.split(".")[0] == "torch":
                    assert path.name == "torch_import.py", path.name
                assert f"{name}.".startswith("training.runs.") or not name.startswith(("training", "cv2")), path.name


def test_the_window_is_painted_before_torch_is_imported(tmp_path, tiny_model):
    script = (
        "import sys; from PySide6.QtCore import QTimer; from kpvp_gui import app, main_window\n"
        "init = main_window.MainWindow.__init__\n"
        "def patched(self, *a):\n"
        "    init(self, *a)\n"
        "    self.canvas  # built\n"
        "    timer = QTimer(self); timer.start(50)\n"
        "    timer.timeout.connect(lambda: 'CPU' in self.status.text() and self.close())\n"
        "    QTimer.singleShot(60000, self.close)\n"
        "main_window.MainWindow.__init__ = patched\n"
        "sys.exit(app.main([]))\n"
    )
    environment = dict(
        os.environ,
        KPVP_STARTUP_TIMES="1",
        KPVP_MODELS_DIR=str(tiny_model.parent),
        XDG_CONFIG_HOME=str(tmp_path),
        QT_QPA_PLATFORM="offscreen",
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    lines = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    milestones = {line["milestone"]: line for line in lines}
    assert not milestones["painted"]["torch"]
    assert milestones["engine ready"]["torch"]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every name is Unicode")
def test_a_photo_whose_name_is_not_utf_8_opens(tmp_path):
    photo = os.fsencode(tmp_path) + b"/caf\xe9 <b>.png"
    Image.new("RGB", (90, 60)).save(tmp_path / "plain.png")
    os.rename(os.fsencode(tmp_path / "plain.png"), photo)
    script = (
        "import sys; from PySide6.QtCore import QTimer; from kpvp_gui import app\n"
        "def open_photo(self, path):\n"
        "    opened(self, path)\n"
        "    timer = QTimer(self); timer.start(50); timer.timeout.connect(lambda: end(self, timer))\n"
        "def end(document, timer):\n"
        "    if document.inputs.photo is not None:\n"
        "        timer.stop(); print(ascii(document.inputs.photo.name)); app.QApplication.closeAllWindows()\n"
        "opened, app.Document.open_photo = app.Document.open_photo, open_photo\n"
        "sys.exit(app.main(sys.argv[1:]))\n"
    )
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", XDG_CONFIG_HOME=str(tmp_path), LC_ALL="C.UTF-8")
    command = [sys.executable, "-c", script, photo]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert "'caf\\ufffd <b>.png'" in done.stdout
