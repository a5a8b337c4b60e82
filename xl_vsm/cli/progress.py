"""What somebody who watches sees while workbooks are checked."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from xl_vsm.findings import WorkbookReport

Watch = Callable[[WorkbookReport], None]


@contextmanager
def progress(paths: list[Path]) -> Iterator[Watch]:
    """Show how far a run is, on stderr and only on a terminal."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console  # noqa: PLC0415 - only for somebody who watches

    console = Console(stderr=True)
    if len(paths) == 1:
        with console.status(f"Checking {paths[0].name}"):
            yield lambda _: None
        return
    with _bar(console, len(paths)) as watch:
        yield watch


@contextmanager
def _bar(console: object, total: int) -> Iterator[Watch]:
    from rich.progress import (  # noqa: PLC0415 - as above
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    counts = {"error": 0, "unread": 0}
    shown = Progress(
        TextColumn("Checking"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[said]}"),
        console=console,  # type: ignore[arg-type]
        transient=True,
    )
    with shown:
        task = shown.add_task("", total=total, said="")

        def watch(workbook: WorkbookReport) -> None:
            counts["error"] += sum(each.severity == "error" for each in workbook.findings)
            counts["unread"] += not workbook.complete
            said = f"{counts['error']:,} errors"
            if counts["unread"]:
                said += f", {counts['unread']:,} could not be checked"
            shown.update(task, advance=1, said=said)

        yield watch
