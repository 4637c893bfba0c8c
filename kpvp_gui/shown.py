"""How values are shown that are words: models that come with the studio and their actions, overlays, orders, samples.

They are English where they are kept, in files as in the command line; here they are marked for translators.
"""

from __future__ import annotations

from kpvp_gui.translation import marked, tr

_ACTIONS = (
    marked("baseball pitch"),
    marked("baseball swing"),
    marked("clean and jerk"),
    marked("eat"),
    marked("gallop"),
    marked("golf swing"),
    marked("idle"),
    marked("jump"),
    marked("jumping jacks"),
    marked("kick"),
    marked("pull ups"),
    marked("squats"),
    marked("tennis forehand"),
    marked("tennis serve"),
    marked("walk"),
)
_MODELS = (
    marked("People"),
    marked("One whole person, photographed or drawn, in one of nine sports and gym actions."),
    marked("Animals"),
    marked("One drawn four-legged animal or dinosaur, whole, walking, galloping, eating, jumping, kicking or idle."),
)
_VALUES = (
    marked("keypoints"),
    marked("trails"),
    marked("mask"),
    marked("synthesized"),
    marked("frame"),
    marked("skeleton"),
    marked("onion"),
    marked("prediction"),
    marked("side by side"),
    marked("wipe"),
    marked("difference"),
    marked("as made"),
    marked("most motion"),
    marked("least motion"),
    marked("nearest"),
    marked("farthest"),
    marked("system"),
    marked("light"),
    marked("dark"),
    marked("people"),
    marked("animals"),
    marked("waiting"),
    marked("current"),
    marked("done"),
)


def shown(value: str) -> str:
    """A word or name as a person reads it: "golf swing" for "golf_swing". What is not marked stays as it is."""
    return tr(value.replace("_", " "))


def capitalized(value: str) -> str:
    """The same at the beginning of a line, its other letters as they are: "Golf swing", "Masque"."""
    words = shown(value)
    return words[:1].upper() + words[1:]
