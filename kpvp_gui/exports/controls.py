"""The window's commands that take clips out of it: export one or many, copy, drag, save the figure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QMimeData, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from engine.clip import Clip
from engine.formats.table import BY_SUFFIX
from kpvp_gui.background.remembered import Remembered
from kpvp_gui.dialogs import save_figure
from kpvp_gui.dialogs.export import ExportDialog
from kpvp_gui.document.clip_record import ClipRecord
from kpvp_gui.document.document import Document
from kpvp_gui.exports.choice import ExportChoice
from kpvp_gui.exports.outgoing import DraggedFiles, OutgoingFiles, copied_file
from kpvp_gui.exports.queue_dialog import QueueDialog
from kpvp_gui.translation import marked, tr
from kpvp_gui.widgets.question import ask

_NONE = (marked("There is no finished clip to export."), marked("Make one first."))


class ExportControls(QObject):
    """`said` carries a short sentence about what was done. Dialogs are those of `window`."""

    said = Signal(str)

    def __init__(self, document: Document, remembered: Remembered, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._remembered, self._window = document, remembered, window
        self.outgoing = OutgoingFiles()
        self.queue: QueueDialog | None = None  # the one that is open

    # To files

    def export_current(self) -> None:
        record = self._document.clips.current
        if record is not None and record.finished:
            dialog = ExportDialog(self._document, record, self._remembered, self._window)
            # Made in one turn of the event loop, shown in the next: both together would be a stall.
            shown = QTimer(dialog, singleShot=True, interval=0)
            shown.timeout.connect(lambda: ask(dialog))
            shown.start()
        else:
            self._document.message.emit(*map(tr, _NONE))

    def export_clip(self, clip_id: str) -> None:
        """Export a tile's clip; if its frames had been dropped, once they are there again."""
        self._once_finished(clip_id, lambda _: self.export_current())

    def export_starred(self) -> None:
        """All futures with a star."""
        starred = [record for record in self._document.clips if record.starred]
        if starred:
            self._open_queue(starred)
        else:
            self._document.message.emit(tr("No future has a star."), tr("Star the ones to export first."))

    def export_several(self, clip_ids: Iterable[str]) -> None:
        """These futures, one after another."""
        self._open_queue([record for name in clip_ids if (record := self._document.clips.named(name)) is not None])

    def _open_queue(self, records: Sequence[ClipRecord]) -> None:
        if self.queue is not None and self.queue.queue.running:
            self._document.message.emit(
                tr("Futures are being exported already."), tr("Wait for them, or stop that first.")
            )
            self.queue.raise_()
            return
        self.queue = QueueDialog(self._document, records, self._remembered, self._window)
        self.queue.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.queue.finished.connect(self._queue_closed)
        self.queue.show()

    def _queue_closed(self) -> None:
        self.queue = None

    def save_figure(self, clip: Clip, rows: tuple[str, ...]) -> None:
        save_figure.ask_and_write(clip, rows, self._remembered, self._document.report, self._window)

    # To other programs

    def dragged(self, records: Iterable[ClipRecord]) -> QMimeData | None:
        """What a drag of these tiles carries: files that are written from now on. None if none is finished."""
        files = [self.outgoing.file_of(record, self._usual()) for record in records if record.finished]
        for file in files:
            file.job.failed.connect(self._document.report)
        return DraggedFiles(files) if files else None

    def copy_clip(self, clip_id: str) -> None:
        """Put a tile's clip on the clipboard, as a file."""
        self._once_finished(clip_id, self._copy)

    def copy_current(self) -> None:
        record = self._document.clips.current
        if record is not None and record.finished:
            self._copy(record)
        else:
            self._document.message.emit(tr("There is no finished clip to copy."), tr("Make one first."))

    def _copy(self, record: ClipRecord) -> None:
        file = self.outgoing.file_of(record, self._usual())

        def written(_: object = None) -> None:
            QGuiApplication.clipboard().setMimeData(copied_file(file.path))
            self.said.emit(tr("Copied {name}", name=file.path.name))

        if file.path.exists():
            written()
        else:
            self.said.emit(tr("Copying…"))
            file.job.finished.connect(written)
            file.job.failed.connect(self._document.report)

    def _usual(self) -> ExportChoice:
        """As a file that another program takes without being asked."""
        return ExportChoice(BY_SUFFIX[self._remembered.drag_format], scale=self._remembered.export_scale)

    def _once_finished(self, clip_id: str, do: Callable[[ClipRecord], object]) -> None:
        """Show a clip, and do something with it as soon as it is finished."""
        self._document.select_clip(clip_id)
        record = self._document.clips.named(clip_id)
        if record is None:
            self._document.message.emit(*map(tr, _NONE))
            return
        if record.finished:
            do(record)
            return

        def when_done(done_id: str) -> None:
            if done_id == clip_id:
                self._document.making.clip_finished.disconnect(when_done)
                do(record)

        self._document.making.clip_finished.connect(when_done)
