"""`xl-vsm check`."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from pathlib import Path

from xl_vsm.batch import Here, Journal, JournalError, Processes, Run, RunReport, Treatment
from xl_vsm.checks.one_workbook import Question
from xl_vsm.cli.annotate import Copies
from xl_vsm.cli.beside_workbooks import Beside
from xl_vsm.cli.errors import CommandError
from xl_vsm.cli.found import WORKBOOKS, found_workbooks
from xl_vsm.cli.progress import progress
from xl_vsm.cli.summary import print_summary, write_summary
from xl_vsm.cli.written import REDACTED, Write, write_report, writer
from xl_vsm.clock import today
from xl_vsm.parameters.store import in_use
from xl_vsm.policy import Baseline, BaselineError
from xl_vsm.sheets import Layout, RefusedFile

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
    )
    paths = list(found_workbooks(options.paths))
    _keep_apart(paths, options)
    beside = Beside(
        options.config, options.profile, options.fail_on, map(Path, (".", *options.paths))
    )
    profile = beside.one_profile(paths)
    write = writer(options.format, beside.strictest(paths))
    redact = options.format in REDACTED if options.redact is None else options.redact
    treatment = Treatment(beside.purpose, _baseline(options.baseline), redact)
    copies = None if options.annotate is None else Copies(options.annotate, paths)
    with _journal(options) as journal:
        run = Run(question, treatment, journal, beside.limits, profile)
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
        write_summary(report, options.summary)
    if options.format == "console" and options.output is None and len(report.workbooks) > 1:
        print_summary(report)
    if run.reused:
        of_all = f"{run.reused:,} of {len(report.workbooks):,}"
        _say(f"{of_all} workbooks are unchanged since an earlier run, and were not checked again")
    if report.interrupted:
        _say(f"stopped: the report has the {len(report.workbooks):,} workbooks checked by then")


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
    jobs = options.jobs or min(_cores(), max(1, workbooks // EACH))
    if jobs == 1:
        yield Here(), 1
        return
    in_use()  # what is wrong with the figures is told here once, and not by each process
    with Processes(jobs) as executor:
        yield executor, jobs


def _cores() -> int:
    import os  # noqa: PLC0415 - for this alone

    return os.cpu_count() or 1


def _journal(options: Namespace) -> Journal:
    if not options.resume and options.journal is None:
        return Journal()
    beside = options.output.parent if options.output else Path()
    try:
        return Journal(options.journal or beside / JOURNAL)
    except JournalError as error:
        raise CommandError(str(error)) from error


def _baseline(path: Path | None) -> Baseline | None:
    try:
        return None if path is None else Baseline.load(path)
    except BaselineError as error:
        raise CommandError(str(error)) from error


def _keep_apart(paths: list[Path], options: Namespace) -> None:
    """Refuse to write where a workbook is: what is checked is never written to."""
    checked = {path.resolve() for path in paths}
    for output in (options.output, options.journal, options.summary):
        if output is None:
            continue
        a_workbook = output.suffix.lower() in WORKBOOKS and output is not options.summary
        if a_workbook or output.resolve() in checked:
            raise CommandError(
                f"{output}: a report is not written over a workbook; name another file"
            )


def _layout(path: Path | None) -> Layout | None:
    try:
        return None if path is None else Layout.load(path)
    except RefusedFile as refused:
        raise CommandError(refused.message) from refused


def _say(words: str) -> None:
    print(f"xl-vsm: {words}", file=sys.stderr)
