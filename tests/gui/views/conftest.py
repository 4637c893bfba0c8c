"""The Document as most views find it."""

import pytest


@pytest.fixture
def playing(document, engine, photo):
    """The Document with a paused clip at its first frame."""
    document.set_photo(photo)
    engine.serve_all()
    document.playback.pause()
    document.playback.set_playhead(0)
    return document
