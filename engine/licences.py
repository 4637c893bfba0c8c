"""Under which licences this program and all that it is made of may be used, as the installed packages' metadata says.

What comes without metadata of its own (weights, drawings, programs inside a package) stands in `BUNDLED`.
"""

from __future__ import annotations

import platform
import re
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

from engine.version import PACKAGE, installed_version

_LONGEST = 60  # characters of a licence's name; some packages give the whole text instead
_TEXTS = re.compile(r"(^|/)(licen[cs]e|copying|notice|authors|copyright)[^/]*$", re.IGNORECASE)
_NAME = re.compile(r"\s*([A-Za-z0-9._-]+)\s*(?:\[([^\]]*)\])?")
_EXTRA = re.compile(r"""extra\s*==\s*["']([^"']+)""")
_PREFIX = "License :: OSI Approved :: "


class LicensedPart(NamedTuple):
    """Something that this program contains or uses."""

    name: str
    version: str  # "" if it has none
    licence: str  # as its makers name it
    note: str = ""  # where it is found in this program


BUNDLED = (
    LicensedPart("EfficientNet-Lite0, weights", "", "Apache-2.0", "in the models people and animals"),
    LicensedPart("FFmpeg, a program", "", "GPL-3.0-or-later", "in imageio-ffmpeg; started as a process of its own"),
    LicensedPart("Humans of MakeHuman's core assets", "", "CC0-1.0", "learned from, and seen in samples"),
    LicensedPart("Characters by Quaternius", "", "CC0-1.0", "learned from, and seen in samples"),
)


def parts() -> list[LicensedPart]:
    """This program first, then what comes with it, then every package it needs, in order of name."""
    python = LicensedPart("Python", platform.python_version(), "PSF-2.0")
    own, others = [], []
    for name in requirements():
        (own if name == PACKAGE else others).append(_part(name))
    return [*own, *BUNDLED, python, *others]


def text_of(name: str) -> str:
    """The licences' full text that a package brings along; "" if it brings none."""
    if installed_version(name) is None:
        return ""
    found = []
    for file in metadata.distribution(name).files or ():
        if _TEXTS.search(str(file)) and ".dist-info" in str(file):
            try:
                found.append(Path(file.locate()).read_text("utf-8", "replace").strip())
            except OSError:
                continue
    return "\n\n".join(dict.fromkeys(found))


def requirements() -> list[str]:
    """This program's own name and those of all packages it needs, and they need, that are installed; sorted."""
    waiting: list[tuple[str, frozenset[str]]] = [(PACKAGE, frozenset())]
    found: dict[str, frozenset[str]] = {}
    while waiting:
        name, extras = waiting.pop()
        if (name in found and extras <= found[name]) or installed_version(name) is None:
            continue
        found[name] = extras | found.get(name, frozenset())
        for line in metadata.requires(name) or ():
            needed, _, marker = line.partition(";")
            only_for = _EXTRA.search(marker)
            # What another marker leaves out on this system is not installed.
            named = _NAME.match(needed)
            if named and (only_for is None or _normal(only_for[1]) in extras):
                asked = frozenset(_normal(extra) for extra in (named[2] or "").split(",") if extra.strip())
                waiting.append((_normal(named[1]), asked))
    return sorted(found)


def as_text() -> str:
    """All parts, a line each."""
    return "\n".join(
        f"{part.name} {part.version}".strip() + f": {part.licence}" + (f" ({part.note})" if part.note else "")
        for part in parts()
    )


def _part(name: str) -> LicensedPart:
    found = metadata.distribution(name)
    about = found.metadata
    written = _first(about, "License-Expression")
    classified = [text.removeprefix(_PREFIX) for text in about.get_all("Classifier") or () if text.startswith(_PREFIX)]
    stated = _first(about, "License").strip().partition("\n")[0]
    short = stated if 0 < len(stated) <= _LONGEST and stated.upper() != "UNKNOWN" else ""
    return LicensedPart(
        _first(about, "Name") or name,
        found.version,
        written or short or " / ".join(classified) or "see its licence text",
    )


def _first(about: metadata.PackageMetadata, field: str) -> str:
    return next(iter(about.get_all(field) or ()), "")


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name.strip()).lower()
