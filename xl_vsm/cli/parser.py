"""The words of the command line, and which verb does what."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, ArgumentTypeError, RawDescriptionHelpFormatter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from xl_vsm.cli.errors import CommandError
from xl_vsm.cli.terminal import show_what_it_can
from xl_vsm.release import VERSION

_ABOUT = """\
Check NHS very senior manager pay workbooks against the pay framework, the NHS Pension
Scheme's tiers and the employer's costs. Every answer names its day and its source.

Start here:
  xl-vsm check pay.xlsx                            what is wrong, in which cell, and why
  xl-vsm check pay.xlsx --effective 2025-04-01     for a day other than the workbook states
  xl-vsm check pay.xlsx --known 2025-06-01         by what had been published by a day
  xl-vsm layout pay.xlsx                           how its columns are read
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

_LAYOUT = """\
Show which column of a workbook is read as which field, what was passed over, and what the workbook
says of its organisation.

Where a column is read wrongly: keep the layout, correct the file, and check with it.
  xl-vsm layout pay.xlsx --save pay.toml
  xl-vsm check pay.xlsx --layout pay.toml
"""

_RATES = """\
Show the figures that the answers rest on, with their dates and sources.

  xl-vsm rates                                     every table, and which publication is in force
  xl-vsm rates pay-ranges --effective 2025-04-01   one table
  xl-vsm rates diff member-contribution-tiers --known 2025-06-01 --known 2025-09-01
                                                   what a later publication changed
  xl-vsm rates lint [DIR]                          find faults in the parameter files: without DIR
                                                   those of this release and those you have loaded

The pay ranges of this release are made up, because the published document was not to be had; every
answer that rests on them says so. To load the published ones for your organisation:

  xl-vsm rates import --template pay-ranges.xlsx   an empty table; fill it in from the document
  xl-vsm rates import pay-ranges.xlsx --name pay-ranges \\
    --source https://www.england.nhs.uk/PAGE --published 2025-05-15 \\
    --effective-from 2025-04-01 --checked-by "Head of Reward"

They are kept among your own settings, or in the folder that the environment variable XL_VSM_RATES
names, which a team may share.
"""


def run(words: list[str]) -> int:
    """Carry out the words of a command line and return the exit code."""
    show_what_it_can(sys.stdout)
    show_what_it_can(sys.stderr)
    options = _parser().parse_args(words)
    try:
        code: int = options.verb(options)
    except CommandError as error:
        print(f"xl-vsm: {error}", file=sys.stderr)
        return 2
    except ValueError as error:
        if not _of_a_parameter_file(error):
            raise
        print(f"xl-vsm: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        # The reader of the output has gone, as `| head` does. There is nobody left to tell.
        sys.stderr.close()
        return 2
    return code


def _of_a_parameter_file(error: ValueError) -> bool:
    # Not brought in before it is needed; where the error is one, it has been brought in already.
    from xl_vsm.parameters import ParameterFileError  # noqa: PLC0415

    return isinstance(error, ParameterFileError)


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

    layout = verb("layout", "show and keep how a workbook's columns are read", _LAYOUT, _run_layout)
    layout.add_argument("path", type=Path, metavar="PATH")
    layout.add_argument("--layout", type=Path, metavar="FILE", help="read by this layout")
    layout.add_argument("--save", type=Path, metavar="FILE", help="keep it, as a TOML file")

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
    _import_options(rates)

    explain = verb(
        "explain",
        "explain a check, a rule or a worksheet function",
        "Explain a check or a fault in the figures by its code or name, or a rule or worksheet"
        " function by its name.",
        _run_explain,
    )
    explain.add_argument("subject", metavar="CODE|FUNCTION")
    return parser


def _import_options(rates: ArgumentParser) -> None:
    group = rates.add_argument_group("for rates import")
    for option, metavar, words in (
        ("--name", "NAME", "what the table holds: pay-ranges"),
        ("--source", "URL", "the page of the published document"),
        ("--title", "TEXT", "its title (default: the pay ranges document of the framework)"),
        ("--publisher", "TEXT", "who published it (default: NHS England)"),
        ("--checked-by", "TEXT", "who compared the table with it; a post title will do"),
    ):
        group.add_argument(option, metavar=metavar, help=words)
    for option, words in (
        ("--published", "the day on which it was published"),
        ("--effective-from", "the first day on which its figures hold"),
        ("--effective-until", "the first day on which they no longer do, if it says so itself"),
    ):
        group.add_argument(option, type=_date, metavar="DATE", help=words)
    group.add_argument(
        "--replaces",
        metavar="KEY",
        action="append",
        default=[],
        help="the key of a loaded table that this one replaces; may be repeated",
    )
    group.add_argument("--template", type=Path, metavar="FILE", help="write an empty table instead")


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


def _run_layout(options: Any) -> int:
    from xl_vsm.cli.layout import run_layout  # noqa: PLC0415

    return run_layout(options)


def _run_rates(options: Any) -> int:
    from xl_vsm.cli.rates import run_rates  # noqa: PLC0415

    return run_rates(options)


def _run_explain(options: Any) -> int:
    from xl_vsm.cli.explain import run_explain  # noqa: PLC0415

    return run_explain(options)
