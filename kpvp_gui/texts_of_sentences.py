"""The sentences of the engine and of training that the window says: errors, and advice about data.

They stand in `sentence("...")` where they are made. `python -m kpvp_gui.texts_of_sentences` writes them as marks, for
`make translations` to find.
"""

from __future__ import annotations

import ast
from pathlib import Path

_ROOT = Path(__file__).parents[1]
_ROOMS = ("engine", "training")


def texts() -> list[str]:
    """All of them, each once, in the order of the files."""
    found: dict[str, None] = {}
    for room in _ROOMS:
        for path in sorted((_ROOT / room).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "sentence":
                    text = node.args[0]
                    if isinstance(text, ast.Constant) and isinstance(text.value, str):
                        found[text.value] = None
    return list(found)


if __name__ == "__main__":
    print("\n".join(f"marked({text!r})" for text in texts()))
