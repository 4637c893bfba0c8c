"""Which models there are: those that come with the program, the user's own, and one more folder for development.

Torch-free, and reads headers only, so that listing models is instant.
"""

import difflib
import os
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from engine.errors import BundleError, ModelNotFoundError
from engine.folders import user_data
from engine.models.bundle import SUFFIX, read_card
from engine.models.card import ModelCard

DEFAULT_MODEL = "people"
FOLDER_VARIABLE = "KPVP_MODELS_DIR"


@dataclass(frozen=True)
class ModelEntry:
    """A model that can be loaded: `name` is what it is called here (the file's stem)."""

    name: str
    path: Path
    card: ModelCard


@dataclass(frozen=True)
class BrokenModel:
    """A file in a model folder that is not a model, and why."""

    path: Path
    error: BundleError


def model_folders() -> list[Path]:
    """The folders searched, first come first served: $KPVP_MODELS_DIR, the program's, the user's."""
    extra = os.environ.get(FOLDER_VARIABLE)
    bundled = Path(str(resources.files("resources") / "models"))
    return [*([Path(extra)] if extra else []), bundled, user_folder()]


def user_folder() -> Path:
    """Where a model of the user's belongs (it need not exist yet)."""
    return user_data() / "models"


def scan() -> tuple[list[ModelEntry], list[BrokenModel]]:
    """Every model in the folders, in order of name with the default first, and every file that only looks like one."""
    entries: dict[str, ModelEntry] = {}
    broken = []
    for folder in model_folders():
        for path in sorted(folder.glob(f"*{SUFFIX}")) if folder.is_dir() else []:
            if path.stem in entries or path.name.startswith("."):
                continue
            try:
                entries[path.stem] = ModelEntry(path.stem, path, read_card(path))
            except BundleError as error:
                broken.append(BrokenModel(path, error))
    return sorted(entries.values(), key=lambda entry: (entry.name != DEFAULT_MODEL, entry.name)), broken


def list_models() -> list[ModelEntry]:
    """Every model that can be loaded by name."""
    return scan()[0]


def find_model(name_or_path: str | os.PathLike) -> ModelEntry:
    """The model of that name, or the bundle at that path. Raises `ModelNotFoundError` or `BundleError`."""
    text = os.fspath(name_or_path)
    path = Path(text)
    entries, broken = scan()
    if path.suffix != SUFFIX and path.name == text:
        for entry in entries:
            if entry.name == text:
                return entry
        for model in broken:
            if model.path.stem == text:
                raise model.error
    if text and path.exists():
        return ModelEntry(path.stem, path, read_card(path))
    names = [entry.name for entry in entries]
    near = difflib.get_close_matches(text, names, 1)
    known = f"Choose one of {', '.join(names)}, or give a path." if names else "Give the path of a model file."
    hint = f"Did you mean {near[0]}?" if near else known
    raise ModelNotFoundError(f"There is no model {text!r}.", hint)
