"""What the worksheet functions bring in: as little as a cell needs."""

from __future__ import annotations

import subprocess
import sys

SLOW = (
    "{'numpy', 'openpyxl', 'pandas', 'platformdirs', 'pydantic', 'rich', 'tomli_w', 'xlsxwriter'}"
)


def brought_in_by(code: str) -> str:
    watched = f"import sys; {code}; print(sorted({SLOW} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", watched], capture_output=True, check=True, text=True
    )
    return done.stdout.strip()


def test_defining_the_functions_brings_in_nothing_slow() -> None:
    assert brought_in_by("import udfs") == "[]"


def test_answering_brings_in_only_what_reads_the_figures() -> None:
    brought = brought_in_by("import udfs; udfs.VSM_STATUS()")
    # Where no folder is named, platformdirs finds the one of an organisation's own figures.
    assert brought in ("['pydantic']", "['platformdirs', 'pydantic']")
