"""The study as one HTML file for raters who have only a browser; what they say comes back as a JSON file.

It needs no network and no server. It knows clips by their random names only.
"""

from __future__ import annotations

import base64
import json
from importlib import resources
from pathlib import Path
from typing import Any

from engine.errors import StudyError
from engine.files import atomic_write
from engine.formats.frame_sheet import COLUMNS
from engine.study.study import FPS, Study


def write_page(study: Study, path: Path) -> Path:
    """Write the page; an existing file is replaced. Raises `StudyError`."""
    trials = [
        {
            "id": trial.id,
            "asked": trial.asked,
            "photo": _data_uri("image/png", study.photo(trial)),
            "clips": [
                {"id": clip.id, "frames": clip.frames, "sheet": _data_uri("image/webp", study.sheet(clip))}
                # In the order of their random names: any other would say whose they are.
                for clip in sorted(trial.clips, key=lambda clip: clip.id)
            ],
        }
        for trial in study.trials
    ]
    content: dict[str, Any] = {"id": study.id, "title": study.title, "question": study.question, "trials": trials}
    content |= {"columns": COLUMNS, "fps": FPS}
    page = filled_page("study.html", {"STUDY": script_json(content)})
    try:
        with atomic_write(path) as temporary:
            temporary.write_text(page, encoding="utf-8")
    except OSError as error:
        raise StudyError(f"{path} cannot be written: {error.strerror}.", "Choose another file.") from error
    return path


def filled_page(name: str, values: dict[str, str]) -> str:
    """A page of `resources/pages` with /*NAME*/ and <!--NAME--> replaced; PLAYER and STYLE are what pages share."""
    folder = resources.files("resources") / "pages"
    shared = {"PLAYER": "player.js", "STYLE": "page.css"}
    values = {key: (folder / file).read_text("utf-8") for key, file in shared.items()} | values
    text = (folder / name).read_text("utf-8")
    for key, value in values.items():
        text = text.replace(f"/*{key}*/", value).replace(f"<!--{key}-->", value)
    return text


def script_json(value: object) -> str:
    """JSON that can stand in a script: nothing in it ends the script, whatever a stranger's title says."""
    text = json.dumps(value, ensure_ascii=True)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _data_uri(kind: str, content: bytes) -> str:
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"
