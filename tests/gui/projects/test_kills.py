"""kill -9 at random moments: whatever had finished is there at the next start."""

import random

from tests.gui.projects.lives import Lives


def test_a_studio_that_is_killed_again_and_again_loses_no_finished_future(tmp_path):
    lives = Lives(tmp_path, random.Random(1))
    for _ in range(24):
        lives.live(2)
    assert lives.lost == [] and len(lives.finished) > 12
    assert (tmp_path / "errors.log").read_text() == ""
