"""Who may import whom, and what `import engine` must not cost."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.imports import FORBIDDEN, forbidden

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
