"""How a clip shall be written, as one immutable value; a name for such a value is a preset. Knows no widget."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from engine.errors import KpvpError
from engine.export import check_arrangement
from engine.foreign_data import from_json
from engine.formats.arranged import Cut
from engine.formats.table import FORMATS, OVERLAYS, SIZES, Format
from kpvp_gui.document.clip_record import ClipRecord
from kpvp_gui.document.full_size import can_have
from kpvp_gui.translation import marked

SCALES = (1, 2, 3, 4, 6, 8)
PLAYBACK = {"loop": marked("Loop"), "pingpong": marked("Back and forth"), "once": marked("Once")}
_SLOWEST, _FASTEST = 0.05, 20.0  # speeds that a preset may have


@dataclass(frozen=True)
class ExportChoice:
    """`size` is as the command line takes it: model, crop, native or pixels. `speed` is a multiple of the clip's own.

    The rest is as `engine.export` takes it.
    """

    kind: Format = FORMATS[0]
    size: str = "model"
    scale: int = 4
    speed: float = 1.0
    mode: str = "loop"
    overlays: tuple[str, ...] = ()
    beside: str = ""
    cut: Cut | None = None
    colours: int = 256
    dither: str = "ordered"

    @property
    def whole(self) -> bool:
        """Whether the photo's own size is that of the whole photo, and not of the crop alone."""
        return self.size != "crop"

    @property
    def longer_side(self) -> int | None:
        """Pixels of the photo's longer side; None: as it is."""
        return int(self.size) if self.size.isdecimal() else None

    def at_photos_size(self, record: ClipRecord) -> bool:
        """Whether the photo's own pixels are wanted, and can be had."""
        return self.kind.sized and self.size != "model" and can_have(record)

    def fps_of(self, record: ClipRecord) -> float | None:
        """Frames per second to write; None: exactly the clip's own."""
        own = float(record.fps)
        wanted = round(own * self.speed, 2)
        return None if not self.kind.timed or abs(wanted - own) < 0.01 else min(240.0, max(0.1, wanted))

    def keywords(self, record: ClipRecord, at_photos_size: bool) -> dict[str, Any]:
        """What `engine.export` is called with, but for pictures, progress and overwriting."""
        kind, plain = self.kind, self.kind.sized and not at_photos_size
        return {
            "kind": kind,
            "fps": self.fps_of(record),
            "overlays": tuple(n for n in self.overlays if not record.lacking(n)) if plain else (),
            "scale": self.scale if plain else 1,
            "loop": self.mode != "once",
            "pingpong": self.mode == "pingpong" and kind.looped,
            "beside": self.beside if plain and not lacking(record, self.beside) else "",
            "cut": self.cut if kind.sized else None,
            "colours": self.colours,
            "dither": self.dither,
        }


def lacking(record: ClipRecord, beside: str) -> str:
    """Why nothing of that name can stand beside a clip, in one sentence; "" where it can."""
    return record.lacking("mask") or record.lacking("keypoints") if beside == "parts" else ""


@dataclass(frozen=True)
class ExportPreset:
    """`own`: made by the user, who may delete it."""

    name: str
    choice: ExportChoice = field(default_factory=ExportChoice)
    own: bool = False


def _format(suffix: str) -> Format:
    return next(kind for kind in FORMATS if kind.suffix == suffix)


_GIF, _MP4 = _format(".gif"), _format(".mp4")
GIVEN = (
    ExportPreset(marked("Small GIF"), ExportChoice(_GIF, scale=2, colours=64)),
    ExportPreset(marked("Fine GIF"), ExportChoice(_GIF, scale=4, dither="diffused")),
    ExportPreset(marked("MP4, enlarged"), ExportChoice(_MP4, scale=4)),
    ExportPreset(marked("MP4 in the whole photo"), ExportChoice(_MP4, size="native")),
    ExportPreset(marked("MP4 beside the photo"), ExportChoice(_MP4, scale=4, beside="photo")),
    ExportPreset(marked("MP4 with its parts"), ExportChoice(_MP4, scale=2, beside="parts")),
    ExportPreset(marked("The paper's figure"), ExportChoice(next(kind for kind in FORMATS if "Figure" in kind.name))),
)


def to_text(presets: tuple[ExportPreset, ...]) -> str:
    """The user's own presets as JSON."""
    kept = [{"name": each.name} | asdict(each.choice) | {"kind": each.choice.kind.name} for each in presets if each.own]
    return json.dumps(kept)


def from_text(text: str) -> tuple[ExportPreset, ...]:
    """The presets in a text that people may have edited: what is none is left out."""
    try:
        rows = from_json(text) if text else []
    except ValueError:
        return ()
    presets = [_preset(row) for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    return tuple(preset for preset in presets if preset is not None)


def _preset(row: dict[str, Any]) -> ExportPreset | None:
    plain = ExportChoice()
    values = {name: row[name] for name in asdict(plain) if name in row and name not in ("kind", "overlays", "cut")}
    kind = next((kind for kind in FORMATS if kind.name == row.get("kind")), None)
    name, overlays, cut = row.get("name"), row.get("overlays", []), row.get("cut")
    sound = all(type(value) is type(getattr(plain, key)) for key, value in values.items() if key != "speed")
    if kind is None or not isinstance(name, str) or not name or not sound or not isinstance(overlays, list):
        return None
    try:
        choice = replace(plain, kind=kind, **values)
        choice = replace(choice, speed=float(choice.speed), overlays=tuple(n for n in OVERLAYS if n in overlays))
        choice = replace(choice, cut=None if cut is None else tuple(map(float, cut)))
        check_arrangement(choice.beside, choice.cut, choice.colours, choice.dither)
        pixels = choice.longer_side
    except (KpvpError, TypeError, ValueError, IndexError):
        return None
    allowed = choice.size in ("model", "crop", "native") or (pixels is not None and SIZES[0] <= pixels <= SIZES[1])
    allowed = allowed and choice.scale in SCALES and choice.mode in PLAYBACK and _SLOWEST <= choice.speed <= _FASTEST
    return ExportPreset(name, choice, own=True) if allowed else None
