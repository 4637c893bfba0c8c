"""Many futures of one photo at a glance: seeds by actions, or small steps around one of them. None is a tile yet.

The engine is asked for a few at a time, and for none while the user waits for a clip: the grid fills in between.
Knows no widget, no thread and no network; adds no step of undo.
"""

from __future__ import annotations

import random
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QObject, Signal

from engine.clip import Clip
from engine.inputs import latent, nearby_latents
from engine.scores import amount_of_motion, keypoint_error
from kpvp_gui.document.clip_record import ClipRecord
from kpvp_gui.document.clips import ClipList
from kpvp_gui.document.inputs import Inputs, Kind, Request
from kpvp_gui.document.making import ClipMaking
from kpvp_gui.translation import tr

SIDE = 4  # cells across and down
SMALL_STEP = 0.35  # of N(0, I), mixed into z for more like it
ORDERS = ("as made", "most motion", "least motion", "nearest", "farthest")
_AT_ONCE = 2  # requests under way: the engine never waits for the next, and the user for two at most
_SEEDS = 10_000


@dataclass(eq=False)
class Cell:
    """A future of the grid: `record` is there once the engine knows its keypoints, and fills from then on."""

    id: str
    inputs: Inputs
    record: ClipRecord | None = None
    wanted: bool = False  # to become a tile as soon as it is finished
    kept: bool = False  # is a tile

    @property
    def finished(self) -> bool:
        return self.record is not None and self.record.finished


