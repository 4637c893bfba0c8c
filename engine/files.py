"""Writing files and folders so that a reader sees the old one or the whole new one, never a part.

A temporary sibling is written, flushed to disk and renamed. Knows nothing of formats; raises plain `OSError`,
which callers turn into a sentence of theirs. What of a foreign name can be shown, and what of a text can be a name, is
ruled here, too.
"""

import os
import re
import secrets
import shutil
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

_LONGEST_NAME = 100  # characters of a name made of other words
_LONGEST_STEM = 40  # characters kept of the target's name, so that the temporary name stays within the system's limit


@contextmanager
def atomic_write(path: str | os.PathLike) -> Generator[Path]:
    """Yield the path of an empty temporary file (same folder, same suffix) that becomes `path` on success.

    On any exception the temporary file is removed and `path` is as it was. An existing `path` is replaced:
    asking first is the caller's part.
    """
    target = Path(path)
    temporary = _sibling(target)
    os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
    try:
        yield temporary
        _flush(temporary)
        os.replace(temporary, target)
        _flush_folder(target.parent)
    except BaseException:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise


@contextmanager
def atomic_folder(path: str | os.PathLike) -> Generator[Path]:
    """Yield a temporary folder beside `path` that becomes `path` on success and is removed otherwise.

    Raises `FileExistsError` at once if `path` is a file or a folder with anything in it.
    """
    target = Path(path)
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise FileExistsError(f"{target} already exists")
    temporary = _sibling(target)
    temporary.mkdir(parents=False)
    try:
        yield temporary
        for file in temporary.rglob("*"):
            if file.is_file():
                _flush(file)
        if target.exists():
            target.rmdir()  # empty, as checked; raises if something arrived meanwhile
        os.replace(temporary, target)
        _flush_folder(target.parent)
    except BaseException:
        shutil.rmtree(temporary, ignore_errors=True)
        raise


def shown_name(path: str | os.PathLike) -> str:
    """The last part of a path as text that can be shown and stored: what is not Unicode becomes U+FFFD."""
    path = Path(path)
    return re.sub("[\ud800-\udfff]", "\ufffd", path.name or str(path))


def as_file_name(text: str) -> str:
    """A text as (the beginning of) a file's name, for every system: no folders, devices, dots or control characters."""
    plain = "".join("-" if c in '<>:"/\\|?*.' or not c.isprintable() else c for c in text).strip()
    return plain[:_LONGEST_NAME].encode()[: 2 * _LONGEST_NAME].decode("utf-8", "ignore") or "-"


def _sibling(target: Path) -> Path:
    # The suffix stays: Pillow, NumPy and ffmpeg choose the format by it.
    suffix = target.suffix if len(target.suffix) <= 16 else ""
    return target.with_name(f".{target.stem[:_LONGEST_STEM]}.{secrets.token_hex(6)}{suffix}")


def _flush(path: Path) -> None:
    with open(path, "rb+") as file:
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    with suppress(OSError):  # some network file systems refuse it, and the rename itself has happened
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
