"""What was measured last, kept in a page of the docs between two marks."""

from __future__ import annotations

import os
import platform
from pathlib import Path
from typing import Final

DOCS: Final = Path(__file__).parents[1] / "docs" / "explanation"
BEGIN: Final = "<!-- measured -->\n"
END: Final = "<!-- end of what was measured -->"


def keep(page: str, measured: str) -> None:
    """Put what was measured into a page instead of what was measured before.

    Args:
        page: the file's name, among the explanations.
        measured: the text.
    """
    path = DOCS / page
    before, _, rest = path.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    path.write_text(f"{before}{BEGIN}\n{measured}\n{END}{after}", encoding="utf-8")


def machine() -> str:
    """Say on what it was measured."""
    return (
        f"{platform.system()} on {platform.machine()}, {os.cpu_count()} cores, Python"
        f" {platform.python_version()}"
    )
