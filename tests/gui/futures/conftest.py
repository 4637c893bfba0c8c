"""A Document with three clips of one photo, the last one shown, and the middle of the window with them."""

import pytest

from kpvp_gui.futures.middle import Middle
from kpvp_gui.views.canvas import Canvas


@pytest.fixture
def three(document, engine, photo):
    document.set_photo(photo)
    engine.serve_all()
    for seed in (1, 2):
        document.set_seed(seed)
        engine.serve_all()
    document.playback.pause()
    assert len(document.clips) == 3
    return document


@pytest.fixture
def middle(qtbot, three, remembered):
    middle = Middle(three, Canvas(three, remembered))
    qtbot.addWidget(middle)
    middle.resize(760, 420)
    middle.show()
    return middle
