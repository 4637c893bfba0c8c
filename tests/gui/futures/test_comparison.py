"""Which clips are compared, and the real one beside them with its scores."""

import numpy as np
import pytest

from engine.media.photo import read_photo
from kpvp_gui.document.inputs import Detection
from tests.engine.media.test_photo import numbered_frames, video
from tests.gui.conftest import SIZE, T


@pytest.fixture
def asked(document):
    requests = []
    document.comparison.requested.connect(requests.append)
    return requests


@pytest.fixture
def filmed(document, engine, tmp_path):
    """A clip of the third frame of a video of twelve."""
    document.set_photo(read_photo(video(tmp_path / "clip.mp4", numbered_frames(), fps=25), frame=2))
    engine.serve_all()
    return document


def test_four_clips_at_most_and_none_twice(three, engine):
    comparison = three.comparison
    for seed in (3, 4, 5):
        three.set_seed(seed)
        engine.serve_all()
    comparison.set_clips(three.clips)
    assert comparison.records == tuple(three.clips)[:4]
    comparison.add(three.clips[0])
    assert len(comparison.records) == 4
    comparison.add(three.clips[5])
    assert comparison.records == (*tuple(three.clips)[:3], three.clips[5])


def test_a_deleted_clip_leaves_the_comparison(three):
    three.comparison.set_clips(three.clips)
    gone = three.clips[1]
    three.delete_clip(gone.id)
    assert gone not in three.comparison.records and len(three.comparison.records) == 2


def test_compared_clips_keep_their_frames(three):
    three.comparison.set_clips([three.clips[0]])
    three.clips.limit = 0
    three.clips.trim()
    assert three.clips[0].frames is not None and three.clips[1].frames is None


def test_dropped_frames_are_asked_for_again(three, engine):
    three.clips.limit = 0
    three.clips.trim()
    three.comparison.set_clips([three.clips[0], three.clips[2]])
    assert [request.id for request in engine.requests] == [three.clips[0].id]


def test_a_still_photo_has_no_real_clip(three, asked):
    three.comparison.set_clips(three.clips)
    assert not three.comparison.real_possible and not three.comparison.shows_real and not asked


def test_what_followed_in_the_video_stands_beside_with_scores(filmed, asked, qtbot):
    comparison, record = filmed.comparison, filmed.clips[0]
    comparison.set_clips([record])
    qtbot.waitUntil(lambda: comparison.real is not None and record.id in comparison.scores)
    assert comparison.shows_real
    assert comparison.real.frames.shape == (9, SIZE, SIZE, 3)  # frames 3 to 11
    assert comparison.real.frames[0].mean() == pytest.approx(60, abs=3)
    assert comparison.scores[record.id].psnr.shape == (9,)
    assert comparison.scores[record.id].keypoint_error is None
    (request,) = asked
    assert isinstance(request, Detection) and request.frames is comparison.real.frames
    comparison.keypoints_arrive(request.id, np.asarray(record.keypoints[:9]) + np.float32(0.02))
    qtbot.waitUntil(lambda: comparison.scores[record.id].keypoint_error is not None)
    assert comparison.scores[record.id].keypoint_error == pytest.approx([np.sqrt(2)] * 9, rel=1e-3)


def test_the_real_clip_is_left_out_when_it_is_not_wanted(filmed, qtbot):
    comparison = filmed.comparison
    comparison.set_clips([filmed.clips[0]])
    qtbot.waitUntil(lambda: comparison.shows_real)
    comparison.want_real(False)
    assert not comparison.shows_real


def test_clips_of_two_photos_share_no_real_clip(filmed, engine, photo):
    filmed.set_photo(photo)
    engine.serve_all()
    filmed.comparison.set_clips(filmed.clips)
    assert not filmed.comparison.real_possible


def test_an_answer_to_an_earlier_comparison_is_dropped(filmed, asked, qtbot):
    comparison = filmed.comparison
    comparison.set_clips([filmed.clips[0]])
    qtbot.waitUntil(lambda: bool(asked))
    comparison.keypoints_arrive("real-99", np.zeros((9, 10, 2), np.float32))
    assert comparison.real.keypoints is None
    comparison.ends(asked[0].id)
    comparison.keypoints_arrive(asked[0].id, np.zeros((9, 10, 2), np.float32))
    assert comparison.real.keypoints is None


def test_a_clip_finished_later_is_scored_then(filmed, engine, qtbot):
    comparison = filmed.comparison
    filmed.set_seed(7)
    request = engine.requests.pop()
    engine.begin(request)
    comparison.set_clips([filmed.clips[0], filmed.clips[1]])
    qtbot.waitUntil(lambda: filmed.clips[0].id in comparison.scores)
    assert filmed.clips[1].id not in comparison.scores
    engine.frames(request)
    engine.finish(request)
    qtbot.waitUntil(lambda: filmed.clips[1].id in comparison.scores)
    assert len(comparison.scores[filmed.clips[1].id].ssim) == min(T, 9)
