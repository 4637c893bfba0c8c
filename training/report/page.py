"""The report as one HTML file that needs nothing beside it: tables, figures as pictures, clips that play."""

from __future__ import annotations

import base64
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from engine.files import atomic_write
from engine.formats.frame_sheet import COLUMNS, to_sheet
from engine.study.page import filled_page, script_json
from engine.study.results import Results
from training.report.failures import KINDS
from training.report.shown import Shown
from training.report.tables import published_tables, study_table, systems_table, table, worlds_table

FPS = 25


@dataclass
class WorldPart:
    """What a report says of one world. scores: by system, or a sentence why there are none; figures: by caption."""

    title: str
    actions: tuple[str, ...]
    scores: dict[str, dict[str, Any] | str] = field(default_factory=dict)
    shown: dict[str, Shown] = field(default_factory=dict)
    failures: dict[str, list[dict]] = field(default_factory=dict)
    figures: dict[str, np.ndarray] = field(default_factory=dict)


@dataclass
class Content:
    """All that a report says; ablation: by row of the ablation, as scores; config: for whoever makes it again."""

    title: str
    worlds: dict[str, WorldPart]
    config: dict[str, Any]
    study: Results | None = None
    ablation: dict[str, dict[str, Any] | str] = field(default_factory=dict)


def write_report_page(content: Content, path: Path) -> None:
    """Write the page, atomically. Raises `OSError`."""
    clips: list[dict[str, Any]] = []
    body = [_intro(content)]
    if len(content.worlds) > 1:
        body += [
            "<h2>Systems and worlds</h2>",
            _says("Frechet distance of movement: less is better."),
            worlds_table({part.title: part.scores for part in content.worlds.values()}),
        ]
    for part in content.worlds.values():
        body += _world(part, clips)
    if content.ablation:
        body += ["<h2>Ablation</h2>", _says("The same budget and seed for every row."), systems_table(content.ablation)]
    if content.study is not None and content.study.rankings:
        counted = f"{content.study.raters} raters, {content.study.rankings} rankings, blind and in random order."
        body += ["<h2>User study</h2>", _says(counted), study_table(content.study)]
    body += ['<h2>The paper, for comparison</h2><section class="published">', published_tables(), "</section>"]
    made = json.dumps(content.config, indent=1)
    body += [
        "<h2>How this was made</h2>",
        f"<details><summary>Settings, seeds, versions, hashes</summary><pre>{escape(made)}</pre></details>",
    ]
    values = {"TITLE": escape(content.title), "BODY": "\n".join(body), "CLIPS": script_json(clips), "FPS": str(FPS)}
    page = filled_page("report.html", values | {"COLUMNS": str(COLUMNS)})
    with atomic_write(path) as temporary:
        temporary.write_text(page, encoding="utf-8")


def _intro(content: Content) -> str:
    config = content.config
    rows = [
        [escape(each["title"]), f"<td>{escape(each['name'])}</td>", f"<td><code>{escape(each['id'])}</code></td>"]
        for each in config["systems"]
    ]
    return _says(
        f"Measured on {config['clips']} held-out clips of each world, seed {config['seed']}. Below each figure is its "
        "95 % interval, from clips drawn anew with repetition. Frechet distances are in the features that are named, "
        "and are FVD only where the column says so."
    ) + table(["System", "Model", "Hash of its weights"], rows)


def _world(part: WorldPart, clips: list[dict[str, Any]]) -> list[str]:
    body = [f"<h2>{escape(part.title)}</h2>", systems_table(part.scores)]
    if part.shown:
        body += ["<h3>The same photos by every system</h3>", _players(part, clips)]
    for caption, figure in part.figures.items():
        body += [
            f"<h3>{escape(caption)}</h3>",
            f'<div class="wide"><img class="figure" alt="{escape(caption)}" src="{_picture(figure)}"></div>',
        ]
    cases = [(system, case) for system, found in part.failures.items() for case in found]
    if cases:
        body += ["<h3>What goes wrong, and what to do about it</h3>", _failures(part, cases, clips)]
    return body


def _players(part: WorldPart, clips: list[dict[str, Any]]) -> str:
    first = next(iter(part.shown.values()))
    numbers = [n for n in first.number if all(n in shown.number for shown in part.shown.values())]
    numbers = numbers[: len(np.unique(first.action))]
    head = "".join(f"<th>{escape(title)}</th>" for title in ("", "real clip", *part.shown))
    rows = []
    for number in numbers:
        i = first.position(number)
        action = part.actions[first.action[i]].replace("_", " ")
        made = [shown.future[shown.position(number)] for shown in part.shown.values()]
        cells = "".join(f"<td>{_clip(frames, clips)}</td>" for frames in (first.real[i], *made))
        rows.append(f"<tr><th>{escape(action)}</th>{cells}</tr>")
    body = f"<thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody>"
    return f'<div class="wide"><table class="clips">{body}</table></div>'


def _failures(part: WorldPart, cases: Sequence[tuple[str, Mapping[str, Any]]], clips: list[dict[str, Any]]) -> str:
    cards = []
    for system, case in cases:
        shown = part.shown[system]
        i = shown.position(case["clip"])
        what, remedy = KINDS[case["kind"]]
        asked = part.actions[shown.action[i]].replace("_", " ")
        words = f"<b>{escape(what)}</b><br>{escape(system)}, {escape(asked)}: {escape(case['measured'])}."
        cards.append(
            f'<figure>{_clip(shown.future[i], clips)}<figcaption>{words}<br><span class="quiet">{escape(remedy)}</span>'
            "</figcaption></figure>"
        )
    return f'<div class="cards">{"".join(cards)}</div>'


def _clip(frames: np.ndarray, clips: list[dict[str, Any]]) -> str:
    sheet = base64.b64encode(to_sheet(frames)).decode()
    clips.append({"frames": len(frames), "sheet": f"data:image/webp;base64,{sheet}"})
    return f'<canvas data-clip="{len(clips) - 1}" width="128" height="128"></canvas>'


def _picture(figure: np.ndarray) -> str:
    content = io.BytesIO()
    Image.fromarray(figure).save(content, "WEBP", quality=88)
    return f"data:image/webp;base64,{base64.b64encode(content.getvalue()).decode()}"


def _says(text: str) -> str:
    return f"<p>{escape(text)}</p>"
