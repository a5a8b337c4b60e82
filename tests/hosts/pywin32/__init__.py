"""As much of pywin32 as lets the real xlwings run its Windows code on any machine.

Nothing here answers for Excel: `objects` are the few COM objects that a formula touches, and
`modules` are the pywin32 modules that xlwings imports, each with the names that it uses.
"""

from __future__ import annotations

import asyncio
import ctypes
import multiprocessing
import subprocess
import sys
from collections.abc import Callable
from types import ModuleType
from unittest.mock import MagicMock, patch

from tests.hosts.pywin32.modules import pywin32_modules

LOADED_AS_THEY_ARE = (asyncio, ctypes, multiprocessing, subprocess)
"""Python's own modules that look at the platform, so they are loaded before it is renamed."""


def xlwings_as_on_windows(pump: Callable[[], bool]) -> ModuleType:
    """Import xlwings as it is imported on Windows, for good: only in a process of its own.

    Args:
        pump: called by xlwings' COM server for each message that waits; says whether to stop.
    """
    if "xlwings" in sys.modules:
        raise RuntimeError("xlwings is imported already, as on this system")
    sys.modules.update(pywin32_modules(pump))
    with (
        patch.object(sys, "platform", "win32"),
        patch.object(ctypes, "windll", MagicMock(), create=True),
        patch.object(ctypes, "oledll", MagicMock(), create=True),
        # xlwings takes one function out of pythoncom's library, to find a running Excel by.
        patch.object(ctypes, "PyDLL", MagicMock()),
    ):
        import xlwings  # noqa: PLC0415 - it looks at the platform as it is imported
    return xlwings
