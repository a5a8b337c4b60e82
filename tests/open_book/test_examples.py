"""A workbook checked where it is open is found to have the faults that its file has."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import xl_vsm
from tests.open_book.add_in import Server
from tests.open_book.conftest import EXAMPLES, NEED_FORMULAS, Excel
from tests.open_book.model import Open, opened
from tests.open_book.windows import Windows

ALL = sorted(EXAMPLES.glob("*.xlsx"))


def found(report: Any, *fields: str) -> list[tuple[Any, ...]]:
    (workbook,) = report["workbooks"]
    kept = ("code", "severity", "sheet", "cell", *fields)
    return [tuple(each[name] for name in kept) for each in workbook["findings"]]


def of_file(path: Path) -> Any:
    return xl_vsm.check(path).model_dump(mode="json", by_alias=True)


def test_there_are_four_examples() -> None:
    assert len(ALL) == 4


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_windows_shows_all_that_the_file_does(path: Path, windows: Windows) -> None:
    mine, its = windows.press(opened(path)), of_file(path)
    assert found(mine, "message", "stated", "why") == found(its, "message", "stated", "why")
    for part in ("not_checked", "sheets", "rows"):
        assert mine["workbooks"][0][part] == its["workbooks"][0][part]
    assert mine["parameters"] == its["parameters"]


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_the_add_in_finds_the_same_at_the_same_cells(path: Path, server: Server) -> None:
    mine, its = server.press(opened(path), effective=None), of_file(path)
    # What a cell states is bare there: the add-in sends no number formats.
    seen = [each for each in found(its, "message", "expected") if each[0] not in NEED_FORMULAS]
    assert found(mine, "message", "expected") == seen
    assert mine["workbooks"][0]["not_checked"] == [
        each for each in its["workbooks"][0]["not_checked"] if each["code"] not in NEED_FORMULAS
    ]
    assert mine["parameters"] == its["parameters"]


def test_the_two_days_may_be_given(excel: Excel, faults: Open) -> None:
    mine = excel.press(faults, effective="2025-06-01", known="2025-06-01")
    assert mine["parameters"]["effective"] == mine["parameters"]["known"] == "2025-06-01"
