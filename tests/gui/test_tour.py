"""The tour: four cards at the first start, which lock nothing, and never again unless asked for."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from kpvp_gui.main_window import MainWindow


def test_it_begins_by_itself_once(qtbot, window, document, remembered):
    window.helping.offer_tour()
    assert window.helping.tour is not None and window.helping.tour.isVisible()
    again = MainWindow(document, remembered)
    qtbot.addWidget(again)
    again.show()
    again.helping.offer_tour()
    assert again.helping.tour is None
    dict(again.menus.all_commands())["Help > Tour"].trigger()
    assert again.helping.tour is not None


def test_four_cards_lie_within_the_window_each_saying_something_else(window):
    window.helping.begin_tour()
    tour, said = window.helping.tour, []
    for size in ((1280, 720), (900, 600)):
        window.resize(*size)
        while tour.position:
            tour.back.click()
        for position in range(4):
            assert tour.position == position and window.rect().contains(tour.geometry())
            assert tour.text.height() >= tour.text.heightForWidth(tour.text.width())
            said.append((tour.title.text(), tour.text.text()))
            if position < 3:
                tour.following.click()
    assert len(set(said)) == 4
    tour.following.click()
    assert window.helping.tour is None and not tour.isVisible()


def test_the_card_on_futures_lies_beside_them_and_names_the_actual_key(window):
    window.shortcuts.give("generate-another-future", QKeySequence("Ctrl+J"))
    window.helping.begin_tour()
    tour = window.helping.tour
    tour.following.click()
    tour.following.click()
    assert "Generate (Ctrl+J)" in tour.text.text()
    latent = window.latent
    assert not tour.geometry().intersects(QRect(latent.mapTo(window, QPoint(0, 0)), latent.size()))


def test_skip_and_escape_end_it(window):
    window.helping.begin_tour()
    window.helping.tour.skip.click()
    assert window.helping.tour is None
    window.helping.begin_tour()
    QTest.keyClick(window.helping.tour, Qt.Key.Key_Escape)
    assert window.helping.tour is None


def test_meanwhile_the_window_can_be_used(window, document, engine, photo):
    window.helping.begin_tour()
    document.set_photo(photo)
    engine.serve_all()
    window.choose_action(2)
    assert document.inputs.active_actions() == {document.actions[2]: 1.0} and window.helping.tour.isVisible()
