"""Draw the pictures of what `xl-vsm check` and `xl-vsm report` show of the examples.

python docs/make_pictures.py
"""

from __future__ import annotations

import io
import re
from pathlib import Path

from rich.console import Console

import xl_vsm
from making import paper_pictures
from making.report_pictures import draw
from xl_vsm.findings import Report
from xl_vsm.reports.console.in_colour import ConsoleReport

HERE = Path(__file__).parent
EXAMPLE = HERE.parent / "workbooks" / "examples" / "trust_board_pay_faults.xlsx"


def main() -> None:
    """Draw the report on a terminal and in a browser, and a committee's papers."""
    report = xl_vsm.check(EXAMPLE)
    (workbook,) = report.workbooks
    workbook = workbook.model_copy(update={"path": str(EXAMPLE.relative_to(HERE.parent))})
    report = report.model_copy(update={"workbooks": (workbook,)})
    on_a_terminal(report)
    draw(report, HERE / "images")
    paper_pictures.draw(EXAMPLE.with_name("trust_board_pay.xlsx"), HERE / "images")


def on_a_terminal(report: Report) -> None:
    """Draw the first findings of the report as an SVG that needs nothing from a network."""
    (workbook,) = report.workbooks
    first = workbook.model_copy(
        update={
            "findings": workbook.findings[:4],
            "not_checked": workbook.not_checked[:4],
        }
    )
    console = Console(record=True, width=104, file=io.StringIO(), force_terminal=True)
    console.print(ConsoleReport(report.model_copy(update={"workbooks": (first,)})))
    svg = console.export_svg(title="xl-vsm check workbooks/examples/trust_board_pay_faults.xlsx")
    # rich asks the network for a font; the reader's own monospace font does as well.
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    (HERE / "images" / "check.svg").write_text(svg, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
