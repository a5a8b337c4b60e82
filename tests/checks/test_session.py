"""`xl_vsm.check` on whatever names workbooks."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

import pytest

import xl_vsm
from xl_vsm.checks import one_workbook

EXAMPLES = Path("workbooks/examples")
RIGHT, WRONG = EXAMPLES / "trust_board_pay.xlsx", EXAMPLES / "trust_board_pay_faults.xlsx"


def codes(*paths: Path) -> list[set[str]]:
    report = xl_vsm.check(paths)
    return [{each.code for each in workbook.findings} for workbook in report.workbooks]


def test_no_workbook_at_all() -> None:
    assert xl_vsm.check([]).summary.workbooks == 0


def test_the_same_workbook_twice() -> None:
    first, second = xl_vsm.check([WRONG, WRONG]).workbooks
    assert first == second


def test_workbooks_that_are_there_only_while_it_is_their_turn() -> None:
    def one_by_one() -> Iterator[Path]:
        for path in (RIGHT, WRONG):
            with TemporaryDirectory() as folder:
                yield Path(copyfile(path, Path(folder) / "pay.xlsx"))

    right, wrong = xl_vsm.check(one_by_one()).workbooks
    assert [each.code for each in right.findings] == ["BND001"]
    assert len(wrong.findings) > 10


def test_a_file_that_was_refused_is_read_as_it_is_the_next_time(tmp_path: Path) -> None:
    path, layout = tmp_path / "pay.xlsx", tmp_path / "pay.layout.toml"
    copyfile(WRONG, path)
    layout.write_text("no layout", encoding="utf-8")
    assert codes(path) == [{"WBK204"}]
    layout.unlink()
    copyfile(RIGHT, path)
    assert codes(RIGHT, path) == [{"BND001"}, {"BND001"}]


@pytest.mark.parametrize("name", ["", ".", "x" * 300, "gone.xlsx"])
def test_what_is_no_file_is_a_finding(name: str) -> None:
    assert codes(Path(name)) == [{"WBK001"}]


def test_nothing_goes_on_where_the_check_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    before = threading.active_count()
    monkeypatch.setattr(one_workbook, "check_read", stopped)
    with pytest.raises(KeyboardInterrupt):
        xl_vsm.check(WRONG)
    assert threading.active_count() == before


def test_what_is_asked_may_be_a_text() -> None:
    assert xl_vsm.check(str(WRONG)) == xl_vsm.check(WRONG)
