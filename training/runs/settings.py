"""What one setting is: its default, unit, range and meaning, said once, where the dataclass field is defined.

From that one definition come validation, `python -m training --describe` and the studio's form, which shows a value
as text and reads what is typed. Knows no setting by name, and neither torch nor files.
"""

from __future__ import annotations

import math
from contextlib import suppress
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

from engine.errors import TrainingError

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_KINDS = {"int": "int", "float": "float", "bool": "bool", "str": "str"} | {
    "tuple[int, ...]": "ints",
    "tuple[int, int]": "ints",
    "tuple[float, float]": "floats",
    "tuple[float, ...]": "floats",
    "tuple[str, ...]": "strs",
}
_ITEM = {"int": int, "ints": int, "float": float, "floats": float, "bool": bool, "str": str, "choice": str, "strs": str}
_NOUN = {"int": "a whole number", "float": "a number", "bool": "true or false", "str": "a text", "choice": "a text"}
_NOUN |= {"ints": "a list of whole numbers", "floats": "a list of numbers", "strs": "a list of texts"}
_TYPED = {"int": "Type a whole number.", "ints": "Type whole numbers with commas between."}
_TYPED |= {"float": "Type a number.", "floats": "Type numbers with commas between."}
_ONE_OF, _LEAST, _MOST = "Choose one of {choices}.", "At least {limit:g}.", "At most {limit:g}."
_WITH_UNIT = {_LEAST: "At least {limit:g} {unit}.", _MOST: "At most {limit:g} {unit}."}
UNFIT = (*_TYPED.values(), _ONE_OF, _LEAST, _MOST, *_WITH_UNIT.values())  # every sentence of `Unfit`
BASIC = "basic"


class SettingError(TrainingError):
    """A setting that cannot be used; `key` is its name, as in "keypoints.batch"."""

    def __init__(self, what: str, remedy: str, key: str = "") -> None:
        super().__init__(what, remedy)
        self.key = key


class Unfit(ValueError):
    """What was typed cannot be taken. `sentence`, one of `UNFIT`, has the names of `values` in braces; str() has both
    together."""

    def __init__(self, sentence: str, **values: Any) -> None:
        super().__init__(sentence.format(**values))
        self.sentence, self.values = sentence, values


