"""A run by the workers of a real Dask cluster on this machine."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.batch.cluster_processes import PATIENCE, Cluster, dask_cluster
from tests.batch.estate import estate
from xl_vsm.batch import (
    Checked,
    Here,
    Journal,
    Run,
    RunReport,
    Treatment,
    check_file,
)
from xl_vsm.batch.cluster import NOT_THERE, OTHER_RELEASE, cluster, there
from xl_vsm.batch.executors import Processes
from xl_vsm.batch.run import AHEAD
from xl_vsm.checks.one_workbook import Question
from xl_vsm.findings import WorkbookReport
from xl_vsm.policy import Purpose
from xl_vsm.release import VERSION
from xl_vsm.reports.json_report import as_json

distributed = pytest.importorskip("distributed", reason="Dask is not installed: xl-vsm[dask]")
psutil = pytest.importorskip("psutil", reason="Dask is not installed: xl-vsm[dask]")

QUESTION = Question(date(2026, 1, 1), date(2025, 4, 1))


@pytest.fixture(scope="module")
def dask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A cluster of two workers, one of which does two things at a time."""
    with dask_cluster(tmp_path_factory.mktemp("cluster")) as made:
        made.add_worker(threads=1)
        made.add_worker(threads=2)
        made.wait_for(2)
        yield made


@pytest.fixture
def journal() -> Iterator[Journal]:
    with Journal() as made:
        yield made


@pytest.fixture
def paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Give workbooks as somebody names them who stands beside them; the workers do not."""
    estate(tmp_path / "pay")
    monkeypatch.chdir(tmp_path)
    return [*sorted(Path("pay").glob("*.xlsx")), Path("pay/gone.xlsx")]


def run(journal: Journal, watch: Any = lambda _: None) -> Run:
    return Run(QUESTION, Treatment(lambda _: Purpose()), journal, watch=watch)


def on_cluster(made: Cluster, paths: list[Path], run: Run) -> RunReport:
    with cluster(made.address) as (executor, at_a_time):
        return run.over(paths, executor, at_a_time)


@pytest.fixture
def empty(tmp_path: Path) -> list[Path]:
    """Give files that take no time to check."""
    paths = [tmp_path / f"{number}.xlsx" for number in range(100)]
    for path in paths:
        path.touch()
    return paths


class Scheduler:
    """What the scheduler says, asked over a connection of the test's own."""

    def __init__(self, address: str) -> None:
        self.client = distributed.Client(address, set_as_default=False)

    def tasks(self) -> int:
        return int(self.client.run_on_scheduler(_tasks))

    def __enter__(self) -> Scheduler:
        return self

    def __exit__(self, *_: object) -> None:
        self.client.close()


def _tasks(dask_scheduler: Any) -> int:
    return len(dask_scheduler.tasks)


def test_the_report_is_that_of_a_local_run_to_the_letter(dask: Cluster, paths: list[Path]) -> None:
    texts = []
    with Journal() as one, Journal() as two, Journal() as three:
        texts.append(as_json(run(one).over(paths, Here())))
        with Processes(2) as executor:
            texts.append(as_json(run(two).over(paths, executor, 2)))
        texts.append(as_json(on_cluster(dask, paths, run(three))))
    assert '"path": "pay/a.xlsx"' in texts[0]
    assert '"WBK001"' in texts[0]
    assert texts[0] == texts[1] == texts[2]


def test_it_says_how_many_workbooks_it_checks_at_a_time(dask: Cluster) -> None:
    with cluster(dask.address) as (_, at_a_time):
        assert at_a_time == 3


def test_only_a_bounded_number_of_workbooks_is_with_the_cluster(
    dask: Cluster, empty: list[Path], journal: Journal
) -> None:
    most = 0
    with Scheduler(dask.address) as scheduler:

        def watch(_: WorkbookReport) -> None:
            nonlocal most
            most = max(most, scheduler.tasks())

        report = on_cluster(dask, empty, run(journal, watch))
    assert len(report.workbooks) == len(empty)
    # One more is on its way while the oldest is let go of.
    assert 3 < most <= 3 * AHEAD + 1


