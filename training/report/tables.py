"""The report's tables as HTML. Every figure of ours comes with its 95 % interval; the best of a column is marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any, NamedTuple

from engine.study.results import Results
from training.report import published


class Column(NamedTuple):
    """keys: where the score is; better: 1 if more is better, -1 if less, 0 if neither."""

    title: str
    keys: tuple[str, ...]
    better: int
    digits: int = 2


COLUMNS = (
    Column("FVD", ("fvd",), -1, 1),
    Column("Frechet, movement", ("frechet", "judge"), -1, 1),
    Column("Frechet, pictures", ("frechet", "EfficientNet-Lite0 frames"), -1, 1),
    Column("Action recognised", ("judge_accuracy",), 1),
    Column("... redrawn", ("judge_accuracy_redrawn",), 1),
    Column("PSNR, moving", ("psnr_moving",), 1, 1),
    Column("SSIM", ("ssim_redrawn",), 1, 3),
    Column("Feature distance", ("feature_distance_redrawn",), -1, 3),
    Column("Landmarks, %", ("landmark_error_pct",), -1, 1),
    Column("Diversity, APD", ("apd",), 0, 1),
    Column("ADE, best of 10", ("ade_best10",), -1, 3),
    Column("FDE, best of 10", ("fde_best10",), -1, 3),
)
_STILL = {  # what a column would be for a copy of the photo, where _RULERS says it for other clips
    ("frechet", "judge"): ("frechet_copy", "judge"),
    ("frechet", "EfficientNet-Lite0 frames"): ("frechet_copy", "EfficientNet-Lite0 frames"),
}
_RULERS = {  # what a column would be for the data itself, or for a copy of the photo
    ("frechet", "judge"): ("frechet_real", "judge"),
    ("frechet", "EfficientNet-Lite0 frames"): ("frechet_real", "EfficientNet-Lite0 frames"),
    ("fvd",): ("fvd_real",),
    ("judge_accuracy",): ("judge_accuracy_real",),
    ("psnr_moving",): ("psnr_copy_moving",),
    ("ssim_redrawn",): ("ssim_copy",),
    ("feature_distance_redrawn",): ("feature_distance_copy",),
    ("landmark_error_pct",): ("mean_pose_error_pct",),
    ("apd",): ("apd_real",),
    ("ade_best10",): ("ade_still",),
}


def can_be_shown(scores: object) -> bool:
    """Whether scores that were read from a file are such as `systems_table` shows."""
    if not isinstance(scores, dict) or not _is_number(scores.get("clips")):
        return False
    for column in COLUMNS:
        beside = (column.keys, _RULERS.get(column.keys, ("",)), _STILL.get(column.keys, ("",)))
        interval = value_at(scores, ("intervals", *column.keys))
        if not all(_is_number(value) for keys in beside if (value := value_at(scores, keys)) is not None):
            return False
        if interval is not None and not (
            isinstance(interval, list) and len(interval) == 2 and all(map(_is_number, interval))
        ):
            return False
    return True


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def systems_table(scores: Mapping[str, Mapping[str, Any] | str]) -> str:
    """Systems x scores of one world. scores: by system; a sentence where there are none."""
    measured = {name: found for name, found in scores.items() if not isinstance(found, str)}
    columns = [c for c in COLUMNS if any(value_at(found, c.keys) is not None for found in measured.values())]
    head = ["System", *(c.title for c in columns), "N", "T"]
    rows = []
    for name, found in scores.items():
        if isinstance(found, str):
            rows.append([escape(name), f'<td colspan="{len(head) - 1}" class="quiet">{escape(found)}</td>'])
            continue
        cells = [_cell(found, column, measured) for column in columns]
        rows.append([escape(name), *cells, _td(str(found["clips"])), _td(str(found.get("frames", "")))])
    some = next(iter(measured.values()), None)
    if some is not None:
        cells = [_ruler(some, column) for column in columns]
        rows.append(['<span class="quiet">to hold it against</span>', *cells, _td(""), _td("")])
    return table(head, rows)


def worlds_table(scores: Mapping[str, Mapping[str, Mapping[str, Any] | str]]) -> str:
    """Systems x worlds: the Frechet distance of movement, and its part of the best other system's. scores: by world."""
    column = COLUMNS[1]
    names = list(dict.fromkeys(name for found in scores.values() for name in found))
    rows = []
    for name in names:
        cells = []
        for found in scores.values():
            mine = found.get(name, "not measured")
            measured = {key: value for key, value in found.items() if not isinstance(value, str)}
            if isinstance(mine, str) or value_at(mine, column.keys) is None:
                cells.append(_td("–", "quiet"))
                continue
            others = [v for k, f in measured.items() if k != name and (v := value_at(f, column.keys)) is not None]
            share = f"{value_at(mine, column.keys) / max(min(others), 1e-9):.2f} x the best other" if others else ""
            cells.append(_cell(mine, column, measured, share))
        rows.append([escape(name), *cells])
    return table(["System", *scores], rows)


