"""`xl-vsm layout`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, cast

import pytest

from tests.conftest import ROOT
from xl_vsm.cli import main

BOARD = ROOT / "workbooks" / "examples" / "trust_board_pay.xlsx"
FAULTS = ROOT / "workbooks" / "examples" / "trust_board_pay_faults.xlsx"


def _books(text: str) -> dict[str, Any]:
    (book,) = json.loads(text)["workbooks"]
    return cast("dict[str, Any]", book)


def test_it_shows_columns_particulars_and_rows_passed_over(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["layout", str(BOARD)]) == 0
    said = capsys.readouterr().out
    assert "Board pay 2025-26: headings in row 5" in said
    assert "  H   salary" in said
    assert "  X   contribution rate" in said
    assert "Trust details: no table of posts" in said
    assert "turnover" in said
    assert "passed over: subtotal" in said


def test_a_kept_layout_gives_the_same_findings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = tmp_path / "board.toml"
    assert main(["layout", str(FAULTS), "--save", str(kept)]) == 0
    assert f"--layout {kept}" in capsys.readouterr().out
    assert main(["check", str(FAULTS), "--format", "json"]) == 1
    inferred = capsys.readouterr().out
    assert main(["check", str(FAULTS), "--format", "json", "--layout", str(kept)]) == 1
    laid_out = capsys.readouterr().out
    for part in ("findings", "not_checked", "rows", "effective"):
        assert _books(laid_out)[part] == _books(inferred)[part]
    assert main(["layout", str(FAULTS), "--layout", str(kept)]) == 0


def test_a_corrected_layout_is_obeyed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept = tmp_path / "board.toml"
    main(["layout", str(BOARD), "--save", str(kept)])
    text = kept.read_text(encoding="utf-8")
    kept.write_text(text.replace('pension_rate = "X"\n', ""), encoding="utf-8")
    capsys.readouterr()
    assert main(["layout", str(BOARD), "--layout", str(kept)]) == 0
    assert "contribution rate" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nothing.xlsx"], "nothing.xlsx"),
        ([str(BOARD), "--save", "board.xlsx"], "a layout is kept as a .toml file"),
        ([str(BOARD), "--save", "no/such/folder/board.toml"], "cannot be written"),
        ([str(BOARD), "--layout", "no.toml"], "cannot be read"),
    ],
)
def test_what_cannot_be_done_is_said(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["layout", *words]) == 2
    assert said in capsys.readouterr().err


def test_faults_of_reading_are_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import openpyxl  # noqa: PLC0415

    book = openpyxl.Workbook()
    book.create_sheet("Hidden").sheet_state = "hidden"
    book.save(tmp_path / "empty.xlsx")
    assert main(["layout", str(tmp_path / "empty.xlsx")]) == 0
    said = capsys.readouterr().out
    assert "Hidden (hidden): no table of posts" in said
    assert "WBK201 no-pay-table-found" in said


def test_unknown_columns_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import openpyxl  # noqa: PLC0415

    book = openpyxl.Workbook()
    for row in (["Post", "Salary", "WTE", "Lease car"], ["Director", 120000, 1, "Yes"]):
        book.active.append(row)
    book.save(tmp_path / "car.xlsx")
    assert main(["layout", str(tmp_path / "car.xlsx")]) == 0
    assert "not known, not read: 'Lease car'" in capsys.readouterr().out
