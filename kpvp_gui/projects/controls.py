"""What the window shows of projects: their part of the File menu, the title, the questions that go with them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox, QWidget

from engine.media.photo import Photo
from engine.projects.kept import KeptWork
from engine.projects.project import SUFFIX
from kpvp_gui.background.remembered import Remembered
from kpvp_gui.document.document import Document
from kpvp_gui.projects.opening import caption
from kpvp_gui.projects.session import ProjectSession
from kpvp_gui.translation import marked, tr
from kpvp_gui.widgets.banner import Banner
from kpvp_gui.widgets.controls import action

_FILES = marked("Projects (*{suffix});;All files (*)")


class ProjectControls(QObject):
    """`fill` gives a menu its entries, `banner` offers what a crash left; title and dialogs are those of `window`."""

    def __init__(self, session: ProjectSession, document: Document, remembered: Remembered, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._document, self._remembered, self._window = session, document, remembered, window
        self.banner = Banner("info")
        session.left_open.connect(self._offer)
        session.changed.connect(self._say_title)
        document.photo_changed.connect(self._say_title)

    def fill(self, menu: QMenu) -> None:
        self._add(menu, marked("&New project"), self._session.new, "Ctrl+N")
        self._add(menu, marked("Open &project..."), self.open, "Ctrl+Shift+O")
        recent = menu.addMenu(tr("Open &recent"))
        recent.aboutToShow.connect(lambda: self._list_recent(recent))
        photos = menu.addMenu(tr("P&hotos of this project"))
        photos.aboutToShow.connect(lambda: self._list_photos(photos))
        menu.addSeparator()
        self._add(menu, marked("&Save project"), self.save, "Ctrl+S")
        self._add(menu, marked("Save project &as..."), self.save_as, "Ctrl+Shift+S")

    def _add(self, menu: QMenu, text: str, do: Callable[[], object], shortcut: str) -> QAction:
        act = action(menu, text, None, shortcut)
        act.triggered.connect(lambda _=False: do())
        menu.addAction(act)
        return act

    def _list_recent(self, menu: QMenu) -> None:
        """Files first, then what is kept without one."""
        menu.clear()
        for path in self._session.recent:
            act = menu.addAction(path.name, lambda path=path: self._session.open(path))
            act.setToolTip(str(path))
        if self._session.works:
            menu.addSeparator()
        for work in self._session.works:
            menu.addAction(
                tr("Kept: {caption}", caption=caption(work)), lambda work=work: self._session.open_kept(work)
            )
        if menu.isEmpty():
            menu.addAction(tr("Nothing yet")).setEnabled(False)
        menu.setToolTipsVisible(True)

    def _list_photos(self, menu: QMenu) -> None:
        menu.clear()
        for photo in self._session.photos:
            act = menu.addAction(photo.name, lambda photo=photo: self._choose(photo))
            act.setCheckable(True)
            act.setChecked(photo is self._document.photo)
        if menu.isEmpty():
            menu.addAction(tr("None yet")).setEnabled(False)

    def _choose(self, photo: Photo) -> None:
        if photo is not self._document.photo:
            self._document.open_photo(photo)

    # What is open

    def _say_title(self) -> None:
        """The project, the photo, the program; a star after the project says that its file lacks something."""
        photo, project = self._document.photo, self._session.name
        parts = [f"{project}[*]" if project else "", photo.name if photo else "", "KPVP Studio"]
        self._window.setWindowTitle(" – ".join(part for part in parts if part))
        self._window.setWindowModified(bool(project) and self._session.modified)

    def _offer(self, work: KeptWork) -> None:
        what = tr("The studio ended unexpectedly. This was kept: {caption}.", caption=caption(work))
        do = {tr("Open a copy"): self._session.open_kept, tr("Discard"): self._session.discard}
        choices = {name: lambda act=act: act(work) for name, act in do.items()}
        self.banner.offer(what, choices)

    # Questions

    def open(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self._window, tr("Open a project"), self._folder(), tr(_FILES, suffix=SUFFIX)
        )
        if path:
            self._session.open(Path(path))

    def save(self) -> None:
        if self._session.path is not None:
            self._session.save(self._session.path)
        else:
            self.save_as()

    def save_as(self) -> None:
        photo = self._document.photo
        before = self._session.path or self._session.elsewhere
        stem = before.stem if before is not None else Path(photo.name).stem if photo is not None else "project"
        proposed = str(Path(self._folder()) / f"{stem}{SUFFIX}")
        dialog = QFileDialog(self._window, tr("Save the project as"), proposed, tr(_FILES, suffix=SUFFIX))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX[1:])  # the question about replacing a file is then about the right one
        dialog.selectFile(proposed)
        if dialog.exec() and dialog.selectedFiles():
            self._session.save(Path(dialog.selectedFiles()[0]))
        dialog.deleteLater()

    def may_close(self) -> bool:
        """Keep everything; ask only if that is not possible."""
        error = self._session.settle()
        if error is None:
            return True
        box = QMessageBox(
            QMessageBox.Icon.Warning, tr("Quit"), tr("Your latest work cannot be kept."), parent=self._window
        )
        box.setInformativeText(str(error))
        quit_anyway = box.addButton(tr("&Quit without it"), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(tr("&Stay"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.exec()
        return box.clickedButton() is quit_anyway

    def _folder(self) -> str:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        for folder in (self._remembered.project_folder, documents):
            if folder and Path(folder).is_dir():
                return folder
        return str(Path.home())
