"""What to learn from: a folder of clips dropped or chosen, or a drawn world; and a first look at it below."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPalette
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from engine import sentences
from kpvp_gui.background.child_question import ChildQuestion
from kpvp_gui.background.jobs import Job
from kpvp_gui.background.remembered import Remembered
from kpvp_gui.shown import capitalized, shown
from kpvp_gui.translation import marked, tr, translated
from kpvp_gui.widgets.controls import heading
from kpvp_gui.widgets.icons import icon

_OF_A_WORLD = marked("A drawn world: its clips are drawn before training begins, and kept.")
_MOST_PROBLEMS = 50


class DataChoice(QWidget):
    """`source` is a path or a world's name. `changed` with every other choice and when the first look has come."""

    changed = Signal()

    def __init__(self, remembered: Remembered, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._remembered = remembered
        self.source = ""
        self.characters = remembered.characters_folder  # the folder of the bodies that worlds may wear
        self._world_trouble = ""
        self.worlds: tuple[str, ...] = ()  # names of those that can be drawn, once they are known
        self.layout_name = "auto"
        self.look: dict[str, Any] | None = None  # what `kpvp data --json` says of a folder
        self.setAcceptDrops(True)
        self._folder = tempfile.TemporaryDirectory(prefix="kpvp-look-", ignore_cleanup_errors=True)
        self._question = ChildQuestion(self)
        self._question.answered.connect(self._looked)
        self._question.failed.connect(self._not_looked)
        self._names = ChildQuestion(self)
        self._names.answered.connect(lambda answer: self.set_worlds(tuple(map(str, answer.get("worlds") or ()))))
        self._names.failed.connect(lambda _: self.set_worlds(()))
        self.picture = _Sheet()
        self.choose = QPushButton(icon("open"), tr("Choose a &folder..."))
        self.choose.setAutoDefault(False)
        self.choose.setToolTip(tr("A folder of clips, or of one folder of clips for every class"))
        self.choose.clicked.connect(self._choose_folder)
        self.world = QPushButton(tr("Drawn &world"))
        self.world.setAutoDefault(False)
        self.world.setToolTip(tr("Clips that are drawn as they are needed: no data of one's own"))
        self.world.setMenu(QMenu(self.world))
        self.cast = QPushButton(icon("open"), tr("C&haracters..."))
        self.cast.setAutoDefault(False)
        self.cast.clicked.connect(self._choose_characters)
        self.cast.hide()
        self.path = QLineEdit()
        self.path.setPlaceholderText(tr("Path of a folder, or the name of a world"))
        self.path.setAccessibleName(tr("Folder of clips, or name of a world"))
        self.path.editingFinished.connect(lambda: self.set_source(self.path.text()))
        self.facts = QLabel()
        self.facts.setWordWrap(True)
        self.facts.setTextFormat(Qt.TextFormat.PlainText)
        self.facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.problems = QLabel()
        self.problems.setWordWrap(True)
        self.problems.setProperty("role", "secondary")
        self.problems.setTextFormat(Qt.TextFormat.PlainText)
        self._lay_out()
        self._say("")
        self._names.ask(["-m", "training", "--describe"])

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.choose, 1)
        buttons.addWidget(self.world)
        buttons.addWidget(self.cast)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(heading(tr("Clips")))
        column.addWidget(self.picture, 1)
        column.addWidget(self.path)
        column.addLayout(buttons)
        column.addWidget(self.facts)
        column.addWidget(self.problems)

    def set_worlds(self, names: tuple[str, ...]) -> None:
        """The worlds that can be chosen."""
        self.worlds = names
        menu = self.world.menu()
        menu.clear()
        for name in names:
            menu.addAction(capitalized(name), lambda name=name: self.set_source(name))
        self.world.setVisible(bool(names))
        if self.source and self.look is None and not self._question.busy:
            self._begin()  # only now is it known whether this is one

    def set_source(self, source: str) -> None:
        """Choose a folder or a world and take a first look."""
        source = source.strip()
        if source not in self.worlds and source:
            source = str(Path(source).expanduser())
        if self.path.text() != source:
            self.path.setText(source)
        if source != self.source:
            self.source = source
            self._begin()

    def set_layout_name(self, layout: str) -> None:
        """How the folder is laid out, as the setting data.layout says."""
        if layout != self.layout_name:
            self.layout_name = layout
            if self.source and not self.is_world:
                self._begin()

    @property
    def is_world(self) -> bool:
        return self.source in self.worlds

    @property
    def looking(self) -> bool:
        """Whether it is still open that there are clips; a world needs no look for that."""
        if self.is_world:
            return False
        return self._question.busy or (self._names.busy and not Path(self.source).is_dir())

    @property
    def trouble(self) -> str:
        """Why this cannot be learned from; empty when it can, or while that is not known."""
        if not self.source:
            return tr("Choose a folder of clips.")
        if self.is_world:
            return self._world_trouble
        if not Path(self.source).is_dir():
            return "" if self._names.busy else tr("There is no such folder.")
        if self.look is not None and not self.look.get("usable", True):
            return _advice(self.look) or tr("There is no clip in this folder that can be used.")
        return ""

    def _begin(self) -> None:
        self._question.withdraw()
        self.look, self._world_trouble = None, ""
        self.cast.setVisible(self.is_world)
        self.cast.setToolTip(
            tr("Rigged characters are taken from {characters}", characters=self.characters)
            if self.characters
            else tr("A folder of rigged characters (.glb) for worlds that draw them")
        )
        self.picture.show_image(QImage())
        self.picture.say("")
        self._say("")
        if self.is_world or (self.source and Path(self.source).is_dir()):
            sheet = str(Path(self._folder.name) / "sheet.png")
            Path(sheet).unlink(missing_ok=True)
            self.picture.say(tr("Looking…"))
            if self.is_world:
                self._say(tr(_OF_A_WORLD))
                cast = ["--characters", self.characters] if self.characters else []
                small = ["--clips", "12", "--size", "96"]
                self._question.ask(["-m", "main", "synth", self.source, "--json", *cast, *small, "--sheet", sheet])
            else:
                self._say(tr("Looking at the clips…"))
                layout = [] if self.layout_name == "auto" else ["--layout", self.layout_name]
                self._question.ask(["-m", "main", "data", self.source, "--json", "--sheet", sheet, *layout])
        self.changed.emit()

    def _looked(self, answer: dict[str, Any]) -> None:
        """What `kpvp synth --json` says of a world, or `kpvp data --json` of a folder."""
        if not self.is_world:
            self.look = answer
        problems = answer.get("problems") or []
        if self.is_world:
            self._say(tr(_OF_A_WORLD), [(p["name"], p["what"]) for p in problems])
        else:
            self._say(_facts(answer), [(p["file"], p["what"]) for p in problems])
        self._show_sheet()
        self.changed.emit()

    def _not_looked(self, complaint: str) -> None:
        """A world that cannot be drawn and a folder that cannot be read say why."""
        complaint = complaint.removeprefix("kpvp: ")
        if self.is_world:
            self._world_trouble = complaint
        else:
            self.look = {"usable": False, "advice": complaint}
            self._say("")
        self.picture.say("")
        self.changed.emit()

    def _show_sheet(self) -> None:
        job = Job(QImage, str(Path(self._folder.name) / "sheet.png"))
        job.finished.connect(self.picture.show_image)
        job.start()

    def _say(self, facts: str, problems: Sequence[tuple[str, str]] = ()) -> None:
        """`problems`: files that are left out, and why."""
        self.facts.setText(facts)
        self.facts.setVisible(bool(facts))
        lines = [f"{Path(file).name}: {what}" for file, what in problems]
        count = len(lines)
        shown = (
            []
            if not lines
            else [tr("Left out: {first}", first=lines[0]) + (tr(" (and %n more)", "", count - 1) if count > 1 else "")]
        )
        self.problems.setText("\n".join(shown))
        self.problems.setToolTip("\n".join(lines[:_MOST_PROBLEMS]))
        self.problems.setVisible(bool(lines))
        if not self.source and not self.picture.words:
            self.picture.say(tr("Drop a folder of clips here\n\nOne folder for every class, or just clips"))

    def _choose_folder(self) -> None:
        start = self.source if self.source and not self.is_world else str(Path.home())
        name = QFileDialog.getExistingDirectory(self, tr("A folder of clips"), start)
        if name:
            self.set_source(name)

    def _choose_characters(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("A folder of rigged characters"), self.characters)
        if name:
            self.set_characters(name)

    def set_characters(self, folder: str) -> None:
        """Take the worlds' characters from a folder, now and from now on."""
        self.characters = folder
        self._remembered.characters_folder = folder
        if self.is_world:
            self._begin()

    # Dropping

    def dragEnterEvent(self, event) -> None:
        if _dropped_folder(event.mimeData()):
            event.acceptProposedAction()
            self.picture.set_dropping(True)

    def dragLeaveEvent(self, event) -> None:
        self.picture.set_dropping(False)

    def dropEvent(self, event) -> None:
        self.picture.set_dropping(False)
        folder = _dropped_folder(event.mimeData())
        if folder:
            event.acceptProposedAction()
            self.set_source(folder)

    def done(self) -> None:
        """The dialog closes: no answer is wanted any more."""
        self._question.withdraw()
        self._names.withdraw()
        self._folder.cleanup()


