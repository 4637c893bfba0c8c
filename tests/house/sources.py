"""The house's Python files, parsed once."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PRODUCT = ("main.py", "engine", "training", "kpvp_gui", "resources")


@dataclass(frozen=True)
class Source:
    """One file. `path` from the root, with slashes; `module` as it is imported; `tree` its syntax."""

    path: str
    module: str
    text: str
    tree: ast.Module

    @property
    def folder(self) -> str:
        return self.path.rpartition("/")[0]

    @property
    def is_package(self) -> bool:
        return self.path.endswith("__init__.py")


@cache
def product() -> tuple[Source, ...]:
    """Everything that a wheel holds."""
    return _sources(PRODUCT)


@cache
def everything() -> tuple[Source, ...]:
    """The same, and the tests."""
    return product() + _sources(("tests",))


def strings(source: Source) -> list[ast.Constant]:
    """The string literals of a file, those inside f-strings too, but no docstrings."""
    spoken = {
        id(node.value)
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    return [
        node
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in spoken
    ]


def annotated(cls: ast.ClassDef) -> set[str]:
    """The names that a class body annotates: a dataclass's fields."""
    return {
        node.target.id for node in cls.body if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
    }


def _sources(roots: tuple[str, ...]) -> tuple[Source, ...]:
    files = [
        file for root in roots for file in ([ROOT / root] if root.endswith(".py") else (ROOT / root).rglob("*.py"))
    ]
    return tuple(_source(file) for file in sorted(files))


def _source(file: Path) -> Source:
    path = file.relative_to(ROOT).as_posix()
    text = file.read_text(encoding="utf-8")
    module = path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    return Source(path, module, text, ast.parse(text))
