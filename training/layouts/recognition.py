"""The layouts a folder of clips can have, and which one it has. Reads names and labels, no pictures."""

from __future__ import annotations

from pathlib import Path

from engine.errors import TrainingError
from engine.sentences import sentence
from training.layouts import folder, mgif, penn_action, sprites, uva_nemo
from training.layouts.listing import Listing, SourceClip

_WITH_LANDMARKS = {"penn_action": penn_action, "uva_nemo": uva_nemo, "mgif": mgif, "sprites": sprites}
LAYOUTS = {**_WITH_LANDMARKS, "folder": folder}
HOW_TO = sentence(
    "Give a folder with CLASS/clip.mp4 (or .avi, .mov, .webm, .gif, .webp), CLASS/clip/0001.jpg, or just clips."
)


def read(path: Path | str, layout: str = "auto") -> Listing:
    """What lies in the folder. layout: "auto" or one of `LAYOUTS`.

    Raises TrainingError for a path that is no folder that can be read, and for an unknown layout; a folder without
    clips gives an empty listing.
    """
    root = Path(path).expanduser()
    try:
        if not root.exists():
            raise TrainingError(f"There is no folder {path}.", "Check the path.")
        if not root.is_dir():
            raise TrainingError(f"{path} is a file.", HOW_TO)
        next(root.iterdir(), None)
    except OSError as error:
        raise TrainingError(f"{path} cannot be read: {error.strerror}.", "Check that you may read it.") from None
    if layout == "auto":
        layout = recognise(root)
    if layout not in LAYOUTS:
        raise TrainingError(f"There is no layout {layout!r}.", f"Choose auto, {', '.join(LAYOUTS)}.")
    if layout == "penn_action" and not penn_action.recognised(root):
        raise TrainingError(f"{path} has no frames/ and labels/*.mat.", "Choose Penn Action's own folder.")
    return LAYOUTS[layout].read(root)


def recognise(root: Path) -> str:
    """The name of the layout whose landmarks the folder has; "folder" if it has none."""
    for name, reader in _WITH_LANDMARKS.items():
        if reader.recognised(root):
            return name
    return "folder"


def kept(listing: Listing, actions: tuple[str, ...]) -> tuple[list[SourceClip], tuple[str, ...]]:
    """(clips, classes): of the wanted classes only, in the wanted order; of all if `actions` is empty.

    Raises TrainingError for a class that has no clip.
    """
    if not actions:
        return listing.clips, listing.classes()
    present = {_plain(name): name for name in listing.classes()}
    missing = [name for name in actions if _plain(name) not in present]
    if missing:
        found = ", ".join(listing.classes()) or "none"
        raise TrainingError(f"{listing.root.name} has no class {missing[0]!r}.", f"Its classes are: {found}.")
    names = tuple(dict.fromkeys(present[_plain(name)] for name in actions))
    return [clip for clip in listing.clips if clip.action in names], names


def _plain(name: str) -> str:
    return name.strip().casefold().replace(" ", "_").replace("-", "_")
