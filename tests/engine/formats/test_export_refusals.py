"""What stops an export: wishes refused, cancelling, full disks, a failing ffmpeg. Nothing is left behind."""

import errno
import os
import stat
import threading
import time
from typing import Any

import pytest

from engine.errors import Cancelled, ExportError
from engine.export import check, export
from engine.formats.table import BY_SUFFIX
from engine.media import ffmpeg
from tests.engine.formats.moving_clip import moving_clip
from tests.engine.formats.test_export import ANIMATIONS, VIDEOS, left_over


@pytest.fixture(scope="module")
def clip():
    return moving_clip()


@pytest.mark.parametrize("suffix", sorted(BY_SUFFIX))
def test_nothing_is_replaced_unless_asked(tmp_path, clip, suffix):
    path = tmp_path / f"a{suffix}"
    path.write_bytes(b"precious")
    with pytest.raises(ExportError, match="already exists"):
        export(clip, path)
    assert path.read_bytes() == b"precious" and left_over(tmp_path) == [path.name]
    if suffix != ".png":  # a file is never replaced by a folder
        export(clip, path, overwrite=True)
        assert path.read_bytes() != b"precious"


@pytest.mark.parametrize(
    ("name", "options", "sentence"),
    [
        ("a.bmp", {}, "no known format"),
        ("nowhere/a.gif", {}, "does not exist"),
        ("a.gif", {"fps": 0}, "frames per second"),
        ("a.gif", {"fps": -3}, "frames per second"),
        ("a.gif", {"fps": float("nan")}, "frames per second"),
        ("a.gif", {"fps": float("inf")}, "frames per second"),
        ("a.gif", {"fps": "fast"}, "frames per second"),
        ("a.mp4", {"fps": 1000}, "frames per second"),
        ("a.gif", {"scale": 0}, "scale"),
        ("a.gif", {"scale": 1.5}, "scale"),
        ("a.gif", {"scale": 17}, "scale"),
        ("a.gif", {"overlays": ("sparkles",)}, "no overlay sparkles"),
    ],
)
def test_impossible_wishes_are_refused_in_a_sentence(tmp_path, clip, name, options, sentence):
    with pytest.raises(ExportError, match=sentence) as caught:
        export(clip, tmp_path / name, **options)
    assert caught.value.what.endswith(".") and caught.value.remedy.endswith(".")
    assert left_over(tmp_path) == []


def test_a_wish_can_be_checked_before_a_clip_is_computed(tmp_path):
    check(tmp_path / "a.gif", ("keypoints",), 2)
    (tmp_path / "a.gif").touch()
    check(tmp_path / "a.gif", overwrite=True)
    impossible: list[tuple[str, dict[str, Any]]] = [("a.gif", {}), ("a.xyz", {})]
    impossible += [("b.gif", {"scale": 99}), ("b.gif", {"overlays": ("x",)})]
    for path, options in impossible:
        with pytest.raises(ExportError):
            check(tmp_path / path, **options)


ALL_FRAMES = [*ANIMATIONS, *VIDEOS, ".png"]


@pytest.mark.parametrize("suffix", ALL_FRAMES)
def test_cancelling_leaves_nothing(tmp_path, clip, suffix):
    asked = []
    with pytest.raises(Cancelled):
        export(clip, tmp_path / f"a{suffix}", cancelled=lambda: len(asked) > 6 or bool(asked.append(None)))
    assert left_over(tmp_path) == []


def test_cancelling_keeps_the_earlier_file(tmp_path, clip):
    path = export(clip, tmp_path / "a.mp4")
    before = path.read_bytes()
    with pytest.raises(Cancelled):
        export(clip, path, overwrite=True, cancelled=lambda: True)
    assert path.read_bytes() == before


@pytest.mark.parametrize("suffix", ALL_FRAMES)
def test_progress_goes_from_nothing_to_all(tmp_path, clip, suffix):
    seen = []
    export(clip, tmp_path / f"a{suffix}", progress=seen.append)
    assert seen[0] == 0 and seen[-1] == 1 and seen == sorted(seen) and len(seen) > 20


@pytest.mark.parametrize("suffix", [*ALL_FRAMES, ".csv", ".json", ".pdf", ".npz"])
def test_a_full_disk_is_told_and_leaves_nothing(tmp_path, clip, suffix, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ExportError, match=r"full|[Nn]o space"):
        export(clip, tmp_path / f"a{suffix}")
    assert left_over(tmp_path) == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_locked_folder_is_told(tmp_path, clip):
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(ExportError, match="permission denied"):
            export(clip, tmp_path / "a.gif")
    finally:
        tmp_path.chmod(0o700)


def fake_ffmpeg(folder, script, monkeypatch):
    program = folder / "ffmpeg"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(program.stat().st_mode | stat.S_IEXEC)
    monkeypatch.setattr(ffmpeg, "executable", lambda: str(program))


needs_shell = pytest.mark.skipif(os.name == "nt", reason="stands in for ffmpeg with a shell script")


@needs_shell
@pytest.mark.parametrize(
    ("script", "sentence"),
    [
        ("echo 'a.mp4: No space left on device' >&2; exit 1", "disk is full"),
        ("echo 'something odd' >&2; exit 1", "something odd"),
        ("cat > /dev/null; echo 'late trouble' >&2; exit 3", "late trouble"),
        ("exit 0", "could not be written"),
        ("cat > /dev/null; yes 'much to say' | head -n 200000 >&2; exit 1", "much to say"),
    ],
)
def test_a_failing_ffmpeg_is_quoted(tmp_path, clip, script, sentence, monkeypatch):
    (tmp_path / "bin").mkdir()
    (tmp_path / "out").mkdir()
    fake_ffmpeg(tmp_path / "bin", script, monkeypatch)
    with pytest.raises(ExportError, match=sentence):
        export(clip, tmp_path / "out" / "a.mp4")
    assert left_over(tmp_path / "out") == []


def test_a_missing_ffmpeg_is_told(tmp_path, clip, monkeypatch):
    import imageio_ffmpeg

    def missing():
        raise RuntimeError("No ffmpeg exe could be found")

    monkeypatch.setattr(imageio_ffmpeg, "get_ffmpeg_exe", missing)
    for suffix in (".mp4", ".gif", ".webm"):
        with pytest.raises(ExportError, match=r"no ffmpeg was found\. Install imageio-ffmpeg"):
            export(clip, tmp_path / f"a{suffix}")
    export(clip, tmp_path / "a.webp")
    assert left_over(tmp_path) == ["a.webp"]


def test_an_ffmpeg_that_cannot_be_started_is_told(tmp_path, clip, monkeypatch):
    monkeypatch.setattr(ffmpeg, "executable", lambda: str(tmp_path / "none"))
    with pytest.raises(ExportError, match="could not be started"):
        export(clip, tmp_path / "a.mp4")


@needs_shell
def test_cancelling_kills_an_ffmpeg_that_hangs(tmp_path, clip, monkeypatch):
    (tmp_path / "bin").mkdir()
    (tmp_path / "out").mkdir()
    fake_ffmpeg(
        tmp_path / "bin", "cat > /dev/null; echo $$ > " + str(tmp_path / "pid") + "; exec sleep 600", monkeypatch
    )
    stop = threading.Event()
    threading.Timer(1.0, stop.set).start()
    began = time.monotonic()
    with pytest.raises(Cancelled):
        export(clip, tmp_path / "out" / "a.mp4", cancelled=stop.is_set)
    assert time.monotonic() - began < 10
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)
    assert left_over(tmp_path / "out") == []
