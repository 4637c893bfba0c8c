"""The members of a project, by name: files of a folder, or of a zip without compression. Both hold the same.

Names are `file` or `folder/file`, of letters, digits, dots and dashes; nothing else is read, wherever it comes from.
"""

from __future__ import annotations

import os
import re
import shutil
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from engine.errors import ProjectError
from engine.projects.project import MAX_TEXT, REMEDY, TEXT_NAME
from engine.sentences import sentence

MAX_UNPACKED_BYTES = 16 * 1024**3
MAX_MEMBERS = 200_000
_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*(?:/[A-Za-z0-9_][A-Za-z0-9_.-]*)?")
_BEGINNING = (1980, 1, 1, 0, 0, 0)  # of time, in a zip: the same content gives the same file


class Members(Protocol):
    """Where members are read from."""

    def __contains__(self, name: str) -> bool: ...

    def read(self, name: str) -> bytes:
        """Raises `KeyError` if there is no such member, `ProjectError` if it is damaged."""
        ...


class Folder:
    """Members as files of a folder."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __contains__(self, name: str) -> bool:
        return bool(_NAME.fullmatch(name)) and (self.path / name).is_file()

    def read(self, name: str) -> bytes:
        try:
            return self._path(name).read_bytes()
        except FileNotFoundError as error:
            raise KeyError(name) from error
        except OSError as error:
            raise ProjectError(
                sentence("{name} cannot be read: {reason}.", name=name, reason=error.strerror), REMEDY
            ) from error

    def sizes(self) -> dict[str, int]:
        """Bytes of every member."""
        found = {}
        for entry in _files(self.path):
            name = os.path.relpath(entry.path, self.path).replace(os.sep, "/")
            if _NAME.fullmatch(name):
                found[name] = entry.stat().st_size
        return found

    def _path(self, name: str) -> Path:
        if not _NAME.fullmatch(name):
            raise KeyError(name)
        return self.path / name


class Archive:
    """Members of a project file. Raises `ProjectError` if it is none."""

    def __init__(self, path: Path) -> None:
        self.path = path
        if path.exists() and not path.is_file():  # a pipe would be waited for
            raise ProjectError(sentence("{name} is no file.", name=path.name), REMEDY)
        try:
            self._zip = zipfile.ZipFile(path)
        except OSError as error:
            raise ProjectError(
                sentence("{name} cannot be opened: {reason}.", name=path.name, reason=error.strerror),
                sentence("Check the path."),
            ) from error
        except zipfile.BadZipFile as error:
            raise ProjectError(
                sentence("{name} is not a project, or is damaged.", name=path.name), _backups_of(path)
            ) from error
        infos = self._zip.infolist()
        self._infos = {info.filename: info for info in infos if _NAME.fullmatch(info.filename)}
        if len(infos) > MAX_MEMBERS or sum(info.file_size for info in infos) > MAX_UNPACKED_BYTES:
            raise ProjectError(sentence("{name} holds more than a project can.", name=path.name), REMEDY)
        text = self._infos.get(TEXT_NAME)
        if text is None or text.file_size > MAX_TEXT:
            raise ProjectError(sentence("{name} is not a project.", name=path.name), REMEDY)

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def __contains__(self, name: str) -> bool:
        return name in self._infos

    def read(self, name: str) -> bytes:
        try:
            return self._zip.read(self._infos[name])
        except OSError as error:
            raise ProjectError(
                sentence("{name} cannot be read: {reason}.", name=self.path.name, reason=error.strerror),
                sentence("Check the disk."),
            ) from error
        except KeyError:
            raise
        except Exception as error:  # zipfile and zlib raise several kinds for a damaged file
            raise ProjectError(
                sentence("{name} in {name2} is damaged.", name=name, name2=self.path.name), _backups_of(self.path)
            ) from error

    def unpack(self, folder: Path) -> list[str]:
        """Write every member into an empty folder; the names of those that are damaged. Raises `OSError`.

        A damaged project.json raises `ProjectError`.
        """
        damaged = []
        for name in self._infos:
            path = folder / name
            path.parent.mkdir(exist_ok=True)
            try:
                data = self.read(name)
            except ProjectError:
                if name == TEXT_NAME:
                    raise
                damaged.append(name)
            else:
                path.write_bytes(data)
        return damaged


def pack(folder: Path, names: Iterable[str], path: Path) -> None:
    """Write the members of a folder to a project file: project.json, then the others in order. Raises `OSError`."""
    rest = sorted(name for name in set(names) - {TEXT_NAME} if _NAME.fullmatch(name))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name in (TEXT_NAME, *rest):
            info = zipfile.ZipInfo(name, _BEGINNING)
            info.create_system, info.external_attr = 3, 0o644 << 16  # whatever the system
            info.file_size = (folder / name).stat().st_size
            with open(folder / name, "rb") as source, archive.open(info, "w") as target:
                shutil.copyfileobj(source, target, 1 << 20)


def backups(path: Path) -> list[Path]:
    """Where earlier versions of a project file are kept, the latest first; they need not be there."""
    return [path.with_name(f"{path.stem}.backup{number}{path.suffix}") for number in (1, 2)]


def _backups_of(path: Path) -> str:
    there = next((backup for backup in backups(path) if backup.exists()), None)
    return REMEDY if there is None else sentence("Open its backup {name}.", name=there.name)


def _files(folder: Path) -> Iterable[os.DirEntry]:
    """Those in the folder, and in the folders in it."""
    if not folder.is_dir():
        return
    for entry in os.scandir(folder):
        if entry.is_dir(follow_symlinks=False):
            yield from (inner for inner in os.scandir(entry) if inner.is_file(follow_symlinks=False))
        elif entry.is_file(follow_symlinks=False):
            yield entry
