"""What the Help menu asks for: the documents, every command by its words, keys, the tour."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from engine.version import PACKAGE, installed_version
from kpvp_gui.background.remembered import Remembered
from kpvp_gui.dialogs.about import About
from kpvp_gui.dialogs.command_search import CommandSearch
from kpvp_gui.dialogs.help_pages import HelpPages
from kpvp_gui.dialogs.key_editor import KeyEditor
from kpvp_gui.dialogs.keys import Keys
from kpvp_gui.menus import Menus
from kpvp_gui.shortcuts import Shortcuts
from kpvp_gui.translation import tr
from kpvp_gui.widgets.question import ask
from kpvp_gui.widgets.tour import Tour, TourStep


class Helping:
    """Of one window, over which it opens what is asked for. `menus` and `shortcuts` are given once they are there.

    canvas, actions, latent: what the tour is about.
    """

    menus: Menus
    shortcuts: Shortcuts

    def __init__(
        self, window: QWidget, remembered: Remembered, canvas: QWidget, actions: QWidget, latent: QWidget
    ) -> None:
        self._window, self._remembered = window, remembered
        self._canvas, self._actions, self._latent = canvas, actions, latent
        self._pages: HelpPages | None = None
        self.tour: Tour | None = None  # while one is on

    def show_pages(self) -> None:
        if self._pages is None:
            self._pages = HelpPages(self._window)
        self._pages.show()
        self._pages.raise_()

    def find_command(self) -> None:
        ask(CommandSearch(self.menus.all_commands(), self._window))

    def show_keys(self) -> None:
        keys = Keys(self.menus.key_list(), self._window)
        keys.change_wanted.connect(self.change_keys)
        ask(keys)

    def change_keys(self) -> None:
        ask(KeyEditor(self.shortcuts, self._window))

    def show_about(self) -> None:
        ask(About(installed_version(PACKAGE) or "", self._window))

    # The tour

    def begin_tour(self) -> None:
        """Four cards; from now on it begins by itself no more."""
        self._remembered.tour_seen = True
        if self.tour is None:
            self.tour = Tour(self._steps(), self._window)
            self.tour.ended.connect(self._tour_ended)

    def offer_tour(self) -> None:
        """At the first start of all."""
        if not self._remembered.tour_seen:
            self.begin_tour()

    def _tour_ended(self) -> None:
        self.tour = None

    def _steps(self) -> list[TourStep]:
        key = self._key
        return [
            TourStep(
                tr("Begin with a photo"),
                lambda: tr(
                    "Drop one on the window, paste it, or click a sample. The square is what the model looks at: "
                    "drag it to somebody else, or its corners."
                ),
                self._canvas,
            ),
            TourStep(
                tr("Choose an action"),
                lambda: tr(
                    "What shall happen after the photo? A click makes the clip at once. The button beside the "
                    "heading mixes several actions."
                ),
                self._actions,
            ),
            TourStep(
                tr("See other futures"),
                lambda: tr(
                    "Generate{generate} draws a new seed; drag in the pad to vary this future. All are kept on the "
                    "right. The grid{grid} shows sixteen.",
                    generate=key("generate-another-future"),
                    grid=key("grid-of-futures"),
                ),
                self._latent,
            ),
            TourStep(
                tr("Bend the motion"),
                lambda: tr(
                    "Under a clip, Edit{edit} shows its keypoints. Drag one: the frame follows your hand, and a new "
                    "version lies beside the original. Help{help} has more.",
                    edit=key("edit-motion"),
                    help=key("help"),
                ),
                self._canvas,
            ),
        ]

    def _key(self, name: str) -> str:
        """The key of a command in brackets, if it has one."""
        shortcuts = self.shortcuts
        sequence = shortcuts.key(name) if name in shortcuts.commands else QKeySequence()
        return "" if sequence.isEmpty() else f" ({sequence.toString(QKeySequence.SequenceFormat.NativeText)})"
