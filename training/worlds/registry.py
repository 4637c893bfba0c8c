"""The synthetic worlds by name. A new one is a file with a subclass of `World`, and one line here."""

from __future__ import annotations

from importlib import import_module

from engine.errors import TrainingError
from training.worlds.world import World

# Loaded when they are opened: their names are asked for where nothing is drawn.
WORLDS = {
    "people": "training.worlds.people:People",
    "animals": "training.worlds.animals:Animals",
    "characters": "training.worlds.characters:Characters",
}


def open_world(name: str, characters: str | None = None) -> World:
    """The world called `name`, one of WORLDS.

    characters: the folder of rigged characters for the worlds that show them; without it the environment variable
    KPVP_CHARACTERS says which; `people` can do without. Raises TrainingError for an unknown name, or if the characters
    are needed and missing.
    """
    if name not in WORLDS:
        raise TrainingError(f"There is no world called {name!r}.", f"The known ones are: {', '.join(WORLDS)}.")
    module, _, kind = WORLDS[name].partition(":")
    return getattr(import_module(module), kind).of(characters)
