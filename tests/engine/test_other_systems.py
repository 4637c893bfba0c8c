"""What Windows and macOS do differently with files, simulated: names, case, locks, files in use."""

import os
import sys
import threading

import pytest

from engine import files
from engine.commands.batch import _distinct
from engine.files import as_file_name, atomic_write, put, try_lock
from engine.models.own_models import unused_name


@pytest.mark.parametrize(
    "name", ["CON", "nul", "Com1", "LPT9", "aux.gif", "a:b", "..\\up", "dots...", "space ", "tab\t"]
)
def test_a_name_is_one_that_windows_takes(name):
    made = as_file_name(name)
    assert made.split(".")[0].upper() not in files._DEVICES
    assert made == made.rstrip(" .") and not set(made) & set('<>:"/\\|?*\t')


def test_a_name_cut_short_ends_in_no_space():
    assert as_file_name("a" * 99 + " b") == "a" * 99


def test_names_that_differ_in_case_alone_are_two_files_everywhere(tmp_path, monkeypatch):
    assert list(_distinct({"one": "Jump", "two": "jump", "three": "JUMP"})) == ["Jump", "jump-2", "JUMP-3"]
    monkeypatch.setattr("engine.models.library.list_models", list)
    (tmp_path / "Mine.safetensors").touch()
    assert unused_name("mine", tmp_path) == "mine-2"


def test_a_file_that_somebody_reads_is_replaced_when_they_are_done(tmp_path, monkeypatch):
    refusals = []

    def replace(source, target, real=os.replace):
        if len(refusals) < 3:
            refusals.append(target)
            raise PermissionError(13, "The process cannot access the file", str(target))
        real(source, target)

    monkeypatch.setattr(files, "_PATIENCE", 2.0)
    monkeypatch.setattr(os, "replace", replace)
    with atomic_write(tmp_path / "clip.gif") as temporary:
        temporary.write_bytes(b"new")
    assert len(refusals) == 3 and (tmp_path / "clip.gif").read_bytes() == b"new"


def test_a_file_that_stays_in_use_is_an_error_and_leaves_nothing_behind(tmp_path, monkeypatch):
    def refuse(source, target):
        raise PermissionError(13, "The process cannot access the file", str(target))

    monkeypatch.setattr(files, "_PATIENCE", 0.03)
    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(PermissionError), atomic_write(tmp_path / "clip.gif") as temporary:
        temporary.write_bytes(b"new")
    assert not list(tmp_path.iterdir())


def test_where_files_can_be_replaced_at_any_time_nobody_waits(tmp_path, monkeypatch):
    if sys.platform == "win32":
        pytest.skip("here they cannot")
    monkeypatch.setattr("time.sleep", lambda _: pytest.fail("waited"))
    with pytest.raises(FileNotFoundError):
        put(tmp_path / "missing", tmp_path / "target")
    assert files._PATIENCE == 0


class _Locks:
    """msvcrt as far as it matters here: a byte of a file, which one descriptor may hold."""

    LK_NBLCK = 2

    def __init__(self) -> None:
        self.held: dict[int, int] = {}

    def locking(self, descriptor: int, mode: int, count: int) -> None:
        assert (mode, count) == (self.LK_NBLCK, 1)
        inode = os.fstat(descriptor).st_ino
        if self.held.setdefault(inode, descriptor) != descriptor:
            raise PermissionError(13, "Permission denied")


def test_locks_of_windows(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(files, "msvcrt", _Locks(), raising=False)
    first, second = (os.open(tmp_path / "lock", os.O_CREAT | os.O_RDWR) for _ in range(2))
    try:
        assert try_lock(first) and not try_lock(second)
        assert try_lock(second, shared=True)  # there are none, and a file that is open is not removed
    finally:
        os.close(first)
        os.close(second)


def test_a_lock_excludes_and_ends_with_its_file(tmp_path):
    first, second = (os.open(tmp_path / "lock", os.O_CREAT | os.O_RDWR) for _ in range(2))
    assert try_lock(first) and not try_lock(second) and not try_lock(second, shared=True)
    os.close(first)
    assert try_lock(second)
    os.close(second)


def test_writing_is_possible_from_many_threads_at_once(tmp_path):
    def write(number: int) -> None:
        with atomic_write(tmp_path / "one") as temporary:
            temporary.write_text(str(number))

    threads = [threading.Thread(target=write, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (tmp_path / "one").read_text() in map(str, range(8)) and len(list(tmp_path.iterdir())) == 1
