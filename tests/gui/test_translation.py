"""The texts of the window in other languages: complete, with the same placeholders, and keys left alone."""

import ast
import json
import re
import shutil
import string
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QTranslator

from engine.errors import PhotoError
from engine.media.photo import read_photo
from engine.sentences import sentence
from kpvp_gui import texts_of_sentences, texts_of_training, translation
from kpvp_gui.main_window import MainWindow
from kpvp_gui.translation import tr
from kpvp_gui.widgets.controls import command_id
from training.layouts.recognition import HOW_TO

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "resources" / "languages"
OTHERS = ("de", "zh_CN")


def messages(name: str) -> dict[str, list[str]]:
    """source -> translation, or its plural forms."""
    found = {}
    for message in ElementTree.parse(FOLDER / f"{name}.ts").iter("message"):
        translated = message.find("translation")
        assert translated is not None and translated.get("type") is None, message.findtext("source")
        found[message.findtext("source") or ""] = [form.text or "" for form in translated] or [translated.text or ""]
    return found


def in_the_sources() -> set[str]:
    found = {*texts_of_training.texts(), *texts_of_sentences.texts()}
    for path in (ROOT / "kpvp_gui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("tr", "marked"):
                text = node.args[0]
                if isinstance(text, ast.Constant) and isinstance(text.value, str):
                    found.add(text.value)
    return found


@pytest.mark.parametrize("name", OTHERS)
def test_every_text_of_the_sources_is_translated_and_nothing_else(name):
    assert set(messages(name)) == in_the_sources()


@pytest.mark.parametrize("name", OTHERS)
def test_translations_keep_placeholders_numbers_and_mnemonics(name):
    for source, forms in messages(name).items():
        for form in forms:
            assert form.strip(), source
            assert _fields(form) == _fields(source), (source, form)
            assert ("%n" in form) == ("%n" in source), (source, form)
            if "&nbsp;" not in source:
                assert form.count("&") == source.count("&"), (source, form)


def _fields(text: str) -> list[str]:
    return sorted(f"{name}:{form}" for _, name, form, _ in string.Formatter().parse(text) if name is not None)


@pytest.mark.parametrize("name", ("en", *OTHERS))
def test_the_compiled_files_are_those_of_the_sources(name, tmp_path):
    tool = shutil.which("pyside6-lrelease", path=str(Path(sys.executable).parent))
    if tool is None:
        pytest.skip("pyside6-lrelease is not beside this Python")
    made = tmp_path / f"{name}.qm"
    subprocess.run([tool, "-silent", str(FOLDER / f"{name}.ts"), "-qm", str(made)], check=True)
    kept, new = QTranslator(), QTranslator()
    assert kept.load(str(FOLDER / f"{name}.qm")) and new.load(str(made))
    for source in messages(name):  # not byte by byte: another release of the tool may lay a file out differently
        for n in (-1, 1, 2):
            assert kept.translate("", source, "", n) == new.translate("", source, "", n), source


def test_numbers_have_their_plural(speak):
    assert (tr("%n futures", "", 1), tr("%n futures", "", 3)) == ("1 future", "3 futures")
    speak("de")
    assert (tr("%n futures", "", 1), tr("%n futures", "", 3)) == ("1 Zukunft", "3 Zukünfte")
    speak("zh_CN")
    assert tr("%n futures", "", 3) == "3 个未来"


@pytest.mark.parametrize(
    ("wanted", "spoken"), [("de_AT.UTF-8", "de"), ("zh-CN", "zh_CN"), ("zh_TW", "en"), ("fr", "en"), ("nonsense", "en")]
)
def test_the_nearest_language_is_spoken(speak, wanted, spoken):
    assert speak(wanted) == spoken


def test_the_environment_goes_before_the_setting(speak, monkeypatch):
    monkeypatch.setenv(translation.VARIABLE, "de")
    assert speak("zh_CN") == "de"


def test_another_language_leaves_keys_alone(speak, qtbot, document, remembered):
    remembered.changed_keys = json.dumps({"Play > Next frame": "Ctrl+J"})  # as it was written before
    speak("de")
    window = MainWindow(document, remembered)
    qtbot.addWidget(window)
    assert window.shortcuts.key("next-frame").toString() == "Ctrl+J"
    assert window.shortcuts.names["next-frame"].endswith("> Nächstes Bild")
    german = set(window.shortcuts.commands)
    translation.choose("en")
    english = MainWindow(document, remembered)
    qtbot.addWidget(english)
    assert set(english.shortcuts.commands) == german
    assert all(command_id(name) == each for each, name in english.shortcuts.names.items())  # so settings were read
    assert all(re.fullmatch(r"[a-z0-9-]+", name) for name in german)


@pytest.mark.parametrize(("language", "what"), [("de", "leer.png ist leer."), ("zh_CN", "leer.png 是空的。")])
def test_what_went_wrong_is_said_in_the_language_of_the_window(speak, document, tmp_path, language, what):
    speak(language)
    (tmp_path / "leer.png").touch()
    said = []
    document.message.connect(lambda *sentences: said.append(sentences))
    with pytest.raises(PhotoError) as raised:
        read_photo(tmp_path / "leer.png")
    document.report(raised.value)
    assert said[0][0] == what and "again" not in said[0][1]


def test_a_sentence_within_a_sentence_is_said_in_the_same_language(speak):
    speak("de")
    advice = sentence("No clip can be used. {how}", how=HOW_TO)
    assert translation.translated(advice).startswith("Kein Clip ist brauchbar. Geben Sie einen Ordner")
    assert translation.translated("as it is {x}") == "as it is {x}"