def test_what_was_asked_for_is_called_off_when_the_run_is_stopped(
    dask: Cluster, empty: list[Path], journal: Journal
) -> None:
    done: list[str] = []

    def watch(workbook: WorkbookReport) -> None:
        done.append(workbook.path)
        if len(done) == 3:
            raise KeyboardInterrupt

    with Scheduler(dask.address) as scheduler:
        report = on_cluster(dask, empty, run(journal, watch))
        until = time.monotonic() + PATIENCE
        while scheduler.tasks() and time.monotonic() < until:
            time.sleep(0.05)
        assert scheduler.tasks() == 0
    assert report.interrupted
    assert [each.path for each in report.workbooks] == done == list(map(str, empty[:3]))


def test_a_worker_that_is_killed_loses_nothing(tmp_path: Path, paths: list[Path]) -> None:
    paths = paths * 4
    done = 0
    with dask_cluster(tmp_path) as made, Journal() as here, Journal() as there:
        killed = psutil.Process(made.add_worker().pid)
        made.add_worker()
        made.wait_for(2)
        its_own: list[Any] = []

        def watch(_: WorkbookReport) -> None:
            nonlocal done
            done += 1
            if done == len(paths) // 3:
                its_own.extend(killed.children(recursive=True))
                killed.kill()

        report = on_cluster(made, paths, run(there, watch))
        assert made.workers[0].wait(PATIENCE) == -9
        assert as_json(report) == as_json(run(here).over(paths, Here()))
        # What it had parsing for it ends with it.
        assert its_own
        assert psutil.wait_procs(its_own, PATIENCE)[1] == []


def ending(path: Path, question: Question) -> Checked:
    """Stand in for checking a workbook that ends the process which checks it."""
    os._exit(1)


def test_a_workbook_that_ends_its_worker_is_given_up_and_the_next_is_checked(
    tmp_path: Path, paths: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    # Dask's own choice is three more workers; they would all have to be started here.
    monkeypatch.setenv("DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES", "0")
    with dask_cluster(tmp_path, workers=2) as made:
        made.wait_for(2)
        with cluster(made.address) as (executor, _):
            ended = executor.submit(ending, paths[0], QUESTION)
            assert type(ended.exception(PATIENCE)) is distributed.KilledWorker
            checked = executor.submit(check_file, paths[0], QUESTION).result(PATIENCE)
            assert checked.workbook.path == "pay/a.xlsx"


def test_a_scheduler_that_goes_away_ends_the_run(
    tmp_path: Path, paths: list[Path], journal: Journal
) -> None:
    with dask_cluster(tmp_path) as made:
        made.add_worker()
        made.wait_for(1)

        def watch(_: WorkbookReport) -> None:
            made.scheduler.kill()

        asked = run(journal, watch)
        report = on_cluster(made, paths * 40, asked)
    # What was checked by then is there as a local run has it, and it says that the rest is not.
    checked = len(report.workbooks)
    assert 0 < checked < len(paths * 40)
    with Journal() as here:
        local = run(here).over((paths * 40)[:checked], Here())
        assert list(report.workbooks) == list(local.workbooks)
    assert report.interrupted
    assert asked.stopped_by == "the Dask scheduler has gone"
    assert asked.exit_code == 2


def test_a_workbook_that_a_worker_does_not_see_is_no_missing_file(tmp_path: Path) -> None:
    path = tmp_path / "pay.xlsx"
    checked = there(check_file, Path("pay.xlsx"), path, True, QUESTION, VERSION)
    finding = checked.workbook.findings[0]
    assert finding.message == f"pay.xlsx {NOT_THERE}"
    assert not checked.workbook.complete
    unseen = there(check_file, Path("pay.xlsx"), path, False, QUESTION, VERSION)
    assert [each.code for each in unseen.workbook.findings] == ["WBK001"]


def test_a_worker_of_another_release_that_comes_later_gives_no_answers() -> None:
    path = Path("pay.xlsx")
    checked = there(check_file, path, path.absolute(), True, QUESTION, "1.0")
    assert checked.workbook.findings[0].message == f"pay.xlsx {OTHER_RELEASE.format('1.0')}"
