"""One run on screen: what it is doing, its three steps, curves, previews, what went wrong; and what can be done."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from kpvp_gui.background.jobs import Job
from kpvp_gui.runs.cost_words import duration
from kpvp_gui.runs.run_curves import RunCurves
from kpvp_gui.runs.run_previews import PreviewPane
from kpvp_gui.runs.run_rail import RunRail
from kpvp_gui.runs.runs import RunWatch, TrainingRuns
from kpvp_gui.runs.state_words import state_words
from kpvp_gui.runs.steps import current_step, stage_label, steps
from kpvp_gui.translation import marked, tr
from kpvp_gui.widgets.elided_label import ElidedLabel
from kpvp_gui.widgets.icons import icon
from kpvp_gui.widgets.theme import tabular_font
from training.runs import events
from training.runs import process as training_process
from training.runs.folder import RunFolder
from training.runs.history import RunHistory
from training.runs.summary import DAMAGED, RESUMABLE, RunSummary

_ACTIVITIES = {
    events.HASHING: marked("Looking at the files"),
    events.PROBING: marked("Looking at the clips"),
    events.DRAWING: marked("Drawing clips"),
    events.DECODING: marked("Reading clips"),
    events.FINDING_KEYPOINTS: marked("Finding keypoints in every frame"),
}
_SILENT_END = events.RunFailed(marked("The training process ended before it could say why."), marked("See its log."))


class RunMonitor(QWidget):
    """Follows the run that `show_run` names."""

    use_wanted = Signal(str)  # path of a model in the models folder
    duplicate_wanted = Signal(object)  # RunFolder
    fine_tune_wanted = Signal(object)  # path of a run or model

    def __init__(self, runs: TrainingRuns, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runs = runs
        self.watch: RunWatch | None = None
        self._others: list[RunWatch] = []
        self._step: int | None = None  # chosen on the rail; None follows the run
        self._log_job: Job | None = None
        self.question: QMessageBox | None = None
        self._make_parts()
        self._make_commands()
        self._lay_out()
        runs.runs_changed.connect(self._update)
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self._say)
        self._update()

    def _make_parts(self) -> None:
        self.title = ElidedLabel()
        self.title.setProperty("role", "title")
        self.line = ElidedLabel()  # it lengthens while a run goes on, and the window does not
        self.line.setFont(tabular_font())
        self.line.setProperty("role", "secondary")
        self.trouble = QLabel()
        self.trouble.setWordWrap(True)
        self.trouble.setProperty("role", "wrong")
        self.trouble.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.log = QPlainTextEdit()
        self.log.setReadOnly(True)
        self.log.setProperty("log", True)
        self.log.setFixedHeight(96)
        self.log.setAccessibleName(tr("The end of the run's log"))
        self.rail = RunRail()
        self.rail.chosen.connect(self._choose_step)
        self.curves = RunCurves()
        self.previews = PreviewPane()

    def _make_commands(self) -> None:
        self.pause = self._button(
            tr("&Pause"), "pause", lambda: self._send("pause"), tr("Save and wait; Resume goes on")
        )
        self.resume = self._button(
            tr("&Resume"), "play", lambda: self._send("resume"), tr("Go on from the last checkpoint")
        )
        self.finish = self._button(
            tr("&Finish step"),
            "flag",
            lambda: self._send("finish"),
            tr("End this step now: its best goes on to the next one"),
        )
        self.stop = self._button(
            tr("&Stop"), "stop", lambda: self._send("stop"), tr("Save and end the process; Resume goes on from here")
        )
        self.use = QPushButton(tr("&Use it now"))
        self.use.setProperty("primary", True)
        self.use.setAutoDefault(False)
        self.use.setToolTip(tr("Make clips with this model"))
        self.use.clicked.connect(self._use)
        self.more = QPushButton(tr("&More"))
        self.more.setAutoDefault(False)
        menu = QMenu(self.more)
        self.more.setMenu(menu)
        self.duplicate = self._entry(menu, tr("&Duplicate with changes..."), "copy", self._duplicate)
        self.fine_tune = self._entry(menu, tr("&Fine-tune..."), "tune", self._fine_tune)
        self.open = self._entry(menu, tr("&Open folder"), "open", self._open_folder)
        menu.addSeparator()
        self.cancel = self._entry(menu, tr("&Stop without saving..."), "close", self._ask_cancel)
        self.delete = self._entry(menu, tr("De&lete..."), "trash", self._ask_delete)

    @staticmethod
    def _button(text: str, picture: str, do, tip: str) -> QPushButton:
        button = QPushButton(icon(picture), text)
        button.setAutoDefault(False)
        button.setToolTip(tip)
        button.clicked.connect(do)
        return button

    @staticmethod
    def _entry(menu: QMenu, text: str, picture: str, do) -> QAction:
        act = menu.addAction(icon(picture), text)
        act.triggered.connect(do)
        return act

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.title)
        words.addWidget(self.line)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addLayout(words, 1)
        for button in (self.resume, self.pause, self.finish, self.stop, self.use, self.more):
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.setChildrenCollapsible(False)
        parts.setHandleWidth(17)
        parts.setProperty("bare", True)
        parts.setStretchFactor(0, 1)
        parts.addWidget(self.curves)
        parts.addWidget(self.previews)
        parts.setSizes([480, 400])
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(self.rail)
        column.addWidget(self.trouble)
        column.addWidget(self.log)
        column.addWidget(parts, 1)

    # What is shown

    @property
    def folder(self) -> RunFolder | None:
        return self.watch.folder if self.watch is not None else None

    @property
    def history(self) -> RunHistory:
        return self.watch.history if self.watch is not None else RunHistory()

    @property
    def summary(self) -> RunSummary | None:
        return self._runs.summary(self.folder.path) if self.folder is not None else None

    def show_run(self, path: Path | None) -> None:
        """Follow the run in `path`; None: none."""
        if path is not None and self.folder is not None and path == self.folder.path:
            return
        if self.watch is not None:
            self.watch.stop()
            self.watch.deleteLater()
        self.watch, self._step = None, None
        if path is not None:
            self.watch = RunWatch(RunFolder(path), self)
            self.watch.reloaded.connect(self._update)
            self.watch.advanced.connect(self._update)
        self.log.clear()
        self._update()

    def compare(self, paths: list[Path]) -> None:
        """Lay the curves of these runs over the one on screen."""
        kept = {watch.folder.path: watch for watch in self._others}
        for path in set(kept) - set(paths):
            watch = kept.pop(path)
            watch.stop()
            watch.deleteLater()
        for path in paths:
            if path not in kept:
                kept[path] = RunWatch(RunFolder(path), self)
                kept[path].reloaded.connect(self._draw)
        self._others = [kept[path] for path in paths]
        self._draw()

    def stop_watching(self) -> None:
        """The window closes; the run goes on."""
        self._timer.stop()
        for watch in (self.watch, *self._others):
            if watch is not None:
                watch.stop()

    def showEvent(self, event) -> None:
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _choose_step(self, number: int) -> None:
        self._step = None if number == current_step(self.history) else number
        self._update()

    def _update(self) -> None:
        there = self.watch is not None
        for widget in (self.rail, self.curves, self.previews, self.more):
            widget.setVisible(there)
        self._offer()
        self._say()
        self._draw()

    def _draw(self) -> None:
        history = self.history
        step = current_step(history) if self._step is None else self._step
        self.rail.set_steps(steps(history), step)
        others = [(watch.folder.path.name, watch.history) for watch in self._others]
        if self.watch is None or not self.watch.loading:
            # Until a run is read, the plots stay as they are: to hide and show them all at once takes long.
            self.curves.show_runs([(history.name, history), *others] if self.watch else [], step)
        if self.watch is not None and self.folder is not None:
            self.previews.set_previews(self.folder.previews_path, history.previews)

    def _offer(self) -> None:
        """The commands that make sense now."""
        summary = self.summary
        state = summary.state if summary is not None else ""
        busy = state in ("running", "paused")
        self.pause.setVisible(state == "running")
        self.resume.setVisible(state == "paused" or state in RESUMABLE)
        self.finish.setVisible(state == "running" and self.history.current != "")
        self.stop.setVisible(busy)
        self.use.setVisible(summary is not None and state == "finished" and bool(summary.installed))
        self.cancel.setEnabled(busy or state == "starting")
        self.delete.setEnabled(bool(state) and not busy and state != "starting")
        self.fine_tune.setEnabled(bool(state) and not busy and state != "starting")
        self.duplicate.setEnabled(self.folder is not None and self.folder.is_run())

    def _say(self) -> None:
        summary, history = self.summary, self.history
        if summary is None:
            self.title.setText("" if self.watch else tr("No run yet"))
            self.line.setText("" if self.watch else tr("Train > Train a model... starts one."))
            self._show_trouble("")
            return
        self.title.setText(summary.title)
        self.line.setText(" · ".join(filter(None, [state_words(summary), *self._facts(summary, history)])))
        if summary.state == "failed":
            error = history.error or _SILENT_END
            self._show_trouble(f"{tr(error.what)} {tr(error.remedy)}".strip(), with_log=True)
        elif summary.state == DAMAGED:
            self._show_trouble(tr("This run's files are damaged. Look into its folder, or delete it."))
        else:
            self._show_trouble(history.warnings[-1] if history.warnings and summary.active else "")

    def _facts(self, summary: RunSummary, history: RunHistory) -> list[str]:
        if summary.state in ("starting", "finished"):
            return []
        if (work := history.activity) is not None:
            return [
                tr("{what}, {done:,} of {total:,}", what=tr(_ACTIVITIES[work.name]), done=work.done, total=work.total)
            ]
        record = history.stages.get(history.current)
        if record is None or not record.began:
            return []
        facts = [
            " ".join(
                filter(
                    None,
                    [stage_label(record.name), tr("step {done:,} of {steps:,}", done=record.done, steps=record.steps)],
                )
            )
        ]
        if summary.state == "running" and (latest := history.latest) is not None:
            if latest.images_per_s:
                facts.append(tr("{images_per_s:.1f} images/s", images_per_s=latest.images_per_s))
            elif latest.steps_per_s:
                facts.append(tr("{steps_per_s:.2f} steps/s", steps_per_s=latest.steps_per_s))
            if latest.data_share is not None and latest.data_share > 0.05:
                facts.append(
                    tr("{data_share:.0%} of it waiting for data", data_share=latest.data_share).replace("%", " %")
                )
            if left := latest.run_eta_s if latest.run_eta_s is not None else latest.eta_s:
                facts.append(tr("about {duration} left", duration=duration(left)))
        return facts

    def _show_trouble(self, words: str, with_log: bool = False) -> None:
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))
        folder = self.folder
        if with_log and folder is not None and self.log.toPlainText() == "" and self._log_job is None:
            self._log_job = Job(training_process.log_tail, folder).start()
            self._log_job.finished.connect(lambda text: self._log_read(folder, text))
            self._log_job.failed.connect(lambda _: self._log_read(folder, ""))
        self.log.setVisible(with_log and bool(self.log.toPlainText()))

    def _log_read(self, folder: RunFolder, text: str) -> None:
        self._log_job = None
        if folder is self.folder and text:
            self.log.setPlainText(text)
            self.log.show()
            self.log.verticalScrollBar().setValue(self.log.verticalScrollBar().maximum())

    # What is done

    def _send(self, command: str) -> None:
        if self.folder is not None:
            self.log.clear()
            self._runs.send(self.folder, command)

    def _use(self) -> None:
        if self.summary is not None and self.summary.installed:
            self.use_wanted.emit(self.summary.installed)

    def _duplicate(self) -> None:
        if self.folder is not None:
            self.duplicate_wanted.emit(self.folder)

    def _fine_tune(self) -> None:
        if self.folder is not None:
            self.fine_tune_wanted.emit(self.folder.path)

    def _open_folder(self) -> None:
        if self.folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder.path)))

    def _ask_cancel(self) -> None:
        folder = self.folder
        if folder is not None:
            words = tr(
                "What was learned since the last checkpoint is lost. The run stays in the list and can be resumed."
            )
            stop = tr("&Stop without saving")
            self._ask(tr("Stop without saving?"), words, stop, lambda: self._runs.cancel(folder), tr("&Keep training"))

    def _ask_delete(self) -> None:
        folder = self.folder
        if folder is not None:
            words = tr("Its checkpoints, curves and previews go to the trash. A model in the list of models stays.")
            self._ask(
                tr("Delete {name}?", name=folder.path.name),
                words,
                tr("&Delete"),
                lambda: self._runs.delete(folder),
                tr("&Keep it"),
            )

    def _ask(self, title: str, words: str, yes: str, do, no: str) -> None:
        question = self.question = QMessageBox(self)
        question.setIcon(QMessageBox.Icon.NoIcon)
        question.setWindowTitle(title.rstrip("?"))
        question.setText(title)
        question.setInformativeText(words)
        question.addButton(yes, QMessageBox.ButtonRole.DestructiveRole).clicked.connect(do)
        question.setDefaultButton(question.addButton(no, QMessageBox.ButtonRole.RejectRole))
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.open()
