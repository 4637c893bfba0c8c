"""UvA-NEMO as it is distributed: videos/001_deliberate_smile_2.mp4 and a table of file details. One class.

(Dibeklioglu, Salah and Gevers, ECCV 2012.) The table only names the files; those that the folder lacks are problems.
"""

from __future__ import annotations

import re
from pathlib import Path

from engine.errors import Problem, TrainingError
from training.layouts.listing import VIDEOS, Listing, SourceClip, suffix, walk

_DETAILS = "UvA-NEMO_Smile_Database_File_Details.txt"
_HEADER_LINES = 5
_NAME = re.compile(r"\d+_(deliberate|spontaneous)_smile_\d+")
CLASS = "smile"


def recognised(root: Path) -> bool:
    """Whether `root` has the table of details, or a folder of videos named like UvA-NEMO's."""
    if (root / _DETAILS).is_file():
        return True
    return any(_NAME.match(path.stem) for path in (root / "videos").glob("*.*"))


def read(root: Path) -> Listing:
    """Every video of the data set."""
    listing = Listing("uva_nemo", root)
    found: set[str] = set()
    for folder, files in walk(root, listing.problems):
        for file in files:
            if suffix(file) in VIDEOS:
                name = f"{folder}/{file}" if folder else file
                found.add(file)
                listing.clips.append(SourceClip(name, CLASS, "video", (str(root / name),)))
    if (root / _DETAILS).is_file():
        missing = [name for name in listed_files(root / _DETAILS) if name not in found]
        listing.problems += [Problem(name, "The table of details lists it, but it is not there.") for name in missing]
    return listing


def listed_files(path: Path) -> list[str]:
    """The file names in the table of details: the first column, after five lines of heading."""
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise TrainingError(f"{path.name} cannot be read: {error.strerror}.", "Check that you may read it.") from None
    rows = (line.split("\t")[0].strip() for line in text.splitlines()[_HEADER_LINES:])
    return [name for name in rows if _NAME.match(name)]
