"""The summary of many workbooks: by organisation, by code, by workbook."""

from __future__ import annotations

import sys
from pathlib import Path

from xl_vsm.cli.errors import CommandError
from xl_vsm.findings import AnyReport
from xl_vsm.reports.estate import estate_of


def write_summary(report: AnyReport, path: Path) -> None:
    """Write the summary in the form that the file's name tells.

    Raises:
        CommandError: the file cannot be written.
    """
    estate = estate_of(report)
    try:
        match path.suffix.lower():
            case ".html":
                from xl_vsm.reports.html import write_estate  # noqa: PLC0415 - for this alone

                with path.open("w", encoding="utf-8", newline="") as out:
                    write_estate(estate, out)
            case ".xlsx":
                from xl_vsm.reports.estate.workbook import write_estate as write_sheets  # noqa: PLC0415

                with path.open("wb") as binary:
                    write_sheets(estate, binary)
            case _:
                from xl_vsm.reports.estate.console import print_estate  # noqa: PLC0415

                with path.open("w", encoding="utf-8", newline="") as out:
                    print_estate(estate, out)
    except OSError as error:
        raise CommandError(f"{path}: cannot be written: {error.strerror}") from error


def print_summary(report: AnyReport) -> None:
    """Print the summary after the report itself."""
    from xl_vsm.reports.estate.console import print_estate  # noqa: PLC0415 - for many alone

    print_estate(estate_of(report), sys.stdout)
