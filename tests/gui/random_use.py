"""Random use of a Document for property tests: what a person may do, in any order, and an engine that answers some.

A `Step` is one thing done, with numbers that mean something else for each; numbers beyond what there is wrap around,
so that every step makes sense whatever was done before.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any, NamedTuple

import numpy as np
from hypothesis import strategies as st

from engine.clip import Clip
from engine.future import Future
from engine.inputs import latent
from engine.media.photo import Photo, crop_pixels, read_photo
from engine.storyboard import Shot
from kpvp_gui.document.clip_record import ClipRecord
from kpvp_gui.document.document import Document
from kpvp_gui.document.inputs import Inputs, Kind, Request
from tests.gui.conftest import future_of, model_entry

T, K, SIZE = 8, 4, 16
_CLIP_BYTES = T * SIZE * SIZE * 7


class Step(NamedTuple):
    """`do` is the name of a method of `RandomUse`."""

    do: str
    a: int
    b: int
    on: bool


class RandomUse:
    """A Document of two models whose memory holds three clips, and what is done to it."""

    def __init__(self, locked: bool = False) -> None:
        self.document = document = Document()
        document.set_models([model_entry("people"), model_entry("other", ("squats", "waving"))])
        document.clips.limit = 3 * _CLIP_BYTES
        document.lock_seed(locked)
        self.requests: list[Any] = []
        self._begun: Any = None
        document.making.requested.connect(self.requests.append)
        document.set_photo(photos()[0])
        self.answer(0, 0, True)
        document.undo_stack.clear()

    def do(self, step: Step) -> None:
        getattr(self, step.do)(step.a, step.b, step.on)

    # The engine

    def answer(self, a: int, b: int, on: bool) -> None:
        """All that was asked, or as many requests as `a` says and the beginning of the next."""
        while self.requests and (on or a >= 0):
            request = self.requests[0]
            if request is not self._begun:
                self._begin(request)
            if on or a > 0:
                self._finish(self.requests.pop(0))
            a -= 1

    def _begin(self, request: Any) -> None:
        self._begun = request
        if isinstance(request, Request):  # or it is one frame under the hand
            future = self._future(request)
            preview = request.kind is Kind.PREVIEW
            self.document.making.clip_begins(ClipRecord(request.id, request.inputs, future, preview=preview))

    def _finish(self, request: Any) -> None:
        if isinstance(request, Request):
            future = self._future(request)
            frames = np.full((len(future.keypoints), SIZE, SIZE, 3), len(request.id), np.uint8)
            self.document.making.frames_arrive(request.id, 0, frames, frames, frames[..., 0])
            clip = Clip.of(future, frames=frames, synthesized=frames, mask=frames[..., 0])
            self.document.making.clip_finishes(request.id, clip)

    @staticmethod
    def _future(request: Request) -> Future:
        return request.future if request.future is not None else imagined(request.inputs)

    def cancel(self, a: int, b: int, on: bool) -> None:
        self.document.making.cancel()

    # Inputs

    def photo(self, a: int, b: int, on: bool) -> None:
        self.document.set_photo(photos()[a % len(photos())], "squats" if on else "")

    def crop(self, a: int, b: int, on: bool) -> None:
        self.document.set_crop(a % 20, b % 20, 40 + a % 7, final=on)

    def model(self, a: int, b: int, on: bool) -> None:
        self.document.set_model(("people", "other")[a % 2])

    def action(self, a: int, b: int, on: bool) -> None:
        self.document.set_action(self.document.actions[a % len(self.document.actions)])

    def mix(self, a: int, b: int, on: bool) -> None:
        weights = np.zeros(len(self.document.actions), np.float32)
        weights[a % len(weights)] = 0.5
        weights[b % len(weights)] += 0.5
        self.document.set_action_weights(weights, final=on)

    def seed(self, a: int, b: int, on: bool) -> None:
        self.document.set_seed(a)

    def z(self, a: int, b: int, on: bool) -> None:
        self.document.set_z(latent(a, len(self.document.z)) * 0.5, final=on)

    def reuse(self, a: int, b: int, on: bool) -> None:
        self._with_clip(a, self.document.reuse)

    def generate(self, a: int, b: int, on: bool) -> None:
        self.document.generate()

    def storyboard(self, a: int, b: int, on: bool) -> None:
        """As the page of that name asks for one."""
        inputs = replace(self.document.inputs, then=(Shot(self.document.action_weights, a),), overlap=2)
        if not self.document.making.asked_for(inputs):
            self.document.making.request(Kind.GENERATE, inputs)

    # Clips

    def select(self, a: int, b: int, on: bool) -> None:
        self._with_clip(a, self.document.select_clip)

    def star(self, a: int, b: int, on: bool) -> None:
        self._with_clip(a, lambda name: self.document.star(name, on))

    def delete(self, a: int, b: int, on: bool) -> None:
        clips = list(self.document.clips)
        chosen = {clips[a % len(clips)].id, clips[b % len(clips)].id} if clips else set()
        self.document.delete_clips(sorted(chosen, reverse=on))

    def _with_clip(self, number: int, do: Callable[[str], None]) -> None:
        clips = self.document.clips
        if len(clips):
            do(clips[number % len(clips)].id)

    # Motion

    def bend(self, a: int, b: int, on: bool) -> None:
        editing = self.document.editing
        editing.set_reach(frames=float(b % (T + 2)), distance=0.1 * (a % 3))
        self.document.playback.set_playhead(b % T)
        if editing.begin({a % K, b % K}):
            for share in (0.5, 1.0):
                editing.move(np.array([0.02 * a, -0.01 * b]) * share)
            if on:
                editing.finish()
            else:
                editing.abandon()

    def change(self, a: int, b: int, on: bool) -> None:
        editing, chosen = self.document.editing, {b % K} if on else ()
        commands = (editing.smooth, editing.reverse, editing.mirror, editing.hold, editing.loop, editing.reset)
        commands[a % len(commands)](chosen)

    def retime(self, a: int, b: int, on: bool) -> None:
        self.document.editing.retime({b % K} if on else (), np.linspace(0.5, 1 + a, 5))

    def take(self, a: int, b: int, on: bool) -> None:
        """Trajectories of a file, as long as the clip's or longer."""
        shown = self.document.clips.current
        if shown is not None and shown.frames is not None:
            length = shown.n_frames if on else 5 + a % 9
            self.document.editing.take(_path(a, length), f"{a}.csv")

    def drive(self, a: int, b: int, on: bool) -> None:
        self.document.editing.drive(_path(a, 4 + b % 9), f"{b}.mp4")

    # Back and forth

    def undo(self, a: int, b: int, on: bool) -> None:
        self.document.undo()

    def redo(self, a: int, b: int, on: bool) -> None:
        self.document.redo()


