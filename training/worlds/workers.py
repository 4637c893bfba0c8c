"""Worker processes end with the process that started them, even if that one was killed."""

from __future__ import annotations

import multiprocessing
import os
import threading


def die_with_parent() -> None:
    """For a worker to call first: one whose parent was killed would wait for work for ever."""
    parent = multiprocessing.parent_process()
    assert parent is not None  # this is a worker

    def watch() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
