"""The organisation that a title names."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from xl_vsm.sheets import Layout, Workbook, read

HEADINGS = ["Post", "Salary", "Pensionable pay", "Tier"]
POST = ["Chief Executive", 195_000, 195_000, 6]


def book(tmp_path: Path, *above: list[str], under: str = "") -> Workbook:
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    for row in (*above, HEADINGS, POST, [], [under]):
        sheet.append(row)
    made.save(tmp_path / "pay.xlsx")
    return read(tmp_path / "pay.xlsx")


def named(workbook: Workbook) -> tuple[str, str] | None:
    found = workbook.particulars.organisation
    return (found.cell, str(found.value)) if found else None


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Northquay NHS Foundation Trust", "Northquay NHS Foundation Trust"),
        ("Northquay NHS Trust \u2013 Board pay 2025/26", "Northquay NHS Trust"),
        ("NHS Three Dales Integrated Care Board: pay", "NHS Three Dales Integrated Care Board"),
        ("The Isle of Moor and Vale  NHS Trust", "The Isle of Moor and Vale NHS Trust"),
        ("Pay of the NHS Trust", None),
        ("Transferred from Northquay NHS Trust", None),
        ("Board Pay Northquay NHS Trust", None),
        ("NHS Trust", None),
        ("Board pay", None),
    ],
)
def test_a_title_that_begins_with_a_name(tmp_path: Path, title: str, name: str | None) -> None:
    assert named(book(tmp_path, [title])) == (("A1", name) if name else None)


def test_two_names_are_none(tmp_path: Path) -> None:
    assert named(book(tmp_path, ["Northquay NHS Trust"], ["Southquay NHS Trust"])) is None
    again = ["Northquay NHS Trust"], ["Northquay NHS Trust, Board pay"]
    assert named(book(tmp_path, *again)) == ("A1", "Northquay NHS Trust")


def test_a_label_goes_before_a_title(tmp_path: Path) -> None:
    made = book(tmp_path, ["Northquay NHS Trust"], ["Organisation", "Southquay NHS Trust"])
    assert named(made) == ("B2", "Southquay NHS Trust")
    assert made.faults == ()


def test_what_stands_under_the_posts_names_nobody(tmp_path: Path) -> None:
    assert named(book(tmp_path, ["Board pay"], under="Northquay NHS Trust")) is None


def test_it_is_said_and_a_kept_layout_reads_it_again(tmp_path: Path) -> None:
    made = book(tmp_path, ["Northquay NHS Trust, Board pay"])
    found = made.particulars.organisation
    assert found is not None
    assert found.read_as == (
        'title "Northquay NHS Trust, Board pay" read as the organisation Northquay NHS Trust'
    )
    kept = Layout.of(made)
    assert kept.particulars["organisation"].endswith("!A1")
    assert named(read(tmp_path / "pay.xlsx", kept)) == ("A1", "Northquay NHS Trust")
