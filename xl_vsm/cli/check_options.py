"""The options of `xl-vsm check`."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, BooleanOptionalAction, _ArgumentGroup
from pathlib import Path

FORMATS = ("console", "json", "sarif", "junit", "html", "csv")


SUMMARIES = (".html", ".xlsx", ".txt")


def add_check_options(check: ArgumentParser) -> None:
    """Add all but the paths and the dates."""
    check.add_argument(
        "--layout", type=Path, metavar="FILE", help="which column is which, as a TOML file"
    )
    check.add_argument(
        "--recalculate",
        action="store_true",
        help="have LibreOffice work out ordinary formulas afresh, and compare",
    )
    _purpose(check.add_argument_group("how grave, and what is known already"))
    _report(check.add_argument_group("what is written"))
    _many(check.add_argument_group("many workbooks"))


def _purpose(group: _ArgumentGroup) -> None:
    group.add_argument(
        "--profile",
        metavar="NAME",
        help="draft, submission or audit, or one of your own: severities by purpose",
    )
    group.add_argument(
        "--config",
        type=Path,
        metavar="FILE",
        help="settings (default: xl-vsm.toml in the workbook's folder or above it)",
    )
    group.add_argument(
        "--fail-on",
        choices=["error", "warning", "note", "never"],
        help="from which severity on the exit code is 1 (default: the profile's, else error)",
    )
    group.add_argument(
        "--baseline",
        type=Path,
        metavar="FILE",
        help="report only what an accepted run, kept with --format json, did not have",
    )


def _report(group: _ArgumentGroup) -> None:
    group.add_argument("--format", choices=FORMATS, default="console")
    group.add_argument("--output", type=Path, metavar="FILE", help="write the report to a file")
    group.add_argument(
        "--redact",
        action=BooleanOptionalAction,
        help="leave out figures and titles of posts (default: only for sarif and junit)",
    )
    group.add_argument(
        "--annotate",
        type=Path,
        metavar="DIR",
        help="write a copy of each workbook there, with its wrong cells marked",
    )
    group.add_argument(
        "--summary",
        type=_summary,
        metavar="FILE",
        help="write counts by organisation, code and workbook: .html, .xlsx or .txt",
    )


def _many(group: _ArgumentGroup) -> None:
    group.add_argument(
        "--jobs",
        type=_number,
        metavar="N",
        help="check so many workbooks at a time (default: one for each core)",
    )
    group.add_argument(
        "--scheduler",
        metavar="ADDRESS",
        help="have a Dask cluster check them, such as tcp://10.0.0.5:8786",
    )
    group.add_argument(
        "--resume",
        action="store_true",
        help="keep what is done, and skip what an earlier run kept and has not changed since",
    )
    group.add_argument(
        "--journal",
        type=Path,
        metavar="FILE",
        help="where that is kept (default: xl-vsm-run.jsonl beside --output); it holds figures",
    )


def _summary(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() not in SUMMARIES:
        raise ArgumentTypeError(f"{text!r} must end in one of {', '.join(SUMMARIES)}")
    return path


def _number(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) == 0:
        raise ArgumentTypeError(f"{text!r} is not a number of processes, such as 4")
    return int(text)
