"""`kpvp models`: the models that can be loaded by name, and the files that only look like models."""

import argparse

from engine.commands.arguments import add_json
from engine.commands.command import Report

HELP = "the models that can be loaded by name"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_json(parser)


def run(_args: argparse.Namespace) -> Report:
    from engine.models.library import scan

    entries, broken = scan()
    listed = [{**entry.card.to_json(), "name": entry.name, "path": str(entry.path)} for entry in entries]
    for model in listed:
        del model["familiarity"]  # a page of coefficients
    failures = [{"path": str(model.path), "what": model.error.what, "remedy": model.error.remedy} for model in broken]
    lines = [
        f"{entry.name:16} {entry.card.image_size} px, {len(entry.card.actions)} actions  {entry.card.title}"
        for entry in entries
    ]
    lines += [f"{model.path.name}: {model.error}" for model in broken]
    return Report({"models": listed, "broken": failures}, "\n".join(lines) or "There is no model yet.")