ANSWERS = ("answer", "cancel", "storyboard")  # clips come and go with them, which is no step of undo
ALL = [name for name, value in vars(RandomUse).items() if callable(value) and not name.startswith("_") and name != "do"]


def steps(most: int) -> st.SearchStrategy[list[Step]]:
    """Things done one after another: `most`, or down to a quarter of them."""
    number = st.integers(0, 40)
    one = st.builds(Step, st.sampled_from(ALL), number, number, st.booleans())
    return st.lists(one, min_size=most // 4, max_size=most)


@cache
def photos() -> tuple[Photo, ...]:
    rows, columns = np.mgrid[0:70, 0:90].astype(np.uint8)
    return tuple(read_photo(np.stack([rows * n, columns, rows + columns], 2)) for n in (1, 2, 3))


def imagined(inputs: Inputs) -> Future:
    """The same for the same inputs, as an engine has it."""
    assert inputs.photo is not None and inputs.crop is not None and inputs.z is not None and inputs.action is not None
    number = zlib.crc32(inputs.z.tobytes() + inputs.action.tobytes() + repr(inputs.crop).encode())
    keypoints = _path(number, T + 6 * len(inputs.then))
    source = crop_pixels(inputs.photo.pixels, inputs.crop, SIZE)
    return future_of(inputs, source=source, source_keypoints=keypoints[0], keypoints=keypoints)


def _path(number: int, length: int) -> np.ndarray:
    """float32 [length, K, 2] within the crop, another for every number."""
    steps = np.random.default_rng(number).uniform(-0.1, 0.1, (length, K, 2)).cumsum(0)
    return steps.clip(-1, 1).astype(np.float32)
