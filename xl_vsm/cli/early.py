"""What can begin before a verb's libraries are brought in."""

from __future__ import annotations

import os
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from xl_vsm.sheets import Begun

READERS: Final = ("check", "layout", "report")
"""The verbs that read a workbook at once."""


def begin_early(verb: str, options: Namespace) -> Begun | None:
    """Start the process that reads workbooks, and have it read where it is clear which.

    Returns:
        What was begun, to be given up in the end.
    """
    if verb == "check" and _is_elsewhere(options):
        return None
    if verb == "check" and _is_of_one_file(options):
        from xl_vsm.sheets.apart.caps import Caps  # noqa: PLC0415 - for this alone
        from xl_vsm.sheets.limits import Limits  # noqa: PLC0415 - as above
        from xl_vsm.sheets.opening import begin  # noqa: PLC0415 - as above

        # Where a settings file sets other limits, this is not used: the file is opened again.
        path = Path(options.paths[0])
        return begin(path, Limits(), Caps(), keep_alike=not options.recalculate)
    if verb in READERS:
        from xl_vsm.sheets.apart import keeper  # noqa: PLC0415 - as above

        keeper.get_ready()
    return None


def _is_elsewhere(options: Namespace) -> bool:
    """Say whether other processes check, each of which reads for itself."""
    return bool(options.scheduler) or (options.jobs or 1) > 1


def _is_of_one_file(options: Namespace) -> bool:
    """Say whether one workbook is checked, whatever an earlier run has found."""
    if options.resume or options.journal or len(options.paths) > 1:
        return False
    return os.path.isfile(options.paths[0])  # noqa: PTH113 - never raises
