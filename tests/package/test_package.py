"""What `make package` built runs: commands, training with workers, and the studio in a real window.

KPVP_PACKAGE names the built folder; without it there is nothing to test.
"""

import json
import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from tests.training import clip_files
from tests.training.test_pipeline import QUICK
from training.runs import events
from training.runs.folder import RunFolder

FOLDER = Path(os.environ.get("KPVP_PACKAGE") or "nowhere").resolve()
PROGRAM = FOLDER / ("kpvp.exe" if os.name == "nt" else "kpvp")
pytestmark = pytest.mark.skipif(not PROGRAM.is_file(), reason="no package was built; see `make package`")
SAMPLES = Path(__file__).parents[2] / "resources" / "samples" / "people"


@pytest.fixture
def home(tmp_path):
    """The environment of a user who has nothing yet, and no Python."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "KPVP", "VIRTUAL"))}
    folders = {f"XDG_{kind}_HOME": str(tmp_path / "home" / kind.lower()) for kind in ("CONFIG", "CACHE", "DATA")}
    return kept | folders | {"HOME": str(tmp_path / "home"), "PATH": os.defpath}


@pytest.fixture
def kpvp(home, tmp_path):
    def run(*arguments: object) -> subprocess.CompletedProcess:
        command = [PROGRAM, *map(str, arguments)]
        return subprocess.run(command, cwd=tmp_path, env=home, capture_output=True, text=True, timeout=600)

    return run


@pytest.fixture
def screen(home):
    """The environment with an X server of its own."""
    if shutil.which("Xvfb") is None or shutil.which("xdotool") is None:
        pytest.skip("a real window needs Xvfb and xdotool")
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x720x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        number = pipe.readline().strip()
    yield home | {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    server.terminate()
    server.wait()


def test_it_says_its_version_and_finds_no_problem(kpvp):
    assert kpvp("--version").stdout.startswith("kpvp 0")
    found = json.loads(kpvp("doctor", "--json").stdout)
    assert found["problems"] == [] and {"people", "animals"} <= set(found["models"])


def test_its_licences_are_in_it(kpvp):
    text = kpvp("doctor", "--licences").stdout
    assert "PySide6" in text and "LGPL-3.0" in text and "EfficientNet-Lite0" in text


def test_a_clip_is_generated_and_nothing_is_left_beside_it(kpvp, tmp_path):
    done = kpvp("generate", next(SAMPLES.iterdir()), "--action", "squats", "--device", "cpu", "--out", "clip.mp4")
    assert done.returncode == 0, done.stderr
    assert {path.name for path in tmp_path.iterdir()} == {"clip.mp4", "home"}


def test_a_model_is_trained_with_workers(kpvp, tmp_path):
    for name in ("left", "right"):
        for number in range(4):
            clip_files.gif(tmp_path / "clips" / name / f"{number}.gif", 12)
    quick = [setting for setting in QUICK if not setting.startswith(("data.source", "data.clips"))]
    settings = [part for setting in (*quick, "data.workers=2") for part in ("--set", setting)]
    done = kpvp("-m", "training", "tiny", "--data", tmp_path / "clips", "--out", tmp_path / "run", *settings)
    run = RunFolder(tmp_path / "run")
    assert done.returncode == 0, done.stderr
    assert any(isinstance(event, events.RunFinished) for event in run.latest_events()) and run.model_path.is_file()


def test_the_studio_opens_and_makes_a_clip(screen, tmp_path):
    photo = next(SAMPLES.iterdir())
    studio = subprocess.Popen([PROGRAM, photo], cwd=tmp_path, env=screen, stderr=subprocess.PIPE, text=True)
    try:
        kept = tmp_path / "home" / "data"
        until = time.monotonic() + 180
        while not list(kept.rglob("clips/*.safetensors")) and time.monotonic() < until and studio.poll() is None:
            time.sleep(0.5)
        assert studio.poll() is None, studio.communicate()[1]
        assert list(kept.rglob("clips/*.safetensors"))
        found = subprocess.run(
            ["xdotool", "search", "--name", "KPVP Studio"], env=os.environ | screen, capture_output=True, text=True
        )
        assert found.stdout.strip()
        if folder := os.environ.get("KPVP_PICTURES"):
            picture = ["import", "-window", "root", f"{folder}/packaged-studio.png"]
            subprocess.run(picture, env=os.environ | {"DISPLAY": screen["DISPLAY"]}, check=True)
    finally:
        studio.terminate()
        status = studio.wait(60)
    assert status == 0
