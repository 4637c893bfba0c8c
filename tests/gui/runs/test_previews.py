"""A run's previews: their columns, the way through their history, and how they are enlarged."""

from pathlib import Path

import numpy as np
from PIL import Image

from kpvp_gui.runs.run_previews import PreviewPane
from tests.gui.runs.run_files import add, event
from training.runs.history import RunHistory


def picture(folder: Path, name: str, level: int) -> None:
    Image.new("RGB", (60, 40), (level, 0, 0)).save(folder / name)


def test_the_columns_of_a_preview_are_named_above_them(qtbot, tmp_path):
    history = RunHistory()
    for number, columns in enumerate((("source", "mask"), ())):
        picture(tmp_path, f"{number}.png", 9)
        add(history, event("preview", stage="motion", step=number, file=f"{number}.png", columns=columns))
    pane = PreviewPane()
    qtbot.addWidget(pane)
    pane.resize(400, 300)
    pane.show()

    def inked() -> tuple[bool, bool]:
        image = pane.heads.grab().toImage()
        ground = image.pixel(0, 0)
        row = [any(image.pixel(x, y) != ground for y in range(image.height())) for x in range(image.width())]
        return any(row[: len(row) // 2]), any(row[len(row) // 2 :])

    with qtbot.waitSignal(pane.shown):
        pane.set_previews(tmp_path, history.previews[:1])
    assert pane.heads.columns == ("source", "mask") and inked() == (True, True)
    with qtbot.waitSignal(pane.shown):
        pane.set_previews(tmp_path, history.previews)
    assert pane.heads.columns == () and inked() == (False, False)


def test_the_scrubber_goes_through_the_run_s_history_and_follows_the_newest(qtbot, tmp_path):
    history = RunHistory()
    for number in range(4):
        picture(tmp_path, f"k-{number}.png", 50 * number)
        add(history, event("preview", stage="keypoints-64", step=100 * number, file=f"k-{number}.png"))
    pane = PreviewPane()
    qtbot.addWidget(pane)
    pane.resize(400, 300)
    pane.show()
    with qtbot.waitSignal(pane.shown, check_params_cb=lambda index: index == 2):
        pane.set_previews(tmp_path, history.previews[:3])
    assert pane.caption.text() == "64 px · step 200 · 3 of 3"
    with qtbot.waitSignal(pane.shown, check_params_cb=lambda index: index == 3):
        pane.set_previews(tmp_path, history.previews)  # at the newest it stays at the newest
    with qtbot.waitSignal(pane.shown, check_params_cb=lambda index: index == 1):
        pane.scrubber.setValue(1)
    pane.set_previews(tmp_path, history.previews)
    assert pane.scrubber.value() == 1
    colour = pane.picture.grab().toImage().pixelColor(200, 100)
    assert colour.red() == 50
    with qtbot.waitSignal(pane.shown, check_params_cb=lambda index: index == 0):
        for value in (3, 2, 1, 0):  # a quick drag: what is shown in the end is what was asked for last
            pane.scrubber.setValue(value)
    assert pane.caption.text().startswith("64 px · step 0 ·")


def test_crisp_pixels_are_whole_and_smooth_ones_are_lanczos(qtbot, tmp_path):
    Image.fromarray(np.array([[[0, 0, 0], [255, 255, 255]]] * 2, np.uint8)).save(tmp_path / "p.png")
    pane = PreviewPane()
    qtbot.addWidget(pane)
    pane.resize(420, 420)
    pane.show()
    history = RunHistory()
    add(history, event("preview", stage="motion", step=1, file="p.png"))
    with qtbot.waitSignal(pane.shown):
        pane.set_previews(tmp_path, history.previews)

    def levels() -> set[int]:
        image = pane.picture.grab().toImage()
        whole = pane.picture.picture_rect()
        assert whole is not None
        place = whole.toRect().adjusted(1, 1, -1, -1)
        return {image.pixelColor(x, place.center().y()).red() for x in range(place.left(), place.right())}

    assert levels() == {0, 255}
    pane._acts[1].trigger()
    qtbot.waitUntil(lambda: pane.picture._fine is not None)
    assert len(levels()) > 20


def test_a_missing_preview_is_no_accident(qtbot, tmp_path):
    pane = PreviewPane()
    qtbot.addWidget(pane)
    history = RunHistory()
    add(history, event("preview", stage="motion", step=1, file="gone.png"))
    pane.set_previews(tmp_path, history.previews)
    qtbot.waitUntil(lambda: pane._decoding is None)
