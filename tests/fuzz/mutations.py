"""What happens to a sound file on its way to a stranger's: bytes flipped, cut, doubled; values of its text replaced."""

import io
import json
import random
import re
import zipfile
from typing import Any

_BYTES = (
    b"\0",
    b"\xff" * 4,
    b"\x7f\xff\xff\xff",
    b"\x80\0\0\0",
    b"\n",
    b"<img src=x>",
    b"\x1b[31m",
    b"..\\",
    b"1e999999999",
)
_VALUES: tuple[Any, ...] = (
    *(None, True, -1, 0, 1, 2**31, 2**63, 10**400, -(10**30), 0.5, 1e308, float("nan"), float("inf"), -1e-320),
    *("", "\0", "1e999999999", "9" * 5000, "x" * 300_000, "\ud800", "../../x", "<b>", "a\x1b]0;b", "1/0", "25/1"),
    *([], {}, [[]], [None], ["x"] * 2000, {"x": 1}, [[1, 2], [3]], [1e400]),
)
_WORDS = (*map(repr, _VALUES[4:13]), "[" * 9000, "'" + "y" * 9000, "nan", "0x" + "f" * 5000, "{a = {b = [1]}}", '"""')


def mutated(data: bytes, chance: random.Random) -> bytes:
    """A damaged copy: as text of values where it is one, or as bytes, once or several times."""
    for _ in range(chance.choice((1, 1, 1, 2, 3, 8))):
        kinds = (_zip, _zip, _zip, _raw) if data.startswith(b"PK") else (_json, _text, _raw, _raw)
        data = chance.choice(kinds)(data, chance)
    return data


def _zip(data: bytes, chance: random.Random) -> bytes:
    """One file of the archive is damaged, or gone; its checksum is right."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = {name: archive.read(name) for name in archive.namelist()}
    except Exception:  # damaged before
        return _raw(data, chance)
    if not members:
        return _raw(data, chance)
    texts = [name for name, content in members.items() if content.startswith(b"{")]  # most is decided by these
    name = chance.choice(texts if texts and chance.random() < 0.5 else list(members))
    if chance.random() < 0.1:
        del members[name]
    else:
        kinds = (_json, _json, _json, _text) if name in texts else (_raw, _text, _raw)
        members[name] = chance.choice(kinds)(members[name], chance)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def _json(data: bytes, chance: random.Random) -> bytes:
    """One value of the longest JSON object in it is another."""
    start, stop = data.find(b"{"), data.rfind(b"}") + 1
    if start == 8:  # a bundle: the header's length stands before it
        stop = 8 + int.from_bytes(data[:8], "little")
    elif data.startswith(b"glTF") and start == 20:
        stop = 20 + int.from_bytes(data[12:16], "little")
    if b"\n{" in data[start:stop]:  # lines of objects
        lines = data.split(b"\n")
        row = chance.randrange(len(lines))
        if lines[row].strip() == data.strip():
            return _raw(data, chance)
        lines[row] = _json(lines[row], chance)
        return b"\n".join(lines)
    try:
        text = json.dumps(_changed(json.loads(data[start:stop]), chance)).encode()
    except (ValueError, RecursionError):
        return _raw(data, chance)
    text += b" " * (-len(text) % 8)
    head = data[:start]
    if start == 8:
        head = len(text).to_bytes(8, "little")
    elif start == 20:
        sizes = (start + len(text) + len(data) - stop, len(text))
        head = data[:8] + sizes[0].to_bytes(4, "little") + sizes[1].to_bytes(4, "little") + data[16:20]
    return head + text + data[stop:]


def _changed(value: Any, chance: random.Random) -> Any:
    if isinstance(value, str) and value.startswith("{") and chance.random() < 0.9:  # a card within a header
        return _json(value.encode("utf-8", "replace"), chance).decode("utf-8", "replace")
    if isinstance(value, dict) and value and chance.random() < 0.9:
        key = chance.choice(list(value))
        rest = {name: item for name, item in value.items() if name != key}
        return rest if chance.random() < 0.1 else rest | {key: _changed(value[key], chance)}
    if isinstance(value, list) and value and chance.random() < 0.7:
        place = chance.randrange(len(value))
        return [*value[:place], _changed(value[place], chance), *value[place + 1 :]]
    if chance.random() < 0.02:
        for _ in range(chance.choice((70, 900))):
            value = [value]
        return value
    return chance.choice(_VALUES)


def _text(data: bytes, chance: random.Random) -> bytes:
    """One number or word after an equals sign, a comma or a colon is another."""
    places = list(re.finditer(rb"(?<=[=:,] )[^\s,]+|(?<=[=,:])[^\s,=:]+", data[:20_000]))
    if not places:
        return _raw(data, chance)
    place = chance.choice(places)
    return data[: place.start()] + chance.choice(_WORDS).encode("utf-8", "replace") + data[place.end() :]


def _raw(data: bytes, chance: random.Random) -> bytes:
    result = bytearray(data)
    size = len(result)
    at = chance.choice((chance.randrange(size + 1), chance.randrange(min(size, 200) + 1)))
    length = chance.choice((1, 2, 4, 16, 200))
    match chance.randrange(7):
        case 0 if size:
            result[at % size] ^= 1 << chance.randrange(8)
        case 1:
            result[at : at + length] = chance.randbytes(length)
        case 2:
            del result[at : at + length]
        case 3:
            result[at:at] = result[at : at + length] * chance.choice((1, 2, 50))
        case 4:
            result[at : at + 4] = chance.choice(_BYTES)
        case 5:
            del result[at:]
        case _:
            result[at:at] = chance.choice(_BYTES)
    return bytes(result)
