"""Sentences in English that remember what they were made of, so that a window may say them in another language.

`sentence("{name} is empty.", name=name)` is the text, and is used as one; a translation needs the words without the
values. Knows no language but English, and nothing of who translates.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class Sentence(str):
    """Its text; `template` has {names} in the places of `values`, which may be sentences themselves."""

    template: str
    values: Mapping[str, Any]


def sentence(template: str, **values: object) -> Sentence:
    """The text of `template` with its values. The template stands there as a literal: it is found by that."""
    made = Sentence(template.format(**values) if values else template)
    made.template, made.values = template, values
    return made


def as_data(text: str) -> Any:
    """A text for another process, with what it was made of."""
    if not isinstance(text, Sentence):
        return text
    values = {name: as_data(value) if isinstance(value, str) else value for name, value in text.values.items()}
    return {"template": text.template, "values": values}


def from_data(data: Any) -> str:
    """What `as_data` gave; of anything else the text of it. Raises nothing."""
    if not isinstance(data, dict):
        return str(data)
    template, values = data.get("template"), data.get("values")
    if not isinstance(template, str) or not isinstance(values, dict):
        return str(data)
    try:
        return sentence(template, **{str(n): from_data(v) if isinstance(v, dict) else v for n, v in values.items()})
    except (KeyError, IndexError, ValueError, AttributeError, TypeError):
        return template