def _dropped_folder(mime) -> str:
    """The folder that was dropped, or the one that a dropped clip is in."""
    for url in mime.urls() if mime.hasUrls() else []:
        path = Path(url.toLocalFile())
        if url.isLocalFile() and path.exists():
            return str(path if path.is_dir() else path.parent)
    return ""


def _facts(look: dict[str, Any]) -> str:
    """The first look in three short lines."""
    classes, frames = look.get("classes") or {}, look.get("frames") or {}
    names = [f"{shown(name)} {count}" for name, count in classes.items()]
    many = ", ".join(names[:6]) + (tr(" and %n more", "", len(names) - 6) if len(names) > 6 else "")
    lines = [
        tr("%n clips, ", "", look.get("clips", 0))
        + (tr("%n classes: {many}", "", len(names), many=many) if len(names) > 1 else tr("no classes"))
    ]
    if frames.get("total"):
        shortest, longest = frames.get("shortest"), frames.get("longest")
        lengths = (
            f"{shortest}"
            if shortest == longest
            else tr(
                "{shortest} to {longest}, mostly about {most:g}",
                shortest=shortest,
                longest=longest,
                most=frames["median"],
            )
        )
        lines.append(
            tr(
                "{lengths} frames a clip · {rates}{sizes}",
                lengths=lengths,
                rates=_rates(look.get("fps")),
                sizes=_sizes(look.get("sizes")),
            ).rstrip(" ·")
        )
    if look.get("usable", True):
        notes = _made_of(look).get("notes") or look.get("notes") or []
        lines += [translated(sentences.from_data(note)) for note in [_advice(look), *notes] if note]
    return "\n".join(lines)


