"""Who may import whom, and what importing costs: `import engine`, `training.runs`, the window."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.imports import FORBIDDEN, QT, forbidden

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("room", FORBIDDEN)
def test_imports_go_one_way(room):
    assert not [offence for offence in forbidden() if offence.startswith(room.replace(".", "/") + "/")]


@pytest.mark.parametrize(
    "statement",
    [
        "import engine",
        "import engine; engine.Clip, engine.ModelCard, engine.list_models(), engine.read_photo, engine.KpvpError",
        "import main; main.build_parser()",
        "import main, contextlib, io\n"
        "with contextlib.suppress(SystemExit), contextlib.redirect_stdout(io.StringIO()): main.main(['--help'])",
    ],
)
def test_light_imports_stay_light(statement):
    heavy = ("torch", "torchvision", "cv2", "PySide6", "scipy")
    code = f"{statement}\nimport sys\nprint([name for name in {heavy} if name in sys.modules])"
    result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


def loaded_by(statement: str) -> list[str]:
    """What a fresh process has loaded after `statement`."""
    done = subprocess.run(
        [sys.executable, "-c", f"{statement}\nimport sys\nprint(*sys.modules, sep='\\n')"],
        cwd=ROOT,
        env=dict(os.environ, QT_QPA_PLATFORM="offscreen"),
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.split()


@pytest.mark.parametrize("name", ["people", "animals"])
def test_loading_a_model_loads_no_compiler(name):
    loaded = loaded_by(f"import engine\nengine.load_model({name!r})")
    assert "engine.models.assembly" in loaded and not {"torch._dynamo", "torch._inductor", "sympy"} & set(loaded)


def beside_runs(modules: list[str]) -> list[str]:
    """Modules of training that are none of `training.runs`."""
    return [name for name in modules if name.startswith("training.") and not f"{name}.".startswith("training.runs.")]


def test_training_runs_loads_neither_torch_nor_qt_nor_other_training():
    modules = [file.stem for file in (ROOT / "training" / "runs").glob("*.py") if file.stem != "__init__"]
    loaded = loaded_by("import " + ", ".join(f"training.runs.{name}" for name in modules))
    assert f"training.runs.{modules[0]}" in loaded and not beside_runs(loaded)
    assert not {"torch", "torchvision", "accelerate", "cv2", "kpvp_gui", *QT} & set(loaded)


def test_the_window_loads_of_training_only_what_it_shows_at_once():
    loaded = loaded_by("import kpvp_gui.app")
    assert "training.runs.folder" in loaded and not beside_runs(loaded)
    assert not {"torch", "cv2", "training.runs.config", "training.runs.estimate"} & set(loaded)
