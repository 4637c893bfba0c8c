"""Every package that this program needs is listed with its licence."""

import re
import tomllib
from importlib import metadata
from pathlib import Path

from engine import licences
from engine.commands import doctor

PROJECT = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))["project"]


def test_everything_that_is_needed_is_listed_with_a_licence():
    listed = {re.sub("[-_.]+", "-", part.name).lower(): part for part in licences.parts()}
    for requirement in PROJECT["dependencies"]:
        name = re.split("[><=,]", requirement)[0]
        part = listed[re.sub("[-_.]+", "-", name).lower()]
        assert part.licence and part.version == metadata.version(name)
    assert "LGPL" in listed["pyside6"].licence and "shiboken6" in listed  # what is needed by what is needed
    assert not {"pytest", "ruff"} & set(listed)  # of an extra, which nobody needs to have


def test_an_extra_that_somebody_asks_for_is_listed(monkeypatch):
    needs = {"kpvp-studio": ["a[Fast]>=1; python_version > '3'", "b; extra == 'dev'"], "a": ["c; extra == 'fast'"]}
    monkeypatch.setattr(licences, "installed_version", lambda name: "1.0")
    monkeypatch.setattr(metadata, "requires", lambda name: needs.get(name))
    assert licences.requirements() == ["a", "c", "kpvp-studio"]


def test_what_has_no_metadata_is_listed_too():
    text = licences.as_text()
    assert "EfficientNet-Lite0, weights: Apache-2.0 (in the models people and animals)" in text.splitlines()
    assert "FFmpeg" in text and "CC0-1.0" in text


def test_the_texts_that_packages_bring_can_be_read():
    assert "Permission is hereby granted" in licences.text_of("platformdirs")
    assert licences.text_of("no-such-package") == ""


def test_the_doctor_prints_them():
    import argparse

    report = doctor.run(argparse.Namespace(licences=True, json=True))
    assert report.status == 0 and report.data["parts"][0]["name"] == "kpvp-studio"
    assert report.text.startswith("kpvp-studio")
