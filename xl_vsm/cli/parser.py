"""The words of the command line, and which verb does what."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, ArgumentTypeError, RawDescriptionHelpFormatter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from xl_vsm.cli.errors import CommandError
from xl_vsm.release import VERSION

_ABOUT = """\
Check NHS very senior manager pay workbooks against the pay framework, the NHS Pension
Scheme's tiers and the employer's costs. Every answer names its day and its source.

Start here:
  xl-vsm check pay.xlsx                            what is wrong, in which cell, and why
  xl-vsm check pay.xlsx --effective 2025-04-01     for a day other than the workbook states
  xl-vsm check pay.xlsx --known 2025-06-01         by what had been published by a day
  xl-vsm rates member-contribution-tiers           the table itself, with its source
  xl-vsm explain PEN101                            what a check looks for
"""

_CHECK = """\
Check workbooks and say which cells are wrong, what was expected, and on whose authority.

A PATH is a workbook, a folder (searched for workbooks) or a pattern such as 'pay/*.xlsx'.
The workbook is only read, never written to. Its columns are found by their headings.

Exit code: 0 nothing at or above --fail-on; 1 something; 2 a file that could not be read,
or a fault in this tool.
"""

_RATES = """\
Show the figures that the answers rest on, with their dates and sources.

  xl-vsm rates                                     every table, and which publication is in force
  xl-vsm rates pay-ranges --effective 2025-04-01   one table
  xl-vsm rates diff member-contribution-tiers --known 2025-06-01 --known 2025-09-01
                                                   what a later publication changed
  xl-vsm rates lint [DIR]                          find faults in the parameter files
"""


def run(words: list[str]) -> int:
    """Carry out the words of a command line and return the exit code."""
    options = _parser().parse_args(words)
    try:
        code: int = options.verb(options)
    except CommandError as error:
        print(f"xl-vsm: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        # The reader of the output has gone, as `| head` does. There is nobody left to tell.
        sys.stderr.close()
        return 2
    return code


def _parser() -> ArgumentParser:
    parser = ArgumentParser(
        prog="xl-vsm", description=_ABOUT, formatter_class=RawDescriptionHelpFormatter
    )
    parser.add_argument("--version", action="version", version=f"xl-vsm {VERSION}")
    verbs = parser.add_subparsers(metavar="VERB", required=True)

    def verb(name: str, summary: str, about: str, function: Callable[[Any], int]) -> ArgumentParser:
        made = verbs.add_parser(
            name, help=summary, description=about, formatter_class=RawDescriptionHelpFormatter
        )
        made.set_defaults(verb=function)
        return made

    check = verb("check", "check workbooks", _CHECK, _run_check)
    check.add_argument("paths", nargs="+", metavar="PATH")
    _dates(check)
    check.add_argument(
        "--layout", type=Path, metavar="FILE", help="which column is which, as a TOML file"
    )
    check.add_argument("--format", choices=["console", "json"], default="console")
    check.add_argument("--output", type=Path, metavar="FILE", help="write the report to a file")
    check.add_argument(
        "--fail-on",
        choices=["error", "warning", "note", "never"],
        default="error",
        help="from which severity on the exit code is 1 (default: error)",
    )

    rates = verb("rates", "show the figures and their sources", _RATES, _run_rates)
    rates.add_argument("words", nargs="*", metavar="NAME")
    rates.add_argument("--effective", type=_date, metavar="DATE", help="the day they are for")
    rates.add_argument(
        "--known",
        type=_date,
        metavar="DATE",
        action="append",
        default=[],
        help="as published by this day; twice for diff",
    )
    rates.add_argument("--json", action="store_true", help="as JSON")

    explain = verb(
        "explain",
        "explain a check or a rule",
        "Explain a check by its code or name, or a rule by its name.",
        _run_explain,
    )
    explain.add_argument("subject", metavar="CODE|RULE")
    return parser


def _dates(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--effective",
        type=_date,
        metavar="DATE",
        help="the day the answers are for (default: what the workbook states, else today)",
    )
    parser.add_argument(
        "--known",
        type=_date,
        metavar="DATE",
        help="what had been published by this day (default: everything in this release)",
    )


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError(f"{text!r} is not a date such as 2025-04-01") from error


# Each verb is brought in when it is used, so that none waits for another's libraries.
def _run_check(options: Any) -> int:
    from xl_vsm.cli.check import run_check  # noqa: PLC0415

    return run_check(options)


def _run_rates(options: Any) -> int:
    from xl_vsm.cli.rates import run_rates  # noqa: PLC0415

    return run_rates(options)


def _run_explain(options: Any) -> int:
    from xl_vsm.cli.explain import run_explain  # noqa: PLC0415

    return run_explain(options)
