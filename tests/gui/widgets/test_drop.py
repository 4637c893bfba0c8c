"""What may be dropped or pasted: files, image data of browsers, pixels of other programs; and what may not."""

from pathlib import Path
from typing import Any, cast

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QUrl
from PySide6.QtGui import QColor, QImage

from engine.errors import PhotoError
from engine.media.photo import read_photo
from kpvp_gui.widgets import drop, pictures


def png_bytes(image: QImage) -> QByteArray:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, cast(Any, "PNG"))
    return data


def red_image() -> QImage:
    image = QImage(20, 10, QImage.Format.Format_RGB32)
    image.fill(QColor(255, 0, 0))
    return image


@pytest.mark.parametrize("name", ["plain.png", "with space & 100 %.png", "überraschung 写真.png"])
def test_a_dropped_file_is_read_from_its_path(tmp_path, name):
    path = tmp_path / name
    Image.new("RGB", (30, 20), "blue").save(path)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    assert drop.photo_source(mime) == path
    assert read_photo(drop.photo_source(mime)).pixels[0, 0].tolist() == [0, 0, 255]


def test_a_browsers_file_bytes_are_taken_as_they_are():
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/cat.png")])
    mime.setData("image/png", png_bytes(red_image()))
    photo = read_photo(drop.photo_source(mime))
    assert (photo.width, photo.height) == (20, 10)


def test_bare_pixels_are_taken_too():
    mime = QMimeData()
    mime.setImageData(red_image())
    assert read_photo(drop.photo_source(mime)).pixels[5, 5].tolist() == [255, 0, 0]


def test_a_mere_link_is_refused_with_advice():
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/cat.png")])
    with pytest.raises(PhotoError) as refused:
        drop.photo_source(mime)
    assert "link" in refused.value.what and refused.value.remedy


def test_text_is_no_picture():
    mime = QMimeData()
    mime.setText("hello")
    assert not drop.can_take(mime)
    with pytest.raises(PhotoError):
        drop.photo_source(mime)


@pytest.mark.parametrize("channels", [3, 4])
def test_pictures_survive_the_way_to_qt_and_back(channels):
    array = np.random.default_rng(0).integers(0, 256, (7, 5, channels), np.uint8)
    image = pictures.image(array)
    array_before = array.copy()
    array[:] = 0  # the image has its own memory
    assert np.array_equal(pictures.pixels(image)[..., :channels], array_before)


def test_a_folder_is_refused_with_a_sentence(document, qtbot, tmp_path):
    with qtbot.waitSignal(document.message) as said:
        document.open_photo(Path(tmp_path))
    assert said.args[0].endswith(".") and said.args[1].endswith(".")
