"""A picture in a view: fitted, enlarged about a point, moved, and never lost."""

import pytest
from PySide6.QtCore import QPointF, QRectF

from kpvp_gui.widgets.zoom import LARGEST, Zoom

ROOM = QRectF(6, 6, 400, 300)


def test_a_picture_fits_by_its_tighter_side_and_stands_in_the_middle():
    assert Zoom().rect(ROOM, 800, 300) == QRectF(6, 81, 400, 150)
    assert Zoom().rect(ROOM, 10, 30) == QRectF(156, 6, 100, 300)


@pytest.mark.parametrize("about", [QPointF(50, 60), QPointF(390, 290)])
def test_the_point_under_the_mouse_stays_whatever_the_picture_was_before(about):
    zoom = Zoom()
    for factor in (1.0, 3.0, 0.7):
        before = zoom.rect(ROOM, 800, 600)
        zoom.set(factor, about, ROOM, 800, 600)
        after = zoom.rect(ROOM, 800, 600)
        assert after.width() == pytest.approx(800 * factor)
        was = (about.x() - before.x()) / before.width(), (about.y() - before.y()) / before.height()
        now = (about.x() - after.x()) / after.width(), (about.y() - after.y()) / after.height()
        assert now == pytest.approx(was)


def test_nothing_is_enlarged_without_end_and_fitting_forgets_where_it_was():
    zoom = Zoom()
    zoom.set(1000.0, QPointF(20, 20), ROOM, 800, 600)
    assert zoom.factor == LARGEST
    zoom.set(0, None, ROOM, 800, 600)
    assert zoom.rect(ROOM, 800, 600) == Zoom().rect(ROOM, 800, 600)


def test_a_moved_picture_still_covers_the_middle_of_the_view():
    zoom = Zoom()
    zoom.set(1.0, None, ROOM, 800, 600)
    for pan in (QPointF(5000, 0), QPointF(-5000, 5000)):
        zoom.move_to(pan, 800, 600)
        assert zoom.rect(ROOM, 800, 600).adjusted(-1, -1, 1, 1).contains(ROOM.center())
