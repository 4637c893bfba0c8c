"""Files that the documents name: each must be there."""

from __future__ import annotations

import re

from tests.house.sources import ROOT

DOCUMENTS = ("CONTRIBUTING.md", "docs/map.md", "docs/words.md", "README.md")


def missing() -> list[str]:
    """ "document: path" for each path in backticks or a link, with a slash or a suffix, that leads nowhere."""
    found = []
    for document in DOCUMENTS:
        text = re.sub(r"```.*?```", "", (ROOT / document).read_text(encoding="utf-8"), flags=re.DOTALL)
        named = re.findall(r"`([\w.*-]+(?:/[\w.*-]*)+|[\w-]+\.(?:py|md|toml))`", text)
        linked = [link for link in re.findall(r"\]\(([^)#:]+)", text)]
        base = (ROOT / document).parent
        found += [f"{document}: {path}" for path in named if not _there(path)]
        found += [f"{document}: {link}" for link in linked if not (base / link).exists()]
    return found


def _there(path: str) -> bool:
    if path.startswith((".", "_")):  # made by a command, or beside something named before
        return True
    if "*" in path:
        return any(ROOT.glob(path))
    return (ROOT / path).exists()