@dataclass(frozen=True)
class Setting:
    """One setting. `type`: int, float, bool, str, choice, ints, floats or strs; `length` of a list, if it is fixed.

    `minimum` and `maximum` (inclusive; of every item of a list) and `choices` may be missing (None, empty). `level`
    is "basic" for what a first run needs and "expert" for the rest.
    """

    section: str
    key: str
    type: str
    default: Any = None
    unit: str = ""
    help: str = ""
    minimum: float | None = None
    maximum: float | None = None
    choices: tuple[str, ...] = ()
    level: str = "expert"
    length: int | None = None

    @property
    def name(self) -> str:
        return f"{self.section}.{self.key}" if self.section else self.key

    @property
    def label(self) -> str:
        """What it is called beside a field: "Grown rate"."""
        return self.key.replace("_", " ").capitalize()

    def to_json(self) -> dict[str, Any]:
        values = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}

    def checked(self, value: Any) -> Any:
        """`value` (as TOML gives it) in this setting's type. Raises SettingError naming key, value and range."""
        if self.type in ("ints", "floats", "strs"):
            if not isinstance(value, (list, tuple)):
                raise self._refused(value)
            items = tuple(self._item(item, value) for item in value)
            if self.length is not None and len(items) != self.length:
                raise self._refused(value)
            return items
        return self._item(value, value)

    def parse(self, text: str) -> Any:
        """The value that was typed, lists as lists. Raises Unfit with a sentence for the user.

        Whether values go together is not asked here; see `training.runs.checking`.
        """
        text = text.strip()
        if self.type == "choice":
            if text not in self.choices:
                raise Unfit(_ONE_OF, choices=", ".join(self.choices))
            return text
        if self.type == "bool":
            return text.lower() in ("true", "yes", "on", "1")
        if self.type == "strs":
            return [part.strip() for part in text.split(",") if part.strip()]
        if self.type not in _TYPED:
            return text
        many = self.type in ("ints", "floats")
        parts = text.replace(",", " ").split() if many else [text]
        values: list[Any] = []
        with suppress(ValueError, OverflowError):
            values = [_ITEM[self.type](part) for part in parts]
            values = values if all(map(math.isfinite, values)) else []
        if not values:
            raise Unfit(_TYPED[self.type])
        for value in values:
            if self.minimum is not None and value < self.minimum:
                raise self._beyond(_LEAST, self.minimum)
            if self.maximum is not None and value > self.maximum:
                raise self._beyond(_MOST, self.maximum)
        return values if many else values[0]

    def _beyond(self, sentence: str, limit: float) -> Unfit:
        return Unfit(_WITH_UNIT[sentence], limit=limit, unit=self.unit) if self.unit else Unfit(sentence, limit=limit)

    def text(self, value: Any) -> str:
        """How a value is shown in a field; `parse` reads it back."""
        if isinstance(value, (list, tuple)):
            return ", ".join(self.text(part) for part in value)
        if isinstance(value, bool):
            return "true" if value else "false"
        return f"{value:.12g}" if isinstance(value, float) else str(value if value is not None else "")

    def allowed(self) -> str:
        """What may be given, in words: "a number from 0 to 90 degrees"."""
        noun = _NOUN[self.type]
        if self.length is not None:
            noun = noun.replace("a list of", f"{self.length}")
        if self.choices:
            return "one of " + ", ".join(f'"{choice}"' for choice in self.choices)
        unit = f" {self.unit}" if self.unit else ""
        if self.minimum is not None and self.maximum is not None:
            return f"{noun} from {self.minimum:g} to {self.maximum:g}{unit}"
        if self.minimum is not None:
            return f"{noun} of at least {self.minimum:g}{unit}"
        return noun + unit

    def _item(self, item: Any, value: Any) -> Any:
        wanted = _ITEM[self.type]
        if wanted is float and type(item) is int and abs(item) < 2**63:
            item = float(item)
        if type(item) is not wanted or (wanted is float and not math.isfinite(item)):
            raise self._refused(value)
        low = self.minimum is not None and item < self.minimum
        high = self.maximum is not None and item > self.maximum
        if low or high or (self.choices and item not in self.choices):
            raise self._refused(value)
        return item

    def _refused(self, value: Any) -> SettingError:
        shown = list(value) if isinstance(value, tuple) else value
        return SettingError(f"{self.name} = {shown!r} does not fit.", f"Give {self.allowed()}.", self.name)


def setting(default: Any, help: str, unit: str = "", **more: Any) -> Any:
    """A dataclass field with its meaning; `more`: minimum, maximum, choices, level (see `Setting`)."""
    return field(default=default, metadata={"unit": unit, "help": help, **more})


def inherited(base: type[DataclassInstance], name: str, default: Any) -> Any:
    """The setting `name` of the dataclass `base` with another default, for a class that inherits from it."""
    return field(default=default, metadata=next(item.metadata for item in fields(base) if item.name == name))


def settings_of(cls: type[DataclassInstance], section: str) -> dict[str, Setting]:
    """The settings that a dataclass defines, by key; fields of other types than a setting's are left out.

    The module of `cls` must postpone its annotations (`from __future__ import annotations`).
    """
    found = {}
    for item in fields(cls):
        kind = _KINDS.get(str(item.type))
        if kind is None:
            continue
        if kind == "str" and item.metadata.get("choices"):
            kind = "choice"
        length = 2 if item.type in ("tuple[int, int]", "tuple[float, float]") else None
        found[item.name] = Setting(section, item.name, kind, item.default, **item.metadata, length=length)
    return found
