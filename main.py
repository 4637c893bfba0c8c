"""The only entry: without a sub-command the studio opens, and the sub-commands are its headless twins.

Start-up time counts, so nothing heavy is imported here: each command imports what it needs when it runs.
Exit status: 0; 2 for what the user can fix, with one message on stderr; 1 for a bug, with a traceback.
"""

import argparse
import importlib
import os
import sys
from typing import NoReturn

from engine.commands import COMMANDS as ENGINE_COMMANDS
from engine.commands.command import prepare_process, run_command, run_program
from training.commands import COMMANDS as TRAINING_COMMANDS

COMMANDS = {**ENGINE_COMMANDS, **TRAINING_COMMANDS}


class _Parser(argparse.ArgumentParser):
    """argparse, but a mistake gives one message rather than the whole usage."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message} (see {self.prog} --help)\n")


class _Version(argparse.Action):
    """--version, which looks the version up only when it is asked for."""

    def __call__(
        self, parser: argparse.ArgumentParser, namespace: object, values: object, option_string: str | None = None
    ) -> NoReturn:
        from engine.version import version

        print(f"kpvp {version()}")
        parser.exit()


def main(argv: list[str] | None = None) -> int:
    """Run the program; `argv` without the program's name. Returns the exit status."""
    if argv is None:
        prepare_process()
        argv = sys.argv[1:]
    given = argv
    return run_program(lambda: _studio(given) if _wants_studio(given) else _command(given))


def build_parser() -> argparse.ArgumentParser:
    """The whole command line. A command's module is `args.module` of what the parser returns."""
    parser = _Parser(prog="kpvp", description="A photo, an action and a latent become a clip.")
    parser.add_argument("--version", action=_Version, nargs=0, help="show program's version number and exit")
    parser.epilog = "Without a command the studio opens, with a photo or project if one is given: kpvp [FILE]"
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    for name, path in COMMANDS.items():
        module = importlib.import_module(path)
        command = commands.add_parser(name, help=module.HELP)
        module.add_arguments(command)
        command.set_defaults(module=module)
    return parser


def _command(argv: list[str]) -> int:
    args = build_parser().parse_args(argv)
    return run_command(args.module, args)


def _wants_studio(argv: list[str]) -> bool:
    return not argv or (argv[0] not in COMMANDS and argv[0] not in ("-h", "--help", "--version"))


def _studio(argv: list[str]) -> int:
    if argv and not argv[0].startswith("-") and not os.path.exists(argv[0]):
        import difflib

        near = difflib.get_close_matches(argv[0], COMMANDS, 1)
        if near or len(argv) > 1:
            guess = f"Did you mean {near[0]}?" if near else "See kpvp --help."
            print(f"There is no command or photo {argv[0]!r}. {guess}", file=sys.stderr)
            return 2
    from kpvp_gui import app

    return app.main(argv)


if __name__ == "__main__":
    sys.exit(main())
