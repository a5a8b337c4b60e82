"""The estate that the benchmark checks."""

from __future__ import annotations

from pathlib import Path

import pytest

import xl_vsm
from benchmarks.estate import BROKEN, POSTS, workbook
from benchmarks.thousand import EACH, NUMBER, write_estate

GOOD = workbook(0)
MADE_UP = {"BND001", "PAY104"}
"""What is found because this release has no real pay ranges."""
PLANTED = {"PEN101", "PEN102", "PEN103", "AWD102"}


def test_twenty_of_a_thousand_are_broken(tmp_path: Path) -> None:
    assert NUMBER // EACH == 20
    assert write_estate(tmp_path, 2 * EACH) == 2
    paths = sorted(tmp_path.rglob("*.xlsx"))
    assert len(paths) == 2 * EACH
    assert len({path.read_bytes() for path in paths}) == 2 * EACH


def test_a_workbook_is_the_same_each_time() -> None:
    assert workbook(0) == GOOD
    assert workbook(1) != GOOD


def test_only_the_faults_that_were_put_in_are_found(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.xlsx" for number in range(3)]
    for number, path in enumerate(paths):
        path.write_bytes(workbook(number))
    report = xl_vsm.check(paths)
    found = {each.code for each in report.findings}
    assert all(each.complete and each.rows == POSTS for each in report.workbooks)
    assert all(each.organisation for each in report.workbooks)
    assert found & PLANTED
    assert found <= PLANTED | MADE_UP


@pytest.mark.parametrize("how", dict(BROKEN))
def test_a_broken_one_cannot_be_read(how: str, tmp_path: Path) -> None:
    path = tmp_path / f"{how}.xlsx"
    path.write_bytes(dict(BROKEN)[how](GOOD))
    (workbook,) = xl_vsm.check(path).workbooks
    assert not workbook.complete
    assert len(workbook.findings) == 1
