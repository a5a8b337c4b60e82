"""Excel on Windows as a host: real xlwings code in a process of its own, on a stand-in of pywin32.

A process of its own, because xlwings decides as it is imported which system it is on.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.hosts.cells import Answer
from tests.hosts.com_excel import Ask, Import, Sent
from tests.hosts.parity import Call

ROOT = Path(__file__).parents[2]


class Com:
    """Asks functions through the COM server that Excel on Windows starts.

    Args:
        sent: how Excel hands over what a formula is given.
    """

    def __init__(self, sent: Sent = Sent()) -> None:  # noqa: B008 - it cannot be changed
        self._sent = sent

    def ask(self, calls: Sequence[Call]) -> list[Answer]:
        """Answer each call, in order, as its cell shows it."""
        (answers,) = served([Ask(list(calls), self._sent)])
        return list(answers)


def imported(workbook: str, modules: str = "udfs") -> tuple[str, list[tuple[str, dict[str, Any]]]]:
    """Return the Visual Basic that xlwings writes, and what it tells the function wizard.

    Args:
        workbook: its name, by the ending of which xlwings tells an add-in from a workbook.
        modules: where the functions are.
    """
    ((visual_basic, described),) = served([Import(modules, workbook)])
    return visual_basic, described


def served(jobs: list[Ask | Import]) -> list[Any]:
    """Let one server do the jobs, with no licence key, and return what came of each.

    Raises:
        RuntimeError: the server failed; in its own words.
    """
    hidden = ("XLWINGS_LICENSE_KEY", "XLWINGS_ON_SERVER")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    process = subprocess.run(
        [sys.executable, "-c", "from tests.hosts.com_excel import main; main()"],
        input=pickle.dumps(jobs),
        capture_output=True,
        check=False,
        cwd=ROOT,
        env=environment,
        timeout=300,
    )
    if process.returncode:
        raise RuntimeError(process.stderr.decode(errors="replace"))
    home, done = pickle.loads(process.stdout)
    if home != "xlwings.udfs":
        raise RuntimeError(f"the functions were bound by {home}, not as on Windows")
    return list(done)
