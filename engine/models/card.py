"""What a model file says about itself: the JSON in the header of a bundle.

Torch-free and file-free: `models.bundle` reads and writes the bytes, this module checks what they mean.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, field, fields
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from engine.errors import BundleError
from engine.foreign_data import from_json
from engine.media.frame_rates import rational
from engine.networks.translators import TRANSLATORS
from engine.systems.spec import SystemSpec
from engine.systems.table import SYSTEMS
from engine.words import printable

if TYPE_CHECKING:
    from engine.networks.spec import NetworkSpec

FORMAT = 1
MAX_BYTES = 256 * 1024
MAX_ACTIONS = 1024
REMEDY = "Choose a model file written by this program, or fetch it again."

_TEXTS = ("name", "title", "system", "domain", "default_action", "licence", "created", "notes")
_OBJECTS = ("network", "training", "scores", "world", "familiarity", "extra")


@dataclass(frozen=True)
class ModelCard:
    """Everything known about a model apart from its weights.

    `fps` is a rational (frames per second of the clips it learned from); strings such as "25/1" are taken too.
    `default_action` is what a photo shows as long as nobody chose: what the model does best; "" is the first action.
    Keys this version does not know are kept in `extra` and written back.
    """

    name: str
    network: dict[str, Any]
    actions: tuple[str, ...]
    title: str = ""
    format: int = FORMAT
    system: str = "kpvp"
    domain: str = ""
    default_action: str = ""
    image_size: int = 128
    fps: Fraction = Fraction(25)
    training: dict[str, Any] = field(default_factory=dict)
    scores: dict[str, Any] = field(default_factory=dict)
    licence: str = ""
    created: str = ""
    world: dict[str, Any] = field(default_factory=dict)
    familiarity: dict[str, Any] = field(default_factory=dict)
    notes: str = ""
    extra: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "fps", _fps(self.fps))
        object.__setattr__(self, "actions", _actions(self.actions))
        _check_types(self)
        if self.default_action and self.default_action not in self.actions:
            raise BundleError(f"The model has no action {self.default_action!r}, its default.", REMEDY)

    @property
    def spec(self) -> NetworkSpec:
        """The networks' sizes. Raises `BundleError` if they are absurd or disagree with the actions, and for the card
        of a compared system, whose sizes are `system_spec`."""
        from engine.networks.spec import NetworkSpec

        if self.system in SYSTEMS:
            raise BundleError(
                f"{self.title or self.name} is {SYSTEMS[self.system].title}, which has other networks.",
                "Choose a model with keypoints.",
            )
        spec = NetworkSpec.from_json(self.network)
        if spec.n_actions != len(self.actions):
            raise BundleError(f"The model has {spec.n_actions} action inputs but names {len(self.actions)}.", REMEDY)
        if spec.image_size != self.image_size:
            raise BundleError(f"The model is for {spec.image_size} px but its card says {self.image_size}.", REMEDY)
        return spec

    @property
    def system_spec(self) -> SystemSpec:
        """The sizes of a compared system's network. Raises `BundleError` as `spec` does."""
        spec = SystemSpec.from_json(self.network)
        if spec.n_actions != len(self.actions) or spec.image_size != self.image_size:
            raise BundleError("The model's sizes disagree with what its card says.", REMEDY)
        return spec

    def lacking(self, overlay: str) -> str:
        """Why clips of this model have no such overlay, in one sentence; "" where they have it."""
        system = SYSTEMS.get(self.system)
        return "" if system is None or overlay in (*system.has, "frame") else system.lacks

    @property
    def moves(self) -> bool:
        """Whether the translator moves the photo's own pixels, so that a clip can have the photo's size."""
        variant = TRANSLATORS.get(str(self.network.get("translator")))
        return variant is not None and variant.moves

    def to_json(self) -> dict[str, Any]:
        """A JSON-able dict; `from_json` of it gives an equal card."""
        known = {f.name: getattr(self, f.name) for f in fields(self) if f.name != "extra"}
        known["fps"] = f"{self.fps.numerator}/{self.fps.denominator}"
        known["actions"] = list(self.actions)
        return {**self.extra, **known}

    @classmethod
    def from_json(cls, data: Any) -> ModelCard:
        """Check `data` (what `json.loads` gave) and build a card. Raises `BundleError`."""
        if not isinstance(data, dict):
            raise BundleError("The model card is not a JSON object.", REMEDY)
        version = data.get("format")
        if not isinstance(version, int) or isinstance(version, bool) or version < 1:
            raise BundleError("The model card has no format version.", REMEDY)
        if version > FORMAT:
            raise BundleError(f"The model file has format {version}, newer than this program.", "Update the program.")
        missing = [key for key in ("name", "network", "actions") if key not in data]
        if missing:
            raise BundleError(f"The model card lacks {', '.join(missing)}.", REMEDY)
        names = {f.name for f in fields(cls)} - {"extra"}
        known = {key: value for key, value in data.items() if key in names}
        return cls(**known, extra={key: value for key, value in data.items() if key not in names})

    def to_text(self) -> str:
        """The card as JSON text. Raises `BundleError` beyond `MAX_BYTES`."""
        text = json.dumps(_finite(self.to_json()), ensure_ascii=False, sort_keys=True, allow_nan=False)
        if len(text.encode()) > MAX_BYTES:
            raise BundleError("The model card is larger than 256 KiB.", "Shorten its notes and training record.")
        return text

    @classmethod
    def from_text(cls, text: str) -> ModelCard:
        """The card from JSON text. Raises `BundleError`."""
        if len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
            raise BundleError("The model card is larger than 256 KiB.", REMEDY)
        try:
            data = from_json(text)
        except ValueError as error:
            raise BundleError("The model card is not valid JSON.", REMEDY) from error
        return cls.from_json(data)


def _finite(value: Any) -> Any:
    """JSON has no word for NaN: a score that could not be measured becomes null rather than cost the model."""
    if isinstance(value, dict):
        return {key: _finite(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(item) for item in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _fps(value: Any) -> Fraction:
    try:
        fps = rational(value)
    except ValueError as error:
        raise BundleError("The model card's fps is not a rational number.", REMEDY) from error
    if fps > 1000 or fps.denominator > 1_000_000:
        raise BundleError("The model card's fps is out of range.", REMEDY)
    return fps


def _actions(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list | tuple) or not 1 <= len(value) <= MAX_ACTIONS:
        raise BundleError(f"The model card must name 1 to {MAX_ACTIONS} actions.", REMEDY)
    if not all(isinstance(name, str) and 0 < len(name) <= 200 and name == printable(name) for name in value) or len(
        set(value)
    ) != len(value):
        raise BundleError("The model card's action names are not distinct, non-empty texts.", REMEDY)
    return tuple(value)


def _check_types(card: ModelCard) -> None:
    """Check the fields, and leave no control characters in the texts: they are shown in terminals."""
    for key in _TEXTS:
        if not isinstance(getattr(card, key), str):
            raise BundleError(f"The model card's {key} is not a text.", REMEDY)
        object.__setattr__(card, key, printable(getattr(card, key)))
    for key in _OBJECTS:
        if not isinstance(getattr(card, key), dict):
            raise BundleError(f"The model card's {key} is not an object.", REMEDY)
    size = card.image_size
    if not isinstance(size, int) or isinstance(size, bool) or not 8 <= size <= 4096:
        raise BundleError("The model card's image_size is out of range.", REMEDY)
