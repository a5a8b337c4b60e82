"""The options of `xl-vsm report`, one list for each kind of paper."""

from __future__ import annotations

from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from xl_vsm.cli import report_abouts, report_days


def add_report_options(
    report: ArgumentParser, dates: Callable[[ArgumentParser], None], day: Callable[[str], Any]
) -> None:
    """Add a verb below `report` for each kind of paper.

    Args:
        report: the parser of the verb itself.
        dates: adds --effective and --known.
        day: reads a date.
    """
    kinds = report.add_subparsers(metavar="KIND", required=True, dest="kind")
    for name, (summary, about) in report_abouts.KINDS.items():
        kind = kinds.add_parser(
            name, help=summary, description=about, formatter_class=RawDescriptionHelpFormatter
        )
        kind.add_argument("path", type=Path, metavar="PATH", help="the workbook")
        kind.add_argument(
            "--output",
            type=Path,
            metavar="FILE",
            help="where it goes: .docx or .xlsx (default: named after the workbook, here)",
        )
        kind.add_argument("--force", action="store_true", help="write over a file that is there")
        kind.add_argument(
            "--layout", type=Path, metavar="FILE", help="which column is which, as a TOML file"
        )
        dates(kind)
        # Wherever one of these verbs takes a day, whoever types it otherwise is told what to type.
        kind.register("type", day, report_days.day)
        _ADD.get(name, lambda _, __: None)(kind.add_argument_group(f"for {name}"), day)


def _pay_case(group: Any, _: Callable[[str], Any]) -> None:
    group.add_argument(
        "--post",
        action="append",
        default=[],
        metavar="POST",
        help="the post's reference or title; may be repeated (default: every post for which the"
        " workbook proposes another salary, or all)",
    )
    group.add_argument(
        "--proposed",
        action="append",
        default=[],
        metavar="POST=SALARY",
        help="a salary proposed for a post, such as '1011=£150,000'; may be repeated",
    )


def _annual(group: Any, _: Callable[[str], Any]) -> None:
    group.add_argument(
        "--workforce",
        metavar="'25TH MEDIAN 75TH'",
        help="what the whole workforce is paid, such as '£27,500 £36,000 £47,250', for the pay"
        " multiples (default: left as blanks)",
    )


def _costing(group: Any, _: Callable[[str], Any]) -> None:
    group.add_argument(
        "--scenario",
        action="append",
        default=[],
        metavar="'NAME: WHAT RATE, ...'",
        help="such as 'Higher: award 4%%, ranges 3%%, premium 20%%'; may be repeated",
    )
    group.add_argument(
        "--multipliers",
        metavar="'EARNINGS PAYBILL'",
        help="the Department's, such as '1.05 1.31', for its method beside the direct one",
    )


def _arrears(group: Any, day: Callable[[str], Any]) -> None:
    group.add_argument(
        "--from", dest="first", metavar="MONTH", required=True, help="the first month, as 2025-04"
    )
    group.add_argument(
        "--to", dest="last", metavar="MONTH", required=True, help="the last month, as 2025-07"
    )
    group.add_argument(
        "--paid-by",
        dest="known_then",
        type=day,
        metavar="DATE",
        required=True,
        help="the day by whose tables those months were paid, as 2025-05-31",
    )
    group.add_argument(
        "--no-award",
        action="store_true",
        help="only the tables were backdated, and no award",
    )


_ADD = {"pay-case": _pay_case, "annual": _annual, "costing": _costing, "arrears": _arrears}
