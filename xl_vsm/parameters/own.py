"""Where an organisation keeps the figures that it has loaded itself."""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "XL_VSM_RATES"
"""The environment variable that names the folder, such as one that a whole team shares."""


def own_folder() -> Path | None:
    """Return the folder of the organisation's own figures, whether or not it is there yet.

    Returns:
        What the environment variable names, else a folder among this person's settings; None
        where there are no such settings, as in a browser.
    """
    named = os.environ.get(VARIABLE, "").strip()
    if named:
        return Path(named).expanduser()
    try:
        from platformdirs import user_config_path  # noqa: PLC0415 - not there in a browser
    except ImportError:
        return None
    # Roaming, so that it follows a person from one desktop of a Windows network to another.
    return user_config_path("xl-vsm", appauthor=False, roaming=True) / "rates"
