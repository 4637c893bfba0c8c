"""The installed program works away from its source, in a folder full of files with the same names."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = ("main.py", "pyproject.toml", "README.md", "LICENSE")
PACKAGES = ("engine", "training", "kpvp_gui", "resources")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """A wheel built from a copy, so that no build folder appears in the source."""
    copy = tmp_path_factory.mktemp("source")
    for name in SOURCES:
        if (ROOT / name).exists():
            shutil.copy(ROOT / name, copy)
    for name in PACKAGES:
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    (copy / "docs").mkdir()
    for page in (ROOT / "docs").glob("*.md"):
        shutil.copy(page, copy / "docs")
    shutil.copytree(ROOT / "tests", copy / "tests", ignore=shutil.ignore_patterns("__pycache__"))
    built = tmp_path_factory.mktemp("wheel")
    options = "--no-deps", "--no-build-isolation", "--quiet", "--wheel-dir"
    subprocess.run([sys.executable, "-m", "pip", "wheel", *options, built, copy], check=True, capture_output=True)
    return next(built.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """A function running the installed `kpvp` among decoys; the dependencies are those of these tests."""
    home = tmp_path_factory.mktemp("installed")
    venv.create(home / "venv", symlinks=os.name == "posix")
    scripts = home / "venv" / ("Scripts" if os.name == "nt" else "bin")
    pip = [sys.executable, "-m", "pip", "--python", scripts / "python", "install", "--no-deps", "--quiet", wheel]
    subprocess.run(pip, check=True, capture_output=True)
    place = subprocess.run(
        [scripts / "python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True,
        capture_output=True,
        text=True,
    )
    # A plain path line: the packages there are found, the development install's own hooks are not run.
    (Path(place.stdout.strip()) / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    decoys = home / "decoys"
    for name in (*PACKAGES, "tests"):
        (decoys / name).mkdir(parents=True)
        (decoys / name / "__init__.py").write_text("raise SystemExit('a decoy was imported')")
    for name in ("main", "torch", "numpy", "json"):
        (decoys / f"{name}.py").write_text("raise SystemExit('a decoy was imported')")

    def run(*arguments):
        environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "KPVP"))}
        command = [scripts / "kpvp", *map(str, arguments)]
        return subprocess.run(command, cwd=decoys, env=environment, capture_output=True, text=True)

    return run


def test_the_wheel_holds_the_program_and_not_its_tests(wheel):
    listing = subprocess.run([sys.executable, "-m", "zipfile", "-l", wheel], capture_output=True, text=True, check=True)
    names = [line.split()[0] for line in listing.stdout.splitlines()[1:]]
    assert "main.py" in names and any(name.startswith("training/runs/presets/") for name in names)
    assert any(name.startswith("resources/icons/") for name in names)
    assert {"docs/studio.md", "docs/training.md", "docs/words.md"} <= set(names)
    assert not any(name.startswith("tests/") for name in names)


def test_it_runs_among_decoys(installed):
    version = installed("--version")
    assert version.returncode == 0 and version.stdout.startswith("kpvp 0") and version.stderr == ""
    listed = installed("models", "--json")
    assert listed.returncode == 0, listed.stderr
    json.loads(listed.stdout)


def test_it_generates_a_clip_among_decoys(installed, lively_model, photo_file, tmp_path):
    out = tmp_path / "clip.gif"
    result = installed("generate", photo_file, "--model", lively_model, "--action", "squats", "--out", out)
    assert result.returncode == 0, result.stderr
    assert out.stat().st_size > 0


@pytest.fixture
def photo_file(tmp_path, picture):
    from PIL import Image

    Image.fromarray(picture).save(tmp_path / "photo.png")
    return tmp_path / "photo.png"
