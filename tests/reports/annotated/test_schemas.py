"""Copies against the schemas, as Microsoft's Open XML SDK holds them: no fault that is new."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.reports.annotated.books import changed, plain, replaced, rich
from tests.reports.annotated.compare import three_findings
from tests.reports.annotated.readers import new_faults
from tests.template.ooxml.judge import faults
from tests.template.ooxml.set_up import missing
from xl_vsm import check
from xl_vsm.reports.annotated import annotate, own_workbook

pytestmark = pytest.mark.skipif(missing() is not None, reason=str(missing()))

EXAMPLES = sorted((ROOT / "workbooks" / "examples").glob("*.xlsx"))


def test_copies_of_made_books(tmp_path: Path) -> None:
    books = [plain(), rich(), rich(macros=True)]
    copies = [
        (Path(f"{number}"), book, annotate(book, three_findings(book)).data)
        for number, book in enumerate(books)
    ]
    assert list(new_faults(copies, tmp_path)) == []


def test_copies_of_the_examples_and_findings_alone(tmp_path: Path) -> None:
    for number, path in enumerate(EXAMPLES):
        report = check(path)
        copy, alone = tmp_path / f"{number}.xlsx", tmp_path / f"{number} alone.xlsx"
        copy.write_bytes(annotate(path.read_bytes(), report).data)
        alone.write_bytes(own_workbook(report, "it is signed"))
    found = faults("Microsoft365", *tmp_path.glob("*.xlsx"))
    assert len(found) == 2 * len(EXAMPLES)
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_a_fault_of_ours_would_be_seen(tmp_path: Path) -> None:
    book = plain()
    wrong = replaced((b"<hyperlinks>", b"<hyperlinks><wrong/>"))
    copy = changed(annotate(book, three_findings(book)).data, {"xl/worksheets/sheet1.xml": wrong})
    ((_, seen),) = set_of(new_faults([(Path("a"), book, copy)], tmp_path))
    assert "wrong" in seen


def set_of(found: object) -> set[tuple[str, str]]:
    return {(str(path), " ".join(words)) for path, words in found}  # type: ignore[attr-defined]
