"""A user study at this screen: a rater ranks trial after trial, blind; what was said is on disk before the next one."""

from __future__ import annotations

import random
import time
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from engine.files import atomic_write
from engine.study import ratings, results
from engine.study.page import write_page
from engine.study.study import FPS, Study, StudyClip, Trial
from kpvp_gui.background.jobs import Job
from kpvp_gui.document import sentences
from kpvp_gui.evaluation.ranking_row import RankingRow
from kpvp_gui.evaluation.study_results import StudyResults
from kpvp_gui.translation import marked, tr
from kpvp_gui.widgets import screen_fit
from kpvp_gui.widgets.banner import Banner
from kpvp_gui.widgets.progress import ProgressBar

_SIZE = QSize(1180, 660)
_PHOTO = 144  # px
_HINT = marked("Drag a clip, or Tab to it and press ← →.  Space pauses, Enter goes on.")


class StudyWindow(QWidget):
    """A window of its own. Pages: who rates, the ranking, the end, the results."""

    def __init__(self, study: Study, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.study = study
        self._chance = random.SystemRandom()
        self.sitting: ratings.Ratings | None = None
        self.waiting: list[Trial] = []  # the one shown first
        self._began = 0.0
        self.setWindowTitle(tr("{title} – KPVP Studio", title=study.title))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAutoFillBackground(True)
        self.resize(_SIZE)
        screen_fit.fit(self)
        self.banner = Banner("warning")
        self.pages = QStackedWidget()
        self.row = RankingRow(FPS)
        self.results_page = StudyResults()
        self.start_page, self.ranking_page, self.end_page = self._start(), self._ranking(), self._end()
        for page in (self.start_page, self.ranking_page, self.end_page, self.results_page):
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.pages, 1)
        self.results_page.back_wanted.connect(lambda: self.pages.setCurrentWidget(self.start_page))
        self.results_page.csv_wanted.connect(self._save_table)
        self.results_page.page_wanted.connect(self._save_page)
        self.results_page.add_wanted.connect(self._add_rankings)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Close), self, self.close)
        self.rater.setFocus()

    # The pages

    def _start(self) -> QWidget:
        title, question = QLabel(self.study.title), QLabel(self.study.question)
        title.setProperty("role", "title")
        words = QLabel(
            tr(
                "You will see a photo and clips that were made from it, in no particular order. Put them in order, the "
                "best at the left. Every ranking is kept at once; you can stop at any time and go on later under the "
                "same name."
            )
        )
        for label in (question, words):
            label.setWordWrap(True)
            label.setMaximumWidth(640)
        self.rater = QLineEdit()
        self.rater.setAccessibleName(tr("Your name or initials"))
        self.rater.setPlaceholderText(tr("Your name or initials, if you like"))
        self.rater.setMaximumWidth(320)
        self.rater.returnPressed.connect(self.begin)
        self.begin_button = QPushButton(tr("&Begin"))
        self.begin_button.setProperty("primary", True)
        self.begin_button.clicked.connect(lambda _=False: self.begin())
        results_button = QPushButton(tr("&Results"))
        results_button.setToolTip(tr("Mean ranks and preferences so far; a rater should not look before ranking"))
        results_button.clicked.connect(lambda _=False: self.show_results())
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.begin_button)
        row.addWidget(results_button)
        row.addStretch(1)
        return _page(title, question, words, self.rater, row)

    def _ranking(self) -> QWidget:
        self.count, self.asked, question = QLabel(), QLabel(), QLabel(self.study.question)
        self.count.setProperty("role", "secondary")
        self.asked.setProperty("role", "title")
        self.asked.setWordWrap(True)
        question.setWordWrap(True)
        self.done = ProgressBar()
        self.done.setTextVisible(False)
        self.done.setRange(0, max(len(self.study.trials), 1))
        self.done.setAccessibleName(tr("Trials ranked"))
        self.photo = QLabel()
        self.photo.setFixedSize(_PHOTO, _PHOTO)
        self.photo.setAccessibleName(tr("The photo"))
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addStretch(1)
        for label in (self.count, self.asked, question):
            words.addWidget(label)
        words.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self.photo)
        top.addLayout(words, 1)
        best, worst, hint = QLabel(tr("best")), QLabel(tr("worst")), QLabel(tr(_HINT))
        for label in (best, worst, hint):
            label.setProperty("role", "secondary")
        ends = QHBoxLayout()
        ends.addWidget(best)
        ends.addStretch(1)
        ends.addWidget(worst)
        self.pause_button = QPushButton(tr("&Pause"))
        self.pause_button.clicked.connect(lambda _=False: self.toggle_playing())
        self.next_button = QPushButton(tr("This order is &right"))
        self.next_button.setProperty("primary", True)
        self.next_button.clicked.connect(lambda _=False: self.confirm())
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.pause_button)
        buttons.addWidget(hint, 1)
        buttons.addWidget(self.next_button)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(self.done)
        column.addLayout(top)
        column.addLayout(ends)
        column.addWidget(self.row, 1)
        column.addLayout(buttons)
        return page

    def _end(self) -> QWidget:
        title, words = (
            QLabel(tr("Thank you.")),
            QLabel(tr("Every ranking is kept. Another rater can begin, or you again.")),
        )
        title.setProperty("role", "title")
        again, shown = QPushButton(tr("&Another rater")), QPushButton(tr("&Results"))
        again.setProperty("primary", True)
        again.clicked.connect(lambda _=False: self._another())
        shown.clicked.connect(lambda _=False: self.show_results())
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(again)
        row.addWidget(shown)
        row.addStretch(1)
        return _page(title, words, row)

    # A sitting

    def begin(self) -> None:
        """Go through the trials that this rater has not ranked, in random order."""
        self.sitting = ratings.begin(self.study, self.rater.text())
        self.waiting = [trial for trial in self.study.trials if trial.id not in self.sitting.rankings]
        self._chance.shuffle(self.waiting)
        self._show_next()

    def confirm(self) -> None:
        """The order that is shown is the rater's: keep it, then show the next trial."""
        if not self.next_button.isEnabled() or not self.waiting or self.sitting is None:
            return
        self.next_button.setEnabled(False)  # until it is kept
        seconds = time.monotonic() - self._began
        trial, order = self.waiting[0], self.row.order
        job = Job(ratings.rank, self.study, self.sitting, trial, order, seconds)
        job.finished.connect(lambda _: self._kept(trial))
        job.failed.connect(self._not_kept)
        job.start()

    def toggle_playing(self) -> None:
        self.row.set_playing(not self.row.playing)
        self.pause_button.setText(tr("&Pause") if self.row.playing else tr("&Play"))

    def _kept(self, trial: Trial) -> None:
        self.banner.hide()
        self.waiting.remove(trial)
        self._show_next()

    def _not_kept(self, error: Exception) -> None:
        self.next_button.setEnabled(True)
        self._tell(error)

    def _show_next(self) -> None:
        ranked = len(self.study.trials) - len(self.waiting)
        self.done.setValue(ranked)
        if not self.waiting:
            self.row.set_playing(False)
            self.pages.setCurrentWidget(self.end_page)
            return
        trial = self.waiting[0]
        clips = list(trial.clips)
        self._chance.shuffle(clips)
        self.next_button.setEnabled(False)  # until the clips are there
        job = Job(_decoded, self.study, trial, clips)
        job.finished.connect(lambda content: self._show_trial(trial, clips, content))
        job.failed.connect(self._tell)
        job.start()

    def _show_trial(self, trial: Trial, clips: list[StudyClip], content: tuple) -> None:
        photo, frames = content
        self.count.setText(
            tr(
                "{position} of {count}",
                position=len(self.study.trials) - len(self.waiting) + 1,
                count=len(self.study.trials),
            )
        )
        self.asked.setText(trial.asked)
        ratio = self.devicePixelRatioF()
        scaled = QPixmap.fromImage(photo).scaled(
            QSize(_PHOTO, _PHOTO) * ratio,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        scaled.setDevicePixelRatio(ratio)
        self.photo.setPixmap(scaled)
        self.pages.setCurrentWidget(self.ranking_page)
        self.row.show_clips([(clip.id, each) for clip, each in zip(clips, frames, strict=True)])
        self.pause_button.setText(tr("&Pause"))
        self.next_button.setEnabled(True)
        self._began = time.monotonic()

    def _another(self) -> None:
        self.rater.clear()
        self.pages.setCurrentWidget(self.start_page)
        self.rater.setFocus()

    # Results

    def show_results(self) -> None:
        sittings, problems = ratings.read_all(self.study)
        found = results.results(self.study, ratings.latest(sittings))
        self.results_page.show_results(found, len(self.study.trials), problems)
        self.row.set_playing(False)
        self.pages.setCurrentWidget(self.results_page)

    def _save_table(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, tr("Save every rank"), "ranks.csv", tr("Table (*.csv)"))
        if name:
            self._do(_write_table, self.study, Path(name))

    def _save_page(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, tr("Page for raters"), "rank-these-clips.html", tr("Page (*.html)"))
        if name:
            self._do(write_page, self.study, Path(name))

    def _add_rankings(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, tr("Rankings that raters sent back"), "", tr("Rankings (*.json)"))
        if names:
            self._do(_add_all, self.study, [Path(name) for name in names])

    def _do(self, work, *arguments: object) -> None:
        job = Job(work, *arguments)
        job.finished.connect(lambda _: (self.banner.hide(), self.show_results()))
        job.failed.connect(lambda error: (self.show_results(), self._tell(error)))
        job.start()

    def _tell(self, error: Exception) -> None:
        self.banner.say(*sentences.of_error(error))

    def keyPressEvent(self, event) -> None:
        """Keys that a card or a field had no use for."""
        if self.pages.currentWidget() is not self.ranking_page:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Space:
            self.toggle_playing()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.confirm()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event) -> None:
        self.row.set_playing(False)
        super().closeEvent(event)


def _page(*parts: QWidget | QHBoxLayout) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(48, 48, 48, 48)
    column.setSpacing(16)
    for part in parts:
        if isinstance(part, QWidget):
            column.addWidget(part)
        else:
            column.addLayout(part)
    column.addStretch(1)
    return page


def _decoded(study: Study, trial: Trial, clips: list[StudyClip]) -> tuple:
    photo = QImage.fromData(study.photo(trial))
    return photo, [study.frames(clip) for clip in clips]


def _add_all(study: Study, paths: list[Path]) -> None:
    for path in paths:
        ratings.add(study, path)


def _write_table(study: Study, path: Path) -> None:
    text = results.as_csv(study, ratings.latest(ratings.read_all(study)[0]))
    with atomic_write(path) as temporary:
        temporary.write_text(text, encoding="utf-8", newline="")
