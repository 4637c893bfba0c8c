"""How large files and folders are."""

from __future__ import annotations

from collections import Counter

from tests.house.sources import everything

MOST_FILES = 20  # of a folder, its __init__.py aside
MOST_LINES = 400  # of a file


def files_per_folder() -> dict[str, int]:
    """Python files by folder, most first."""
    counts = Counter(source.folder or "." for source in everything() if not source.is_package)
    return dict(counts.most_common())


def lines_per_file() -> dict[str, int]:
    """Lines by file, most first."""
    counts = Counter({source.path: source.text.count("\n") for source in everything()})
    return dict(counts.most_common())
