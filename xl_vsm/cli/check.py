"""`xl-vsm check`."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from glob import glob
from pathlib import Path

from xl_vsm.checks.one_workbook import Question, check_workbook
from xl_vsm.checks.session import gather
from xl_vsm.cli.annotate import Copies, passed_over
from xl_vsm.cli.errors import CommandError
from xl_vsm.cli.terminal import speaks_utf8
from xl_vsm.clock import today
from xl_vsm.findings import Report, WorkbookReport
from xl_vsm.parameters import Parameters
from xl_vsm.sheets import Layout, RefusedFile

WORKBOOKS = (".xlsx", ".xlsm")


def run_check(options: Namespace) -> int:
    """Check what the paths name, write the report, and return the exit code."""
    question = Question(
        today(),
        options.effective,
        options.known,
        _layout(options.layout),
        recalculate=options.recalculate,
    )
    paths = list(found_workbooks(options.paths))
    _keep_apart(paths, options.output)
    copies = None if options.annotate is None else Copies(options.annotate, paths)
    checked = list(_checked(paths, question))
    if copies is not None:
        for path, each in zip(paths, checked, strict=True):
            copies.write(path, gather([each], question))
    report = gather(checked, question)
    _write(report, options.format, options.output)
    return report.exit_code(options.fail_on)


def found_workbooks(words: list[str]) -> Iterator[Path]:
    """Return the workbooks that paths, folders and patterns name, each once, in order.

    Raises:
        CommandError: a folder or pattern holds no workbook.
    """
    seen: set[Path] = set()
    for word in words:
        found = list(_found(word))
        if not found:
            raise CommandError(f"{word}: no workbook ({' or '.join(WORKBOOKS)}) found there")
        for path in found:
            if path not in seen:
                seen.add(path)
                yield path


def _found(word: str) -> Iterator[Path]:
    path = Path(word)
    if path.is_dir():
        yield from sorted(p for p in path.rglob("*") if _is_workbook(p))
    elif path.exists() or not any(sign in word for sign in "*?["):
        yield path  # a file that is not there is a finding of its own
    else:
        # Path.glob takes no pattern that begins at the root, as a user's may.
        names = glob(word, recursive=True)  # noqa: PTH207
        yield from filter(_is_workbook, map(Path, sorted(names)))


def _is_workbook(path: Path) -> bool:
    # Excel keeps a lock file beside an open workbook: ~$pay.xlsx
    named_so = path.suffix.lower() in WORKBOOKS and not path.name.startswith("~$")
    return named_so and not passed_over(path)


def _checked(paths: list[Path], question: Question) -> Iterator[tuple[WorkbookReport, Parameters]]:
    if len(paths) == 1 or not sys.stderr.isatty():
        yield from (check_workbook(path, question) for path in paths)
        return
    from rich.console import Console  # noqa: PLC0415 - only for somebody who watches
    from rich.progress import track  # noqa: PLC0415

    console = Console(stderr=True)
    for path in track(paths, "Checking", console=console, transient=True):
        yield check_workbook(path, question)


def _keep_apart(paths: list[Path], output: Path | None) -> None:
    """Refuse to write a report where a workbook is: what is checked is never written to."""
    if output is None:
        return
    if output.suffix.lower() in WORKBOOKS or output.resolve() in {p.resolve() for p in paths}:
        raise CommandError(f"{output}: a report is not written over a workbook; name another file")


def _layout(path: Path | None) -> Layout | None:
    try:
        return None if path is None else Layout.load(path)
    except RefusedFile as refused:
        raise CommandError(refused.message) from refused


def _write(report: Report, form: str, output: Path | None) -> None:
    try:
        if form == "json":
            from xl_vsm.reports.json_report import as_json, in_ascii  # noqa: PLC0415

            text = as_json(report)
            if output is None:
                sys.stdout.write(text if speaks_utf8(sys.stdout) else in_ascii(text))
            else:
                output.write_text(text, encoding="utf-8")
            return
        from xl_vsm.reports.console import print_report, written  # noqa: PLC0415

        if output is None:
            print_report(report, sys.stdout)
        else:
            output.write_text(written(report), encoding="utf-8")
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        raise CommandError(f"{output}: cannot be written: {error.strerror}") from error
