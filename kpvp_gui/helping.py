"""What the Help menu asks for: the documents, every command by its words, keys, the tour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from engine.version import PACKAGE, installed_version
from kpvp_gui.dialogs.about import About
from kpvp_gui.dialogs.command_search import CommandSearch
from kpvp_gui.dialogs.help_pages import HelpPages
from kpvp_gui.dialogs.key_editor import KeyEditor
from kpvp_gui.dialogs.keys import Keys
from kpvp_gui.widgets.tour import Tour, TourStep

if TYPE_CHECKING:
    from kpvp_gui.main_window import MainWindow


class Helping:
    """Of one window, over which it opens what is asked for."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._pages: HelpPages | None = None
        self.tour: Tour | None = None  # while one is on

    def show_pages(self) -> None:
        if self._pages is None:
            self._pages = HelpPages(self._window)
        self._pages.show()
        self._pages.raise_()

    def find_command(self) -> None:
        CommandSearch(self._window.menus.all_commands(), self._window).open()

    def show_keys(self) -> None:
        keys = Keys(self._window.menus.key_list(), self._window)
        keys.change_wanted.connect(self.change_keys)
        keys.open()

    def change_keys(self) -> None:
        KeyEditor(self._window.shortcuts, self._window).open()

    def show_about(self) -> None:
        About(installed_version(PACKAGE) or "", self._window).open()

    # The tour

    def begin_tour(self) -> None:
        """Four cards; from now on it begins by itself no more."""
        self._window.remembered.tour_seen = True
        if self.tour is None:
            self.tour = Tour(self._steps(), self._window)
            self.tour.ended.connect(self._tour_ended)

    def offer_tour(self) -> None:
        """At the first start of all."""
        if not self._window.remembered.tour_seen:
            self.begin_tour()

    def _tour_ended(self) -> None:
        self.tour = None

    def _steps(self) -> list[TourStep]:
        window, key = self._window, self._key
        return [
            TourStep(
                "Begin with a photo",
                lambda: (
                    "Drop one on the window, paste it, or click a sample. The square is what the model looks at: "
                    "drag it to somebody else, or its corners."
                ),
                window.canvas,
            ),
            TourStep(
                "Choose an action",
                lambda: (
                    "What shall happen after the photo? A click makes the clip at once. The button beside the "
                    "heading mixes several actions."
                ),
                window.actions_panel,
            ),
            TourStep(
                "See other futures",
                lambda: (
                    f"Generate{key('Model > Generate another future')} draws a new seed; drag in the pad to vary "
                    f"this future. All are kept on the right. The grid{key('View > Grid of futures')} shows sixteen."
                ),
                window.latent,
            ),
            TourStep(
                "Bend the motion",
                lambda: (
                    f"Under a clip, Edit{key('Motion > Edit motion')} shows its keypoints. Drag one: the frame "
                    f"follows your hand, and a new version lies beside the original. Help{key('Help > Help')} has more."
                ),
                window.canvas,
            ),
        ]

    def _key(self, name: str) -> str:
        """The key of a command in brackets, if it has one."""
        shortcuts = self._window.shortcuts
        sequence = shortcuts.key(name) if name in shortcuts.commands else QKeySequence()
        return "" if sequence.isEmpty() else f" ({sequence.toString(QKeySequence.SequenceFormat.NativeText)})"
