"""Icons are there and have the colour they are asked for."""

from pathlib import Path

from PySide6.QtGui import QImage

import kpvp_gui

ROOT = Path(kpvp_gui.__file__).parent.parent


def test_every_icon_is_drawn_in_the_colour_it_is_asked_for(qapp):
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QColor, QPainter

    from kpvp_gui.widgets import icons

    for path in sorted((ROOT / "resources" / "icons").glob("*.svg")):
        image = QImage(40, 40, QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        icons.paint(painter, path.stem, QRectF(0, 0, 40, 40), QColor("red"))
        painter.end()
        inked = [image.pixelColor(x, y) for x in range(40) for y in range(40) if image.pixelColor(x, y).alpha() > 200]
        assert inked, path.stem
        assert all(c.red() > 240 and c.green() < 15 and c.blue() < 15 for c in inked), path.stem
