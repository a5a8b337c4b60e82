"""Write the reference pages again from the code. A test fails when one is stale.

python docs/make_reference.py
"""

from __future__ import annotations

import os
from pathlib import Path

from making.checks_page import checks_page
from making.command_line_page import command_line_page
from making.coverage_page import coverage_page
from making.figures_page import figures_page
from making.functions_page import functions_page
from making.house_page import house_page
from making.licences_page import licences_page
from making.report_page import report_page, report_schema_file
from making.rules_page import rules_page
from making.trouble_page import trouble_page
from xl_vsm.parameters.own import VARIABLE

HERE = Path(__file__).parent
PAGES = {
    "how-to/when-a-cell-shows-an-error.md": trouble_page,
    "reference/checks.md": checks_page,
    "reference/command-line.md": command_line_page,
    "reference/coverage.md": coverage_page,
    "reference/figures.md": figures_page,
    "reference/functions.md": functions_page,
    "reference/where-things-are.md": house_page,
    "reference/licences.md": licences_page,
    "reference/report.md": report_page,
    "reference/report.schema.json": report_schema_file,
    "reference/rules.md": rules_page,
}


def main(folder: Path = HERE) -> None:
    """Write every generated page below a folder."""
    # The pages tell of this release, not of what somebody has loaded on this machine.
    os.environ[VARIABLE] = str(folder / "none-loaded")
    for name, page in PAGES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
