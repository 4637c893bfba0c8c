"""Which frame of an animation is the photo."""

from PIL import Image

from engine.media.photo import read_photo
from kpvp_gui.dialogs.frame_choice import FrameChoice


def test_the_frame_of_an_animation_is_chosen_with_a_slider(qtbot, tmp_path):

    path = tmp_path / "three.gif"
    pictures = [Image.new("RGB", (20, 20), colour) for colour in ("red", "lime", "blue")]
    pictures[0].save(path, save_all=True, append_images=pictures[1:], duration=100)
    dialog = FrameChoice(read_photo(path), path)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.slider.setValue(2)
    assert dialog.frame == 2
    qtbot.waitUntil(lambda: dialog._picture.pixmap().toImage().pixelColor(10, 10).blue() > 200)
