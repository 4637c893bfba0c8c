"""The user's folders of this program, as each system has them. They need not exist yet.

What lives where below them, and which environment variable names another place, is said by those who keep it.
"""

from pathlib import Path

import platformdirs

_PROGRAM = "kpvp"


def user_data() -> Path:
    """What the user makes and keeps: models, training runs."""
    return Path(platformdirs.user_data_dir(_PROGRAM, appauthor=False))


def user_cache() -> Path:
    """What can be made again: decoded frames, judges, tinted icons."""
    return Path(platformdirs.user_cache_dir(_PROGRAM, appauthor=False))


def user_logs() -> Path:
    """What went wrong."""
    return Path(platformdirs.user_log_dir(_PROGRAM, appauthor=False))
