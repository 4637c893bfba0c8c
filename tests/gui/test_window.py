"""The whole window: dropping, pasting, keys, menus, panels that fold, settings that last; and how it starts."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

import kpvp_gui
from engine.media.photo import read_photo
from kpvp_gui.main_window import MainWindow

ROOT = Path(kpvp_gui.__file__).parent.parent


@pytest.fixture
def with_clip(window, document, engine, photo):
    document.set_photo(photo)
    engine.serve_all()
    document.playback.pause()
    document.playback.set_playhead(10)
    return window


def picture_file(path: Path) -> Path:
    Image.new("RGB", (40, 60), (10, 200, 30)).save(path)
    return path


def drop_on(window, mime: QMimeData) -> None:
    """The two events of a drop, handed over directly: Qt delivers them only to the target of a running drag."""
    where = (
        QPoint(600, 300),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    entering = QDragEnterEvent(*where)
    window.dragEnterEvent(entering)
    assert entering.isAccepted()
    window.dropEvent(QDropEvent(QPointF(where[0]), *where[1:]))


def test_dropping_a_portrait_photo_crops_its_middle(window, document, qtbot, tmp_path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(picture_file(tmp_path / "portrait.png")))])
    drop_on(window, mime)
    qtbot.waitUntil(lambda: document.photo is not None)
    assert document.crop == (0, 10, 40)
    assert "portrait.png" in window.windowTitle()


def test_pasting_a_picture_opens_it(window, document, qtbot):
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(0xFF0000FF)
    QGuiApplication.clipboard().setImage(image)
    window.paste()
    qtbot.waitUntil(lambda: document.photo is not None)
    assert document.photo.pixels[0, 0].tolist() == [0, 0, 255]


def test_pasting_text_says_what_to_do(window):
    QGuiApplication.clipboard().setText("no picture")
    window.paste()
    assert "no picture" in window.canvas.error_banner.text


def test_copying_the_frame_gives_its_pixels(with_clip, document):
    with_clip.copy_frame()
    assert QGuiApplication.clipboard().image().pixelColor(3, 3).red() == 8 * document.playback.playhead


def test_the_keys_of_the_transport_work_from_the_canvas(with_clip, document):
    view = with_clip.canvas.clip_view
    view.setFocus()
    for key, expected in (
        (Qt.Key.Key_Right, 11),
        (Qt.Key.Key_Left, 10),
        (Qt.Key.Key_End, 31),
        (Qt.Key.Key_Home, 0),
    ):
        QTest.keyClick(view, key)
        assert document.playback.playhead == expected
    for key, expected in ((Qt.Key.Key_Right, 5), (Qt.Key.Key_Right, 10), (Qt.Key.Key_Left, 5)):
        QTest.keyClick(view, key, Qt.KeyboardModifier.ShiftModifier)
        assert document.playback.playhead == expected
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert document.playback.playing


def test_digits_switch_the_overlays(with_clip, document, qtbot):
    for act in with_clip.canvas.overlay_actions.values():
        act.trigger()
    assert document.overlays == {"keypoints", "trails", "mask", "synthesized", "skeleton", "onion"}
    shortcuts = [act.shortcut().toString() for act in with_clip.canvas.overlay_actions.values()]
    assert shortcuts == ["1", "2", "3", "4", "5", "6", "7"]


def test_no_two_commands_share_a_key(window):
    keys = [act.shortcut().toString() for act in window.findChildren(QAction) if act.shortcut()]
    keys = [key for key in keys if key]
    assert sorted(keys) == sorted(set(keys))


def test_every_menu_command_has_a_mnemonic_and_every_menu_too(window):
    for top in window.menuBar().actions():
        assert "&" in top.text()
        for act in top.menu().actions():
            assert act.isSeparator() or "&" in act.text() or not act.shortcut().isEmpty(), act.text()


def test_panels_fold_away_and_stay_folded(window, document, remembered, qtbot):
    window.panels["filmstrip"].fold_action.setChecked(False)
    window.panels["trajectories"].fold_action.setChecked(False)
    assert not window.panels["filmstrip"].isVisible()
    height = window.canvas.height()
    QApplication.processEvents()
    assert window.canvas.height() > height
    window.close()
    again = MainWindow(document, remembered)
    qtbot.addWidget(again)
    again.show()
    assert not again.panels["trajectories"].isVisible()


def test_a_1280_by_720_screen_holds_everything(with_clip):
    with_clip.resize(1280, 720)
    QApplication.processEvents()
    assert with_clip.size() == QSize(1280, 720)
    for widget in with_clip.findChildren(QWidget):
        if widget.isVisible() and widget.window() is with_clip and _in_no_scroll_area(widget):
            corner = widget.mapTo(with_clip, QPoint(0, 0))
            assert corner.x() >= 0 and corner.y() >= 0, widget
            assert corner.x() + widget.width() <= 1280 and corner.y() + widget.height() <= 720, widget


def _in_no_scroll_area(widget) -> bool:
    parent = widget.parentWidget()
    while parent is not None:
        if parent.objectName() == "qt_scrollarea_viewport":
            return False
        parent = parent.parentWidget()
    return True


def test_900_by_600_is_enough_for_everything(with_clip):
    assert with_clip.minimumSize() == QSize(900, 600)
    with_clip.resize(900, 600)
    QApplication.processEvents()
    assert with_clip.size() == QSize(900, 600)
    for widget in with_clip.findChildren(QWidget):
        if widget.isVisible() and widget.window() is with_clip and _in_no_scroll_area(widget):
            corner = widget.mapTo(with_clip, QPoint(0, 0))
            assert corner.x() >= 0 and corner.y() >= 0, widget
            assert corner.x() + widget.width() <= 900 and corner.y() + widget.height() <= 600, widget
    for part in (with_clip.canvas, with_clip.transport, *with_clip.panels.values()):
        least, size = part.minimumSizeHint(), part.size()
        assert size.width() >= least.width() and size.height() >= least.height(), part
    assert with_clip.filmstrip.cell_rect(3, 7).bottom() < with_clip.filmstrip.height()


def test_the_first_window_fits_its_screen(window):
    available = window.screen().availableGeometry()
    most = available.size().expandedTo(window.minimumSize())
    assert window.width() <= most.width() and window.height() <= most.height()


def test_photo_and_clip_stand_on_one_line(with_clip, document, qtbot):
    document.set_crop(0, 0, 90)
    canvas = with_clip.canvas
    square = read_photo(np.zeros((90, 90, 3), np.uint8))
    document.set_photo(square)
    QApplication.processEvents()
    photo, clip = canvas.photo_crop, canvas.clip_view
    there, here = photo.photo_rect(), clip.image_rect()
    for corner in ("topLeft", "bottomLeft"):
        one, other = getattr(there, corner)(), getattr(here, corner)()
        assert photo.mapTo(with_clip, one).y() == pytest.approx(
            clip.mapTo(with_clip, other).y(), abs=1
        )  # their widths differ by the odd pixel


def test_a_banner_moves_neither_pictures_nor_transport(with_clip, document):
    QApplication.processEvents()
    parts = (with_clip.canvas.clip_view, with_clip.transport, with_clip.panels["filmstrip"])
    before = [part.mapTo(with_clip, QPoint(0, 0)) for part in parts]
    document.message.emit("What happened. " * 20, "What to do.")
    QApplication.processEvents()
    assert with_clip.canvas.error_banner.isVisible()
    assert [part.mapTo(with_clip, QPoint(0, 0)) for part in parts] == before


def test_neighbours_do_not_overlap(with_clip):
    with_clip.resize(1280, 720)
    QApplication.processEvents()
    parts = [with_clip.left, with_clip.canvas, with_clip.transport, *with_clip.panels.values()]
    places = [(part, part.rect().translated(part.mapTo(with_clip, QPoint(0, 0)))) for part in parts]
    for index, (part, place) in enumerate(places):
        for other, there in places[index + 1 :]:
            assert not place.intersects(there), (part, other)


def test_the_status_names_model_device_and_time(window):
    window.engine_ready("CPU fp32")
    window.clip_took(0.237)
    assert window.status.text() == "people · CPU fp32 · 0.24 s/clip"


def test_the_status_names_the_model_that_is_chosen_whatever_was_loaded_before(window, document):
    assert window.status.text() == "Starting the engine…"
    window.engine_ready("CPU fp32")
    window.clip_took(0.237)
    document.set_model("other")
    assert window.status.text() == "other · CPU fp32"  # the seconds were those of the other model
    document.undo_stack.undo()
    assert window.status.text() == "people · CPU fp32"


def test_open_begins_in_a_folder_that_exists(window, remembered, monkeypatch, tmp_path):
    begun = []
    monkeypatch.setattr(
        "kpvp_gui.main_window.QFileDialog.getOpenFileName", lambda *given: (begun.append(given[2]), ("", ""))[1]
    )
    pictures = tmp_path / "Pictures"
    monkeypatch.setattr("kpvp_gui.main_window.QStandardPaths.writableLocation", lambda _: str(pictures))
    window.open_file()
    pictures.mkdir()
    window.open_file()
    remembered.photo_folder = str(tmp_path)
    window.open_file()
    remembered.photo_folder = str(tmp_path / "gone")
    window.open_file()
    assert begun == [str(Path.home()), str(pictures), str(tmp_path), str(pictures)]


def test_window_overlays_and_loop_mode_last(window, document, remembered, qtbot):
    document.set_overlays({"frame", "trails"})
    document.playback.set_loop_mode("pingpong")
    window.close()
    document.set_overlays({"frame"})
    document.playback.set_loop_mode("loop")
    again = MainWindow(document, remembered)
    qtbot.addWidget(again)
    assert document.overlays == {"frame", "trails"} and document.playback.loop_mode == "pingpong"


def test_a_right_click_offers_what_can_be_done_with_the_clip_or_the_photo(with_clip, document):
    def names(menu):
        return {act.text().replace("&", "") for act in menu.actions() if not act.isSeparator()}

    clip, photo = (names(with_clip.canvas.context_menu(clip)) for clip in (True, False))
    assert {"Copy frame", "Export clip...", "Star this future", "Delete this future", "Keypoints", "Full size"} <= clip
    assert photo == {"Open photo...", "Paste photo", "Crop"}
    star = next(act for act in with_clip.canvas.context_menu(True).actions() if "Star" in act.text())
    star.trigger()
    assert document.clips.current.starred


def test_a_foreign_looking_photo_leaves_the_rest_of_the_window_usable(with_clip, document):
    document.message.emit("What.", "Remedy.")
    assert with_clip.canvas.clip_view.isVisible() and with_clip.transport.slider.isEnabled()
