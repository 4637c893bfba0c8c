"""Moving between pinned futures: a line or a plane of latents, previewed while dragging, made when let go."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from engine.inputs import latent, latent_between
from kpvp_gui.document.inputs import Kind
from kpvp_gui.futures.between import CORNERS, inputs_at, nearest_point, shares_at
from kpvp_gui.views.gallery import Gallery
from kpvp_gui.views.gallery_model import RECORD

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def view(middle, three):
    middle.show_several([record.id for record in three.clips][:2], between=True)
    return middle.compare.between


@pytest.mark.parametrize("count", CORNERS)
def test_each_future_has_its_corner_and_the_shares_are_one_whole(count):
    for position, corner in enumerate(CORNERS[count]):
        assert (shares_at(corner, count) == np.eye(count)[position]).all()
    rng = np.random.default_rng(0)
    for point in rng.uniform(-0.3, 1.3, (50, 2)):
        found = shares_at(tuple(point), count)
        assert found.min() >= 0 and found.sum() == pytest.approx(1)
        again = nearest_point(nearest_point(tuple(point), count), count)
        assert again == pytest.approx(nearest_point(tuple(point), count), abs=1e-5)
    middle = np.mean(CORNERS[count], axis=0)
    assert shares_at(tuple(middle), count) == pytest.approx(np.full(count, 1 / count))


def test_a_latent_between_is_as_long_as_those_around_it():
    pinned = np.stack([latent(seed, 64) for seed in range(4)])
    lengths = np.linalg.norm(pinned, axis=1)
    for weights in ((0.5, 0.5, 0, 0), (0.25, 0.25, 0.25, 0.25), (0.9, 0.1, 0, 0)):
        z = latent_between(pinned, np.array(weights))
        assert z.dtype == np.float32 and np.linalg.norm(z) == pytest.approx(weights @ lengths, rel=1e-4)
    assert (latent_between(pinned, np.array([0, 1, 0, 0])) == pinned[1]).all()
    opposite = np.stack([pinned[0], -pinned[0]])
    assert np.isfinite(latent_between(opposite, np.array([0.5, 0.5]))).all()


def test_dragging_previews_and_letting_go_makes_one_future(qtbot, three, engine, view):
    steps = three.undo_stack.count()
    first, second = three.clips[0], three.clips[1]
    start, end = view.on_pad((0.2, 0.5)).toPoint(), view.on_pad((0.5, 0.5)).toPoint()
    qtbot.mousePress(view, LEFT, pos=start)
    qtbot.mouseMove(view, (start + end) / 2)
    qtbot.mouseMove(view, end)
    assert {request.kind for request in engine.requests} == {Kind.PREVIEW}
    qtbot.mouseRelease(view, LEFT, pos=end)
    assert engine.requests[-1].kind is Kind.GENERATE
    z = latent_between(np.stack([first.inputs.z, second.inputs.z]), shares_at(view.point, 2))
    assert np.allclose(engine.requests[-1].inputs.z, z) and three.seed is None
    engine.serve_all()
    assert len(three.clips) == 4
    assert three.undo_stack.count() == steps + 1
    three.undo_stack.undo()
    assert three.z is not z and three.undo_stack.undoText() != "Move between futures"


def test_at_its_end_is_the_pinned_future_itself_and_no_second_of_it(qtbot, three, engine, view):
    qtbot.mouseClick(view, LEFT, pos=view.on_pad((0.0, 0.5)).toPoint() + QPoint(1, 0))
    engine.serve_all()
    assert three.clips.current is three.clips[0] and len(three.clips) == 3
    assert three.seed == three.clips[0].seed


def test_keys_move_and_the_future_is_made_once_they_rest(qtbot, three, engine, view):
    view.setFocus()
    view.point = (0.5, 0.5)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.point[0] == pytest.approx(0.55)
    qtbot.waitUntil(lambda: any(request.kind is Kind.GENERATE for request in engine.requests), timeout=5000)


def test_actions_are_mixed_too(three, engine):
    three.set_action_weights(np.eye(len(three.actions), dtype=np.float32)[1])
    engine.serve_all()
    pinned = (three.clips[0], three.clips[3])
    action, seed, _ = inputs_at(pinned, np.array([0.25, 0.75], np.float32))
    assert action.sum() == pytest.approx(1) and sorted(action)[-2:] == pytest.approx([0.25, 0.75])
    assert seed is None


def test_futures_of_another_model_are_not_moved_between(three, view):
    assert len(view.pinned) == 2
    three.set_model("other")
    assert view.pinned == ()


def test_a_gallery_offers_it_for_two_to_four(qtbot, three, middle):
    gallery = Gallery(three)
    qtbot.addWidget(gallery)
    gallery.several_wanted.connect(middle.show_several)
    gallery.selectAll()
    next(act for act in gallery.menu(three.clips[0]).actions() if "between 3" in act.text()).trigger()
    assert middle.pages.currentWidget() is middle.compare and len(middle.compare.between.pinned) == 3
    assert middle.compare.between_action.isChecked()
    middle.compare.mode_actions["wipe"].trigger()
    assert middle.compare.pictures.isVisible() and not middle.compare.between.isVisible()


def test_futures_are_ordered_by_motion_and_by_likeness(qtbot, three):
    gallery = Gallery(three)
    qtbot.addWidget(gallery)
    for position, record in enumerate(three.clips):
        keypoints = np.zeros((32, 10, 2), np.float32) + 0.02 * position
        keypoints[16:] += (0.3, 0.1, 0.2)[position]
        record.set_keypoints(keypoints)
    three.select_clip(three.clips[0].id)
    order, listed = gallery.listed, lambda: [gallery.model().index(i, 0).data(RECORD) for i in range(3)]
    order.set_order("motion")
    assert listed() == [three.clips[0], three.clips[2], three.clips[1]]
    order.set_order("nearest")
    assert listed() == [three.clips[0], three.clips[2], three.clips[1]]
    three.select_clip(three.clips[1].id)
    order.set_order("nearest")
    assert listed()[0] is three.clips[1]