class FuturesGrid(QObject):
    """`cells` in the order they are shown. What is asked for goes out by `requested` while the grid is `active`."""

    requested = Signal(object)  # Request
    changed = Signal()  # which cells there are, or their order
    cell_changed = Signal(str)  # its id: frames came, or it became a tile
    kept = Signal(str)  # id of the tile that a cell became
    failed = Signal(object)  # exception

    def __init__(self, clips: ClipList, making: ClipMaking, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.cells: list[Cell] = []
        self.title = ""
        self.order = ORDERS[0]
        self.active = False
        self._made: list[Cell] = []  # the cells as they are made
        self._under_way: set[str] = set()
        self._clips, self._making = clips, making
        making.busy_changed.connect(lambda busy: busy or self._ask())
        making.cancel_requested.connect(self.stop)
        clips.removed.connect(self._tile_removed)

    # Which futures

    def spread(self, inputs: Inputs, first_seed: int | None = None) -> None:
        """The action of complete `inputs` and the model's following ones, in rows, by as many seeds."""
        first = self._first(inputs, first_seed)
        assert inputs.model is not None and inputs.action is not None
        chosen, names = int(np.argmax(inputs.action)), inputs.model.card.actions
        single = np.eye(len(names), dtype=np.float32)
        others = [single[(chosen + 1 + i) % len(names)] for i in range(min(SIDE, len(names)) - 1)]
        rows = [inputs.action, *others]
        columns = SIDE * SIDE // len(rows)
        wanted = [_seeded(replace(inputs, action=row), first + i) for row in rows for i in range(columns)]
        self._show(tr("%n actions, {columns} seeds each", "", len(rows), columns=columns), wanted)

    def spread_seeds(self, inputs: Inputs, first_seed: int | None = None) -> None:
        """The action of complete `inputs` alone, by sixteen seeds."""
        first = self._first(inputs, first_seed)
        self._show(tr("One action, 16 seeds"), [_seeded(inputs, first + i) for i in range(SIDE * SIDE)])

    def spread_around(self, inputs: Inputs) -> None:
        """The future of `inputs`, and fifteen that are small steps of z away from it."""
        assert inputs.z is not None
        around = nearby_latents(inputs.z, SIDE * SIDE - 1, SMALL_STEP, random.randrange(_SEEDS))
        self._show(tr("More like the first one"), [inputs, *(replace(inputs, seed=None, z=z) for z in around)])

    def clear(self) -> None:
        """Forget all cells; the tiles that some became stay."""
        self._show("", [])

    @staticmethod
    def _first(inputs: Inputs, seed: int | None) -> int:
        """The first of the seeds: the one given, else the one of the inputs."""
        return seed if seed is not None else (inputs.seed or 0)

    def _show(self, title: str, inputs: Iterable[Inputs]) -> None:
        self.title, self.order = title, ORDERS[0]
        self._under_way.clear()
        self._made = []
        for wanted in inputs:
            cell = Cell(f"grid-{uuid.uuid4().hex[:12]}", wanted)
            known = self._clips.made_of(wanted)
            if known is not None and known.finished:
                cell.record, cell.kept = known, True
            self._made.append(cell)
        self.cells = list(self._made)
        self.changed.emit()
        self._ask()

    # Their order

    def sort(self, order: str) -> None:
        """One of `ORDERS`; nearest and farthest are those to the clip on the canvas. What is not made comes last."""
        self.order = order
        known = [cell for cell in self._made if cell.record is not None]
        missing = [cell for cell in self._made if cell.record is None]
        shown = self._clips.current
        if order in ("most motion", "least motion"):
            known.sort(key=lambda cell: amount_of_motion(_keypoints(cell)), reverse=order == "most motion")
        elif order != ORDERS[0] and shown is not None:
            known.sort(key=lambda cell: distance(_keypoints(cell), shown.keypoints), reverse=order == "farthest")
        self.cells = list(self._made) if order == ORDERS[0] else known + missing
        self.changed.emit()

    # Keeping one

    def keep(self, cell_id: str) -> None:
        """Make a tile of a cell, now or as soon as it is finished."""
        cell = self._cell(cell_id)
        if cell is None:
            return
        cell.wanted = True
        if cell.finished:
            self._keep(cell)
        self.cell_changed.emit(cell_id)

    def _keep(self, cell: Cell) -> None:
        assert cell.record is not None
        cell.kept, cell.wanted = True, False
        if cell.record not in self._clips:
            cell.record.share_source(self._clips.shared_source(cell.record))
            self._clips.append(cell.record)
        self.kept.emit(cell.record.id)

    def _tile_removed(self, *_: object) -> None:
        for cell in self._made:
            if cell.kept and cell.record not in self._clips:
                cell.kept = False
                self.cell_changed.emit(cell.id)

    # Asking the engine

    def set_active(self, active: bool) -> None:
        """Whether the grid is on screen. Out of sight, it asks for nothing more."""
        self.active = active
        self._ask()

    def stop(self) -> None:
        """Ask for nothing more until the grid is filled anew or comes into sight again."""
        self._under_way.clear()
        self.active = False

    @property
    def missing(self) -> int:
        """How many cells are not finished yet."""
        return sum(not cell.finished for cell in self._made)

    def _ask(self) -> None:
        if not self.active or self._making.busy:
            return
        for cell in self._made:
            if len(self._under_way) >= _AT_ONCE:
                return
            if not cell.finished and not cell.kept and cell.id not in self._under_way:
                self._under_way.add(cell.id)
                self.requested.emit(Request(cell.id, Kind.GRID, cell.inputs))

    # Answers; those to other requests, or to cells that are gone, are dropped

    def _cell(self, cell_id: str) -> Cell | None:
        return next((cell for cell in self._made if cell.id == cell_id), None)

    def clip_begins(self, record: ClipRecord) -> None:
        """The engine knows the keypoints of a cell."""
        if (cell := self._cell(record.id)) is not None:
            cell.record = record
            self.cell_changed.emit(cell.id)

    def frames_arrive(self, clip_id: str, start: int, frames: np.ndarray, synthesized: np.ndarray, mask: np.ndarray):
        """Frames as `ClipMaking.frames_arrive` takes them."""
        cell = self._cell(clip_id)
        if cell is not None and cell.record is not None and not cell.record.finished:
            cell.record.put(start, frames, synthesized, mask)
            self.cell_changed.emit(clip_id)

    def clip_finishes(self, clip_id: str, clip: Clip) -> None:
        cell = self._cell(clip_id)
        if cell is None or cell.record is None:
            return
        cell.record.finish(clip)
        self._under_way.discard(clip_id)
        if cell.wanted:
            self._keep(cell)
        if self.order != ORDERS[0]:
            self.sort(self.order)
        self.cell_changed.emit(clip_id)
        self._ask()

    def clip_fails(self, clip_id: str, error: Exception) -> None:
        """One that cannot be made is reported once, and no more are asked for."""
        if self._cell(clip_id) is not None and clip_id in self._under_way:
            self.stop()
            self.failed.emit(error)

    def clip_cancelled(self, clip_id: str) -> None:
        if clip_id in self._under_way:
            self._under_way.discard(clip_id)
            self._ask()


def distance(keypoints: np.ndarray, others: np.ndarray) -> float:
    """Mean keypoint distance of two futures [T, K, 2] in percent of the side; infinite if they do not compare."""
    count = min(len(keypoints), len(others))
    if keypoints.shape[1:] != others.shape[1:] or not keypoints.shape[1]:
        return float("inf")
    return float(keypoint_error(keypoints[:count], others[:count]).mean())


def _keypoints(cell: Cell) -> np.ndarray:
    assert cell.record is not None
    return cell.record.keypoints


def _seeded(inputs: Inputs, seed: int) -> Inputs:
    assert inputs.z is not None  # as of complete inputs
    return replace(inputs, seed=seed, z=latent(seed, len(inputs.z)))
