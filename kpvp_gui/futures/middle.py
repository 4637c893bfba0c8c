"""What fills the middle of the window over the transport: the canvas, or many futures at a time instead of it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QAction, QActionGroup, QPalette
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kpvp_gui.document.document import Document
from kpvp_gui.futures.compare_view import CompareView
from kpvp_gui.futures.grid_view import GridView
from kpvp_gui.futures.storyboard_view import StoryboardView
from kpvp_gui.translation import marked, tr
from kpvp_gui.widgets.banner import Banner
from kpvp_gui.widgets.controls import action
from kpvp_gui.widgets.icons import icon


class Middle(QWidget):
    """One page at a time; `actions_in_order` choose them, the canvas first. All follow the same playhead."""

    def __init__(self, document: Document, canvas: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.compare, self.grid, self.storyboard = CompareView(document), GridView(document), StoryboardView(document)
        self.pages = QStackedWidget()
        self._document, self._canvas = document, canvas
        self._banner = Banner("warning")  # the canvas has its own
        self._group = QActionGroup(self)
        self.canvas_action = self._page(canvas, marked("One &clip"), "frame", "F2", tr("The clip on the canvas"))
        self.grid_action = self._page(
            self.grid, marked("&Grid of futures"), "grid", "F3", tr("Many futures at a glance")
        )
        self.grid_action.triggered.connect(self.grid.fill_if_empty)
        self.compare_action = self._page(self.compare, marked("Com&pare"), "compare", "F4", tr("Clips side by side"))
        self.compare_action.triggered.connect(self.compare.fill)
        tip = tr("Actions one after another, as one clip")
        self.storyboard_action = self._page(self.storyboard, marked("Story&board"), "storyboard", "F5", tip)
        self.storyboard_action.triggered.connect(self.storyboard.begin)
        self.storyboard.made.connect(lambda: self.canvas_action.setChecked(True))
        self.canvas_action.setChecked(True)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._banner)
        column.addWidget(self.pages, 1)
        document.message.connect(self._say)
        document.message_cleared.connect(self._banner.hide)
        document.photo_changed.connect(lambda: self.canvas_action.setChecked(True))  # it is looked at alone first

    @property
    def actions_in_order(self) -> list[QAction]:
        return self._group.actions()

    def show_comparison(self, clip_id: str) -> None:
        """Compare a clip with those that are compared already, or with the one on the canvas."""
        self.compare.compare_with_shown(clip_id)
        self.compare_action.setChecked(True)

    def show_several(self, clip_ids: Iterable[str], between: bool = False) -> None:
        """Compare these clips, or move between them."""
        document = self._document
        document.comparison.set_clips(r for name in clip_ids if (r := document.clips.named(name)) is not None)
        if between:
            self.compare.move_between()
        self.compare_action.setChecked(True)

    def show_more_like(self, clip_id: str) -> None:
        """Spread out what lies around a clip."""
        self.grid.more_like(clip_id)
        self.grid_action.setChecked(True)

    def _page(self, page: QWidget, text: str, picture: str, key: str, tip: str) -> QAction:
        self.pages.addWidget(page)
        act = action(self, text, icon(picture), key, tip, checkable=True)
        act.toggled.connect(lambda on: on and self._show(page))
        self._group.addAction(act)
        return act

    def _show(self, page: QWidget) -> None:
        self.pages.setCurrentWidget(page)
        self._banner.hide()

    def _say(self, what: str, remedy: str) -> None:
        if self.pages.currentWidget() is not self._canvas:
            self._banner.say(what, remedy)
