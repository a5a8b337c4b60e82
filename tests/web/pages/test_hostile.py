"""Nothing of a workbook runs on a page, is kept by the server, or is told to its log."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from openpyxl import Workbook

from tests.reports.hostile import TEXTS
from tests.reports.html.browser import browser_missing
from tests.reports.html.test_safety import MARKUP
from tests.web.pages.officer import FAULTS, MESSY, Officer, words
from tests.web.pages.reader import Reader
from tests.web.running import Running

NAME = "'><img src=x onerror=alert(1)>{{7*7}}.xlsx"
SHEET = "<svg onload=alert(1)>"
WRITTEN = [text for text in (*MARKUP, *TEXTS) if text.isprintable()]


def hostile(*, found: bool = True) -> bytes:
    """Return a workbook whose every text would do something; its headings are known or not."""
    book = Workbook()
    sheet = book.active
    sheet.title = SHEET[:31]
    known = ["Post no", "Post title", "Base salary (£)", "Contribution rate"]
    sheet.append([*(known if found else ["<b>a</b>", "<i>b</i>", "c", "d"]), *WRITTEN])
    for number, text in enumerate(WRITTEN):
        sheet.append([f"{number}{text}", text, "TBC", text, *WRITTEN])
    for row in sheet.iter_rows():
        for cell in row:
            if cell.data_type == "f":
                cell.data_type = "s"  # a text that begins like a formula
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


@pytest.mark.skipif(browser_missing() is not None, reason=str(browser_missing()))
@pytest.mark.parametrize("found", [True, False], ids=["findings", "columns"])
def test_nothing_of_a_hostile_workbook_runs(reader: Callable[..., Reader], found: bool) -> None:
    it = reader()
    files = ((NAME, hostile(found=found)), (NAME, hostile(found=found)), FAULTS)
    it.checks(*files)
    if "columns" in it.heading():
        assert SHEET in it.page.locator("h3").first.inner_text()
        it.presses("Continue")
    assert "3 workbooks" in it.heading()
    assert NAME in it.page.locator("h2").all_inner_texts()
    assert "49" not in it.page.locator("h2").nth(0).inner_text()
    it.presses("Correct how the columns were read")
    it.presses("Check again")
    assert "3 workbooks" in it.heading()
    assert it.page.locator("main script, main img, main svg, main iframe").count() == 0
    assert it.sideways() == 0
    assert it.complaints == it.elsewhere == []


def test_names_of_downloads_stay_names(officer: Officer) -> None:
    page = officer.check(('a\r\nX-Evil: 1"; x="/../é.xlsx', FAULTS.read_bytes()))
    answer = officer.goes_on(page, "/download/report.csv")
    assert "x-evil" not in answer.headers
    said = answer.headers["content-disposition"]
    assert said.startswith("attachment; filename*=UTF-8''")
    assert not set(said.partition("''")[2]) & set('"/\\;\r\n')


def test_nothing_is_kept_and_nothing_is_told(server: Running, officer: Officer) -> None:
    page = officer.check(FAULTS, MESSY / "two_salaries.xlsx", ("secret.xlsx", b"PK\x03\x04"))
    found = officer.goes_on(page)
    assert "The workbooks" in words(found)
    for path in ("/download/annotated", "/download/report.html", "/columns"):
        assert officer.goes_on(found, path, which=FAULTS.name).status_code == 200
    officer.check(("secret.xlsx", hostile()))
    assert server.kept() == []
    said = server.said()
    for told in ("secret", "trust_board", "195000", "Chief Executive", "script"):
        assert told not in said


@pytest.mark.parametrize("path", ["/", "/nowhere", "/static/pages.js"])
def test_every_answer_carries_the_policy(officer: Officer, path: str) -> None:
    policy = officer.browser.get(path).headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
