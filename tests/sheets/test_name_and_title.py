"""Columns that hold a person's name besides the title: the name goes nowhere."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

import xl_vsm
from xl_vsm.sheets import read
from xl_vsm.sheets.name_and_title import holds_names, title_alone


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Jane Example, Chief Executive", "Chief Executive"),
        ("Chief Executive: Jane Example", "Chief Executive"),
        ("A Sample \u2013 Director of Finance", "Director of Finance"),
        ("A Sample - Chief Nurse", "Chief Nurse"),
        ("A Sample-Other\nChief Operating Officer", "Chief Operating Officer"),
        ("Dr P Nobody (Medical Director)", "Medical Director"),
        ("J Example, Chair, from 1 May", "Chair"),
        ("J Example, Deputy CEO and CFO", "Deputy CEO and CFO"),
        ("Chief People Officer", "Chief People Officer"),
        ("Jane Example", ""),
        ("", ""),
    ],
)
def test_the_title_alone_is_taken(text: str, title: str) -> None:
    assert title_alone(text) == title


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        ("Name and title", True),
        ("NAME & TITLE", True),
        ("Director name and title", True),
        ("Post name", False),
        ("Job title", False),
    ],
)
def test_which_headings_speak_of_names(heading: str, names: bool) -> None:
    assert holds_names(heading) is names


def test_no_name_is_left_in_what_was_read_or_found(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["Pay as at 30 September 2025"],
        ["Name and title", "Salary", "Pensionable pay", "Contribution rate"],
        ["Jane Example, Chief Executive", 195_000, 195_000, 0.107],
        ["Kim Sample", 150_000, 150_000, 0.125],
    ):
        sheet.append(row)
    path = tmp_path / "pay.xlsx"
    book.save(path)
    first, second = read(path).rows
    assert (first.key, second.key) == ("Chief Executive", "row 4")
    assert first.post is not None
    assert first.post.read_as == (
        "the title alone was taken, as a post is never known by a person's name"
    )
    report = xl_vsm.check(path)
    assert {(f.code, f.cell) for f in report.findings} >= {("PEN101", "D3"), ("WBK102", "A4")}
    assert [name for name in ("Jane", "Example", "Kim") if name in report.model_dump_json()] == []
