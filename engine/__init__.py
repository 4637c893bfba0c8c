"""Turns a photo, an action and a latent into a clip. This is what other programs may rely on.

Importing the package loads neither torch nor torchvision, cv2 or Qt: names resolve on first use.
"""

import importlib
import sys
from collections.abc import Callable
from types import ModuleType
from typing import TYPE_CHECKING, Any

from engine.errors import (
    ActionError,
    BundleError,
    Cancelled,
    ClipError,
    DeviceError,
    ExportError,
    KpvpError,
    LatentError,
    ModelNotFoundError,
    PhotoError,
    ProjectError,
)

if TYPE_CHECKING:
    from engine.clip import Clip
    from engine.export import export
    from engine.media.photo import Photo, read_photo
    from engine.models.card import ModelCard
    from engine.models.familiarity import Familiarity
    from engine.models.figures import FoundFigure
    from engine.models.library import ModelEntry, find_model, list_models
    from engine.prediction import Prediction
    from engine.predictor import Predictor, load_model

_HOME = {
    "Clip": "engine.clip",
    "Familiarity": "engine.models.familiarity",
    "FoundFigure": "engine.models.figures",
    "ModelCard": "engine.models.card",
    "ModelEntry": "engine.models.library",
    "Photo": "engine.media.photo",
    "Prediction": "engine.prediction",
    "Predictor": "engine.predictor",
    "find_model": "engine.models.library",
    "list_models": "engine.models.library",
    "load_model": "engine.predictor",
    "read_photo": "engine.media.photo",
}

__all__ = [
    "ActionError",
    "BundleError",
    "Cancelled",
    "Clip",
    "ClipError",
    "DeviceError",
    "ExportError",
    "Familiarity",
    "FoundFigure",
    "KpvpError",
    "LatentError",
    "ModelCard",
    "ModelEntry",
    "ModelNotFoundError",
    "Photo",
    "PhotoError",
    "Prediction",
    "Predictor",
    "ProjectError",
    "export",
    "find_model",
    "list_models",
    "load_model",
    "read_photo",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'engine' has no attribute {name!r}")
    value = getattr(importlib.import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)


class _Package(ModuleType):
    """`engine.export` is the function, also after something has imported the module of the same name."""

    @property
    def export(self) -> Callable:
        return importlib.import_module("engine.export").export

    @export.setter
    def export(self, module: ModuleType) -> None:
        """Importing `engine.export` binds the module here; the name stays the function's."""


sys.modules[__name__].__class__ = _Package
