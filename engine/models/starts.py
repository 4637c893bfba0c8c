"""Start pictures in a model's card: first frames of its own held-out clips, to try it with. Knows no files."""

import base64
import binascii
import io
from collections.abc import Iterable

import numpy as np
from PIL import Image

from engine.models.card import ModelCard

MOST = 6
KEY = "starts"  # of the card's `extra`
_BYTES = 8 * 1024  # of one picture: a card may have 256 KiB, and is printed by `kpvp models --json`
_QUALITIES = (85, 70, 50)


def to_card(pictures: Iterable[tuple[str, np.ndarray]]) -> list[dict[str, str]]:
    """What a card holds of (action, uint8 [S, S, 3]): JPEG in base64, of pictures that are small enough."""
    kept = []
    for action, picture in pictures:
        for quality in _QUALITIES:
            data = io.BytesIO()
            Image.fromarray(picture).save(data, "JPEG", quality=quality)
            if data.tell() <= _BYTES:
                kept.append({"action": action, "jpeg": base64.b64encode(data.getvalue()).decode()})
                break
        if len(kept) == MOST:
            break
    return kept


def of_card(card: ModelCard) -> list[tuple[str, bytes]]:
    """(action, JPEG) of the start pictures; a card from elsewhere may say anything, and what is none is left out."""
    rows = card.extra.get(KEY, [])
    found = []
    for row in rows[:MOST] if isinstance(rows, list) else []:
        if not isinstance(row, dict) or row.get("action") not in card.actions or not isinstance(row.get("jpeg"), str):
            continue
        try:
            data = base64.b64decode(row["jpeg"], validate=True)
        except (binascii.Error, ValueError):
            continue
        if len(data) <= _BYTES and data.startswith(b"\xff\xd8"):
            found.append((row["action"], data))
    return found
