"""JSON and TOML from anybody: what no reader of ours has a use for is refused before anything is done with it.

That is nesting so deep that a recursion ends, whole numbers beyond 64 bits, texts that are not Unicode, and in JSON,
which has no word for them, numbers that are not finite. Knows no file and no meaning of what it reads.
"""

import json
import math
import tomllib
from typing import Any

_DEEPEST = 64  # lists and objects within each other
_LARGEST = 2**63


def from_json(text: str | bytes) -> Any:
    """The value in a JSON text. Raises `ValueError`, and nothing else, for what is none or is refused."""
    try:
        return within_bounds(json.loads(text, parse_float=_finite, parse_constant=_finite))
    except RecursionError as error:
        raise ValueError("it is nested too deep") from error


def parsed_toml(text: str) -> dict[str, Any]:
    """The table in a TOML text. Raises `ValueError`, and nothing else, for what is none or is refused."""
    try:
        return within_bounds(tomllib.loads(text))
    except RecursionError as error:
        raise ValueError("it is nested too deep") from error


def within_bounds(value: Any) -> Any:
    """`value`, made of objects, lists, texts and numbers, as it is. Raises `ValueError` for what is refused."""
    pending = [(value, 0)]
    while pending:
        item, depth = pending.pop()
        if depth > _DEEPEST:
            raise ValueError("it is nested too deep")
        if isinstance(item, dict):
            pending += ((part, depth + 1) for pair in item.items() for part in pair)
        elif isinstance(item, list):
            pending += ((part, depth + 1) for part in item)
        elif isinstance(item, str):
            item.encode()  # a lone surrogate raises UnicodeEncodeError, which is a ValueError
        elif isinstance(item, int) and abs(item) >= _LARGEST:
            raise ValueError("a whole number is beyond 64 bits")
    return value


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError("a number is not finite")
    return number
