"""Settings judged before a run is started: what is wrong with them, or what they will cost. Torch-free."""

from __future__ import annotations

from typing import Any

from engine.errors import KpvpError
from training.runs.adoption import adopted
from training.runs.config import parse
from training.runs.estimate import estimate
from training.runs.settings import SettingError
from training.runs.speeds import earlier_speeds


def check_settings(text: str) -> dict[str, Any]:
    """{"ok", "what", "remedy", "key", "estimate"} of settings in TOML.

    When they do not fit, "what" and "remedy" are two sentences and "key" the setting ("" where it is no single one);
    when they do, "estimate" is that of `training.runs.estimate.estimate`.
    """
    try:
        config = adopted(parse(text))
    except KpvpError as error:
        key = error.key if isinstance(error, SettingError) else ""
        return {"ok": False, "what": error.what, "remedy": error.remedy, "key": key, "estimate": None}
    return {"ok": True, "what": "", "remedy": "", "key": "", "estimate": estimate(config, earlier_speeds())}
