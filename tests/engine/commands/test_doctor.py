"""The doctor tells what clashes from what only looks like it."""

import importlib.util
import os
import sys
from types import SimpleNamespace

import pytest

from engine.commands import doctor

INSTALLED = {name: "1.0" for name in (*doctor.PACKAGES, *doctor.OPTIONAL)}


@pytest.fixture
def installed(monkeypatch):
    versions = dict(INSTALLED)
    monkeypatch.setattr(doctor, "installed_version", versions.get)
    return versions


def packages():
    problems: list[str] = []
    return doctor._packages(problems), problems


def qt():
    problems: list[str] = []
    return doctor._qt(problems), problems


def test_opencv_without_windows_is_opencv(installed):
    assert packages()[1] == []
    del installed["opencv-python"]
    assert "opencv-python" in packages()[1][0]
    installed["opencv-python-headless"] = "5.0"
    versions, problems = packages()
    assert problems == [] and versions["opencv-python-headless"] == "5.0" and versions["opencv-python"] is None


def test_two_opencvs_at_once_are_a_problem(installed):
    installed["opencv-python-headless"] = "5.0"
    assert "opencv-python and opencv-python-headless overwrite each other" in packages()[1][0]


def test_plugins_of_opencv_are_a_problem_when_they_are_set_before_the_start_and_not_when_it_set_them(
    monkeypatch, tmp_path
):
    plugins = tmp_path / "cv2" / "qt" / "plugins"
    plugins.mkdir(parents=True)
    find = importlib.util.find_spec
    ours = SimpleNamespace(origin=str(tmp_path / "cv2" / "__init__.py"))
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: ours if name == "cv2" else find(name))
    monkeypatch.setenv("QT_QPA_PLATFORM_PLUGIN_PATH", str(plugins))
    monkeypatch.delitem(sys.modules, "cv2", raising=False)
    found, problems = qt()
    assert "OpenCV's own Qt" in problems[0] and str(plugins) in problems[0]
    assert found["other_plugins"] == [str(plugins)]
    monkeypatch.setitem(sys.modules, "cv2", SimpleNamespace())
    assert qt()[1] == []
    monkeypatch.setenv("QT_QPA_PLATFORM_PLUGIN_PATH", str(tmp_path / "cv2-of-others"))
    assert "another Qt" in qt()[1][0]


def test_a_folder_that_only_begins_like_ours_is_not_ours(monkeypatch):
    import PySide6

    own = os.path.dirname(PySide6.__file__)
    monkeypatch.setenv("QT_PLUGIN_PATH", os.path.join(own, "Qt", "plugins"))
    assert qt()[1] == []
    monkeypatch.setenv("QT_PLUGIN_PATH", own + "-old")
    assert len(qt()[1]) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is one way to draw")
@pytest.mark.parametrize(
    ("variables", "said"),
    [
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, "wayland"),
        ({"DISPLAY": ":0"}, "xcb"),
        ({"QT_QPA_PLATFORM": "offscreen", "DISPLAY": ":0"}, "offscreen"),
        ({}, ""),
    ],
)
def test_it_says_what_the_window_is_drawn_with(monkeypatch, variables, said):
    for name in ("WAYLAND_DISPLAY", "DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert qt()[0]["platform"] == said
