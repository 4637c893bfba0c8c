"""What a clip's files contain, in a few bytes: the key of a store, and the die that chooses held-out clips.

Neither depends on where the folder lies or when a file was written.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

from training.layouts.listing import SourceClip

_ENDS = 65536  # bytes read at either end of a file


def digest(clip: SourceClip) -> str:
    """A hash of the sizes of all files of a clip and of the ends of its first and last file. Raises OSError."""
    found = hashlib.sha256()
    for file in clip.files:
        found.update(f"{os.path.getsize(file)} ".encode())
    for file in dict.fromkeys((clip.files[0], clip.files[-1])):
        with open(file, "rb") as stream:
            found.update(stream.read(_ENDS))
            size = os.fstat(stream.fileno()).st_size
            stream.seek(max(_ENDS, size - _ENDS))
            found.update(stream.read(_ENDS))
    return found.hexdigest()


def digests(clips: Sequence[SourceClip], progress: Callable[[int, int], None] | None = None) -> list[str]:
    """`digest` of each clip, "" for one that cannot be read."""

    def one(clip: SourceClip) -> str:
        try:
            return digest(clip)
        except OSError:
            return ""

    with ThreadPoolExecutor(min(8, 2 * (os.cpu_count() or 1))) as pool:
        found = []
        for text in pool.map(one, clips):
            found.append(text)
            if progress:
                progress(len(found), len(clips))
        return found


def combined(clips: Sequence[SourceClip], contents: Sequence[str], settings: dict) -> str:
    """One hash of all clips' names, classes and contents (as `digests` gives them), and of the settings of decoding."""
    listed = [[clip.name, clip.action, clip.held_out, text] for clip, text in zip(clips, contents, strict=True)]
    return hashlib.sha256(json.dumps([listed, settings], sort_keys=True).encode()).hexdigest()[:20]


def held_out(clips: Sequence[SourceClip], contents: Sequence[str], share: float) -> list[bool]:
    """Which clips are held out: by the data set's own split where it has one, else about `share` of every class.

    The choice follows the contents: copies of one clip stay together, and a clip keeps its side when the folder is
    moved or its files are renamed. At least one clip is held out if there are two and `share` is not 0.
    """
    if {True, False} <= {clip.held_out for clip in clips}:
        return [bool(clip.held_out) for clip in clips]
    by_class: dict[str, list[str]] = {}
    for clip, text in zip(clips, contents, strict=True):
        by_class.setdefault(clip.action, []).append(text)
    chosen: set[str] = set()
    for texts in by_class.values():
        different = sorted(set(texts))
        chosen.update(different[: min(round(share * len(different)), len(different) - 1)])
    if share and not chosen:
        largest = sorted(set(max(by_class.values(), key=lambda texts: len(set(texts)), default=[])))
        chosen.update(largest[: min(1, len(largest) - 1)])
    return [text in chosen for text in contents]
