"""A committee's papers, from the page: with and without scripts, and what was asked wrongly."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

from tests.reports.html.browser import browser_missing
from tests.web.pages.officer import EXAMPLES, FAULTS, MESSY, Form, Officer
from tests.web.pages.reader import Reader
from tests.web.running import Running
from xl_vsm.web.protection import FIELD

needs_browser = pytest.mark.skipif(browser_missing() is not None, reason=str(browser_missing()))
TRUST = EXAMPLES / "trust_board_pay.xlsx"


def titles(data: bytes) -> list[str]:
    lines = Document(BytesIO(data)).paragraphs
    return [line.text for line in lines if line.style.name == "Title"]


@needs_browser
@pytest.mark.parametrize("scripts", [True, False])
def test_each_paper_can_be_taken(reader: Callable[..., Reader], *, scripts: bool) -> None:
    it = reader(java_script_enabled=scripts)
    it.checks(TRUST)
    it.presses("Papers for the committee")
    it.page.get_by_label("Proposed salaries").fill("1011=£151,000; 1002=£149,000")
    name, data = it.takes("Word: Pay case and justification")
    assert name == "trust_board_pay pay-case.docx"
    assert titles(data) == [
        "Pay case and justification: Director of Improvement",
        "Pay case and justification: Chief Finance Officer (shared post)",
    ]
    name, data = it.takes("Excel: Costing")
    assert name == "trust_board_pay costing.xlsx"
    assert len(load_workbook(BytesIO(data)).sheetnames) > 3
    for field, said in (
        ("First month", "April 2025"),
        ("Last such month", "07/2025"),
        ("The day by whose tables", "31/05/2025"),
    ):
        it.page.get_by_label(field).fill(said)
    name, data = it.takes("Excel: Arrears")
    assert name == "trust_board_pay arrears.xlsx"
    for kind in ("Annual pay report", "Equality view"):
        _, data = it.takes(f"Word: {kind}")
        assert len(titles(data)) == 1
    assert it.complaints == it.elsewhere == []


def to_papers(officer: Officer, *files: Path) -> Any:
    return officer.goes_on(officer.check(*files, confirmed="1"), "/papers")


def test_what_was_asked_wrongly_is_asked_again_with_what_was_typed(officer: Officer) -> None:
    page = to_papers(officer, TRUST)
    for typed, says, at in (
        ({"first": "2025-04"}, "arrears need the first month, the last one", "arrears"),
        (
            {"first": "2025-04", "last": "2025-03", "paid_by": "2025-05-31"},
            "comes after the last",
            "arrears",
        ),
        (
            {"first": "2025-04", "last": "2025-07", "paid_by": "05/31/2025"},
            "must be a day such as 31/05/2025 or 31 May 2025: &#34;05/31/2025&#34; has no month",
            "paid_by",
        ),
        ({"first": "2025-04", "last": "summer"}, "Last such month must be a month such as", "last"),
    ):
        answer = send(officer, page, "/papers/arrears.xlsx", **typed)
        assert answer.status_code == 422
        text = " ".join(answer.text.split())
        assert says in text.replace("Arrears need", "arrears need")
        assert f'href="#{at}"' in text
        assert 'value="2025-04"' in text
        assert 'name="carried"' in text


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("1011=£150,000; 1011=£149,000", "two salaries are proposed for"),
        ("1011=£0", "proposes a salary of £0"),
        ("1" * 4_001, "Proposed salaries: type no more than 4,000"),
    ],
)
def test_what_is_proposed_wrongly_is_said_at_the_field(
    officer: Officer, said: str, why: str
) -> None:
    answer = send(officer, to_papers(officer, TRUST), "/papers/pay-case.xlsx", proposed=said)
    assert answer.status_code == 422
    assert why.casefold() in answer.text.casefold()
    assert 'href="#proposed"' in answer.text


def test_a_proposed_post_is_asked_for_beside_others(officer: Officer) -> None:
    typed = {"posts": "1002", "proposed": "1011=£151,000"}
    answer = send(officer, to_papers(officer, TRUST), "/papers/pay-case.docx", **typed)
    assert len(titles(answer.content)) == 2


def send(officer: Officer, page: Any, path: str, **typed: str) -> Any:
    form = Form(page.text, "/papers")
    fields = [(name, typed.pop(name, value)) for name, value in form.fields]
    return officer.send(path, [*fields, *typed.items()])


def test_of_several_workbooks_one_is_chosen(officer: Officer) -> None:
    page = to_papers(officer, TRUST, FAULTS)
    answer = send(officer, page, "/papers/equality.docx", which=FAULTS.name)
    assert answer.status_code == 200
    assert "trust_board_pay_faults%20equality.docx" in answer.headers["content-disposition"]
    assert send(officer, page, "/papers/equality.docx", which="other.xlsx").status_code == 422


def test_a_paper_that_is_not_and_a_file_that_cannot_be_read(officer: Officer) -> None:
    page = to_papers(officer, TRUST)
    assert send(officer, page, "/papers/minutes.docx").status_code == 422
    assert send(officer, page, "/papers/costing.pdf").status_code == 422
    assert officer.send("/papers", [(FIELD, officer.key)]).status_code == 422
    broken = officer.check(TRUST, ("broken.xlsx", b"no workbook"), confirmed="1")
    page = officer.goes_on(broken, "/papers")
    answer = send(officer, page, "/papers/costing.xlsx", which="broken.xlsx")
    assert answer.status_code == 415
    assert "not an Excel workbook" in answer.text


def test_nothing_of_it_is_kept_or_told(officer: Officer, server: Running) -> None:
    page = to_papers(officer, MESSY / "board_paper.xlsx")
    answer = send(officer, page, "/papers/pay-case.xlsx", posts="Nobody of that title 31415")
    assert answer.status_code == 422
    assert "31415" in answer.text
    assert "31415" not in server.said()
    assert server.kept() == []
