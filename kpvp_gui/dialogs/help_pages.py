"""The documents that come with the program, to read inside it. Knows Markdown files, not what they say."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QTextDocument
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QTextBrowser, QWidget

from kpvp_gui.translation import tr

# The user's first, the makers' last.
PAGES = (
    "studio", "exporting", "training", "data", "people", "animals", "characters", "humans", "authors", "recipe",
    "performance", "words", "map",
)  # fmt: skip
_FOLDER = Path(__file__).parents[2] / "docs"  # beside the packages, in the source as where it is installed
_SIZE, _LIST_WIDTH, _MARGIN = (980, 660), 240, 16
_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)")


class HelpPages(QDialog):
    """A list of pages and the chosen one. Links go from page to page; those into the web open the browser."""

    def __init__(self, parent: QWidget | None = None, folder: Path = _FOLDER) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Help – KPVP Studio"))
        self.setWindowFlag(Qt.WindowType.Window)
        self.resize(*_SIZE)
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
            if (folder / f"{name}.md").is_file():
                item = QListWidgetItem(_title(folder / f"{name}.md"))
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

    def open_page(self, name: str) -> bool:
        """Choose the page `name`, "training" for training.md. Whether there is one."""
        for row in range(self.list.count()):
            if self.list.item(row).data(Qt.ItemDataRole.UserRole) == name:
                self.list.setCurrentRow(row)
                return True
        return False

    def _show(self, name: str) -> None:
        text = (self._folder / f"{name}.md").read_text(encoding="utf-8")
        self.page.setMarkdown(_PICTURE.sub(self._picture, text))
        self.page.document().setDocumentMargin(_MARGIN)
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
    """Pictures are no wider than the page."""

    def loadResource(self, type: int, name: QUrl | str) -> Any:
        path = Path(self.searchPaths()[0]) / QUrl(name).path() if self.searchPaths() else Path()
        if type != QTextDocument.ResourceType.ImageResource.value or not path.is_file():
            return super().loadResource(type, name)
        image, most = QImage(str(path)), max(200, self.viewport().width() - 2 * _MARGIN)
        return image.scaledToWidth(most, Qt.TransformationMode.SmoothTransformation) if image.width() > most else image


def _title(path: Path) -> str:
    """The heading of a page."""
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    return first.lstrip("# ").replace("`", "").strip() or path.stem
