"""The checked words of docs/words.md: none of them in the names, docstrings and comments of the product."""

from __future__ import annotations

import ast
import io
import re
import tokenize

from tests.house.sources import ROOT, Source, product


def checked_words() -> list[tuple[str, str, str]]:
    """(word, where, what to say instead), the rows of the table under "Words that are checked"."""
    table = (ROOT / "docs/words.md").read_text(encoding="utf-8").partition("## Words that are checked")[2]
    rows = [
        [cell.strip() for cell in line.strip("| \n").split("|")]
        for line in table.splitlines()
        if "`" in line and "|" in line
    ]
    return [(word, where, instead) for words, where, instead in rows for word in re.findall(r"`(\w+)`", words)]


def offences() -> list[str]:
    """ "path:line word" wherever a checked word stands; the line of a file's own name is 0."""
    rows = checked_words()
    found = []
    for source in product():
        names, text = list(_names(source)), list(_text(source))
        for word, where, _ in rows:
            room = where.partition(" in ")[2]
            if room and not source.path.startswith(room):
                continue
            pattern = re.compile(rf"\b{word}\b", re.IGNORECASE)
            if "names" in where:
                found += [f"{source.path}:{line} {word}" for name, line in names if word in _parts(name)]
            if "text" in where:
                found += [f"{source.path}:{line} {word}" for said, line in text if pattern.search(said)]
    return sorted(set(found))


def _names(source: Source):
    """(identifier, line): what the file defines, assigns or takes, and its own name."""
    yield source.path.rpartition("/")[2].removesuffix(".py"), 0
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name, node.lineno
        elif isinstance(node, ast.arg):
            yield node.arg, node.lineno
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id, node.lineno
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.attr, node.lineno


def _parts(name: str) -> list[str]:
    """The words of an identifier: `the_bell` and `TheBell` have two."""
    return re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", name).lower().split("_")


def _text(source: Source):
    """(text, line) of docstrings and comments."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            yield node.value.value, node.lineno
    for token in tokenize.generate_tokens(io.StringIO(source.text).readline):
        if token.type == tokenize.COMMENT:
            yield token.string, token.start[0]
