"""Excel on Windows: press the button that runs a macro of classic xlwings."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.open_book.model import Open

ROOT = Path(__file__).parents[2]


class Windows:
    """The real xlwings code for Windows, with no licence key, in a process of its own."""

    def __init__(self) -> None:
        hidden = ("XLWINGS_LICENSE_KEY", "XLWINGS_ON_SERVER")
        self._process = subprocess.Popen(
            [sys.executable, "-c", "from tests.open_book.com_excel import main; main()"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=ROOT,
            env={name: value for name, value in os.environ.items() if name not in hidden},
        )

    def press(self, book: Open, macro: str = "check_this_workbook", **options: Any) -> Any:
        """Run a macro on a workbook, which is changed; return what the macro returned."""
        assert self._process.stdin
        assert self._process.stdout
        pickle.dump((book, macro, options), self._process.stdin)
        self._process.stdin.flush()
        after, report = pickle.load(self._process.stdout)
        # The workbook stays the one that the test holds.
        vars(book).update(vars(after))
        return report

    def stop(self) -> None:
        """End the process."""
        self._process.communicate(b"", timeout=60)
