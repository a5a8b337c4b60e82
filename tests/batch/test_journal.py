"""What is kept of a run, and what a later run makes of it."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.batch.estate import estate
from xl_vsm.batch import Here, Journal, JournalError, Run, Treatment
from xl_vsm.batch.basis import basis_of
from xl_vsm.checks.one_workbook import Question
from xl_vsm.findings import Finding, WorkbookReport
from xl_vsm.policy import Purpose
from xl_vsm.sheets import Caps, Layout, Limits

QUESTION = Question(date(2026, 1, 1), date(2025, 4, 1))


@pytest.fixture
def paths(tmp_path: Path) -> list[Path]:
    return estate(tmp_path / "estate")


def run(kept: Path, paths: list[Path], question: Question = QUESTION, **others: Any) -> Run:
    with Journal(kept) as journal:
        made = Run(question, Treatment(lambda _: Purpose()), journal, **others)
        made.report = list(made.over(paths, Here()).workbooks)  # type: ignore[attr-defined]
    return made


def test_what_has_not_changed_is_not_checked_again(tmp_path: Path, paths: list[Path]) -> None:
    first = run(tmp_path / "kept", paths)
    again = run(tmp_path / "kept", paths)
    assert (first.reused, again.reused) == (0, 3)  # the broken two are looked at again
    assert again.report == first.report  # type: ignore[attr-defined]
    assert again.exit_code == first.exit_code


def test_a_workbook_that_changed_is_checked_again(tmp_path: Path, paths: list[Path]) -> None:
    run(tmp_path / "kept", paths)
    shutil.copy(paths[2], paths[0])
    assert run(tmp_path / "kept", paths).reused == 2


@pytest.mark.parametrize(
    "change",
    [
        {"effective": date(2025, 4, 2)},
        {"known": date(2025, 6, 1)},
        {"layout": Layout()},
        {"recalculate": True},
        {"limits": Limits(parts=10)},
        {"caps": Caps(seconds=10)},
    ],
)
def test_another_question_rests_on_something_else(
    paths: list[Path], change: dict[str, Any]
) -> None:
    basis = basis_of(paths[0], QUESTION, "figures")
    assert basis_of(paths[0], QUESTION, "figures") == basis
    assert basis_of(paths[0], replace(QUESTION, **change), "figures") != basis
    assert basis_of(paths[0], QUESTION, "other figures") != basis


def test_another_question_is_asked_anew(tmp_path: Path, paths: list[Path]) -> None:
    run(tmp_path / "kept", paths[:1])
    other = replace(QUESTION, effective=date(2025, 4, 2))
    assert run(tmp_path / "kept", paths[:1], other).reused == 0


def test_other_figures_are_asked_anew(
    tmp_path: Path, paths: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    run(tmp_path / "kept", paths)
    monkeypatch.setattr("xl_vsm.batch.run.figures_digest", lambda _: "others")
    assert run(tmp_path / "kept", paths).reused == 0


def test_a_layout_that_was_put_beside_a_workbook_counts(tmp_path: Path, paths: list[Path]) -> None:
    run(tmp_path / "kept", paths[:1])
    paths[0].with_name("a.layout.toml").write_text("", encoding="utf-8")
    assert run(tmp_path / "kept", paths[:1]).reused == 0


def test_another_day_by_the_clock_counts_only_where_it_was_used(
    tmp_path: Path, paths: list[Path]
) -> None:
    tomorrow = replace(QUESTION, today=date(2026, 1, 2))
    run(tmp_path / "kept", paths)
    assert run(tmp_path / "kept", paths, tomorrow).reused == 3
    by_the_clock = replace(QUESTION, effective=None)
    run(tmp_path / "other", paths, by_the_clock)
    states_no_day = _without_a_day(run(tmp_path / "other", paths, by_the_clock).report)  # type: ignore[attr-defined]
    later = run(tmp_path / "other", paths, replace(by_the_clock, today=date(2026, 1, 2)))
    assert later.reused == 3 - states_no_day


def _without_a_day(workbooks: list[WorkbookReport]) -> int:
    def says(finding: Finding) -> bool:
        return finding.code == "WBK108"

    return sum(any(map(says, each.findings)) for each in workbooks)


def test_a_workbook_has_the_name_of_this_run(
    tmp_path: Path, paths: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    run(tmp_path / "kept", paths)
    monkeypatch.chdir(tmp_path)
    again = run(tmp_path / "kept", [path.relative_to(tmp_path) for path in paths])
    assert again.reused == 3
    assert again.report[0].path == str(Path("estate") / "a.xlsx")  # type: ignore[attr-defined]


def test_a_file_keeps_one_line_a_workbook(tmp_path: Path, paths: list[Path]) -> None:
    kept = tmp_path / "kept"
    run(kept, paths)
    run(kept, paths[:2])
    lines = [json.loads(line) for line in kept.read_bytes().splitlines()]
    assert sorted(Path(line["path"]).name for line in lines) == [p.name for p in paths]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_nobody_else_can_read_it(tmp_path: Path, paths: list[Path]) -> None:
    with Journal(tmp_path / "kept"):
        assert (tmp_path / "kept").stat().st_mode & 0o077 == 0
    run(tmp_path / "kept", paths[:1])
    assert (tmp_path / "kept").stat().st_mode & 0o077 == 0


def test_a_line_cut_short_spoils_no_other(tmp_path: Path, paths: list[Path]) -> None:
    kept = tmp_path / "kept"
    run(kept, [paths[0], paths[2], paths[4]])
    kept.write_bytes(kept.read_bytes()[:-100])
    assert run(kept, paths).reused == 2
    assert run(kept, paths).reused == 3


def test_a_line_of_another_release_is_not_used(tmp_path: Path, paths: list[Path]) -> None:
    kept = tmp_path / "kept"
    run(kept, paths[:1])
    line = json.loads(kept.read_bytes())
    kept.write_text(json.dumps({**line, "new": 1}) + "\n", encoding="utf-8")
    assert run(kept, paths[:1]).reused == 0


@pytest.mark.parametrize("text", ["PK\x03\x04 a workbook", "[]\n", '{"path": "x"}\n', "notes"])
def test_what_is_no_journal_is_refused_and_left_as_it_is(tmp_path: Path, text: str) -> None:
    kept = tmp_path / "kept"
    kept.write_text(text, encoding="utf-8")
    with pytest.raises(JournalError, match="is not what an earlier run kept; name another file"):
        Journal(kept)
    assert kept.read_text(encoding="utf-8") == text


def test_a_folder_is_no_journal(tmp_path: Path) -> None:
    with pytest.raises(JournalError, match="is no file; name another"):
        Journal(tmp_path)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has such a device")
@pytest.mark.parametrize("device", ["/dev/null", "/dev/full"])
def test_a_device_is_no_journal_and_stays_one(device: str) -> None:
    with pytest.raises(JournalError, match="is no file; name another"):
        Journal(Path(device))
    assert Path(device).is_char_device()


def test_a_journal_that_cannot_be_kept_is_said(tmp_path: Path) -> None:
    with pytest.raises(JournalError, match="cannot be written: No such file"):
        Journal(tmp_path / "none" / "kept")


def test_without_a_name_nothing_is_kept(tmp_path: Path, paths: list[Path]) -> None:
    before = sorted(tmp_path.rglob("*"))
    with Journal() as journal:
        report = Run(QUESTION, Treatment(lambda _: Purpose()), journal).over(paths, Here())
        assert len(list(report.workbooks)) == len(report.workbooks) == 5
    assert sorted(tmp_path.rglob("*")) == before
