"""A photo whose pixels may be let go, and are read again, bit for bit, when somebody looks at them.

A studio has hundreds of photos open of which one is looked at. Knows nothing of where a photo is kept: its keeper
says how it is read.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np

from engine.media.photo import Photo

_ROUGH = 320  # px of the longer side of what stays


class ReturningPhoto(Photo):
    """`pixels` may be looked at by any thread; reading them again raises what `comes_back` was given raises."""

    def __init__(
        self,
        name: str,
        width: int,
        height: int,
        path: Path | None = None,
        frame_count: int = 1,
        frame: int = 0,
    ) -> None:
        known = {"name": name, "path": path, "frame_count": frame_count, "frame": frame}
        own = {"_size": (width, height), "_held": None, "_again": None, "_rough": None, "_busy": threading.Lock()}
        for field, value in (known | own).items():  # a photo is frozen: what it shows never changes
            object.__setattr__(self, field, value)

    _size: tuple[int, int]
    _held: np.ndarray | None
    _again: Callable[[], np.ndarray] | None
    _rough: tuple[np.ndarray, int] | None
    _busy: threading.Lock

    @classmethod
    def of(cls, photo: Photo) -> ReturningPhoto:
        """The same photo, whose pixels stay until it is known where they come back from."""
        if isinstance(photo, ReturningPhoto):
            return photo
        made = cls(photo.name, photo.width, photo.height, photo.path, photo.frame_count, photo.frame)
        object.__setattr__(made, "_held", photo.pixels)
        return made

    @property
    def pixels(self) -> np.ndarray:
        with self._busy:
            held = self._held
            if held is None:
                assert self._again is not None  # or they would not have been let go
                held = self._again()
                object.__setattr__(self, "_held", held)
            return held

    @property
    def width(self) -> int:
        return self._size[0]

    @property
    def height(self) -> int:
        return self._size[1]

    @property
    def returns(self) -> bool:
        """Whether the pixels may be let go."""
        return self._again is not None

    @property
    def nbytes(self) -> int:
        """Bytes of the pixels that are in memory."""
        held = self._held
        return 0 if held is None else held.nbytes

    @property
    def rough(self) -> tuple[np.ndarray, int] | None:
        """Every n-th of pixels that were let go, along rows and columns, uint8 [h, w, 3], and n."""
        return self._rough

    def comes_back(self, again: Callable[[], np.ndarray]) -> None:
        """`again` reads the same pixels from where they are kept."""
        object.__setattr__(self, "_again", again)

    def let_go(self) -> None:
        """Free the pixels, if they come back."""
        with self._busy:
            if self._held is not None and self._again is not None:
                every = max(1, max(self._size) // _ROUGH)
                object.__setattr__(self, "_rough", (self._held[::every, ::every].copy(), every))
                object.__setattr__(self, "_held", None)
