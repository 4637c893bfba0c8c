"""The documents that come with the program, to read inside it. Knows Markdown files, not what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QTextBrowser, QWidget

from kpvp_gui.translation import spoken, tr
from kpvp_gui.widgets import screen_fit

# The user's first, the makers' last.
PAGES = (
    "studio", "glossary", "futures", "editing", "projects", "exporting", "training", "data",
    "people", "animals", "characters", "humans", "authors", "recipe", "evidence",
    "performance", "reliability", "words", "map",
)  # fmt: skip
GLOSSARY = "glossary"
_FOLDER = Path(__file__).parents[2] / "docs"  # beside the packages, in the source as where it is installed
_SIZE, _LIST_WIDTH, _MARGIN = (980, 660), 240, 16
_ABOVE_HEADING, _ABOVE_PARAGRAPH, _LINE_HEIGHT = 20, 7, 112  # px, px, %
_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)")


class HelpPages(QDialog):
    """A list of pages and the chosen one. Links go from page to page; those into the web open the browser."""

    def __init__(self, parent: QWidget | None = None, folder: Path = _FOLDER) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Help – KPVP Studio"))
        self.setWindowFlag(Qt.WindowType.Window)
        self.resize(*_SIZE)
        screen_fit.fit(self)
        self._folder = folder
        self.list = QListWidget()
        self.list.setProperty("plain", True)
        self.list.setAccessibleName(tr("Pages"))
        self.list.setFixedWidth(_LIST_WIDTH)
        self.list.setSpacing(3)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.page = _Page()
        self.page.setAccessibleName(tr("The page"))
        self.page.setOpenLinks(False)
        self.page.setSearchPaths([str(folder)])
        self.page.anchorClicked.connect(self._follow)
        for name in PAGES:
            if (file := self._file(name)).is_file():
                item = QListWidgetItem(_title(file))
                item.setToolTip(item.text())  # a long title is cut off in the list
                item.setSizeHint(QSize(0, 28))
                item.setData(Qt.ItemDataRole.UserRole, name)
                self.list.addItem(item)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(16)
        row.addWidget(self.list)
        row.addWidget(self.page, 1)
        self.list.currentItemChanged.connect(lambda item, _: item and self._show(item.data(Qt.ItemDataRole.UserRole)))
        self.list.setCurrentRow(0)
        if not self.list.count():
            self.page.setPlainText(
                tr("The documents are not in {folder}. Install the program again to have them.", folder=folder)
            )

    def open_page(self, name: str, section: int = 0) -> bool:
        """Choose the page `name`, "training" for training.md, at its top or at a section, counted from 1. Whether there
        is one."""
        for row in range(self.list.count()):
            if self.list.item(row).data(Qt.ItemDataRole.UserRole) == name:
                self.list.setCurrentRow(row)
                self.page.show_section(section)
                return True
        return False

    def _file(self, name: str) -> Path:
        """The page in the language that is spoken, if it was translated."""
        translated = self._folder / f"{name}.{spoken()}.md"
        return translated if translated.is_file() else self._folder / f"{name}.md"

    def _show(self, name: str) -> None:
        text = self._file(name).read_text(encoding="utf-8")
        self.page.setMarkdown(_PICTURE.sub(self._picture, text))
        self.page.document().setDocumentMargin(_MARGIN)
        self.page.give_room()
        self.page.verticalScrollBar().setValue(0)

    def _picture(self, link: re.Match[str]) -> str:
        """Pictures that were not installed are named by their captions."""
        return link[0] if (self._folder / link[2]).is_file() else f"*{link[1]}*"

    def _follow(self, url: QUrl) -> None:
        if url.scheme() in ("http", "https"):
            QDesktopServices.openUrl(url)
        elif url.path().endswith(".md"):
            self.open_page(Path(url.path()).stem)
        elif url.hasFragment() and not url.path():
            self.page.scrollToAnchor(url.fragment())


class _Page(QTextBrowser):
    """Pictures are no wider than the page, and paragraphs stand apart."""

    def give_room(self) -> None:
        """Of a page that has just been read: Qt puts lines and headings close together."""
        for block in _blocks(self.document()):
            cursor, shape = QTextCursor(block), block.blockFormat()
            if shape.headingLevel() > 1:
                shape.setTopMargin(_ABOVE_HEADING)
            elif block.textList() is None and cursor.currentTable() is None:
                shape.setTopMargin(_ABOVE_PARAGRAPH)
            shape.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            cursor.setBlockFormat(shape)

    def show_section(self, number: int) -> None:
        """Have a heading at the top of what is seen; 0: the page from its beginning."""
        headings = [block for block in _blocks(self.document()) if block.blockFormat().headingLevel() == 2]
        top = 0.0
        if 0 < number <= len(headings):
            top = self.document().documentLayout().blockBoundingRect(headings[number - 1]).top()
        self.verticalScrollBar().setValue(int(top) - (_MARGIN if top else 0))

    def loadResource(self, type: int, name: QUrl | str) -> Any:
        path = Path(self.searchPaths()[0]) / QUrl(name).path() if self.searchPaths() else Path()
        if type != QTextDocument.ResourceType.ImageResource.value or not path.is_file():
            return super().loadResource(type, name)
        image, most = QImage(str(path)), max(200, self.viewport().width() - 2 * _MARGIN)
        return image.scaledToWidth(most, Qt.TransformationMode.SmoothTransformation) if image.width() > most else image


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _title(path: Path) -> str:
    """The heading of a page."""
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    return first.lstrip("# ").replace("`", "").strip() or path.stem
