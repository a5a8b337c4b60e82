"""`xl-vsm check`."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from xl_vsm.batch import Here, Journal, JournalError, Run, RunReport, Treatment
from xl_vsm.batch.answers import Executor
from xl_vsm.checks.one_workbook import Question
from xl_vsm.cli.beside_workbooks import Beside
from xl_vsm.cli.errors import CommandError
from xl_vsm.cli.found import WORKBOOKS, found_workbooks, top_of
from xl_vsm.cli.progress import progress
from xl_vsm.cli.written import REDACTED, Write, write_report, writer
from xl_vsm.clock import today
from xl_vsm.parameters.store import in_use
from xl_vsm.policy import Baseline, BaselineError
from xl_vsm.sheets import Layout, RefusedFile

if TYPE_CHECKING:
    from xl_vsm.cli.annotate import Copies

JOURNAL = "xl-vsm-run.jsonl"
"""What an earlier run kept, where no other name is given."""
EACH = 4
"""How many workbooks make it worth starting a process for them."""


def run_check(options: Namespace) -> int:
    """Check what the paths name, write the report, and return the exit code."""
    question = Question(
        today(),
        options.effective,
        options.known,
        _layout(options.layout),
        recalculate=options.recalculate,
        begun=options.begun,
    )
    paths = list(found_workbooks(options.paths))
    _keep_apart(paths, options)
    beside = Beside(
        options.config,
        options.profile,
        options.fail_on,
        (Path(), *map(top_of, options.paths)),
    )
    beside.one_profile(paths)  # every settings file is read before anything is checked
    write = writer(options.format, lambda path: beside.purpose(Path(path)).fail_on)
    redact = options.format in REDACTED if options.redact is None else options.redact
    treatment = Treatment(beside.purpose, _baseline(options.baseline), redact)
    try:
        return _run(paths, question, treatment, beside, write, options)
    except JournalError as error:
        raise CommandError(str(error)) from error


def _run(
    paths: list[Path],
    question: Question,
    treatment: Treatment,
    beside: Beside,
    write: Write,
    options: Namespace,
) -> int:
    copies = None if options.annotate is None else _copies(options.annotate, paths)
    with Journal(_journal_path(options)) as journal:
        run = Run(question, treatment, journal, beside.limits, beside.one_profile(paths))
        with progress(paths) as run.watch, _executor(options, len(paths)) as (executor, jobs):
            report = run.over(paths, executor, jobs)
        _write(run, report, write, copies, options)
    return run.exit_code


def _write(
    run: Run, report: RunReport, write: Write, copies: Copies | None, options: Namespace
) -> None:
    if copies is not None:
        for each in report.workbooks.singly():
            copies.write(Path(each.workbooks[0].path), each)
    write_report(report, options.format, write, options.output)
    if options.summary is not None:
        from xl_vsm.cli.summary import write_summary  # noqa: PLC0415 - where it is asked for

        write_summary(report, options.summary)
    if options.format == "console" and options.output is None and len(report.workbooks) > 1:
        from xl_vsm.cli.summary import print_summary  # noqa: PLC0415 - for several alone

        print_summary(report)
    if run.reused:
        of_all = f"{run.reused:,} of {len(report.workbooks):,}"
        _say(f"{of_all} workbooks are unchanged since an earlier run, and were not checked again")
    if report.interrupted:
        why = f", as {run.stopped_by}" if run.stopped_by else ""
        checked = f"{len(report.workbooks):,} workbooks checked by then"
        _say(f"stopped{why}: the report has the {checked}")


@contextmanager
def _executor(options: Namespace, workbooks: int) -> Iterator[tuple[Executor, int]]:
    if options.scheduler is not None:
        from xl_vsm.batch.cluster import ClusterError, cluster  # noqa: PLC0415 - an extra

        try:
            with cluster(options.scheduler) as (executor, workers):
                yield executor, workers
        except ClusterError as error:
            raise CommandError(str(error)) from error
        return
    jobs = options.jobs or min(os.cpu_count() or 1, max(1, workbooks // EACH))
    if jobs == 1:
        yield Here(), 1
        return
    from xl_vsm.batch.executors import Processes  # noqa: PLC0415 - for several alone

    in_use()  # what is wrong with the figures is told here once, and not by each process
    with Processes(jobs) as executor:
        yield executor, jobs


def _journal_path(options: Namespace) -> Path | None:
    if options.journal is not None or not options.resume:
        path: Path | None = options.journal
        return path
    beside: Path = options.output.parent if options.output else Path()
    return beside / JOURNAL


def _baseline(path: Path | None) -> Baseline | None:
    try:
        return None if path is None else Baseline.load(path)
    except BaselineError as error:
        raise CommandError(str(error)) from error


def _keep_apart(paths: list[Path], options: Namespace) -> None:
    """Refuse to write where a workbook is, or two things to one place."""
    taken = {path.resolve(): "a workbook that is checked" for path in paths}
    for name in ("baseline", "config", "layout"):
        if getattr(options, name) is not None:
            taken[getattr(options, name).resolve()] = f"what --{name} reads"
    written = {"--output": options.output, "--summary": options.summary}
    written["--journal"] = _journal_path(options)
    for name, path in written.items():
        if path is None or (path.exists() and not path.is_file()):
            continue
        if path.resolve() in taken:
            raise CommandError(
                f"{path}: {name} would write over {taken[path.resolve()]}; name another file"
            )
        if path.suffix.lower() in WORKBOOKS and name != "--summary":
            raise CommandError(f"{path}: {name} writes no workbook; name another file")
        taken[path.resolve()] = f"what {name} writes"
    if options.summary is not None:
        from xl_vsm.cli.summary import may_be_written  # noqa: PLC0415 - as above

        may_be_written(options.summary)


def _copies(folder: Path, paths: list[Path]) -> Copies:
    from xl_vsm.cli.annotate import Copies  # noqa: PLC0415 - where it is asked for

    return Copies(folder, paths)


def _layout(path: Path | None) -> Layout | None:
    try:
        return None if path is None else Layout.load(path)
    except RefusedFile as refused:
        raise CommandError(refused.message) from refused


def _say(words: str) -> None:
    print(f"xl-vsm: {words}", file=sys.stderr)
