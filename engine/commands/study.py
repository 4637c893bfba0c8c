"""`kpvp study`: make a user study, hand it to raters as one HTML file, take their rankings in and sum them up."""

from __future__ import annotations

import argparse
from pathlib import Path

from engine.commands.arguments import add_json
from engine.commands.command import Report
from engine.errors import StudyError

HELP = "a blind user study: make it, hand it out as a page, sum up what raters said"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("study", metavar="STUDY", help="the study's folder; with --clips a new one")
    parser.add_argument("--clips", metavar="DIR", help="make it of clips DIR/SYSTEM/NAME.gif and DIR/inputs/NAME.png")
    parser.add_argument("--trials", type=int, metavar="N", help="at most N trials, drawn by --seed")
    parser.add_argument("--seed", type=int, default=0, metavar="S")
    parser.add_argument("--title", default="Which is best?", metavar="TEXT")
    parser.add_argument("--question", metavar="TEXT", help="what raters are asked")
    parser.add_argument("--page", metavar="FILE.html", help="write the page for raters who have only a browser")
    parser.add_argument("--add", nargs="+", default=[], metavar="FILE.json", help="take in what raters sent back")
    parser.add_argument("--csv", metavar="FILE", help="write every rank as a line")
    add_json(parser)


def run(args: argparse.Namespace) -> Report:
    """The JSON has `study`, `raters`, `rankings`, `systems`, `preferences` and `problems`."""
    from dataclasses import asdict

    from engine.files import atomic_write
    from engine.study import ratings, results, study
    from engine.study.clip_folders import read_trials
    from engine.study.page import write_page

    folder = Path(args.study)
    if args.clips:
        if args.trials is not None and args.trials < 1:
            raise StudyError(f"A study of {args.trials} trials asks nothing.", "Ask for at least one.")
        trials = read_trials(Path(args.clips), args.trials, args.seed)
        opened = study.make_study(folder, trials, args.title, args.question or study.QUESTION)
    else:
        opened = study.open_study(folder)
    for file in args.add:
        ratings.add(opened, Path(file))
    if args.page:
        write_page(opened, Path(args.page))
    sittings, problems = ratings.read_all(opened)
    said = ratings.latest(sittings)
    found = results.results(opened, said)
    if args.csv:
        with atomic_write(args.csv) as temporary:
            temporary.write_text(results.as_csv(opened, said), encoding="utf-8", newline="")
    data = {"study": str(folder), "trials": len(opened.trials), "raters": found.raters, "rankings": found.rankings}
    data["systems"] = [_plain(asdict(each)) for each in found.systems]
    data["preferences"] = [{**_plain(asdict(each)), "share": each.share} for each in found.preferences]
    data["problems"] = [{"name": each.file, "what": each.what} for each in problems]
    return Report(data, results.as_text(opened, found, problems))


def _plain(values: dict) -> dict:
    """Without what cannot be said of so few rankings: JSON has no word for it."""
    return {key: value for key, value in values.items() if value == value}
