"""Photos of many clips stay within their bytes, and every one is there when it is looked at."""

import shutil

import numpy as np
from PySide6.QtCore import QRectF

from engine.media.photo import Crop, read_photo
from engine.media.returning_photo import ReturningPhoto
from kpvp_gui.widgets.whole_picture import WholePicture

SIDE = 64
BYTES = 3 * SIDE * SIDE


def picture(number: int) -> np.ndarray:
    return np.random.default_rng(number).integers(0, 256, (SIDE, SIDE, 3), np.uint8)


def with_photos(studio, count: int):
    """A studio with so many photos, a clip of each, and place for three."""
    one = studio().start()
    memory = one.session.photo_memory
    memory.limit = 3 * BYTES
    for number in range(count):
        one.make(ReturningPhoto.of(read_photo(picture(number), name=f"{number}")))
    one.wait(lambda: not memory._rest.isActive())
    return one


def held(one) -> int:
    return sum(photo.nbytes for photo in one.session.photos)


def test_photos_that_nobody_looks_at_give_way_and_come_back_bit_for_bit(studio):
    one = with_photos(studio, 8)
    assert len(one.session.photos) == 8 and held(one) <= 3 * BYTES
    assert one.document.photo.nbytes == BYTES
    for number, photo in enumerate(one.session.photos):
        assert np.array_equal(photo.pixels, picture(number))


def test_what_came_back_gives_way_again(studio):
    one = with_photos(studio, 6)
    for record in list(one.document.clips):
        _ = record.inputs.photo.pixels
        one.document.select_clip(record.id)
    one.wait(lambda: held(one) <= 3 * BYTES)
    assert one.document.clips.current.inputs.photo.nbytes  # it is on the canvas


def test_what_is_not_on_the_disk_stays(studio):
    one = studio()
    memory = one.session.photo_memory
    memory.limit = BYTES
    for number in range(4):
        one.document.set_photo(ReturningPhoto.of(read_photo(picture(number))))
        one.engine.serve_all()
    memory.trim()
    assert [photo.nbytes for photo in one.session.photos] == [BYTES] * 4


def test_an_undone_photo_is_still_to_be_had(studio):
    one = with_photos(studio, 6)
    first = one.session.photos[0]
    one.document.delete_clips([record.id for record in one.document.clips if record.inputs.photo is first])
    one.settled()
    memory = one.session.photo_memory
    memory.limit = 0
    memory.trim()
    assert first.nbytes == 0
    one.document.undo()
    assert np.array_equal(first.pixels, picture(0))


def test_opened_again_only_as_many_photos_are_read_as_there_is_place_for(studio, tmp_path):
    one = with_photos(studio, 6).save(tmp_path / "many.kpvp")
    other = studio().start()
    other.session.photo_memory.limit = 3 * BYTES
    one.end()
    other.open(tmp_path / "many.kpvp")
    other.wait(lambda: held(other) >= 3 * BYTES)
    assert held(other) <= 4 * BYTES  # and the one that is open
    for number, photo in enumerate(other.session.photos):
        assert np.array_equal(photo.pixels, picture(number))


def test_with_its_folder_gone_a_photo_is_lost_and_the_rest_is_kept_still(studio):
    one = with_photos(studio, 6)
    folder = one.session.autosave.keeper.folder
    shutil.rmtree(folder)
    one.make(ReturningPhoto.of(read_photo(picture(9))))
    assert one.session.autosave.trouble is None and one.session.autosave.keeper.folder != folder
    one.session.photo_memory.limit = 0
    one.session.photo_memory.trim()
    assert np.array_equal(one.document.photo.pixels, picture(9))


def test_the_canvas_does_not_wait_for_a_photo_that_is_read_again(qtbot):
    pixels = np.random.default_rng(0).integers(0, 256, (900, 1200, 3), np.uint8)
    photo = ReturningPhoto.of(read_photo(pixels))
    shown = []
    photo.comes_back(lambda: shown.append(whole.image(None).size()) or pixels)
    photo.let_go()
    whole = WholePicture()
    with qtbot.waitSignal(whole.changed):
        whole.show(photo, Crop(0, 0, 900), 450)
        assert whole.rect(QRectF(0, 0, 1200, 900)).width() >= 1200
    assert shown and whole.side == 450
