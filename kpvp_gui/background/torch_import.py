"""Importing torch beside a living window: what takes long is done without holding the interpreter's lock.

The shared libraries are read through once (so that mapping them does not wait for the disk), then opened by a foreign
call, which releases the lock; `import torch` itself finds them open. Only the engine thread calls this.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import sys
from collections.abc import Callable
from pathlib import Path

_LIBRARIES = ("libc10.so", "libtorch_cpu.so", "libtorch_cuda.so", "libtorch_python.so", "libtorch.so")
_CHUNK = 4 << 20


def import_torch(cancelled: Callable[[], bool] = lambda: False) -> None:
    """Import torch in this thread. Returns early, without having imported it, once `cancelled()`."""
    if "torch" in sys.modules:
        return
    # The timeline imports this in a thread at the same time. A thread that opens a library waits for the loader's lock,
    # often with the interpreter's lock in hand, and the window with it: so the two follow each other.
    import pyqtgraph  # noqa: F401

    folder = _library_folder()
    if folder is not None:
        for name in _LIBRARIES:
            _read_through(folder / name, cancelled)
        if not cancelled():
            _open_without_lock(folder / "libtorch.so")
    if cancelled():
        return
    import torch  # noqa: F401


def _library_folder() -> Path | None:
    if sys.platform != "linux":
        return None
    spec = importlib.util.find_spec("torch")  # finds, does not import
    return Path(spec.origin).parent / "lib" if spec and spec.origin else None


def _read_through(path: Path, cancelled: Callable[[], bool]) -> None:
    try:
        buffer = bytearray(_CHUNK)
        with open(path, "rb", buffering=0) as file:
            while file.readinto(buffer) and not cancelled():
                pass
    except OSError:
        pass  # this build has no such library


def _open_without_lock(path: Path) -> None:
    """dlopen through a foreign call. These libraries know no Python, so their start-up code may run unlocked."""
    if not path.exists():
        return
    dlopen = ctypes.CDLL(None).dlopen
    dlopen.restype, dlopen.argtypes = ctypes.c_void_p, (ctypes.c_char_p, ctypes.c_int)
    dlopen(os.fsencode(path), os.RTLD_NOW | os.RTLD_LOCAL)
