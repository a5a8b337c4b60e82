"""What a run makes of its findings: how grave for its purpose, which are known, what is told.

Knows findings alone. A finding is never dropped in silence: a baseline counts what it leaves out,
and a redacted report says that it is one.
"""

from __future__ import annotations

from xl_vsm.policy.baseline import Baseline, BaselineError
from xl_vsm.policy.purpose import SHIPPED, Profile, Purpose
from xl_vsm.policy.redact import redacted
from xl_vsm.policy.settings import Settings, SettingsError, settings_beside

__all__ = [
    "SHIPPED",
    "Baseline",
    "BaselineError",
    "Profile",
    "Purpose",
    "Settings",
    "SettingsError",
    "redacted",
    "settings_beside",
]
