"""The paper's figure: labelled rows and columns of a clip, on screen and on paper."""

import numpy as np
import pytest
from PIL import Image

from engine.formats import paper_figure
from engine.overlay import keypoint_colours
from tests.engine.formats.moving_clip import moving_clip


def cells(sheet, rows, columns, size):
    """The pictures of the figure, found from its lower right corner."""
    gap = max(2, size // 32)
    step = size + gap
    bottom, right = sheet.shape[0] - 3 * gap + gap, sheet.shape[1] - 3 * gap + gap
    tops = [bottom - (rows - r) * step for r in range(rows)]
    lefts = [right - (columns - c) * step for c in range(columns)]
    return [[sheet[top : top + size, left : left + size] for left in lefts] for top in tops]


def test_rows_and_columns_hold_the_parts_of_the_clip_at_their_times():
    clip = moving_clip()
    sheet = paper_figure.draw(clip, cell_size=clip.frames.shape[1])
    grid = cells(sheet, 4, 8, clip.frames.shape[1])
    for column, time in enumerate((4, 8, 12, 16, 20, 24, 28, 32)):
        assert np.array_equal(grid[0][column], clip.frames[time - 1])
        assert np.array_equal(grid[1][column], clip.synthesized[time - 1])
        assert np.array_equal(grid[2][column][1:-1, 1:-1, 0], clip.mask[time - 1][1:-1, 1:-1])
        assert np.array_equal(grid[3][column], paper_figure.cell(clip, "keypoints", time - 1, clip.frames.shape[1]))


def test_labels_are_written_beside_and_above():
    sheet = paper_figure.draw(moving_clip(), cell_size=96).astype(int)
    left = sheet[30:, :60]
    assert (left.mean(-1) < 100).sum() > 100
    assert (sheet[:16, 120:].mean(-1) < 160).sum() > 50
    assert (sheet[0] == 255).all() and (sheet[:, 0] == 255).all()


def test_a_short_clip_has_fewer_columns():
    clip = moving_clip(frames=10)
    wide, narrow = paper_figure.draw(moving_clip(), cell_size=64), paper_figure.draw(clip, cell_size=64)
    assert narrow.shape[0] == wide.shape[0]
    assert wide.shape[1] - narrow.shape[1] == 6 * (64 + 2)


def test_time_zero_is_the_photo():
    clip = moving_clip()
    size = clip.frames.shape[1]
    with_photo, without = (
        paper_figure.draw(clip, times=(0, 4), cell_size=size),
        paper_figure.draw(clip, times=(4,), cell_size=size),
    )
    assert with_photo.shape[1] - without.shape[1] == size + max(2, size // 32)
    grid = cells(with_photo, 4, 2, size)
    assert np.array_equal(grid[0][0], clip.source)
    assert (grid[1][0] == 255).all()


@pytest.mark.parametrize("size", [24, 64, 80, 256])
@pytest.mark.parametrize("row", paper_figure.ROWS)
def test_a_cell_has_the_size_asked_for(row, size):
    picture = paper_figure.cell(moving_clip(), row, 5, size)
    assert picture.shape == (size, size, 3) and picture.dtype == np.uint8


def test_the_keypoint_cell_shows_every_keypoint_in_its_colour():
    clip = moving_clip()
    picture = paper_figure.cell(clip, "keypoints", 0, 256).astype(int)
    for colour in keypoint_colours(clip.keypoints.shape[1]).astype(int):
        assert (np.abs(picture - colour).max(-1) <= 3).any()


def test_an_unknown_row_is_named():
    with pytest.raises(ValueError, match="unknown row dreams"):
        paper_figure.cell(moving_clip(), "dreams", 0, 64)


def test_the_figure_is_saved_as_png_and_pdf(tmp_path):
    clip = moving_clip()
    assert paper_figure.save(clip, tmp_path / "a.png") == tmp_path / "a.png"
    with Image.open(tmp_path / "a.png") as image:
        assert image.width > 9 * 256 and image.height > 4 * 256
    paper_figure.save(clip, tmp_path / "a.pdf")
    content = (tmp_path / "a.pdf").read_bytes()
    assert content.startswith(b"%PDF-") and content.rstrip().endswith(b"%%EOF")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.pdf", "a.png"]
