"""Workbooks as trusts keep them: what is read unaided, against what a person reads."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.conftest import ROOT
from xl_vsm.sheets import Layout, Workbook, read

from .scoring import MESSY, REQUIRED, names, score

UNAIDED = 0.9
"""The share of columns that must be found with nothing to help."""


def test_there_are_twenty() -> None:
    assert len(names()) == 20


@pytest.mark.parametrize("name", names())
def test_nothing_is_taken_for_what_it_is_not(name: str) -> None:
    found = score(name)
    assert found.wrong == ()
    assert found.unasked == ()


@pytest.mark.parametrize("name", names())
def test_every_column_that_the_checks_cannot_do_without_is_found(name: str) -> None:
    assert [column for column in score(name).missed if column[1] in REQUIRED] == []


def test_nine_columns_in_ten_are_found_unaided() -> None:
    count: Counter[str] = Counter()
    for name in names():
        found = score(name)
        count["found"] += len(found.assigned)
        count["all"] += len(found.assigned | found.missed)
    assert count["all"] > 150
    assert count["found"] >= UNAIDED * count["all"]


@pytest.mark.parametrize("name", names())
def test_a_kept_layout_reads_the_same(name: str, tmp_path: Path) -> None:
    path = MESSY / f"{name}.xlsx"
    inferred = read(path)
    kept = tmp_path / "kept.toml"
    kept.write_text(Layout.of(inferred).to_toml(), encoding="utf-8")
    assert values(read(path, Layout.load(kept))) == values(inferred)


def values(workbook: Workbook) -> list[object]:
    return [
        (row.sheet, row.number, field, entry.cell, entry.state, entry.value, entry.least)
        for row in workbook.rows
        for field, entry in row.entries()
    ]


def test_the_workbooks_are_made_the_same_again(tmp_path: Path) -> None:
    script = ROOT / "workbooks" / "make_messy.py"
    subprocess.run([sys.executable, str(script), str(tmp_path)], check=True, cwd=ROOT)
    kept = sorted(path for path in MESSY.iterdir() if path.suffix in {".xlsx", ".csv"})
    assert [path.name for path in kept] == sorted(path.name for path in tmp_path.iterdir())
    for path in kept:
        assert path.read_bytes() == (tmp_path / path.name).read_bytes(), path.name
