"""Facts that are written down in one place only, each with a search that finds every place.

A search looks at syntax, so that a second definition is found under whatever name; it returns "file:line" of each.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

from tests.house.sources import Source, annotated, product, strings

Search = Callable[[Source], Iterator[int]]


def definitions() -> dict[str, list[str]]:
    """By fact: what defines it, as "path:line". Several lines of one file are one definition, but for classes."""
    found = {}
    for fact, search in FACTS.items():
        lines = [(source.path, line) for source in product() for line in sorted(set(search(source)))]
        once = lines if fact in _COUNTED else dict(reversed(lines)).items()
        found[fact] = sorted(f"{path}:{line}" for path, line in once)
    return found


def _z_of_a_seed(source: Source) -> Iterator[int]:
    for node in _calls(source, "standard_normal"):
        if "RandomState" in ast.unparse(node.func):
            yield node.lineno
    if "RandomState" in source.text and "standard_normal" in source.text:
        yield 1


def _setting(source: Source) -> Iterator[int]:
    yield from (node.lineno for node in _classes(source) if node.name == "Setting")


def _stage_names(source: Source) -> Iterator[int]:
    yield from (node.lineno for node in strings(source) if str(node.value).startswith("keypoints-"))


def _fields_of_a_clip(source: Source) -> Iterator[int]:
    """Classes that annotate them, and calls that copy many of them one by one."""
    fields = {"photo_name", "model_name", "model_id", "action_names", "seed", "crop", "fps", "z", "action", "schedule"}
    for node in _classes(source):
        if len(annotated(node) & fields) >= 5:
            yield node.lineno
    for call in (node for node in ast.walk(source.tree) if isinstance(node, ast.Call)):
        copied = [
            word for word in call.keywords if isinstance(word.value, ast.Attribute) and word.value.attr == word.arg
        ]
        if len({word.arg for word in copied} & fields) >= 5:
            yield call.lineno


def _help_of_network_switches(source: Source) -> Iterator[int]:
    """Tables with three or more of the network's sizes and switches as keys."""
    switches = {
        "detector_encoder",
        "softargmax",
        "gaussian_inv_std",
        "carried_stages",
        "motion_waves",
        "prior_layers",
        "padding",
    }
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Dict):
            keys = {key.value for key in node.keys if isinstance(key, ast.Constant)}
            if len(keys & switches) >= 3 and any(_words(value) for value in node.values):
                yield node.lineno
    for cls in _classes(source):
        if len(annotated(cls) & switches) >= 3:
            yield cls.lineno


def _export_formats(source: Source) -> Iterator[int]:
    suffixes = {".gif", ".mp4", ".webm", ".webp", ".npz"}
    found = [node for node in strings(source) if node.value in suffixes]
    if len({node.value for node in found}) >= 4:
        yield from (node.lineno for node in found)


def _overlays(source: Source) -> Iterator[int]:
    """Constants that list them; a choice among them, handed to a function, or a label for each is none."""
    for node in source.tree.body:
        value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
        items = value.elts if isinstance(value, ast.Tuple | ast.List | ast.Set) else []
        if {"keypoints", "trails"} <= {item.value for item in items if isinstance(item, ast.Constant)}:
            yield node.lineno


def _version(source: Source) -> Iterator[int]:
    yield from (node.lineno for node in strings(source) if node.value == "kpvp-studio")


def _frames_of_a_training_clip(source: Source) -> Iterator[int]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Constant) and type(node.value) is int and node.value == 33:
            yield node.lineno


def _bytes_and_floats(source: Source) -> Iterator[int]:
    yield from (node.lineno for node in ast.walk(source.tree) if isinstance(node, ast.Constant) and node.value == 127.5)


def _user_folders(source: Source) -> Iterator[int]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import | ast.ImportFrom) and "platformdirs" in ast.unparse(node):
            yield node.lineno


def _stored_settings(source: Source) -> Iterator[int]:
    yield from (node.lineno for node in _calls(source, "QSettings"))


def _optimizer_settings(source: Source) -> Iterator[int]:
    yield from (node.lineno for node in _classes(source) if {"rate", "rate_floor"} <= annotated(node))


def _adversarial_losses(source: Source) -> Iterator[int]:
    """Losses known by a part of their name."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Compare) and isinstance(node.left, ast.Constant) and node.left.value == "gan":
            yield node.lineno


FACTS: dict[str, Search] = {
    "z of a seed": _z_of_a_seed,
    "what a setting is": _setting,
    "names of stages": _stage_names,
    "fields of a clip": _fields_of_a_clip,
    "help of network switches": _help_of_network_switches,
    "export formats": _export_formats,
    "overlays": _overlays,
    "version": _version,
    "frames of a training clip": _frames_of_a_training_clip,
    "bytes to [-1, 1] and back": _bytes_and_floats,
    "user folders": _user_folders,
    "the window's QSettings": _stored_settings,
    "optimizer settings": _optimizer_settings,
}

_COUNTED = ("what a setting is", "fields of a clip", "overlays", "optimizer settings")


def steered_by_text() -> list[str]:
    """Where logic hangs on words that a person reads: "path:line"."""
    found = []
    for source in product():
        lines = set(_adversarial_losses(source))
        for node in ast.walk(source.tree):
            if isinstance(node, ast.Compare) and any(_is_label(side) for side in (node.left, *node.comparators)):
                lines.add(node.lineno)
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in ("endswith", "startswith")
            ) and any(isinstance(word, ast.Constant) and word.value == "…" for word in node.args):
                lines.add(node.lineno)
        found += [f"{source.path}:{line}" for line in sorted(lines)]
    return found


def _is_label(node: ast.expr) -> bool:
    """`action.text()`, `box.currentText()` and the like; what was typed into a field is no label."""
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and ast.unparse(node.func) in ("act.text", "action.text")
    )


def _calls(source: Source, name: str) -> Iterator[ast.Call]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", None)
            if called == name:
                yield node


def _classes(source: Source) -> Iterator[ast.ClassDef]:
    yield from (node for node in ast.walk(source.tree) if isinstance(node, ast.ClassDef))


def _words(node: ast.expr) -> bool:
    """Whether a sentence is among the literals."""
    return any(
        isinstance(part, ast.Constant) and isinstance(part.value, str) and " " in part.value for part in ast.walk(node)
    )
