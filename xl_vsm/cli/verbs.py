"""The verbs of the command line, and the options of each."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from xl_vsm.cli import abouts, report_abouts


class Verb(NamedTuple):
    """One verb.

    Attributes:
        summary: what it does, in a few words.
        about: what its help begins with.
        add: adds its options; what they need is brought in by then.
    """

    summary: str
    about: str
    add: Callable[[ArgumentParser], None]


def _check(check: ArgumentParser) -> None:
    from xl_vsm.cli.check_options import add_check_options  # noqa: PLC0415 - see Verb

    check.add_argument("paths", nargs="+", metavar="PATH")
    _dates(check)
    add_check_options(check)


def _layout(layout: ArgumentParser) -> None:
    layout.add_argument("path", type=Path, metavar="PATH")
    layout.add_argument("--layout", type=Path, metavar="FILE", help="read by this layout")
    layout.add_argument("--save", type=Path, metavar="FILE", help="keep it, as a TOML file")


def _rates(rates: ArgumentParser) -> None:
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


def _explain(explain: ArgumentParser) -> None:
    explain.add_argument("subject", metavar="CODE|FUNCTION")


def _template(template: ArgumentParser) -> None:
    template.add_argument("path", type=Path, metavar="FILE")
    template.add_argument("--rows", type=int, default=50, help="room for this many posts (50)")
    template.add_argument("--type", metavar="trust|ICB", help="the kind of organisation, filled in")
    template.add_argument(
        "--effective", type=_date, metavar="DATE", help="the day the answers are for, filled in"
    )
    template.add_argument(
        "--force", action="store_true", help="write over a file that is there already"
    )


def _report(report: ArgumentParser) -> None:
    from xl_vsm.cli.report_options import add_report_options  # noqa: PLC0415 - see Verb

    add_report_options(report, _dates, _date)


def _diagnose(diagnose: ArgumentParser) -> None:
    diagnose.add_argument("shown", nargs="*", metavar="WHAT_THE_CELL_SHOWS")
    diagnose.add_argument("--json", action="store_true", help="as JSON")


def _serve(serve: ArgumentParser) -> None:
    from xl_vsm.cli.serve_options import add_serve_options  # noqa: PLC0415 - see Verb

    add_serve_options(serve)


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


VERBS: Final[Mapping[str, Verb]] = {
    "check": Verb("check workbooks", abouts.CHECK, _check),
    "layout": Verb("show and keep how a workbook's columns are read", abouts.LAYOUT, _layout),
    "rates": Verb("show the figures and their sources", abouts.RATES, _rates),
    "explain": Verb("explain a check, a rule or a worksheet function", abouts.EXPLAIN, _explain),
    "template": Verb("write a blank pay workbook", abouts.TEMPLATE, _template),
    "report": Verb("write a committee's papers", report_abouts.REPORT, _report),
    "diagnose": Verb("say what is wrong when a cell shows an error", abouts.DIAGNOSE, _diagnose),
    "serve": Verb("serve the upload page", abouts.SERVE, _serve),
}
