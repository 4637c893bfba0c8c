"""A Document with three clips of one photo, the last one shown."""

import pytest


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
