"""The program as a process: closed, full and plain outputs, being ended, and names from strangers in the terminal."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

import main
from engine.files import as_file_name
from engine.models.card import ModelCard
from tests.conftest import ACTIONS, small_spec

ROOT = Path(__file__).parents[3]
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="devices of Linux")


@pytest.fixture
def foreign_models(tmp_path, monkeypatch):
    """A models folder with a card in letters that ASCII lacks."""
    from engine.models.bundle import save_bundle

    folder = tmp_path / "models"
    folder.mkdir()
    card = ModelCard(
        name="x", title="Zoë\x1b]0;owned\x07", network=small_spec().to_json(), actions=ACTIONS, image_size=64
    )
    save_bundle(folder / "foreign.safetensors", card, {"detector.a": np.ones((2, 2), np.float32)})
    monkeypatch.setenv("KPVP_MODELS_DIR", str(folder))
    return folder


def kpvp(*arguments: str, shell: str = "", **variables: str) -> subprocess.CompletedProcess:
    command = ["bash", "-c", f'exec "$@" {shell}', "bash", sys.executable, "-m", "main", *arguments]
    return subprocess.run(command, cwd=ROOT, env=os.environ | variables, capture_output=True, timeout=100)


def test_a_terminal_of_plain_ascii_is_told_everything_and_obeys_no_card(foreign_models):
    done = kpvp("models", PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C")
    assert done.returncode == 0 and b"Zo\\xeb ]0;owned" in done.stdout
    assert b"\x1b" not in done.stdout and b"\x07" not in done.stdout and b"Traceback" not in done.stderr


@LINUX
def test_a_full_output_is_told_in_a_sentence_and_a_closed_one_is_no_error(foreign_models):
    full = kpvp("models", shell=">/dev/full")
    assert full.returncode == 2 and b"no space left" in full.stderr and b"Traceback" not in full.stderr
    closed = kpvp("models", "--json", shell=">&-")
    assert closed.returncode == 0 and not closed.stderr


@LINUX
def test_being_ended_leaves_no_half_file_behind(tmp_path):
    script = (
        "import sys, time; from engine.commands.command import prepare_process; from engine.files import atomic_write\n"
        "prepare_process()\n"
        "with atomic_write(sys.argv[1]): print('writing', flush=True); time.sleep(60)\n"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "clip.mp4")]
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE)
    assert child.stdout is not None and child.stdout.readline() == b"writing\n"
    assert len(list(tmp_path.iterdir())) == 1
    child.send_signal(signal.SIGTERM)
    assert child.wait(20) == 128 + signal.SIGTERM
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("command", ["generate", "batch", "data"])
def test_a_name_of_300_letters_is_told_in_a_sentence(command, tmp_path, capsys, foreign_models):
    long = str(tmp_path / ("n" * 300 + ".gif"))
    arguments = {
        "generate": ["generate", "x.png", "--action", "squats", "--out", long],
        "batch": ["batch", long, "--out", str(tmp_path / "out"), "--model", "nowhere"],
        "data": ["data", long],
    }[command]
    assert main.main(arguments) == 2
    said = capsys.readouterr().err
    assert "Traceback" not in said and 10 < len(said) < 1500


def test_a_frame_rate_on_the_command_line_is_refused_at_once(tmp_path, capsys):
    assert (
        main.main(["generate", "x.png", "--action", "a", "--out", str(tmp_path / "a.gif"), "--fps", "1e999999999"]) == 2
    )
    assert "frame rate" in capsys.readouterr().err


def test_a_broken_card_is_listed_and_hides_no_model(foreign_models, capsys):
    (foreign_models / "broken.safetensors").write_bytes(b"junk")
    assert main.main(["models", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert "foreign" in {model["name"] for model in listed["models"]}
    assert [Path(model["path"]).name for model in listed["broken"]] == ["broken.safetensors"]


@pytest.mark.parametrize(
    "text", ["a/b", "..\\x", "../../x", "nul\0", "C:x", ".", "", "x" * 500, "é" * 500, "a\nb", "<b>"]
)
def test_a_text_becomes_a_file_s_name_and_never_a_path(text, tmp_path):
    name = as_file_name(text)
    assert name and not set(name) & set('/\\:<>"|?*.\0\n') and len(name.encode()) <= 200
    (tmp_path / name).touch()
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_threads_that_wait_leave_their_core_to_others():
    script = (
        "import os, sys\nimport main\nfrom engine.commands.command import prepare_process\nprepare_process()\n"
        "assert 'torch' not in sys.modules\nprint(os.environ['OMP_WAIT_POLICY'], os.environ['KMP_BLOCKTIME'])"
    )

    def said(**given):
        environment = {k: v for k, v in os.environ.items() if not k.startswith(("OMP_", "KMP_"))} | given
        done = subprocess.run(
            [sys.executable, "-c", script], cwd=ROOT, env=environment, capture_output=True, check=True
        )
        return done.stdout.decode().split()

    assert said() == ["PASSIVE", "0"]
    assert said(OMP_WAIT_POLICY="ACTIVE") == ["ACTIVE", "0"]  # who asks for it gets it
