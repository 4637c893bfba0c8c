"""Who imports whom: what is forbidden, and circles. Imports inside functions and for types alone count, too."""

from __future__ import annotations

import ast
from functools import cache

from tests.house.sources import Source, product

QT = ("PySide6", "pyqtgraph", "superqt")
TORCH = ("torch", "torchvision", "accelerate")

# room: (never imported, except below). The longest room that fits a file rules it.
FORBIDDEN: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "engine": ((*QT, "training", "kpvp_gui", "main"), ()),
    "training": ((*QT, "kpvp_gui", "main"), ()),
    "training.runs": ((*QT, *TORCH, "kpvp_gui", "main", "training"), ("training.runs",)),
    "training.worlds": ((*QT, *TORCH, "kpvp_gui", "main", "training"), ("training.worlds",)),
    "kpvp_gui": ((*TORCH, "main", "training"), ("training.runs",)),
    "resources": ((*QT, *TORCH, "engine", "training", "kpvp_gui", "main"), ()),
}
# module: what it may import all the same, and why.
EXCEPTIONS = {"kpvp_gui.background.torch_import": ("torch", "imports it for the engine thread, once the window stands")}
# Rooms that reach no torch through what they import either, unless a function asks for it later.
TORCH_FREE = ("training.runs", "training.worlds", "kpvp_gui", "main")


def imported(source: Source, at_once: bool = False) -> set[str]:
    """Names of modules that a file imports, as far as they are told apart: `from a.b import c` gives a.b and a.b.c.

    at_once: only what importing the file imports, not what a function or a type checker does.
    """
    names: set[str] = set()
    for node in _nodes(source.tree, at_once):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def forbidden() -> list[str]:
    """ "file imports module" for each import that a room may not have, at whatever distance for torch."""
    found = []
    for source in product():
        room = max((room for room in FORBIDDEN if _within(source.module, room)), key=len, default=None)
        if room is None:
            continue
        never, but = FORBIDDEN[room]
        found += [
            f"{source.path} imports {name}"
            for name in sorted(imported(source))
            if any(_within(name, other) for other in never)
            and not _allowed(name, but)
            and name != EXCEPTIONS.get(source.module, ("",))[0]
        ]
    return found + _reaching_torch()


def circles() -> list[list[str]]:
    """Groups of files that import each other, directly or round about."""
    graph = {source.path: sorted(_files(source, at_once=False)) for source in product()}
    return [sorted(group) for group in _components(graph) if len(group) > 1]


def _nodes(tree: ast.AST, at_once: bool):
    if not at_once:
        yield from ast.walk(tree)
        return
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            continue
        yield node
        yield from _nodes(node, at_once)


def _within(name: str, package: str) -> bool:
    return name == package or name.startswith(package + ".")


def _allowed(name: str, but: tuple[str, ...]) -> bool:
    # `from training import runs` names its parent, too.
    return any(_within(name, other) or _within(other, name) for other in but)


@cache
def _by_module() -> dict[str, Source]:
    return {source.module: source for source in product()}


def _files(source: Source, at_once: bool) -> set[str]:
    """Paths of the product's files that a file imports by name; a package only where nothing in it is meant."""
    names = imported(source, at_once)
    modules = {name for name in names if name in _by_module()}
    inner = {name for name in modules if not any(other != name and _within(other, name) for other in modules)}
    return {_by_module()[name].path for name in inner} - {source.path}


def _reaching_torch() -> list[str]:
    by_path = {source.path: source for source in product()}
    found = []
    for source in product():
        if not any(_within(source.module, room) for room in TORCH_FREE):
            continue
        waiting, seen = [source.path], {source.path}
        while waiting:
            here = waiting.pop()
            heavy = [name for name in imported(by_path[here], at_once=True) if name in TORCH]
            if heavy and here != source.path:
                found.append(f"{source.path} reaches {heavy[0]} through {here}")
            new = _files(by_path[here], at_once=True) - seen
            seen |= new
            waiting += new
    return sorted(found)


def _components(graph: dict[str, list[str]]) -> list[list[str]]:
    """Strongly connected components (Tarjan 1972)."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[list[str]] = []

    def visit(node: str) -> None:
        index[node] = low[node] = len(index)
        stack.append(node)
        for other in graph[node]:
            if other not in index:
                visit(other)
                low[node] = min(low[node], low[other])
            elif other in stack:
                low[node] = min(low[node], index[other])
        if low[node] == index[node]:
            found.append([])
            while True:
                found[-1].append(stack.pop())
                if found[-1][-1] == node:
                    break

    for node in graph:
        if node not in index:
            visit(node)
    return found