def _made_of(look: dict) -> dict:
    """The sentences of a look at a folder, with what they were made of."""
    made = look.get("made_of")
    return made if isinstance(made, dict) else {}


def _advice(look: dict) -> str:
    return translated(sentences.from_data(_made_of(look).get("advice") or look.get("advice") or ""))


def _rates(fps: object) -> str:
    rates = [f"{float(key):g}" for key in fps if _is_number(key)] if isinstance(fps, dict) else []
    return tr("{rates} fps · ", rates=tr(" and ").join(rates[:3])) if rates else ""


def _sizes(sizes: object) -> str:
    names = list(sizes) if isinstance(sizes, dict) else []
    return tr(" and ").join(map(str, names[:2])) + (tr(" and others") if len(names) > 2 else "")


def _is_number(text: str) -> bool:
    try:
        float(text)
    except (TypeError, ValueError):
        return False
    return True


class _Sheet(QFrame):
    """The contact sheet, as large as fits, or an invitation to drop."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("well", True)
        self.setMinimumHeight(160)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Contact sheet of the clips"))
        self._image, self.words = QImage(), ""

    def sizeHint(self) -> QSize:
        return QSize(360, 280)

    def show_image(self, image: QImage) -> None:
        self._image, self.words = image, ""
        self._restyle()

    def say(self, words: str) -> None:
        self.words = words
        self._restyle()

    def set_dropping(self, dropping: bool) -> None:
        self.setProperty("dropping", dropping)
        self._restyle()

    def _restyle(self) -> None:
        self.setProperty("inviting", self._image.isNull())
        self.style().unpolish(self)
        self.style().polish(self)
        self.update()

    def paintEvent(self, event) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        room = QRectF(self.rect()).adjusted(8, 8, -8, -8)
        if self._image.isNull():
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.words)
            return
        size = self._image.size().toSizeF().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        where = QRectF(room.center().x() - size.width() / 2, room.center().y() - size.height() / 2, 0, 0)
        where.setSize(size)
        rounded = QPainterPath()
        rounded.addRoundedRect(where, 4, 4)
        painter.setClipPath(rounded)
        painter.drawImage(where, self._image)
