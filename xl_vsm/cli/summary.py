"""The summary of many workbooks: by organisation, by code, by workbook."""

from __future__ import annotations

import sys
from pathlib import Path

from xl_vsm.cli.annotate import as_made
from xl_vsm.cli.errors import CommandError
from xl_vsm.cli.whole_file import whole_file
from xl_vsm.cli.written import as_text
from xl_vsm.findings import AnyReport
from xl_vsm.reports.estate import estate_of


def may_be_written(path: Path) -> None:
    """Refuse to write a summary over a workbook that is somebody's own.

    Raises:
        CommandError: it is not as an earlier run made it.
    """
    if path.suffix.lower() == ".xlsx" and path.exists() and not as_made(path):
        raise CommandError(f"{path}: is a workbook that was not made here; name another file")


def write_summary(report: AnyReport, path: Path) -> None:
    """Write the summary in the form that the file's name tells.

    Raises:
        CommandError: the file cannot be written.
    """
    estate = estate_of(report)
    with whole_file(path) as binary:
        if path.suffix.lower() == ".xlsx":
            from xl_vsm.reports.estate.workbook import write_estate as sheets  # noqa: PLC0415

            sheets(estate, binary)
            return
        with as_text(binary) as out:
            if path.suffix.lower() == ".html":
                from xl_vsm.reports.html import write_estate as page  # noqa: PLC0415

                page(estate, out)
            else:
                from xl_vsm.reports.estate.console import print_estate  # noqa: PLC0415

                print_estate(estate, out)


def print_summary(report: AnyReport) -> None:
    """Print the summary after the report itself."""
    from xl_vsm.reports.estate.console import print_estate  # noqa: PLC0415 - for many alone

    print_estate(estate_of(report), sys.stdout, alone=False)
