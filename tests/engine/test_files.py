"""Readers see the old file or the whole new one."""

import os

import pytest

from engine.files import atomic_folder, atomic_write, content_of


def test_a_file_appears_whole(tmp_path):
    target = tmp_path / "clip.gif"
    with atomic_write(target) as temporary:
        assert temporary.suffix == ".gif" and temporary.parent == tmp_path
        temporary.write_bytes(b"new")
        assert not target.exists()
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path):
    target = tmp_path / "clip.gif"
    target.write_bytes(b"old")
    with pytest.raises(RuntimeError), atomic_write(target) as temporary:
        temporary.write_bytes(b"half")
        raise RuntimeError
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_long_names_have_room_for_the_temporary_one(tmp_path):
    target = tmp_path / ("é" * 125 + ".gif")
    with atomic_write(target) as temporary:
        temporary.write_bytes(b"x")
    assert target.exists()


def test_a_folder_appears_whole_and_never_over_another(tmp_path):
    target = tmp_path / "frames"
    target.mkdir()  # empty: nothing to lose
    with atomic_folder(target) as temporary:
        (temporary / "deep").mkdir()
        (temporary / "deep" / "1.png").write_bytes(b"1")
        assert list(target.iterdir()) == []
    assert (target / "deep" / "1.png").read_bytes() == b"1"
    with pytest.raises(FileExistsError), atomic_folder(target):
        pytest.fail("entered")
    assert list(tmp_path.iterdir()) == [target]


def test_a_failure_leaves_no_folder(tmp_path):
    with pytest.raises(RuntimeError), atomic_folder(tmp_path / "frames") as temporary:
        (temporary / "1.png").write_bytes(b"1")
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []


def test_what_is_no_file_or_too_large_is_not_read(tmp_path):
    (tmp_path / "small").write_bytes(b"1234")
    assert content_of(tmp_path / "small", 4) == b"1234"
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
    for name, most in (("small", 3), ("pipe", 9), ("nothing", 9), ("nul\0", 9), ("", 9)):
        with pytest.raises(OSError) as refused:
            content_of(tmp_path / name, most)
        assert refused.value.strerror
