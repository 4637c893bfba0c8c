"""Who may import whom, and what `import engine` must not cost."""

import ast
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
}
ALLOWED = {"kpvp_gui": "training.runs"}  # what a run on disk is: the one part of training that the window imports


def imported_packages(file: Path, allowed: str = "") -> set[str]:
    """The packages that a file imports from, `allowed` and what is below it left out."""
    names = set()
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module)
    return {name.split(".")[0] for name in names if not (allowed and f"{name}.".startswith(f"{allowed}."))}


@pytest.mark.parametrize("package", FORBIDDEN)
def test_imports_go_one_way(package):
    offences = {
        str(file.relative_to(ROOT)): sorted(found)
        for file in (ROOT / package).rglob("*.py")
        if (found := imported_packages(file, ALLOWED.get(package, "")) & FORBIDDEN[package])
    }
    assert not offences


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
