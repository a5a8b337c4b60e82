"""What bringing in the package brings with it: every part is loaded anew in the add-in."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.conftest import ROOT

HEAVY = {"openpyxl", "rich", "pandas", "numpy", "xlwings", "tomli_w", "platformdirs"}
CHECK = """
import sys, xl_vsm.open_book.script as script
print(*sorted({name.partition(".")[0] for name in sys.modules}))
print(script.check_this_workbook.__name__, script.clear_marks.__name__)
"""


@pytest.fixture(scope="module")
def printed() -> list[str]:
    hidden = ("XLWINGS_LICENSE_KEY", "XLWINGS_ON_SERVER")
    done = subprocess.run(
        [sys.executable, "-c", CHECK],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if name not in hidden},
    )
    return done.stdout.splitlines()


def test_no_library_that_reads_files_or_draws_comes_along(printed: list[str]) -> None:
    loaded = set(printed[0].split())
    assert "pydantic" in loaded
    assert loaded & HEAVY == set()


def test_the_scripts_are_there_without_xlwings(printed: list[str]) -> None:
    assert printed[1] == "_check_this_workbook _clear_marks"
