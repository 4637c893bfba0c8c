"""What every writer is given: a clip, and how it shall look and play. Must not import torch, cv2 or Qt."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from engine import overlay
from engine.clip import Clip
from engine.errors import Cancelled


@dataclass(frozen=True, eq=False)
class ExportRequest:
    """`fps` is what the format can play. `pingpong` appends the way back; `loop` asks animations to play for ever.

    `report` is called with 0..1 and `cancelled` is asked about once a frame.
    """

    clip: Clip
    fps: Fraction
    overlays: Collection[str] = ()
    scale: int = 1
    loop: bool = True
    pingpong: bool = False
    overwrite: bool = False
    report: Callable[[float], None] = lambda _: None
    cancelled: Callable[[], bool] | None = None
    pictures: Sequence[np.ndarray] | None = None
    """The clip's frames in another size, as `Predictor.full_size` or `Arranged` gives them; None: its own."""
    colours: int = 256
    """In a palette, where the format has one; `dither`, of the table's `DITHERS`, mixes them."""
    dither: str = "ordered"

    @property
    def order(self) -> list[int]:
        """The indices of the frames in the order in which they are shown."""
        count = len(self.clip.frames)
        forth = list(range(count))
        # In a loop the first and last frames must not come twice running.
        return [*forth, *range(count - 2, 0 if self.loop else -1, -1)] if self.pingpong else forth

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the written frames in pixels."""
        height, width = (self.clip.frames if self.pictures is None else self.pictures)[0].shape[:2]
        return width * self.scale, height * self.scale

    def frames(self) -> Iterator[np.ndarray]:
        """The frames in `order`, uint8 [height, width, 3], enlarged and with their overlays. Raises `Cancelled`."""
        clip, order = self.clip, self.order
        for done, index in enumerate(order):
            if self.cancelled is not None and self.cancelled():
                raise Cancelled
            if self.pictures is None:
                yield overlay.draw_frame(clip.frames, clip.keypoints, clip.mask, index, self.overlays, self.scale)
            else:
                yield self.pictures[index]
            self.report(0.9 * (done + 1) / len(order))  # the rest is for the encoder to finish
