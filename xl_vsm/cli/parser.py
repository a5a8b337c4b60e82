"""The words of the command line, and which verb does what."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, ArgumentTypeError, RawDescriptionHelpFormatter
from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

from xl_vsm.cli import abouts, report_abouts
from xl_vsm.cli.check_options import add_check_options
from xl_vsm.cli.errors import CommandError
from xl_vsm.cli.report_options import add_report_options
from xl_vsm.cli.serve_options import add_serve_options
from xl_vsm.cli.terminal import show_what_it_can
from xl_vsm.release import VERSION

READERS = ("check", "layout", "report")
"""The verbs that read a workbook at once."""


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
    except KeyboardInterrupt:
        print("xl-vsm: stopped", file=sys.stderr)
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
        prog="xl-vsm", description=abouts.ABOUT, formatter_class=RawDescriptionHelpFormatter
    )
    parser.add_argument("--version", action="version", version=f"xl-vsm {VERSION}")
    verbs = parser.add_subparsers(metavar="VERB", required=True)

    def verb(name: str, summary: str, about: str, function: Callable[[Any], int]) -> ArgumentParser:
        made = verbs.add_parser(
            name, help=summary, description=about, formatter_class=RawDescriptionHelpFormatter
        )
        made.set_defaults(verb=function)
        return made

    check = verb("check", "check workbooks", abouts.CHECK, _lazily("check"))
    check.add_argument("paths", nargs="+", metavar="PATH")
    _dates(check)
    add_check_options(check)

    layout = verb(
        "layout",
        "show and keep how a workbook's columns are read",
        abouts.LAYOUT,
        _lazily("layout"),
    )
    layout.add_argument("path", type=Path, metavar="PATH")
    layout.add_argument("--layout", type=Path, metavar="FILE", help="read by this layout")
    layout.add_argument("--save", type=Path, metavar="FILE", help="keep it, as a TOML file")

    rates = verb("rates", "show the figures and their sources", abouts.RATES, _lazily("rates"))
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
        _lazily("explain"),
    )
    explain.add_argument("subject", metavar="CODE|FUNCTION")

    template = verb("template", "write a blank pay workbook", abouts.TEMPLATE, _lazily("template"))
    template.add_argument("path", type=Path, metavar="FILE")
    template.add_argument("--rows", type=int, default=50, help="room for this many posts (50)")
    template.add_argument("--type", metavar="trust|ICB", help="the kind of organisation, filled in")
    template.add_argument(
        "--effective", type=_date, metavar="DATE", help="the day the answers are for, filled in"
    )
    template.add_argument(
        "--force", action="store_true", help="write over a file that is there already"
    )

    report = verb("report", "write a committee's papers", report_abouts.REPORT, _lazily("report"))
    add_report_options(report, _dates, _date)

    diagnose = verb(
        "diagnose",
        "say what is wrong when a cell shows an error",
        abouts.DIAGNOSE,
        _lazily("diagnose"),
    )
    diagnose.add_argument("shown", nargs="*", metavar="WHAT_THE_CELL_SHOWS")
    diagnose.add_argument("--json", action="store_true", help="as JSON")

    add_serve_options(verb("serve", "serve the upload page", abouts.SERVE, _lazily("serve")))
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


def _lazily(module: str) -> Callable[[Any], int]:
    """Return what runs a verb, brought in only then, so that none waits for another's libraries."""

    def run_verb(options: Any) -> int:
        if module in READERS:
            from xl_vsm.sheets.apart.keeper import get_ready  # noqa: PLC0415 - for these alone

            # It starts beside this process while this one brings in what it needs itself.
            get_ready()
        verb: Callable[[Any], int] = getattr(import_module(f"xl_vsm.cli.{module}"), f"run_{module}")
        return verb(options)

    return run_verb
