"""The packaged program is its own Python for its children: it knows all of them, and nothing else."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from training.runs import process

ROOT = Path(__file__).parents[2]
START = ROOT / "package" / "start.py"


def start(*arguments: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-P", str(START), *arguments],
        env=process.environment(),
        capture_output=True,
        text=True,
        timeout=120,
    )


def test_every_child_that_is_started_anywhere_is_known():
    started = set()
    for room in ("engine", "training", "kpvp_gui"):
        for file in (ROOT / room).rglob("*.py"):
            started |= set(re.findall(r'"-m",\s*"([\w.]+)"', file.read_text("utf-8")))
    listed = re.search(r"^CHILDREN = \((.*?)\)", START.read_text("utf-8"), re.MULTILINE)
    assert listed is not None
    assert started == set(re.findall(r'"([\w.]+)"', listed[1]))


@pytest.mark.parametrize("arguments", [("--version",), ("-m", "main", "--version")])
def test_commands_are_understood_with_and_without_their_module(arguments):
    done = start(*arguments)
    assert done.returncode == 0 and done.stdout.startswith("kpvp 0"), done.stderr


def test_training_starts_as_the_studio_starts_it():
    assert '"presets"' in start("-m", "training", "--describe").stdout


def test_no_other_module_is_run():
    done = start("-m", "http.server", "--help")
    assert done.returncode == 2 and "no module 'http.server'" in done.stderr


def test_a_package_starts_itself_where_others_start_python(monkeypatch):
    assert process.python("-m", "training")[1] == "-P"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert process.python("-m", "training") == [sys.executable, "-m", "training"]
