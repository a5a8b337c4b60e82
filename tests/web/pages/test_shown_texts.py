"""What is shown of long texts, and of many findings: the gravest, as the purpose has it."""

from __future__ import annotations

import io
from datetime import date

import pytest
from openpyxl import Workbook

from tests.web.pages.officer import Officer
from xl_vsm.policy import Purpose
from xl_vsm.sheets import Caps, Limits
from xl_vsm.web import shown_sheets, work
from xl_vsm.web.shown_sheets import LONG, LONGEST, ShownSheet, beginning
from xl_vsm.web.uploads import Upload

STORY = "A long tale of a post. " * 200
HEADINGS = ("Reference", "Post", "Base salary (£)", "Pensionable pay", "Pension tier", "Notes")


def book(*notes: str, salary: object = "TBC") -> bytes:
    made = Workbook()
    sheet = made.worksheets[0]
    sheet.append(HEADINGS)
    for number, note in enumerate(notes):
        sheet.append((str(1001 + number), "Director", salary, 150_000, 6, note))
    kept = io.BytesIO()
    made.save(kept)
    return kept.getvalue()


def seen(data: bytes, purpose: Purpose | None = None) -> ShownSheet:
    asked = work.Asked(today=date(2026, 1, 1))
    (sheet,) = work.look(Upload("pay.xlsx", data), asked, Limits(), Caps(), purpose).sheets
    return sheet


def test_a_text_is_cut_with_a_sign() -> None:
    assert beginning("x" * LONGEST) == "x" * LONGEST
    assert beginning("x" * (LONGEST + 1)) == "x" * (LONGEST - 1) + "…"


def test_a_long_text_is_kept_as_far_as_anybody_reads_on() -> None:
    sheet = seen(book("short", STORY))
    notes = {line.place: line.cells["F" + line.place] for line in sheet.found}
    assert notes["2"] == "short"
    assert notes["3"] == f"{STORY[: LONG - 1]}…"
    assert sheet.first[2].cells["F"] == notes["3"]


def test_all_long_texts_together_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shown_sheets, "TOGETHER", LONG + LONGEST)
    notes = [line.cells["F" + line.place] for line in seen(book(STORY, STORY, STORY)).found]
    assert [len(note) for note in notes] == [LONG, LONGEST, LONGEST]
    assert all(note.endswith("…") for note in notes)


def test_the_lines_of_what_is_gravest_for_the_purpose_are_kept_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(shown_sheets, "MOST", 1)
    made = Workbook()
    sheet = made.worksheets[0]
    for row in (
        (*HEADINGS, *"abcdefgh"),
        ("1001", "Director", 150_000, 150_000, 3, "", *range(8)),
        ("1002", "Director", "TBC", 150_000, 6, "", *range(8)),
    ):
        sheet.append(row)
    kept = io.BytesIO()
    made.save(kept)
    for code, whole in (("PEN102", "2"), ("WBK101", "3")):
        others = {"PEN102", "PEN101", "WBK101"} - {code}
        purpose = Purpose("ours", "error", {code: "error", **dict.fromkeys(others, "note")})
        cut = {line.place: line.cut for line in seen(kept.getvalue(), purpose).found}
        assert {place for place, is_cut in cut.items() if not is_cut} == {whole}, code


def test_the_whole_text_can_be_unfolded_on_the_page(officer: Officer) -> None:
    page = officer.check(("pay.xlsx", book(STORY)), confirmed="yes")
    assert f"<summary>{STORY[: LONGEST - 1]}…</summary>{STORY[:300]}" in page.text
    read = officer.goes_on(page, "/columns")
    assert f"<summary>{STORY[: LONGEST - 1]}…</summary>{STORY[:300]}" in read.text
    examples = read.text.partition('id="column-0.0-F-why"')[0].rpartition("column-read__examples")[
        2
    ]
    assert len(examples) < 2 * LONGEST
