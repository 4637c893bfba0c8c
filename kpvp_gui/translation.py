"""The window's texts in a person's language: English stands in the sources, others in resources/languages.

`make translations` finds every `tr("...")` and `marked("...")`, and every `sentence("...")` of the engine, and compiles
what translators wrote. The command line is English in every language, and so are the rarer of the engine's sentences.
"""

from __future__ import annotations

import os
from importlib import resources

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from engine.sentences import Sentence

LANGUAGES = {"en": "English", "de": "Deutsch", "zh_CN": "简体中文"}  # each in its own words
SYSTEM = "system"  # the setting that follows the system
VARIABLE = "KPVP_LANGUAGE"  # of the environment; goes before the setting

_QT = "qtbase"  # Qt's own texts: standard buttons, the menu of a text field


class _Language:
    """The one that is spoken. English is loaded, too: its file knows the singulars."""

    def __init__(self) -> None:
        self.name = "en"
        self.translator = _loaded("en")
        self.of_qt = QTranslator()


def tr(text: str, comment: str = "", n: int | None = None, **values: object) -> str:
    """`text` in the language chosen, `values` in the place of its {names}.

    comment: tells two meanings of one text apart, for translators.
    n: a number whose %n is in the text, which stands in the plural: the translation has the form that belongs to it.
    """
    result = _spoken().translator.translate("", text, comment, -1 if n is None else n) or text
    if n is not None:
        result = result.replace("%n", str(n))
    return result.format(**values) if values else result


def marked(text: str) -> str:
    """`text` itself, to be translated where it is shown: for what is made before the language is known."""
    return text


def translated(text: str) -> str:
    """A text of the engine: a `Sentence` in the language chosen, anything else as it is."""
    if not isinstance(text, Sentence):
        return text
    values = {name: translated(value) if isinstance(value, str) else value for name, value in text.values.items()}
    result = tr(text.template)
    return result.format(**values) if values else result


def choose(setting: str) -> str:
    """Speak a language from now on: what is built already keeps its words. Returns its name, one of `LANGUAGES`.

    setting: one of `LANGUAGES`, or "system"; `KPVP_LANGUAGE` goes before it. What is neither counts as English.
    """
    wanted = os.environ.get(VARIABLE) or setting
    name = of_system() if wanted == SYSTEM else _nearest(wanted)
    spoken = _spoken()
    spoken.name, spoken.translator = name, _loaded(name)
    application = QCoreApplication.instance()
    if application is not None:
        application.removeTranslator(spoken.of_qt)
        spoken.of_qt.load(f"{_QT}_{name}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        application.installTranslator(spoken.of_qt)
    return name


def spoken() -> str:
    """The name of the language that is spoken, one of `LANGUAGES`."""
    return _spoken().name


def of_system() -> str:
    """The first of the languages that the system asks for which there is."""
    wanted = (_nearest(each) for each in QLocale.system().uiLanguages())
    return next((name for name in wanted if name), "en")


def _nearest(locale: str) -> str:
    """ "de" for "de-AT" and "de_CH.UTF-8", "zh_CN" for what is written in simplified Chinese; "en" for none of them."""
    found = QLocale(locale.partition(".")[0].replace("-", "_"))
    if found.language() == QLocale.Language.Chinese:
        return "zh_CN" if found.script() == QLocale.Script.SimplifiedHanScript else "en"
    return "de" if found.language() == QLocale.Language.German else "en"


def _loaded(name: str) -> QTranslator:
    translator = QTranslator()
    translator.load(str(resources.files("resources") / "languages" / f"{name}.qm"))
    return translator


_languages: list[_Language] = []  # one, once a text was asked for


def _spoken() -> _Language:
    if not _languages:
        _languages.append(_Language())
    return _languages[0]
