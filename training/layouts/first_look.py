"""A first look at a folder of clips, before anything is decoded: what there is, what is wrong, what to do.

`kpvp data` prints it and the studio's dialog shows it; headers are read, and only a contact sheet decodes frames.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median_low

from engine import sentences
from engine.errors import Problem, TrainingError
from engine.files import atomic_write
from engine.networks.spec import CLIP_FRAMES
from engine.sentences import sentence
from training.layouts import contact_sheet
from training.layouts import recognition as layouts
from training.layouts.listing import Listing, SourceClip
from training.layouts.probing import Probe, probe_all

_FEW = 20
_SIZES_LISTED = 6
_LARGE = 2000  # pixels of the long side from which decoding takes its time


@dataclass(frozen=True)
class FirstLook:
    """What was found. clips and probes belong together; classes are those of usable clips, in order."""

    listing: Listing
    clips: tuple[SourceClip, ...]
    probes: tuple[Probe, ...]
    problems: tuple[Problem, ...]

    @property
    def usable(self) -> list[tuple[SourceClip, Probe]]:
        return [pair for pair in zip(self.clips, self.probes, strict=True) if pair[1].usable]

    def to_json(self) -> dict:
        """For `kpvp data --json`; fps and sizes count clips, under "unknown" where the files do not say."""
        usable = self.usable
        lengths = [probe.frames for _, probe in usable if probe.frames]
        rates = Counter(_rate(probe) for _, probe in usable)
        sizes = Counter(f"{probe.width}x{probe.height}" for _, probe in usable if probe.width)
        counts = Counter(clip.action for clip, _ in usable)
        sides = Counter(clip.held_out for clip, _ in usable)
        notes = [*self.listing.notes, *self._notes(counts, lengths)]
        return {
            "layout": self.listing.layout,
            "clips": len(usable),
            "classes": {name: counts[name] for name in self.listing.classes() if counts[name]},
            "frames": {
                "total": sum(lengths),
                "shortest": min(lengths, default=0),
                "median": median_low(lengths) if lengths else 0,
                "longest": max(lengths, default=0),
            },
            "fps": dict(rates.most_common()),
            "sizes": dict(sizes.most_common()),
            "split": {"training": sides[False], "held_out": sides[True]} if sides[True] else None,
            "problems": [{"file": p.file, "what": p.what, "left_out": p.left_out} for p in self.problems],
            "notes": notes,
            "usable": bool(usable),
            "advice": self.advice(),
            "made_of": {"advice": sentences.as_data(self.advice()), "notes": [sentences.as_data(n) for n in notes]},
        }

    def advice(self) -> str:
        """One or two sentences of what to do."""
        usable = len(self.usable)
        left_out = sum(problem.left_out for problem in self.problems)
        if not usable:
            return sentence("No clip can be used. {how}", how=layouts.HOW_TO)
        if usable == 1:
            return sentence(
                "There is only one clip: a model learns to repeat it, and nothing is left to judge it on. Add more."
            )
        advice = sentence("This can be trained on.")
        if usable < _FEW:
            advice = sentence(
                "There are {usable} clips: enough to try things; a model that knows new photos needs more.",
                usable=usable,
            )
        if not left_out:
            return advice
        return sentence(
            "{left_out} of what was found is left out; see the problems. {advice}", left_out=left_out, advice=advice
        )

    def _notes(self, counts: Counter, lengths: list[int]) -> list[str]:
        notes = []
        short = sum(length < CLIP_FRAMES for length in lengths)
        if short:
            notes.append(
                sentence(
                    "{short} clips have fewer than {frames} frames: their motion is filled in between.",
                    short=short,
                    frames=CLIP_FRAMES,
                )
            )
        if len(counts) > 1 and max(counts.values()) >= 10 * min(counts.values()):
            (most, many), (least, few) = counts.most_common(1)[0], counts.most_common()[-1]
            notes.append(
                sentence(
                    "The classes are uneven: {many} clips of {most}, {few} of {least}.",
                    many=many,
                    most=most,
                    few=few,
                    least=least,
                )
            )
        shown = [probe for _, probe in self.usable if probe.width]
        shapes = {(p.width > p.height) - (p.width < p.height) for p in shown}
        if {1, -1} <= shapes:
            notes.append(sentence("Portrait and landscape are mixed: of each the middle square is used."))
        if any(max(probe.width, probe.height) >= _LARGE for probe in shown):
            notes.append(sentence("Some clips are very large: decoding them once will take a while."))
        return notes

    def text(self) -> str:
        """For people."""
        data = self.to_json()
        frames = data["frames"]
        lines = [f"{self.listing.root}: {data['clips']} clips, laid out as {data['layout']}"]
        if data["clips"]:
            lines.append(f"classes: {', '.join(f'{name} ({count})' for name, count in data['classes'].items())}")
            spread = f"{frames['shortest']} to {frames['longest']}, median {frames['median']}, {frames['total']} in all"
            lines.append(f"frames:  {spread}")
            lines.append(f"fps:     {_counted(data['fps'])}")
            lines.append(f"sizes:   {_counted(data['sizes'])}")
        if data["split"]:
            lines.append(f"split:   {data['split']['training']} to train on, {data['split']['held_out']} held out")
        lines += data["notes"]
        if data["problems"]:
            lines.append("problems:")
            lines += [f"  {problem['file']}: {problem['what']}" for problem in data["problems"]]
        return "\n".join([*lines, data["advice"]])


def look(path: str | Path, layout: str = "auto", progress: Callable[[int, int], None] | None = None) -> FirstLook:
    """Look at a folder of clips. Raises TrainingError for what is no folder that can be read."""
    listing = layouts.read(path, layout)
    probes = probe_all(listing.clips, progress)
    problems = [
        Problem(clip.name, probe.problem, not probe.usable)
        for clip, probe in zip(listing.clips, probes, strict=True)
        if probe.problem
    ]
    return FirstLook(listing, tuple(listing.clips), tuple(probes), (*listing.problems, *problems))


def write_sheet(found: FirstLook, path: str | Path) -> None:
    """Write the contact sheet of the usable clips as a picture. Raises TrainingError."""
    usable = found.usable
    if not usable:
        raise TrainingError("There is no clip to draw a contact sheet of.", found.advice())
    clips, probes = zip(*usable, strict=True)
    present = {clip.action for clip in clips}
    sheet = contact_sheet.draw_contact_sheet(
        [name for name in found.listing.classes() if name in present], clips, probes
    )
    try:
        with atomic_write(path) as temporary:
            sheet.save(temporary)
    except ValueError:
        raise TrainingError(f"{Path(path).name} is no picture's name.", "End it in .png or .jpg.") from None
    except OSError as error:
        raise TrainingError(f"{path} cannot be written ({error.strerror or error}).", "Choose another place.") from None


def _rate(probe: Probe) -> str:
    return f"{float(probe.fps):.5g}" if probe.fps else "unknown"


def _counted(counts: dict[str, int]) -> str:
    listed = [f"{name} ({count})" for name, count in list(counts.items())[:_SIZES_LISTED]]
    more = len(counts) - len(listed)
    return ", ".join(listed) + (f" and {more} more" if more > 0 else "")
