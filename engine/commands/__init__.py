"""The command line's engine half: one file per command, in the form that `engine.commands.command` describes.

To add a command, write its file and add its line here. Importing a command must stay light: what is heavy is imported
by its `run`.
"""

COMMANDS = {
    "generate": "engine.commands.generate",
    "batch": "engine.commands.batch",
    "models": "engine.commands.models",
    "project": "engine.commands.project",
    "study": "engine.commands.study",
    "import-authors": "engine.commands.import_authors",
    "bench": "engine.commands.bench",
    "doctor": "engine.commands.doctor",
}
