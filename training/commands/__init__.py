"""The command line's training half: one file per command, in the form that `engine.commands.command` describes.

To add a command, write its file and add its line here. Importing a command must stay light: what is heavy is imported
by its `run`.
"""

COMMANDS = {
    "synth": "training.commands.synth",
    "humans": "training.commands.humans",
    "data": "training.commands.data",
    "train": "training.commands.train",
    "evaluate": "training.commands.evaluate",
    "report": "training.commands.report",
    "ablation": "training.commands.ablation",
}
