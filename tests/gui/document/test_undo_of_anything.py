"""Whatever is done, in whatever order: undo leads back through exactly the same states, and redo forth again."""

from __future__ import annotations

from typing import Any, NamedTuple

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kpvp_gui.document.clip_record import ClipRecord
from kpvp_gui.document.document import Document
from tests.gui.random_use import ANSWERS, RandomUse, Step, steps

# The same examples each time; a number of them that takes some seconds.
_SOME = settings(
    max_examples=100,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def _do(name: str, a: int = 0, b: int = 0, on: bool = True) -> Step:
    return Step(name, a, b, on)


class Tile(NamedTuple):
    id: str
    starred: bool
    version: tuple  # of an edited one: of which clip, by what, and the keypoints


class State(NamedTuple):
    """What undo covers."""

    chosen: tuple
    seed: tuple
    tiles: list[Tile]


def state_of(document: Document) -> State:
    inputs = document.inputs
    assert inputs.model is not None and inputs.action is not None and inputs.z is not None
    chosen = (id(inputs.photo), inputs.crop, inputs.model.name, inputs.action.tobytes())
    return State(chosen, (inputs.seed, inputs.z.tobytes()), [_tile(record) for record in document.clips])


def _tile(record: ClipRecord) -> Tile:
    edited: tuple[Any, ...] = ()
    if record.edited:
        edited = (record.edited_from, record.driver, record.keypoints.shape, record.keypoints.tobytes())
    return Tile(record.id, record.starred, edited)


class Witness:
    """Notes the state at every index of the undo stack, and compares with it whenever that index comes again."""

    def __init__(self, use: RandomUse) -> None:
        self.use, self.document = use, use.document
        self.stack = use.document.undo_stack
        self.states = [self.now()]

    def now(self) -> State:
        return state_of(self.document)

    def see(self, step: Step) -> None:
        lengths, before = (self.stack.index(), self.stack.count()), self.now()
        self.use.do(step)
        after = self.now()
        if step.do in ANSWERS:
            self._clips_came_and_went(before, after)
        elif step.do in ("undo", "redo"):
            self._compare(after)
        elif (self.stack.index(), self.stack.count()) != lengths or not self.stack.canRedo():
            del self.states[self.stack.index() :]  # a new step, or a gesture that went on
            self.states.append(after)
        assert len(set(tile.id for tile in after.tiles)) == len(after.tiles)

    def _clips_came_and_went(self, before: State, after: State) -> None:
        """They are there, or are gone, at every index."""
        known, left = {tile.id for tile in before.tiles}, {tile.id for tile in after.tiles}
        came = [tile for tile in after.tiles if tile.id not in known]
        for number, state in enumerate(self.states):
            kept = [tile for tile in state.tiles if tile.id in left or tile.id not in known]
            self.states[number] = state._replace(tiles=kept + came)

    def _compare(self, now: State) -> None:
        wanted = self.states[self.stack.index()]
        if not self.document.seed_locked:  # looking at a clip changes the seed shown, which is no step of undo
            now = now._replace(seed=wanted.seed)
        assert now == wanted

    def go(self, name: str) -> None:
        """As far as it goes."""
        possible = self.stack.canUndo if name == "undo" else self.stack.canRedo
        while possible():
            self.see(Step(name, 0, 0, True))


# A version of a preview, which is no tile, taken back; a clip comes meanwhile; the version stays before that.
@example(done=[_do("crop", on=False), _do("answer"), _do("photo", 1), _do("change"), _do("answer")], locked=False)
@_SOME
@given(steps(32), st.booleans())
def test_undo_leads_back_through_the_same_states_and_redo_forth(qapp, done, locked):
    witness = Witness(RandomUse(locked))
    for step in done:
        witness.see(step)
    witness.go("undo")
    witness.go("redo")
    witness.go("undo")


# A clip half made is deleted, cancelled, and wanted back.
@example(done=[_do("seed", 5), _do("answer", on=False), _do("delete", 1, 1), _do("cancel"), _do("undo")])
@_SOME
@given(steps(32))
def test_whatever_was_done_every_clip_can_be_looked_at(qapp, done):
    use = RandomUse()
    for step in done:
        use.do(step)
    use.answer(0, 0, True)
    assert not use.document.making.busy
    for record in list(use.document.clips):
        use.document.select_clip(record.id)
        use.answer(0, 0, True)
        assert use.document.clips.current is record and record.finished
        assert record.frames is not None and len(record.frames) == len(record.keypoints)