def study_table(found: Results) -> str:
    """The user study's mean ranks and preferences."""
    ranks = [
        [
            escape(each.system),
            _td(f"{each.rank:.2f} ± {each.deviation:.2f}"),
            _td(f"{each.low:.2f} to {each.high:.2f}"),
            _td(f"{100 * each.first:.0f} %"),
            _td(str(each.n)),
        ]
        for each in found.systems
    ]
    pairs = [
        [
            f"{escape(pair.over)} before {escape(pair.under)}",
            _td(f"{100 * pair.share:.0f} %"),
            _td(f"{100 * pair.low:.0f} to {100 * pair.high:.0f} %"),
            _td(f"{pair.p:.2g}"),
            _td(str(pair.n)),
        ]
        for pair in found.preferences
    ]
    head = ["System", "Mean rank ± s.d.", "95 % of the mean", "First", "Rankings"]
    return table(head, ranks) + table(["Preference", "Share", "95 %", "p", "Rankings"], pairs)


def published_tables() -> str:
    """The paper's rows, under a note that says what they are not."""
    fvd = [
        [escape(name), *(_td("–" if value is None else f"{value:.1f}") for value in values)]
        for name, values in published.FVD.items()
    ]
    ranks = [[escape(name), _td(f"{mean:.2f} ± {sd:.2f}")] for name, (mean, sd) in published.RANKS.items()]
    note = f'<p class="other">{escape(published.NOTE)}</p>'
    return note + table(["FVD", *published.FVD_DATA], fvd) + table(["User study", "Mean rank of four ± s.d."], ranks)


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """HTML of a table whose first column is a heading; the other cells are <td> elements already."""
    titles = "".join(f"<th>{escape(title)}</th>" for title in head)
    body = "".join(f"<tr><th>{first}</th>{''.join(cells)}</tr>" for first, *cells in rows)
    return f'<div class="wide"><table><thead><tr>{titles}</tr></thead><tbody>{body}</tbody></table></div>'


def value_at(scores: Mapping[str, Any], keys: Sequence[str]) -> Any:
    """The score, or None where there is none."""
    found: Any = scores
    for key in keys:
        found = found.get(key) if isinstance(found, Mapping) else None
    return found


def _cell(found: Mapping[str, Any], column: Column, measured: Mapping[str, Any], more: str = "") -> str:
    value = value_at(found, column.keys)
    if value is None:
        return _td("–", "quiet")
    all_values = [v for each in measured.values() if (v := value_at(each, column.keys)) is not None]
    best = column.better and value == (max if column.better > 0 else min)(all_values) and len(all_values) > 1
    interval = value_at(found.get("intervals", {}), column.keys)
    text = f"{value:.{column.digits}f}"
    low_high = "" if interval is None else f"{interval[0]:.{column.digits}f} to {interval[1]:.{column.digits}f}"
    small = "<br>".join(escape(words) for words in (low_high, more) if words)
    return _td(f"{'<b>' if best else ''}{text}{'</b>' if best else ''}<small>{small}</small>", "best" if best else "")


def _ruler(found: Mapping[str, Any], column: Column) -> str:
    value, still = (value_at(found, rulers.get(column.keys, ()) or ("",)) for rulers in (_RULERS, _STILL))
    text = "" if value is None else f"{value:.{column.digits}f}"
    return _td(text if still is None else f"{text}<small>still: {still:.{column.digits}f}</small>", "quiet")


def _td(content: str, kind: str = "") -> str:
    return f'<td class="{kind}">{content}</td>' if kind else f"<td>{content}</td>"
