"""Who may import whom, and what importing costs: `import engine`, `training.runs`, the window."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
QT = {"PySide6", "pyqtgraph", "superqt"}
FORBIDDEN = {
    "engine": {"training", "kpvp_gui", "main", *QT},
    "training": {"kpvp_gui", "main", *QT},
    "kpvp_gui": {"training", "main"},
    "training/runs": {"training", "torch", "torchvision", "accelerate", "cv2"},
}
ALLOWED = "training.runs"  # the one part of training that the window imports, and of itself what training.runs does


def imported_modules(file: Path) -> set[str]:
    """The modules, and whatever else is imported from them by name."""
    names = set()
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def imported_packages(file: Path) -> set[str]:
    """All of them, but training.runs for the window and itself."""
    own = file.is_relative_to(ROOT / "kpvp_gui") or file.is_relative_to(ROOT / "training" / "runs")
    return {name.split(".")[0] for name in imported_modules(file) if not (own and f"{name}.".startswith(f"{ALLOWED}."))}


@pytest.mark.parametrize("package", FORBIDDEN)
def test_imports_go_one_way(package):
    offences = {
        str(file.relative_to(ROOT)): sorted(imported_packages(file) & FORBIDDEN[package])
        for file in (ROOT / package).rglob("*.py")
        if imported_packages(file) & FORBIDDEN[package]
    }
    assert not offences


@pytest.mark.parametrize(
    "statement",
    [
        "import engine",
        "import engine; engine.Clip, engine.ModelCard, engine.list_models(), engine.read_photo, engine.KpvpError",
        "import main; main.build_parser()",
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


def beside_runs(modules: list[str]) -> list[str]:
    """Modules of training that are none of `training.runs`."""
    return [name for name in modules if name.startswith("training.") and not f"{name}.".startswith(f"{ALLOWED}.")]


def test_training_runs_loads_neither_torch_nor_qt_nor_other_training():
    modules = [file.stem for file in (ROOT / "training" / "runs").glob("*.py") if file.stem != "__init__"]
    loaded = loaded_by("import " + ", ".join(f"training.runs.{name}" for name in modules))
    assert f"training.runs.{modules[0]}" in loaded and not beside_runs(loaded)
    assert not {"torch", "torchvision", "accelerate", "cv2", "kpvp_gui", *QT} & set(loaded)


def test_the_window_loads_of_training_only_what_it_shows_at_once():
    loaded = loaded_by("import kpvp_gui.app")
    assert "training.runs.folder" in loaded and not beside_runs(loaded)
    assert not {"torch", "cv2", "training.runs.config", "training.runs.estimate"} & set(loaded)
