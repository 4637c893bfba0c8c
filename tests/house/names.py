"""Names: two things with one, and things that nothing uses."""

from __future__ import annotations

import ast
import re
from collections import Counter, defaultdict

from tests.house.sources import Source, product

# Modules of one kind share their interface, and are always called by their own name: `penn_action.read(root)`.
SAME_INTERFACE = (
    ("engine/commands", "training/commands"),
    ("engine/formats",),
    ("training/layouts",),
)


def classes_twice() -> dict[str, list[str]]:
    """Public classes and type aliases of one name in several files."""
    found = defaultdict(list)
    for source in product():
        for name in _defined(source, ast.ClassDef) | _aliases(source):
            found[name].append(source.path)
    return {name: paths for name, paths in sorted(found.items()) if len(paths) > 1}


def functions_twice() -> dict[str, list[str]]:
    """Public functions of one name in several files, where one is imported without its module's name."""
    found = defaultdict(list)
    for source in product():
        for name in _defined(source, ast.FunctionDef):
            found[name].append(source.path)
    bare = set()
    for source in product():
        for node in ast.walk(source.tree):
            if isinstance(node, ast.ImportFrom) and node.module:
                bare |= {(node.module, alias.name) for alias in node.names}
    module = {source.path: source.module for source in product()}
    return {
        name: paths
        for name, paths in sorted(found.items())
        if len(paths) > 1 and any((module[path], name) in bare for path in paths) and not _one_kind(paths)
    }


def unused() -> list[str]:
    """Public functions, classes, constants, methods and signals that no file of the product mentions again."""
    mentioned: Counter[str] = Counter()
    for source in product():
        mentioned.update(_mentions(source))
    found = []
    for source in product():
        for name, line in _public(source):
            if not mentioned[name]:
                found.append(f"{source.path}:{line} {name}")
    return found


def _defined(source: Source, kind: type[ast.ClassDef] | type[ast.FunctionDef]) -> set[str]:
    return {node.name for node in source.tree.body if isinstance(node, kind) and not node.name.startswith("_")}


def _aliases(source: Source) -> set[str]:
    """`Cancel = Callable[[], bool] | None` and the like."""
    names = set()
    for node in source.tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            name = node.targets[0].id
            if re.fullmatch(r"[A-Z][A-Za-z]*[a-z][A-Za-z]*", name):
                names.add(name)
    return names


def _one_kind(paths: list[str]) -> bool:
    folders = {path.rpartition("/")[0] for path in paths}
    return any(folders <= set(kinds) for kinds in SAME_INTERFACE)


def _public(source: Source):
    """(name, line) of what a file offers. What a framework calls is left out: Qt's camelCase, torch's forward."""
    for node in source.tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield from _offered(node.name, node.lineno)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
                if isinstance(target, ast.Name):
                    yield from _offered(target.id, node.lineno)
        if isinstance(node, ast.ClassDef):
            for inner in node.body:
                if isinstance(inner, ast.FunctionDef) and not re.search("[A-Z]", inner.name):
                    yield from _offered(inner.name, inner.lineno)
                elif isinstance(inner, ast.Assign) and "Signal(" in ast.unparse(inner.value):
                    yield from _offered(ast.unparse(inner.targets[0]), inner.lineno)


def _offered(name: str, line: int):
    if not name.startswith("_") and name != "forward":
        yield name, line


def _mentions(source: Source):
    """Every identifier that is read, called, imported or named in a string."""
    emitted = {
        id(node.value) for node in ast.walk(source.tree) if isinstance(node, ast.Attribute) and node.attr == "emit"
    }  # sending a signal does not make anyone receive it
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            yield node.id
        elif isinstance(node, ast.Attribute) and id(node) not in emitted:
            yield node.attr
        elif isinstance(node, ast.alias):
            yield node.name.rpartition(".")[2]
        elif isinstance(node, ast.keyword) and node.arg:
            yield node.arg
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and re.fullmatch(r"[\w.:]+", node.value):
            yield from re.split(r"[.:]", node.value)
