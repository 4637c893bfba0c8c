"""The grid of futures: which are made, one after another, and what becomes of those that are kept."""

import numpy as np
import pytest

from engine.clip import Clip
from engine.inputs import latent
from engine.media.photo import crop_pixels
from kpvp_gui.document.clip_record import ClipRecord
from kpvp_gui.document.inputs import Kind
from kpvp_gui.futures.futures_grid import ORDERS, SIDE
from tests.gui.conftest import K, RecordingEngine, T, future_of, pixels

CELLS = SIDE * SIDE


class GridEngine:
    """Answers what the grid asks; each future moves by as much as its seed says."""

    def __init__(self, grid) -> None:
        self.grid, self.requests = grid, []
        grid.requested.connect(self.requests.append)

    def serve(self) -> None:
        request = self.requests.pop(0)
        inputs = request.inputs
        source = crop_pixels(inputs.photo.pixels, inputs.crop, 64)
        keypoints = np.zeros((T, K, 2), np.float32)
        keypoints[:, 0, 0] = np.linspace(0, ((inputs.seed or 0) * 7 % 16) / 20, T)
        future = future_of(inputs, source=source, source_keypoints=keypoints[0], keypoints=keypoints)
        frames, mask = pixels(0, T)
        self.grid.clip_begins(ClipRecord(request.id, inputs, future))
        self.grid.frames_arrive(request.id, 0, frames, frames, mask)
        self.grid.clip_finishes(request.id, Clip.of(future, frames=frames, synthesized=frames, mask=mask))

    def serve_all(self) -> None:
        while self.requests:
            self.serve()


@pytest.fixture
def grid(three):
    three.grid.set_active(True)
    return three.grid


@pytest.fixture
def answers(grid):
    return GridEngine(grid)


def test_rows_are_actions_and_columns_seeds(three, grid, answers):
    grid.spread(three.inputs, 20)
    assert len(grid.cells) == CELLS
    rows = [grid.cells[i : i + SIDE] for i in range(0, CELLS, SIDE)]
    names = [list(cell.inputs.active_actions()) for cell in grid.cells]
    assert [names[i] for i in range(0, CELLS, SIDE)] == [[name] for name in three.actions[:SIDE]]
    assert all([cell.inputs.seed for cell in row] == [20, 21, 22, 23] for row in rows)
    assert np.array_equal(grid.cells[5].inputs.z, latent(21, len(three.z)))


def test_a_model_of_two_actions_has_eight_seeds_each(three, grid, answers, engine):
    three.set_model("other")
    engine.serve_all()
    grid.spread(three.inputs, 0)
    assert len(grid.cells) == CELLS
    assert [cell.inputs.seed for cell in grid.cells[:9]] == [*range(8), 0]


def test_futures_come_one_after_another_and_none_is_a_tile(three, grid, answers):
    grid.spread_seeds(three.inputs, 100)
    assert len(answers.requests) == 2 and {r.kind for r in answers.requests} == {Kind.GRID}
    before = len(three.clips)
    answers.serve()
    assert len(answers.requests) == 2 and grid.missing == CELLS - 1
    answers.serve_all()
    assert grid.missing == 0 and len(three.clips) == before


def test_what_is_a_tile_already_is_not_made_again(three, grid, answers):
    grid.spread_seeds(three.inputs, 0)  # seeds 1 and 2 are tiles
    assert [cell.kept for cell in grid.cells[:4]] == [False, True, True, False]
    assert [request.inputs.seed for request in answers.requests[:2]] == [0, 3]


def test_the_clip_the_user_waits_for_comes_first(three, grid, answers, engine: RecordingEngine):
    three.set_seed(500)
    grid.spread_seeds(three.inputs, 100)
    assert answers.requests == []
    engine.serve_all()
    assert len(answers.requests) == 2


def test_out_of_sight_nothing_more_is_asked_for(three, grid, answers):
    grid.spread_seeds(three.inputs, 100)
    grid.set_active(False)
    answers.serve_all()
    assert grid.missing == CELLS - 2
    grid.set_active(True)
    answers.serve_all()
    assert grid.missing == 0


def test_cancel_stops_the_grid(three, grid, answers):
    grid.spread_seeds(three.inputs, 100)
    three.making.cancel()
    answers.requests.clear()
    grid.clip_cancelled(grid.cells[0].id)
    assert answers.requests == []


def test_a_kept_future_becomes_a_tile_and_is_shown(three, grid, answers):
    grid.spread_seeds(three.inputs, 100)
    answers.serve_all()
    cell = grid.cells[5]
    grid.keep(cell.id)
    assert three.clips[3] is cell.record is three.clips.current and cell.kept
    assert three.seed == 105
    grid.keep(cell.id)
    assert len(three.clips) == 4


def test_one_clicked_before_it_is_finished_is_kept_then(three, grid, answers):
    grid.spread_seeds(three.inputs, 100)
    cell = grid.cells[4]
    grid.keep(cell.id)
    assert cell.wanted and len(three.clips) == 3
    answers.serve_all()
    assert cell.kept and three.clips[3] is cell.record


def test_a_deleted_tile_can_be_kept_again(three, grid, answers):
    grid.spread_seeds(three.inputs, 100)
    answers.serve_all()
    cell = grid.cells[0]
    grid.keep(cell.id)
    three.delete_clip(cell.record.id)
    assert not cell.kept
    grid.keep(cell.id)
    assert cell.kept and cell.record in three.clips


def test_more_like_one_are_small_steps_around_its_z(three, grid, answers):
    record = three.clips[1]
    grid.spread_around(record.inputs)
    assert grid.cells[0].record is record
    z = np.stack([cell.inputs.z for cell in grid.cells[1:]])
    assert all(cell.inputs.seed is None for cell in grid.cells[1:])
    along = (z @ record.z) / (np.linalg.norm(z, axis=1) * np.linalg.norm(record.z))
    assert (along > 0.75).all() and (along < 0.999).all()
    assert np.unique(z, axis=0).shape == z.shape


def test_order_by_amount_of_motion(three, grid, answers):
    grid.spread_seeds(three.inputs, 16)
    answers.serve_all()
    amounts = {cell.id: (cell.inputs.seed * 7) % 16 for cell in grid.cells}
    made = list(grid.cells)
    grid.sort("most motion")
    assert [amounts[cell.id] for cell in grid.cells] == list(range(15, -1, -1))
    grid.sort("least motion")
    assert [amounts[cell.id] for cell in grid.cells] == list(range(16))
    grid.sort(ORDERS[0])
    assert grid.cells == made


def test_order_by_distance_to_the_clip_shown(three, grid, answers):
    grid.spread_seeds(three.inputs, 16)
    answers.serve_all()
    reference = grid.cells[3]
    grid.keep(reference.id)
    grid.sort("nearest")
    assert grid.cells[0] is reference
    grid.sort("farthest")
    assert grid.cells[-1] is reference


def test_an_error_is_said_once_and_ends_the_filling(three, grid, answers):
    said = []
    grid.failed.connect(said.append)
    grid.spread_seeds(three.inputs, 100)
    first, second = answers.requests
    answers.requests.clear()
    for request in (first, second):
        grid.clip_fails(request.id, ValueError("no"))
    assert len(said) == 1 and answers.requests == []


def test_answers_for_a_grid_that_is_gone_are_dropped(three, grid, answers):
    grid.spread_seeds(three.inputs, 100)
    old = answers.requests.pop(0)
    grid.spread_seeds(three.inputs, 200)
    answers.requests.insert(0, old)
    answers.serve()
    assert grid.missing == CELLS
