"""How it all looks: Fusion, one accent colour, 13-px text, light or dark as the system says (followed live).

Views take their colours from the palette, in these roles: Window (panels), Base (fields), AlternateBase (the canvas),
Text, PlaceholderText (secondary text), Highlight (the accent), Mid (hairlines), Midlight (hover), Dark (pressed),
BrightText (what is wrong).
"""

from __future__ import annotations

from importlib import resources

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from kpvp_gui.widgets import icons

TEXT_PX = 13

_LIGHT = {
    "Window": "#f7f7f8",
    "Base": "#ffffff",
    "AlternateBase": "#ececef",
    "Button": "#ffffff",
    "Text": "#1b1c20",
    "PlaceholderText": "#686a74",
    "Highlight": "#4a5bd4",
    "HighlightedText": "#ffffff",
    "Mid": "#dcdce1",
    "Midlight": "#ebebee",
    "Dark": "#dfdfe4",
    "Link": "#4a5bd4",
    "BrightText": "#b3261e",
}
_DARK = {
    "Window": "#1d1e22",
    "Base": "#26272c",
    "AlternateBase": "#131417",
    "Button": "#2b2c32",
    "Text": "#ececf0",
    "PlaceholderText": "#9c9da8",
    "Highlight": "#8f9bff",
    "HighlightedText": "#14151c",
    "Mid": "#35363d",
    "Midlight": "#2d2e34",
    "Dark": "#3b3c44",
    "Link": "#8f9bff",
    "BrightText": "#ff9a8f",
}
APPEARANCES = ("system", "light", "dark")


class Theme(QObject):
    """Keeps the application's palette and style sheet in step with the system or with the user's choice."""

    def __init__(self, application: QApplication, appearance: str = "system") -> None:
        super().__init__(application)
        self._application = application
        application.setStyle("Fusion")
        application.setFont(text_font())
        self.set_appearance(appearance)
        # A queued call: the platform may still be changing its own palette when it emits.
        application.styleHints().colorSchemeChanged.connect(lambda _: QTimer.singleShot(0, self.apply))

    def set_appearance(self, appearance: str) -> None:
        """`system`, `light` or `dark`."""
        schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
        self._wanted = schemes.get(appearance)
        hints = self._application.styleHints()
        if self._wanted is None:
            hints.unsetColorScheme()
        else:
            hints.setColorScheme(self._wanted)
        self.apply()

    @property
    def dark(self) -> bool:
        scheme = self._wanted or self._application.styleHints().colorScheme()
        return scheme == Qt.ColorScheme.Dark

    def apply(self) -> None:
        colours = _DARK if self.dark else _LIGHT
        self._application.setPalette(_palette(colours))
        self._application.setStyleSheet(_style_sheet(colours))


def text_font(pixels: int = TEXT_PX, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Inter where it is installed, else the system's own font, at our size."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font.setFamilies(["Inter", *font.families()])
    font.setPixelSize(pixels)
    font.setWeight(weight)
    return font


def tabular_font(pixels: int = TEXT_PX) -> QFont:
    """Figures of one width, so that a running readout stands still."""
    font = text_font(pixels)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def _palette(colours: dict[str, str]) -> QPalette:
    palette = QPalette()
    for role, colour in colours.items():
        palette.setColor(getattr(QPalette.ColorRole, role), QColor(colour))
    text = QColor(colours["Text"])
    for role in ("WindowText", "ButtonText", "ToolTipText"):
        palette.setColor(getattr(QPalette.ColorRole, role), text)
    palette.setColor(QPalette.ColorRole.ToolTipBase, QColor(colours["Base"]))
    palette.setColor(QPalette.ColorRole.Light, QColor(colours["Midlight"]))
    palette.setColor(QPalette.ColorRole.Shadow, QColor(0, 0, 0, 60))
    palette.setColor(QPalette.ColorRole.Accent, QColor(colours["Highlight"]))
    faded = QColor(colours["PlaceholderText"])
    faded.setAlphaF(0.55)
    for role in ("Text", "WindowText", "ButtonText"):
        palette.setColor(QPalette.ColorGroup.Disabled, getattr(QPalette.ColorRole, role), faded)
    return palette


def _style_sheet(colours: dict[str, str]) -> str:
    text = (resources.files("resources") / "style" / "studio.qss").read_text("utf-8")
    # Longest names first: @Highlight is the beginning of @HighlightedText.
    for role in sorted(colours, key=len, reverse=True):
        text = text.replace(f"@{role}", colours[role])
    for name, role in (("up", "PlaceholderText"), ("down", "PlaceholderText"), ("check", "HighlightedText")):
        text = text.replace(f"@ICON_{name.upper()}", icons.file_for_style_sheet(name, colours[role]))
    return text
