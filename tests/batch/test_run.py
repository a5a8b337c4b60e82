"""Runs over several workbooks."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures.process import BrokenProcessPool
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.batch.estate import estate
from xl_vsm.batch import Here, Journal, Run, RunReport, Treatment, executors
from xl_vsm.batch import run as running
from xl_vsm.batch.answers import Done
from xl_vsm.batch.executors import Processes
from xl_vsm.checks.one_workbook import Question
from xl_vsm.findings import WorkbookReport
from xl_vsm.policy import Purpose

DAY = date(2025, 4, 1)


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return estate(tmp_path_factory.mktemp("estate"))


@pytest.fixture
def journal() -> Iterator[Journal]:
    with Journal() as made:
        yield made


def made(journal: Journal, **others: Any) -> Run:
    treatment = Treatment(lambda _: Purpose())
    return Run(Question(date(2026, 1, 1), DAY), treatment, journal, **others)


def said(report: RunReport) -> list[str]:
    return [each.model_dump_json() for each in report.workbooks]


class Breaking(Here):
    """Ends its process for one workbook."""

    def __init__(self, name: str, fault: Exception) -> None:
        self.name = name
        self.fault = fault

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Done:
        if args[0].name != self.name:
            return super().submit(fn, *args, **kwargs)
        return Done(fault=self.fault)


def test_every_workbook_is_reported_in_order_and_the_broken_ones_say_why(
    paths: list[Path], journal: Journal
) -> None:
    run = made(journal)
    report = run.over(paths, Here())
    assert [each.path for each in report.workbooks] == [str(path) for path in paths]
    assert [each.complete for each in report.workbooks] == [True, False, True, False, True]
    assert [each.findings[0].code for each in report.workbooks if not each.complete] == [
        "WBK003",
        "WBK006",
    ]
    assert run.exit_code == 2
    assert (report.summary.workbooks, report.summary.rows > 20) == (5, True)
    assert "pay ranges" in report.parameters.illustrative
    assert not report.interrupted


def test_two_processes_say_the_same_as_none(paths: list[Path], journal: Journal) -> None:
    alone = made(journal).over(paths, Here())
    with Journal() as other, Processes(2) as executor:
        together = made(other).over(paths, executor, 2)
        assert said(together) == said(alone)
    assert (together.parameters, together.summary) == (alone.parameters, alone.summary)


def test_no_more_is_asked_for_than_will_soon_be_needed(
    paths: list[Path], journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Counting:
        most = asked = 0

        def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Done:
            self.asked += 1
            self.most = max(self.most, self.asked - len(taken))
            return Here().submit(fn, *args, **kwargs)

    taken: list[WorkbookReport] = []
    executor = Counting()
    monkeypatch.setattr(running, "AHEAD", 2)
    made(journal, watch=taken.append).over(paths, executor)
    assert (executor.asked, executor.most) == (5, 2)


def test_a_workbook_beside_one_that_ends_the_process_is_checked_by_itself(
    paths: list[Path], journal: Journal
) -> None:
    expected = said(made(journal).over(paths, Here()))
    with Journal() as other:
        report = made(other).over(paths, Breaking("c.xlsx", BrokenProcessPool()))
        assert said(report) == expected


def test_a_workbook_that_ends_every_process_is_a_finding(
    paths: list[Path], journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    breaking = Breaking("c.xlsx", BrokenProcessPool())
    monkeypatch.setattr(executors, "Processes", lambda _: nullcontext(breaking))
    run = made(journal)
    report = run.over(paths[2:3], Breaking("c.xlsx", BrokenProcessPool()))
    (finding,) = next(iter(report.workbooks)).findings
    assert finding.code == "RUN002"
    assert finding.message.startswith("c.xlsx ended the process that checked it (BrokenProcessPool")
    assert run.exit_code == 2


def test_what_else_goes_wrong_elsewhere_is_a_finding(paths: list[Path], journal: Journal) -> None:
    report = made(journal).over(paths, Breaking("c.xlsx", OSError("no room")))
    codes = [[f.code for f in each.findings] for each in report.workbooks]
    assert codes[2] == ["RUN002"]
    assert codes[1] == ["WBK003"]


def test_an_answer_by_other_figures_is_not_taken(
    paths: list[Path], journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "figures_digest", lambda _: "others")
    report = made(journal).over(paths[:1], Here())
    (finding,) = next(iter(report.workbooks)).findings
    assert finding.code == "RUN002"
    assert "was checked where other figures are loaded" in finding.message


@pytest.mark.parametrize("after", [0, 1, 3])
def test_ctrl_c_leaves_a_report_of_what_was_done(
    paths: list[Path], journal: Journal, after: int
) -> None:
    seen: list[WorkbookReport] = []

    def watch(workbook: WorkbookReport) -> None:
        if len(seen) == after:
            raise KeyboardInterrupt
        seen.append(workbook)

    run = made(journal, watch=watch)
    report = run.over(paths, Here())
    assert report.interrupted
    assert run.exit_code == 2
    assert [each.path for each in report.workbooks] == [str(p) for p in paths[: after + 1]]
    assert report.summary.workbooks == after + 1


def test_each_folder_has_its_own_limits(paths: list[Path], journal: Journal) -> None:
    from xl_vsm.sheets import Caps, Limits  # noqa: PLC0415 - for this test alone

    run = made(journal, limits=lambda _: (Limits(file_bytes=100), Caps()))
    codes = {f.code for each in run.over(paths, Here()).workbooks for f in each.findings}
    assert codes == {"SEC001", "WBK003"}  # b.xlsx is smaller than that
