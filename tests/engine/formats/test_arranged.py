"""What stands beside an exported clip, the part that is cut out of it, and the palette of a GIF."""

import numpy as np
import pytest
from PIL import Image

from engine.errors import ExportError
from engine.export import export
from engine.formats.arranged import Arranged, arranged_size
from tests.engine.formats.moving_clip import moving_clip


@pytest.fixture(scope="module")
def clip():
    return moving_clip(frames=6)


def first(path) -> np.ndarray:
    with Image.open(path) as image:
        return np.asarray(image.convert("RGB"))


def test_the_photo_stands_before_every_frame(clip):
    rows = Arranged(clip, scale=2, beside="photo")
    assert len(rows) == 6
    assert rows[3].shape == (128, 128 + 4 + 128, 3)
    assert (rows[0][:, :128] == rows[5][:, :128]).all()
    assert (rows[3][:, 128:132] == 255).all()
    assert (rows[0][:, 132:] != rows[5][:, 132:]).any()


def test_synthesized_mask_and_keypoints_stand_after_it(clip):
    row = Arranged(clip, beside="parts")[2]
    assert row.shape == (64, 4 * 64 + 3 * 2, 3)
    assert (row[:, :64] == clip.frames[2]).all()
    assert (row[:, 66:130] == clip.synthesized[2]).all()
    assert (row[:, 132:196, 0] == clip.mask[2]).all()
    assert np.ptp(row[:, 198:].astype(int), axis=2).max() > 40  # coloured dots over grey


def test_a_part_is_cut_out_of_every_picture(clip, tmp_path):
    export(clip, tmp_path / "part.apng", scale=2, cut=(0.25, 0.5, 0.75, 1.0))
    assert (first(tmp_path / "part.apng") == Arranged(clip, scale=2)[0][64:, 32:96]).all()
    assert Arranged(clip, beside="photo", cut=(0, 0, 0.5, 0.5))[0].shape == (32, 32 + 2 + 32, 3)


@pytest.mark.parametrize("beside", ["", "photo", "parts"])
@pytest.mark.parametrize("cut", [None, (0.1, 0.2, 0.55, 1.0), (0.99, 0.0, 1.0, 1.0)])
def test_the_size_is_known_before_anything_is_drawn(clip, beside, cut):
    height, width = Arranged(clip, scale=3, beside=beside, cut=cut)[0].shape[:2]
    assert arranged_size(192, 192, 3, beside, cut) == (width, height)


def test_pictures_at_the_photos_size_can_be_cut_too(clip, tmp_path):
    large = [np.full((90, 160, 3), 10 * i, np.uint8) for i in range(6)]
    export(clip, tmp_path / "part.gif", pictures=large, cut=(0.5, 0.0, 1.0, 1.0))
    assert first(tmp_path / "part.gif").shape == (90, 80, 3)


def test_a_cut_of_nothing_to_speak_of_still_leaves_a_picture(clip):
    assert Arranged(clip, cut=(0.99, 0.99, 1.0, 1.0))[0].shape == (8, 8, 3)


def test_fewer_colours_are_fewer_and_make_a_smaller_file(clip, tmp_path):
    export(clip, tmp_path / "many.gif", scale=2)
    export(clip, tmp_path / "few.gif", scale=2, colours=8, dither="none")
    assert len(np.unique(first(tmp_path / "few.gif").reshape(-1, 3), axis=0)) <= 8
    assert (tmp_path / "few.gif").stat().st_size < 0.5 * (tmp_path / "many.gif").stat().st_size


def test_dithers_differ(clip, tmp_path):
    for dither in ("ordered", "diffused", "none"):
        export(clip, tmp_path / f"{dither}.gif", colours=16, dither=dither)
    assert (first(tmp_path / "ordered.gif") != first(tmp_path / "none.gif")).any()
    assert (first(tmp_path / "ordered.gif") != first(tmp_path / "diffused.gif")).any()


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"beside": "shadow"}, "no shadow to stand beside"),
        ({"cut": (0.5, 0.0, 0.5, 1.0)}, "nothing in that part"),
        ({"cut": (float("nan"), 0.0, 0.5, 1.0)}, "nothing in that part"),
        ({"colours": 1}, "palette of 1 colours"),
        ({"dither": "random"}, "no dither random"),
    ],
)
def test_what_cannot_be_made_is_refused_before_anything_is_written(clip, tmp_path, wrong, words):
    with pytest.raises(ExportError, match=words):
        export(clip, tmp_path / "out.gif", **wrong)
    assert not list(tmp_path.iterdir())


def test_nothing_stands_beside_pictures_at_the_photos_size(clip, tmp_path):
    with pytest.raises(ExportError, match="model's size only"):
        export(clip, tmp_path / "out.gif", pictures=list(clip.frames), beside="photo")
