"""Where bugs go: a file beside the user's settings, with tracebacks. The window stays alive and says where it is."""

from __future__ import annotations

import faulthandler
import platform
import sys
import threading
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from engine.folders import user_logs

_MAX_BYTES = 1 << 20
_listeners: list[Callable[[BaseException], None]] = []
_latest = ""


def log_path() -> Path:
    return user_logs() / "crash.log"


def record(error: BaseException) -> Path:
    """Append the traceback of `error` to the log, and say so on stderr. Never raises."""
    global _latest
    text = "".join(traceback.format_exception(error))
    _latest = f"KPVP Studio, Python {platform.python_version()}, {platform.platform()}\n{text}"
    path = log_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > _MAX_BYTES:
            path.replace(path.with_suffix(".old.log"))
        with open(path, "a", encoding="utf-8") as file:
            file.write(f"\n== {time.strftime('%Y-%m-%d %H:%M:%S')} python {platform.python_version()} ==\n{text}")
    except OSError:
        pass  # a full disk must not hide the error itself
    print(text, file=sys.stderr, end="")
    return path


def latest() -> str:
    """The bug that was recorded last, for the clipboard: versions and its traceback; "" if there was none."""
    return _latest


def install(listener: Callable[[BaseException], None] | None = None) -> None:
    """From now on unhandled exceptions of any thread are recorded, and hard crashes leave a stack.

    `listener` is called with every exception once it is in the log.
    """
    if listener is not None:
        _listeners.append(listener)
    sys.excepthook = _on_exception
    threading.excepthook = lambda args: args.exc_value and _on_exception(args.exc_type, args.exc_value, None)
    try:
        path = log_path().with_name("fault.log")
        path.parent.mkdir(parents=True, exist_ok=True)
        # Open for as long as the process lives: that is when it is needed.
        faulthandler.enable(open(path, "w", encoding="utf-8"))  # noqa: SIM115
    except OSError:
        faulthandler.enable()


def _on_exception(kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.exit(130)
    record(error)
    for listener in _listeners:
        listener(error)
