"""A project as a value: its photos, models and clips, the inputs and the view; to and from the text of project.json.

Knows no files. Pixels and keypoints are members (see `members`) that an entry names; a member lives as long as some
text in here names it. What this version does not know is kept where it stood and written back.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from fractions import Fraction
from typing import Any, Self

from engine.errors import ProjectError
from engine.foreign_data import from_json
from engine.future import Future
from engine.media.frame_rates import rational
from engine.media.photo import Crop
from engine.sentences import sentence

FORMAT, VERSION = "kpvp-project", 1
SUFFIX = ".kpvp"
TEXT_NAME = "project.json"
MAX_TEXT = 256 * 1024**2
REMEDY = sentence("Choose a project that this program saved, or one of its backups.")
_ID = re.compile(r"[A-Za-z0-9_-]{1,80}")
_NO_UNICODE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, eq=False, kw_only=True)
class Entry:
    """One line of a list in project.json. Every field has a default, whose type is the field's; `unknown` is the rest.

    A field that has its default is not written, but for those in `ALWAYS`.
    """

    ALWAYS = ("id",)
    id: str = ""  # of letters, digits, - and _
    unknown: Mapping[str, Any] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        data = {}
        for f in fields(self):
            value = getattr(self, f.name)
            if f.name != "unknown" and (f.name in self.ALWAYS or value != _default(f)):
                data[f.name] = value
        return {**data, **self.unknown}

    @classmethod
    def from_json(cls, data: Any) -> Self:
        """Raises `ProjectError`."""
        if not isinstance(data, dict):
            raise ProjectError("An entry of the project is not an object.", REMEDY)
        known = {f.name: _default(f) for f in fields(cls) if f.name != "unknown"}
        for name in known.keys() & data.keys():
            known[name] = _typed(name, data[name], known[name])
        if "id" in cls.ALWAYS and not _ID.fullmatch(known["id"]):
            raise ProjectError("An entry of the project has no id.", REMEDY)
        return cls(**known, unknown={name: value for name, value in data.items() if name not in known})


@dataclass(frozen=True, eq=False, kw_only=True)
class PhotoEntry(Entry):
    """A photo: `file` is the member with its picture, as it was or as PNG; `id` tells its pixels apart."""

    ALWAYS = ("id", "name", "file", "width", "height")
    name: str = ""
    file: str = ""
    width: int = 0  # px
    height: int = 0
    frame: int = 0  # of the video or animation that it was taken from
    frame_count: int = 1


@dataclass(frozen=True, eq=False, kw_only=True)
class UsedModel(Entry):
    """A model that clips or inputs name: `id` as `Clip.model_id` ("" where unknown), `card` as in its file."""

    ALWAYS = ("name",)
    name: str = ""
    card: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, eq=False, kw_only=True)
class ClipEntry(Entry):
    """A clip: what made it, what a person said of it, and which members hold it.

    `made` are the fields of a `Future` that are no arrays, as JSON has them. In the file they stand beside the others.
    """

    ALWAYS = ("id", "created", "starred", "photo")
    created: float = 0.0  # seconds since 1970, UTC
    starred: bool = False
    name: str = ""
    photo: str = ""  # id of the photo; "" when the project lacks it
    arrays: str = ""  # keypoints, source_keypoints, z, action; of an edited clip also original, what it was made of
    source: str = ""
    thumbnail: str = ""
    frames: str = ""  # "" where frames are rendered again from the keypoints
    edited_from: str = ""  # id of the clip whose keypoints were edited
    driver: str = ""  # name of the video that moves it
    storyboard: Mapping[str, Any] = field(default_factory=dict)  # of a clip of several actions, as the studio fills it
    made: Mapping[str, Any] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        data = super().to_json()
        made = data.pop("made", {})
        return {**{name: data.pop(name) for name in self.ALWAYS}, **made, **data}

    @classmethod
    def from_json(cls, data: Any) -> Self:
        if isinstance(data, dict):
            if missing := [name for name in ("arrays", "source", "action_names") if name not in data]:
                raise ProjectError(f"A clip of the project lacks {missing[0]}.", REMEDY)
            made = {name: value for name, value in data.items() if name in _MADE}
            data = {**{name: value for name, value in data.items() if name not in made}, "made": made}
        return super().from_json(data)

    def future_fields(self) -> dict[str, Any]:
        """`made` as `Future` takes it. Raises `ProjectError`."""
        try:
            return {name: _AS_MADE.get(name, str)(value) for name, value in self.made.items() if value is not None}
        except (TypeError, ValueError, ArithmeticError) as error:
            raise ProjectError(f"What made the clip {self.id} cannot be read.", REMEDY) from error


_MADE = tuple(f.name for f in fields(Future) if not f.metadata)
_AS_MADE: dict[str, Callable] = {  # those that are no text
    "fps": rational,
    "action_names": lambda names: tuple(str(name) for name in names),
    "crop": lambda crop: tuple(map(int, Crop(*crop))),
    "seed": int,
    "schedule": dict,
}


def made(future: Future) -> dict[str, Any]:
    """`ClipEntry.made` of a future."""
    known = {name: getattr(future, name) for name in _MADE}
    known["fps"] = str(Fraction(future.fps))
    return json.loads(json.dumps(known, default=str))  # what the schedule holds may be of any type


@dataclass(frozen=True, eq=False, kw_only=True)
class Project:
    """All of a project but its members.

    `inputs` and `view` are objects that the studio fills: what is set now, and what is looked at. `keypoints` has the
    names and groups of a model's keypoints. `unread` are entries of clips that cannot be read, kept for who can.
    """

    photos: Sequence[PhotoEntry] = ()
    models: Sequence[UsedModel] = ()
    clips: Sequence[ClipEntry] = ()
    inputs: Mapping[str, Any] = field(default_factory=dict)
    view: Mapping[str, Any] = field(default_factory=dict)
    keypoints: Mapping[str, Any] = field(default_factory=dict)
    unread: Sequence[Any] = ()
    unknown: Mapping[str, Any] = field(default_factory=dict)

    def to_text(self) -> str:
        """project.json: a line for each photo, model and clip."""
        lists = {
            "photos": [entry.to_json() for entry in self.photos],
            "models": [entry.to_json() for entry in self.models],
            "clips": [*(entry.to_json() for entry in self.clips), *self.unread],
        }
        parts = [_line("format", FORMAT), _line("version", VERSION)]
        for name, entries in lists.items():
            lines = ",\n".join(map(_dumped, entries))
            parts.append(f'"{name}": [\n{lines}\n]' if lines else f'"{name}": []')
        rest = {"inputs": self.inputs, "view": self.view, "keypoints": self.keypoints, **self.unknown}
        return "{\n" + ",\n".join([*parts, *(_line(name, value) for name, value in rest.items())]) + "\n}\n"

    @classmethod
    def from_text(cls, text: str) -> Project:
        """Raises `ProjectError` for what is no project, or one of a later version that this one cannot read."""
        try:
            data = from_json(_NO_UNICODE.sub("\ufffd", text))
        except ValueError as error:
            raise ProjectError("The project's project.json is not valid JSON.", REMEDY) from error
        if not isinstance(data, dict) or data.get("format") != FORMAT:
            raise ProjectError(sentence("This is no project of KPVP Studio."), REMEDY)
        version = data.get("version")
        if not isinstance(version, int) or version < 1:
            raise ProjectError("The project has no version.", REMEDY)
        if version > VERSION:
            raise ProjectError(f"The project has version {version}, newer than this program.", "Update the program.")
        clips, unread = [], []
        for item in _list(data, "clips"):
            try:
                clips.append(ClipEntry.from_json(item))
            except ProjectError:
                unread.append(item)
        known = {"format", "version", *(f.name for f in fields(cls))} - {"unread", "unknown"}
        return cls(
            photos=[PhotoEntry.from_json(item) for item in _list(data, "photos")],
            models=[UsedModel.from_json(item) for item in _list(data, "models")],
            clips=clips,
            inputs=_object(data, "inputs"),
            view=_object(data, "view"),
            keypoints=_object(data, "keypoints"),
            unread=unread,
            unknown={name: value for name, value in data.items() if name not in known},
        )

    def named(self) -> set[str]:
        """Every text in the project that might name a member."""
        parts = [self.inputs, self.view, self.keypoints, self.unknown, list(self.unread)]
        parts += [entry.to_json() for entry in (*self.photos, *self.models, *self.clips)]
        return set(_texts(parts))


def _default(f: Any) -> Any:
    return f.default_factory() if callable(f.default_factory) else f.default


def _typed(name: str, value: Any, default: Any) -> Any:
    if type(default) is float and type(value) is int:
        return value
    if type(value) is not type(default):
        raise ProjectError(f"An entry's {name} in the project is not as it must be.", REMEDY)
    return value


def _list(data: dict, name: str) -> list:
    value = data.get(name, [])
    if not isinstance(value, list):
        raise ProjectError(f"The project's {name} are no list.", REMEDY)
    return value


def _object(data: dict, name: str) -> dict:
    value = data.get(name, {})
    if not isinstance(value, dict):
        raise ProjectError(f"The project's {name} is no object.", REMEDY)
    return value


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _line(name: str, value: Any) -> str:
    return f"{_dumped(name)}: {_dumped(value)}"


def _texts(value: Any) -> Iterator[str]:
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            yield item
        elif isinstance(item, Mapping):
            waiting += item.values()
        elif isinstance(item, list | tuple):
            waiting += item
