"""Presets and settings, a check's answer and what `kpvp data` says, in small: the shapes the dialog relies on."""

from __future__ import annotations

from typing import Any

from training.runs.schema import Preset, Schema
from training.runs.settings import Setting


def schema() -> Schema:
    people: dict[str, Any] = {"name": "people", "title": "People", "domain": "A person.", "init": ""}
    people |= {"data": {"source": "people"}, "keypoints": {"steps": [6000, 4000], "batch": 16}, "motion": {"gan": 0.0}}
    tiny: dict[str, Any] = {"name": "tiny", "title": "Tiny", "domain": "Few.", "init": ""}
    tiny |= {"data": {"source": "people"}, "keypoints": {"steps": [400], "batch": 8}, "motion": {"gan": 0.0}}
    mgif: dict[str, Any] = {"name": "mgif", "title": "MGIF", "data": {"source": ""}, "keypoints": {"steps": [9]}}

    def preset(name: str, values: dict) -> Preset:
        return Preset(name, name.capitalize(), f"About {name}.", "Clips.", values, start=name)

    def setting(section: str, key: str, kind: str, default: object, level: str = "expert", **more) -> Setting:
        return Setting(section, key, kind, default, help=f"Help of {key}.", level=level, **more)

    return Schema(
        (preset("mgif", mgif), preset("people", people), preset("tiny", tiny)),
        (
            setting("", "name", "str", "people", "basic"),
            setting("", "domain", "str", "", "basic"),
            setting("data", "source", "str", "people", "basic"),
            setting("data", "layout", "choice", "auto", choices=("auto", "folder", "mgif")),
            setting("data", "actions", "strs", ()),
            setting("keypoints", "steps", "ints", (4000, 4000), "basic", unit="steps", minimum=0),
            setting("keypoints", "batch", "int", 16, "basic", unit="pairs", minimum=1, maximum=4096),
            setting("keypoints", "rate", "float", 0.001, minimum=1e-8, maximum=1),
            setting("motion", "gan", "float", 1.0, "basic", minimum=0),
            setting("motion", "flip", "bool", True),
        ),
    )


def worlds() -> dict:
    """Of what `python -m training --describe` says, the part that the dialog asks for."""
    return {"worlds": ["people"]}


def fine(seconds: float = 754.0) -> dict:
    stages = [{"name": name, "steps": 400, "seconds": s} for name, s in (("keypoints-64", 600.0), ("motion", 154.0))]
    estimate = {"seconds": seconds, "memory_mb": 1536, "disk_mb": 220, "per_stage": stages, "measured": False}
    return {"ok": True, "what": "", "remedy": "", "key": "", "estimate": estimate}


def look(**changes: object) -> dict:
    told = {
        "layout": "folder",
        "clips": 12,
        "classes": {"golf_swing": 6, "squats": 6},
        "frames": {"total": 400, "shortest": 20, "median": 33, "longest": 64},
        "fps": {"25": 12},
        "sizes": {"96×96": 12},
        "problems": [{"file": "squats/notes.mp4", "what": "It is no video.", "left_out": True}],
        "usable": True,
        "advice": "",
    }
    return told | changes
