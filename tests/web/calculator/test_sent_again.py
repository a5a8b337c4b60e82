"""What a page that asks for a workbook again says of a file that it gives, and of a check."""

from __future__ import annotations

import pytest

from tests.reports.html.browser import browser_missing
from tests.reports.html.reading import Page
from tests.web.calculator.asking import Asker
from tests.web.opened import Open
from tests.web.pages.officer import Form
from tests.web.pages.reader import Reader
from xl_vsm.web.protection import FIELD

AWAITED = {"again_name": "large.xlsx", "again_sha256": "0" * 64}
SAID = "document.querySelector('[data-working]').innerText"


@pytest.mark.parametrize(
    ("path", "button", "gives_file", "checks"),
    [
        ("/download/report.csv", "Download", True, False),
        ("/papers/costing.xlsx", "Download", True, False),
        ("/papers", "Go on", False, False),
        ("/columns", "Go on", False, True),
        ("/check", "Go on", False, True),
    ],
)
def test_it_says_where_a_file_goes(
    asker: Asker, path: str, button: str, gives_file: bool, checks: bool
) -> None:
    sent = asker.browser.post(path, data={FIELD: asker.key, **AWAITED})
    page = Page(sent.text)
    assert sent.status_code == 422
    assert f">{button}</button>" in sent.text
    assert ("The file goes to your downloads" in page.words) == gives_file
    assert ("Back to the findings then leads back" in page.words) == gives_file
    (form,) = (each for each in sent.text.split("<form ")[1:] if Form(f"<form {each}", path).fields)
    assert ("data-check" in form.partition(">")[0]) == checks


@pytest.mark.skipif(browser_missing() is not None, reason=str(browser_missing()))
@pytest.mark.parametrize(
    ("path", "button", "said"),
    [
        ("/download/report.csv", "Download", ""),
        ("/download/report.csv", "Back to the findings", "Checking the workbook…"),
        ("/columns", "Go on", "Checking the workbook…"),
    ],
)
def test_only_a_check_is_said_to_be_under_way(
    reader: Open, path: str, button: str, said: str
) -> None:
    it = reader()
    _awaits(it, path)
    file = {"name": "large.xlsx", "mimeType": "", "buffer": b"PK"}
    it.page.set_input_files("input[name=workbook]", [file])
    # A file that is given leaves the page open, as does a form that is held back.
    it.page.evaluate("addEventListener('submit', (event) => event.preventDefault())")
    it.page.get_by_role("button", name=button).click()
    assert it.page.evaluate(SAID) == said


def _awaits(it: Reader, path: str) -> None:
    """Send the first page's form as that of a page whose workbook is too large for it."""
    script = """([path, fields]) => {
      const form = document.querySelector("form[data-check]");
      for (const [name, value] of Object.entries(fields)) {
        const field = Object.assign(document.createElement("input"), { name, value });
        form.append(field);
      }
      form.action = path;
      form.submit();
    }"""
    with it.page.expect_navigation(wait_until="load"):
        it.page.evaluate(script, [path, AWAITED])
