"""`kpvp data`: a first look at a folder of clips. The exit status is 2 if nothing there can be trained on."""

from __future__ import annotations

import argparse
import sys

from engine.commands.arguments import add_json
from engine.commands.command import Report

HELP = "a first look at a folder of clips: what there is, and what is wrong"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", metavar="PATH")
    parser.add_argument("--layout", default="auto", metavar="auto|folder|penn_action|uva_nemo|mgif|sprites")
    parser.add_argument("--sheet", metavar="FILE", help="write a contact sheet: a few clips of every class")
    add_json(parser)


def run(args: argparse.Namespace) -> Report:
    from training.layouts import first_look

    found = first_look.look(args.path, args.layout)
    if args.sheet and found.usable:
        first_look.write_sheet(found, args.sheet)
    facts = found.to_json()
    if not facts["usable"] and args.json:
        print(facts["advice"], file=sys.stderr)
    return Report(facts, found.text(), 0 if facts["usable"] else 2)
