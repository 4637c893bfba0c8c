"""Opening photos: the latest wins, several frames ask for one, and an unreadable file changes nothing."""

import numpy as np
from PIL import Image


def with_clip(document, engine, photo):
    document.set_photo(photo)
    engine.serve_all()
    return document.clips.current


def test_an_unreadable_photo_leaves_everything_as_it_was(document, engine, photo, qtbot, tmp_path):
    first = with_clip(document, engine, photo)
    bad = tmp_path / "not a picture.jpg"
    bad.write_text("words")
    with qtbot.waitSignal(document.message) as said:
        document.open_photo(bad)
    assert "not a picture.jpg" in said.args[0]
    assert document.photo is photo and document.clips.current is first


def test_of_two_photos_opened_in_a_row_the_later_one_stays(document, engine, qtbot):
    big = np.zeros((3000, 3000, 3), np.uint8)
    small = np.full((20, 30, 3), 200, np.uint8)
    document.open_photo(big)
    document.open_photo(small)
    qtbot.waitUntil(lambda: document.photo is not None)
    qtbot.wait(100)
    assert document.photo.width == 30


def test_an_animation_asks_for_its_frame_before_anything_changes(document, qtbot, tmp_path):

    path = tmp_path / "two.gif"
    Image.new("RGB", (20, 20), "red").save(path, save_all=True, append_images=[Image.new("RGB", (20, 20), "blue")])
    with qtbot.waitSignal(document.opening.choice_needed) as asked:
        document.open_photo(path)
    assert asked.args[0].frame_count == 2 and document.photo is None
    document.open_photo(path, 1)
    qtbot.waitUntil(lambda: document.photo is not None)
    assert document.photo.pixels[0, 0, 2] > 200


def test_a_file_that_is_opened_again_is_the_photo_of_before_unless_it_changed(document, engine, qtbot, tmp_path):
    paths = [tmp_path / "red.png", tmp_path / "blue.png"]

    def opened(path):
        before = document.photo
        document.open_photo(path)
        qtbot.waitUntil(lambda: document.photo is not before)
        document.set_photo(document.photo)  # nobody looks for figures here
        engine.serve_all()
        return document.photo

    for path in paths:
        Image.new("RGB", (20, 20), path.stem).save(path)
    red, blue = map(opened, paths)
    assert opened(paths[0]) is red and opened(paths[1]) is blue
    assert opened(paths[1]) is not blue  # it is the one that is open
    Image.new("RGB", (20, 20), "green").save(paths[0])
    green = opened(paths[0])
    assert green is not red and green.pixels[0, 0, 1] > 100
