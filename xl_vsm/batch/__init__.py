"""Checking any number of workbooks: by several processes or machines, in bounded memory.

One broken file never stops the rest, a run that is stopped leaves what it has, and a later one
can go on from there.
"""

from __future__ import annotations

from xl_vsm.batch.checked import Checked, check_file
from xl_vsm.batch.executors import Here, Processes
from xl_vsm.batch.journal import Journal, JournalError
from xl_vsm.batch.report import RunReport
from xl_vsm.batch.run import Run
from xl_vsm.batch.treatment import Treatment

__all__ = [
    "Checked",
    "Here",
    "Journal",
    "JournalError",
    "Processes",
    "Run",
    "RunReport",
    "Treatment",
    "check_file",
]
