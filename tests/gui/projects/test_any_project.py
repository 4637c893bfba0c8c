"""Whatever was done to a project: saved, opened and saved again it is the same file, and the same Document."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings

from kpvp_gui.background.remembered import Remembered
from kpvp_gui.document.document import Document
from kpvp_gui.projects import opening
from kpvp_gui.projects.keeper import Keeper
from kpvp_gui.projects.session import ProjectSession
from kpvp_gui.projects.snapshot import document_state
from tests.gui.document.test_undo_of_anything import state_of
from tests.gui.random_use import RandomUse, steps


def saved(document: Document, keeper: Keeper, path: Path) -> bytes:
    keeper.save(document_state(document), path, False)
    keeper.leave(None, False)
    return path.read_bytes()


@settings(
    max_examples=15,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps(32))
def test_saved_opened_and_saved_again_it_is_the_same_file(qtbot, remembered: Remembered, done):
    use = RandomUse()
    for step in done:
        use.do(step)
    use.answer(0, 0, True)
    document = use.document
    with tempfile.TemporaryDirectory() as folder:
        root, first, second = Path(folder) / "kept", Path(folder) / "first.kpvp", Path(folder) / "second.kpvp"
        before = saved(document, Keeper(root), first)
        opened = opening.open_file(root, first, document.models)
        assert not opened.restored.lost and not opened.damaged
        again = Document()
        again.set_models(document.models)
        session = ProjectSession(again, remembered)
        session._take(opened)
        qtbot.waitUntil(lambda: session.autosave._job is None)
        session.autosave.keeper = None
        assert saved(again, opened.keeper, second) == before
    assert shape(again) == shape(document)


def shape(document: Document) -> tuple:
    """What a project has of the Document, without what has another name in the file."""
    state, ids = state_of(document), [record.id for record in document.clips]
    tiles = [(tile.starred, tile.version[1:], tile.version[0] in ids if tile.version else None) for tile in state.tiles]
    current = document.clips.current
    shown = ids.index(current.id) if current is not None and current.id in ids else None
    return state.chosen[1:], state.seed, tiles, shown, document.seed_locked
