"""The window: the views in their places, the menus, and what is the window's own: drop, paste, keys, closing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QStandardPaths, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QWidget,
)

from engine.errors import KpvpError
from engine.media.photo import Photo
from engine.models import bundle
from engine.projects.project import SUFFIX
from kpvp_gui.background.remembered import Remembered
from kpvp_gui.dialogs.frame_choice import FrameChoice
from kpvp_gui.dialogs.import_authors import ImportAuthorsDialog
from kpvp_gui.dialogs.models import ModelsDialog
from kpvp_gui.dialogs.settings import SettingsDialog
from kpvp_gui.document.document import Document
from kpvp_gui.document.model_list import refresh_models
from kpvp_gui.evaluation.windows import EvaluationWindows
from kpvp_gui.exports.controls import ExportControls
from kpvp_gui.futures.futures_panel import Futures
from kpvp_gui.futures.middle import Middle
from kpvp_gui.helping import Helping
from kpvp_gui.menus import Menus
from kpvp_gui.plain_words import CLIP, question_mark
from kpvp_gui.projects.controls import ProjectControls
from kpvp_gui.projects.session import ProjectSession
from kpvp_gui.runs.windows import TrainingWindows
from kpvp_gui.shortcuts import Shortcuts
from kpvp_gui.trajectories.timeline import Timeline
from kpvp_gui.translation import marked, tr
from kpvp_gui.views.actions import Actions
from kpvp_gui.views.canvas import Canvas
from kpvp_gui.views.filmstrip import Filmstrip
from kpvp_gui.views.gallery import Gallery
from kpvp_gui.views.latent import Latent
from kpvp_gui.views.model_panel import ModelPanel
from kpvp_gui.views.samples import sample_paths
from kpvp_gui.views.transport import Transport
from kpvp_gui.widgets import arrangement, drop, screen_fit
from kpvp_gui.widgets.controls import follow_key
from kpvp_gui.widgets.panel import Panel
from kpvp_gui.widgets.progress import ProgressBar
from kpvp_gui.widgets.question import ask

LEFT_WIDTH = 232
_MOMENT_MS = 4000
_SIZE, _SMALLEST = (1280, 720), (900, 600)
_PICTURES = marked(
    "Pictures and videos (*.png *.jpg *.jpeg *.webp *.avif *.heic *.heif *.gif *.apng *.bmp *.tif *.tiff *.jp2 *.qoi"
    " *.mp4 *.webm *.mov *.avi *.mkv *.m4v);;All files (*)"
)


class MainWindow(QMainWindow):
    """One Document in one window. `painted` fires once, when the user has seen the window."""

    painted = Signal()
    appearance_chosen = Signal(str)

    def __init__(self, document: Document, remembered: Remembered) -> None:
        super().__init__()
        self.document, self.remembered = document, remembered
        self._was_painted = False
        self._models: ModelsDialog | None = None
        self._clip_seconds: float | None = None
        self._device = ""  # not known before the engine has loaded a model
        self.setWindowTitle("KPVP Studio")
        self.setAcceptDrops(True)
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_SIZE)
        self.training = TrainingWindows(document, remembered, self)
        self.evaluation = EvaluationWindows(document, remembered, self)
        self.session = ProjectSession(document, remembered, self)
        self.projects = ProjectControls(self.session, document, remembered, self)
        self.exports = ExportControls(document, remembered, self)
        self._build()
        self.helping = Helping(self, remembered, self.canvas, self.actions_panel, self.latent)
        self.menus = Menus(
            self.menuBar(),
            self,
            document,
            self.training,
            self.evaluation,
            self.projects,
            self.exports,
            self.helping,
            view=[
                *self.canvas.action_groups(),
                [panel.fold_action for panel in self.panels.values()],
                self.middle.actions_in_order,
            ],
            motion=self.canvas.strip.action_groups(),
            play=self.transport.actions_in_groups,
            latent=[self.latent.cancel_action, self.latent.lock_action],
        )
        menus = self.menus
        self.shortcuts = Shortcuts(menus.lasting_commands(), remembered, menus.mnemonics())
        self.helping.menus, self.helping.shortcuts = menus, self.shortcuts
        follow_key(self.latent.generate, self.latent.generate.toolTip(), menus.generate)
        self.canvas.clip_commands = [menus.copy, menus.export, menus.star, menus.delete]
        self.canvas.photo_commands = [menus.open_photo, menus.paste]
        self.status = QLabel()
        self.status.setProperty("role", "status")
        self.status.setToolTip(tr("Model, device and how long the last clip took"))
        self._corner = arrangement.in_a_row(self.training.status, self.status)
        self.menuBar().setCornerWidget(self._corner)
        self._connect()
        self._say_status()
        self._restore()

    # Building

    def _build(self) -> None:
        document, remembered = self.document, self.remembered
        self.canvas = Canvas(document, remembered)
        self.canvas.add_banner(self.projects.banner)
        self.middle = Middle(document, self.canvas)
        self.transport = Transport(document.playback)
        self.model_panel, self.actions_panel, self.latent = ModelPanel(document), Actions(document), Latent(document)
        self.gallery, self.filmstrip, self.timeline = Gallery(document), Filmstrip(document), Timeline(document)
        self.progress = ProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setRange(0, 100)
        self.progress.setAccessibleName(tr("Progress of the clip being made"))
        self.panels = {
            "futures": Panel(
                marked("Futures"),
                Futures(self.gallery, remembered),
                "F6",
                remembered.futures_shown,
                self.middle.actions_in_order,
            ),
            "filmstrip": Panel(
                marked("Filmstrip"),
                self.filmstrip,
                "F7",
                remembered.filmstrip_shown,
                more=[question_mark(CLIP), self.filmstrip.menu_button],
            ),
            "trajectories": Panel(marked("Trajectories"), self.timeline, "F8", remembered.trajectories_shown),
        }
        middle = arrangement.column(self.middle, self.progress, self.transport, stretched=self.middle)
        self._top = arrangement.splitter(Qt.Orientation.Horizontal, middle, self.panels["futures"])
        self._bottom = arrangement.splitter(
            Qt.Orientation.Horizontal, self.panels["filmstrip"], self.panels["trajectories"]
        )
        self._right = arrangement.splitter(Qt.Orientation.Vertical, self._top, self._bottom)
        left = arrangement.column(self.model_panel, self.actions_panel, self.latent, stretched=self.actions_panel)
        column = left.layout()
        assert column is not None
        column.setContentsMargins(16, 10, 16, 16)
        column.setSpacing(16)
        left.setFixedWidth(LEFT_WIDTH)
        self.left = left
        line = QFrame()
        line.setProperty("hairline", True)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left)
        row.addWidget(line)
        row.addWidget(self._right, 1)
        self.setCentralWidget(whole)
        self._top.setSizes([800, 248])
        self._bottom.setSizes([500, 548])
        self._right.setSizes([440, 240])
        self._top.setStretchFactor(0, 1)
        self._right.setStretchFactor(0, 1)

    def _connect(self) -> None:
        document = self.document
        document.making.progress_changed.connect(self._progress)
        document.opening.choice_needed.connect(self._choose_frame)
        document.opening.changed.connect(lambda opening: self.progress.setRange(0, 0 if opening else 100))
        self.session.busy_changed.connect(lambda busy: self.progress.setRange(0, 0 if busy else 100))
        document.video_driver.changed.connect(lambda coming: self.progress.setRange(0, 0 if coming else 100))
        document.model_changed.connect(self._model_changed)
        document.clips.current_changed.connect(self._give_focus)
        self.canvas.open_wanted.connect(self.open_file)
        self.canvas.familiarity_banner.train_wanted.connect(self.training.train)
        self.gallery.export_wanted.connect(self.exports.export_clip)
        self.gallery.export_several_wanted.connect(self.exports.export_several)
        self.gallery.copy_wanted.connect(self.exports.copy_clip)
        self.gallery.dragged = self.exports.dragged
        self.exports.said.connect(self._say_done)
        self.gallery.compare_wanted.connect(self.middle.show_comparison)
        self.gallery.several_wanted.connect(self.middle.show_several)
        self.gallery.more_wanted.connect(self.middle.show_more_like)
        self.filmstrip.save_wanted.connect(self.exports.save_figure)
        self.painted.connect(self.training.runs.watch)
        self.training.status_changed.connect(self._fit_corner)
        for panel in self.panels.values():
            panel.shown_changed.connect(self._panels_changed)
        self._fold_bottom()

    def _panels_changed(self) -> None:
        shown = {name: panel.fold_action.isChecked() for name, panel in self.panels.items()}
        self.remembered.futures_shown = shown["futures"]
        self.remembered.filmstrip_shown = shown["filmstrip"]
        self.remembered.trajectories_shown = shown["trajectories"]
        self._fold_bottom()

    def _fold_bottom(self) -> None:
        self._bottom.setVisible(any(not self.panels[name].isHidden() for name in ("filmstrip", "trajectories")))

    # What the user asks for

    def open_file(self) -> None:
        folder = _photo_folder(self.remembered)
        path, _ = QFileDialog.getOpenFileName(self, tr("Open a photo"), folder, tr(_PICTURES))
        if path:
            self.remembered.photo_folder = str(Path(path).parent)
            self.open_path(Path(path))

    def open_path(self, path: Path) -> None:
        """A photo; or a project, or a model for the list, by its suffix."""
        if path.suffix.lower() == SUFFIX:
            self.session.open(path)
        elif path.suffix.lower() == bundle.SUFFIX:
            self.show_models().add(path)
        else:
            self.document.open_photo(path)

    def open_sample(self, path: Path) -> None:
        self.document.open_photo(path, action=path.stem)

    def paste(self) -> None:
        self._open_mime(QGuiApplication.clipboard().mimeData())

    def copy_frame(self) -> None:
        image = self.canvas.clip_view.current_image()
        if image is not None:
            QGuiApplication.clipboard().setImage(image)

    def delete_current(self) -> None:
        self.document.delete_clips([record.id for record in self.gallery.chosen()])

    def star_current(self) -> None:
        chosen = self.gallery.chosen()
        self.document.star_clips([record.id for record in chosen], not all(record.starred for record in chosen))

    def choose_action(self, number: int) -> None:
        if number < len(self.document.actions):
            self.document.set_action(self.document.actions[number])

    def show_settings(self) -> None:
        dialog = SettingsDialog(self.remembered, self)
        dialog.appearance_chosen.connect(self.appearance_chosen)
        dialog.keys_wanted.connect(self.helping.change_keys)
        ask(dialog)

    def show_models(self) -> ModelsDialog:
        if self._models is None:
            self._models = ModelsDialog(self.document, self)
            self._models.fine_tune_wanted.connect(lambda path: self.training.train().fine_tune(path))
        self._models.show()
        self._models.raise_()
        return self._models

    def import_authors(self) -> None:
        dialog = ImportAuthorsDialog(self)
        dialog.imported.connect(lambda name: refresh_models(self.document, lambda: self.document.set_model(name)))
        ask(dialog)

    def samples(self) -> list[Path]:
        return sample_paths(self.document.model_entry)

    # The status

    def engine_ready(self, device: str) -> None:
        """A model is loaded, on a device that describes itself like "CPU fp32"."""
        self._device = device
        self._say_status()

    def clip_took(self, seconds: float) -> None:
        self._clip_seconds = seconds
        self._say_status()

    def _model_changed(self) -> None:
        self._clip_seconds = None  # the other model's
        self._say_status()

    def _say_status(self) -> None:
        model = self.document.model_entry
        took = "" if self._clip_seconds is None else tr("{clip_seconds:.2f} s/clip", clip_seconds=self._clip_seconds)
        words = (model.name if model is not None else "", self._device, took)
        self.status.setText(" · ".join(filter(None, words)) if self._device else tr("Starting the engine…"))
        self._fit_corner()

    def _say_done(self, words: str) -> None:
        """What was just done, for a moment in the place of the status."""
        self.status.setText(words)
        self._fit_corner()
        QTimer.singleShot(_MOMENT_MS, self._say_status)

    def _fit_corner(self) -> None:
        self._corner.adjustSize()
        self.menuBar().adjustSize()

    def _progress(self, fraction: float | None) -> None:
        self.progress.setValue(0 if fraction is None else round(100 * fraction))

    def _give_focus(self) -> None:
        """After choosing a sample or dropping a photo, Space and the arrows mean the clip."""
        if self.focusWidget() is None or not self.focusWidget().isVisible():
            self.canvas.clip_view.setFocus()

    def _choose_frame(self, photo: Photo, source: object) -> None:
        drivable = isinstance(source, Path) and self.document.clips.current is not None
        dialog = FrameChoice(photo, source, self, drivable)
        dialog.drive_wanted.connect(lambda: self.document.video_driver.drive(Path(str(source))))
        dialog.accepted.connect(lambda: self.document.open_photo(source, dialog.frame))
        ask(dialog)

    # Drop, keys, painting, closing

    def _open_mime(self, mime) -> None:
        try:
            source = drop.photo_source(mime)
        except KpvpError as error:
            self.document.report(error)
            return
        if isinstance(source, Path):
            self.open_path(source)
        else:
            self.document.open_photo(source)

    def dragEnterEvent(self, event) -> None:
        if event.source() is None and drop.can_take(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event) -> None:
        event.acceptProposedAction()
        self._open_mime(event.mimeData())

    def keyPressEvent(self, event) -> None:
        """Keys that the focused widget had no use for move the playhead."""
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.canvas.error_banner.hide()
        elif not self.transport.take_key(event):
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        result = super().event(event)
        # The update request that painted the whole window, child widgets included.
        if event.type() == QEvent.Type.UpdateRequest and not self._was_painted and self.isVisible():
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)
        return result

    def _restore(self) -> None:
        remembered = self.remembered
        self.restoreGeometry(remembered.window_geometry)
        screen_fit.fit(self)
        self._top.restoreState(remembered.top_splitter)
        self._bottom.restoreState(remembered.bottom_splitter)
        self._right.restoreState(remembered.right_splitter)
        self.document.playback.set_loop_mode(remembered.loop_mode)
        self.document.set_overlays(remembered.overlays.split(","))

    def closeEvent(self, event) -> None:
        if not self.projects.may_close():
            event.ignore()
            return
        remembered = self.remembered
        remembered.window_geometry = self.saveGeometry()
        remembered.top_splitter = self._top.saveState()
        remembered.bottom_splitter = self._bottom.saveState()
        remembered.right_splitter = self._right.saveState()
        remembered.loop_mode = self.document.playback.loop_mode
        remembered.overlays = ",".join(sorted(self.document.overlays))
        self.training.close()
        self.evaluation.close()
        super().closeEvent(event)


def _photo_folder(remembered: Remembered) -> str:
    """Where *Open* begins: the last folder, the pictures, or home. The dialog types in a folder that is not there."""
    pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    return next((each for each in (remembered.photo_folder, pictures) if Path(each or "-").is_dir()), str(Path.home()))
