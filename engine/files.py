"""Writing files and folders so that a reader sees the old one or the whole new one, never a part.

A temporary sibling is written, flushed to disk and renamed. Knows nothing of formats; raises plain `OSError`,
which callers turn into a sentence of theirs. What of a foreign name can be shown, and what of a text can be a name, is
ruled here, too, and so is all in which the systems differ: locks, and files that are read while they are replaced.
"""

import errno
import os
import re
import secrets
import shutil
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

# What Windows takes for a device, whatever suffix follows.
_DEVICES = {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"} | {
    f"{port}{n}" for port in ("COM", "LPT") for n in "123456789¹²³"
}
# On Windows a file that another program reads, as virus scanners do with every new one, cannot be replaced meanwhile.
_PATIENCE = 2.0 if sys.platform == "win32" else 0.0  # seconds
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
        put(temporary, target)
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
        put(temporary, target)
        _flush_folder(target.parent)
    except BaseException:
        shutil.rmtree(temporary, ignore_errors=True)
        raise


def content_of(path: str | os.PathLike, most: int) -> bytes:
    """What is in a file. Raises `OSError`, also for what is no file, since opening a pipe could wait for ever, and for
    more than `most` bytes."""
    path = Path(path)
    try:
        if path.exists() and not path.is_file():
            raise OSError(errno.EINVAL, "It is no file", str(path))
        with open(path, "rb") as file:
            # No more than there is, since a read sets aside as much memory as it asks for.
            content = file.read(min(most, os.fstat(file.fileno()).st_size) + 1)
    except ValueError as error:  # a NUL character
        raise OSError(errno.EINVAL, "It is no path", str(path)) from error
    if len(content) > most:
        raise OSError(errno.EFBIG, f"It is larger than {most / 2**20:.3g} MiB", str(path))
    return content


def put(source: str | os.PathLike, target: str | os.PathLike) -> None:
    """`os.replace` that waits a little where `target` cannot be replaced while another program reads it."""
    until, pause = time.monotonic() + _PATIENCE, 0.01
    while True:
        try:
            os.replace(source, target)
            return
        except PermissionError:
            if time.monotonic() + pause > until:
                raise
            time.sleep(pause)
            pause *= 2


def try_lock(descriptor: int, shared: bool = False) -> bool:
    """Lock an open file until it is closed or the process ends; False if another holds it. Never waits.

    Where the file system knows no locks everybody gets one: better without than not at all. Windows has no shared ones,
    and gives them to everybody, too; what is read there is open, and so cannot be removed.
    """
    if sys.platform == "win32":
        if shared:
            return True
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    try:
        fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True


def shown_name(path: str | os.PathLike) -> str:
    """The last part of a path as text that can be shown and stored: what is not Unicode becomes U+FFFD."""
    path = Path(path)
    return re.sub("[\ud800-\udfff]", "\ufffd", path.name or str(path))


def as_file_name(text: str) -> str:
    """A text as (the beginning of) a file's name, for every system: no folders, devices, dots or control characters.

    Two texts that differ only in case are two names, and one file on Windows or macOS: compare them by `casefold`.
    """
    plain = "".join("-" if c in '<>:"/\\|?*.' or not c.isprintable() else c for c in text).strip()
    short = plain[:_LONGEST_NAME].encode()[: 2 * _LONGEST_NAME].decode("utf-8", "ignore").rstrip() or "-"
    return f"{short}-" if short.upper() in _DEVICES else short


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
