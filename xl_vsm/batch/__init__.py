"""Checking any number of workbooks: by several processes or machines, in bounded memory.

One broken file never stops the rest, a run that is stopped leaves what it has, and a later one
can go on from there.

Names are brought in when they are first used, so that a process which checks for another brings in
no more than that takes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xl_vsm.later import later

if TYPE_CHECKING:
    from xl_vsm.batch.answers import Here
    from xl_vsm.batch.checked import Checked, check_file
    from xl_vsm.batch.journal import Journal, JournalError
    from xl_vsm.batch.report import RunReport
    from xl_vsm.batch.run import Run
    from xl_vsm.batch.treatment import Treatment

__all__ = [
    "Checked",
    "Here",
    "Journal",
    "JournalError",
    "Run",
    "RunReport",
    "Treatment",
    "check_file",
]

__getattr__ = later(
    __name__,
    {
        "answers": ("Here",),
        "checked": ("Checked", "check_file"),
        "journal": ("Journal", "JournalError"),
        "report": ("RunReport",),
        "run": ("Run",),
        "treatment": ("Treatment",),
    },
)
