"""What scripts make better: dropping, taking out, saying what is too large, showing some."""

from __future__ import annotations

import base64
from collections.abc import Callable

import pytest

from tests.reports.html.browser import browser_missing
from tests.web.pages.officer import FAULTS, MESSY
from tests.web.pages.reader import Reader

pytestmark = pytest.mark.skipif(browser_missing() is not None, reason=str(browser_missing()))

Open = Callable[..., Reader]

DROP = """
([selector, files]) => {
  const carried = new DataTransfer();
  for (const [name, text] of files) {
    const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
    carried.items.add(new File([bytes], name));
  }
  const target = document.querySelector(selector);
  for (const kind of ["dragenter", "dragover", "drop"]) {
    target.dispatchEvent(
      new DragEvent(kind, { dataTransfer: carried, bubbles: true, cancelable: true }));
  }
}
"""


def dropped(it: Reader, where: str, *paths: object) -> None:
    files = [[path.name, base64.b64encode(path.read_bytes()).decode()] for path in paths]
    it.page.evaluate(DROP, [where, files])


def names(it: Reader) -> list[str]:
    return it.page.evaluate(
        "[...document.querySelector('input[name=workbook]').files].map(f => f.name)"
    )


@pytest.mark.parametrize("where", [".nhsuk-file-upload__drop-button", "footer", "h1"])
def test_workbooks_are_dropped_anywhere_and_checked(reader: Open, where: str) -> None:
    it = reader()
    dropped(it, where, FAULTS, MESSY / "page_breaks.xlsx")
    assert names(it) == [FAULTS.name, "page_breaks.xlsx"]
    assert "2 workbooks chosen" in it.page.locator(".nhsuk-file-upload__drop-button").inner_text()
    assert it.seen(".is-dropping") == it.seen(".nhsuk-file-upload__drop-button--dragging") == 0
    it.presses("Check")
    assert it.heading().startswith("2 workbooks 12 errors")
    assert it.complaints == []


def test_drops_add_up_and_can_be_taken_out_again(reader: Open) -> None:
    it = reader()
    dropped(it, "main", FAULTS)
    dropped(it, "main", FAULTS, MESSY / "page_breaks.xlsx")
    assert names(it) == [FAULTS.name, "page_breaks.xlsx"]
    assert "trust_board_pay_faults.xlsx, 11 kB" in it.page.locator(".chosen").inner_text()
    it.page.get_by_role("button", name=f"Take out {FAULTS.name}").click()
    assert names(it) == ["page_breaks.xlsx"]
    assert it.page.evaluate("document.activeElement.id") == "workbook"
    it.page.get_by_role("button", name="Take out page_breaks.xlsx").click()
    assert it.seen(".chosen") == 0


def test_what_is_too_large_is_said_before_it_is_sent(reader: Open) -> None:
    it = reader()
    sent: list[str] = []
    it.page.on("request", lambda asked: sent.append(asked.method))
    it.page.evaluate(
        """() => {
          const chosen = new DataTransfer();
          chosen.items.add(new File([new Uint8Array(25_000_001)], "large.xlsx"));
          const input = document.querySelector("input[name=workbook]");
          input.files = chosen.files;
          input.dispatchEvent(new Event("change"));
        }"""
    )
    assert "Too large: the most is 25.0 MB" in it.page.locator(".chosen").inner_text()
    it.page.get_by_role("button", name="Check", exact=True).click()
    assert "POST" not in sent
    assert "Take out" in it.page.evaluate("document.activeElement.textContent")


def test_too_many_are_said_too(reader: Open) -> None:
    it = reader()
    it.chooses(*((f"pay{number}.xlsx", b"x") for number in range(21)))
    assert "no more than 20 can be checked at once" in it.page.locator(".chosen").inner_text()


def test_while_it_is_checked_it_is_said(reader: Open) -> None:
    it = reader()
    it.chooses(FAULTS)
    it.page.evaluate("addEventListener('submit', (event) => event.preventDefault())")
    it.page.get_by_role("button", name="Check", exact=True).click()
    it.page.get_by_text("Checking the workbook…").wait_for()
    assert it.seen("progress") == 1
    it.page.evaluate("dispatchEvent(new Event('pageshow'))")  # as after going back to it
    assert it.seen("progress") == 0


def test_findings_are_shown_by_how_grave_they_are(reader: Open) -> None:
    it = reader()
    it.checks(FAULTS)
    assert it.seen("article") == 17
    it.page.get_by_label("12 errors").uncheck()
    assert it.seen("article") == 5
    assert it.page.locator("[data-chosen-now]").inner_text() == "5 of 17 findings are shown."
    assert it.seen(".of-row") == 5
    it.page.get_by_label("4 warnings").uncheck()
    it.page.get_by_label("1 note").uncheck()
    assert it.seen("article") == it.seen(".of-sheet") == 0


def test_the_wrong_cell_is_marked_by_more_than_colour(reader: Open) -> None:
    it = reader()
    it.checks(FAULTS)
    row = it.page.locator(".of-row").filter(has_text="Row 7:")
    cell = row.locator(".strip").first.locator(".cell--error").first
    assert cell.inner_text().split("\n")[0].strip() == "✗ Error"
    assert "U7" in cell.inner_text()
    assert "£6,000" in cell.inner_text()
    empty = row.locator(".strip").first.locator(".cell--error").nth(1)
    assert "empty" in empty.inner_text()
    row.get_by_text("The whole of row 7").click()
    assert row.locator(".strip").nth(1).locator(".cell").count() > 15


def test_a_link_opens_what_is_folded(reader: Open) -> None:
    it = reader()
    it.checks(FAULTS)
    assert it.seen(".reasons") == 0
    it.page.get_by_role("link", name="58 checks could not be made").click()
    it.page.locator(".reasons").wait_for()


def test_the_whole_way_with_the_keyboard(reader: Open) -> None:
    it = reader()
    press = it.page.keyboard.press
    press("Tab")
    assert it.page.evaluate("document.activeElement.textContent") == "Skip to main content"
    press("Enter")
    press("Tab")
    assert it.page.evaluate("document.activeElement.id") == "workbook"
    with it.page.expect_file_chooser() as chooser:
        press("Enter")
    chooser.value.set_files(str(MESSY / "two_salaries.xlsx"))
    for words in ("Take out two_salaries.xlsx", "Choose a day or a purpose (optional)", "Check"):
        press("Tab")
        assert _focused(it) == words
    with it.page.expect_navigation(wait_until="load"):
        press("Enter")
    assert it.heading() == "How the columns were read"
    _tabs_to(it, "column-0.0-C")
    it.page.keyboard.type("Sal")
    assert it.page.get_by_label("Column C is").input_value() == "salary"
    _tabs_to(it, "Continue")
    with it.page.expect_navigation(wait_until="load"):
        press("Enter")
    assert "two_salaries.xlsx" in it.heading()
    _tabs_to(it, "Annotated workbook")
    with it.page.expect_download() as coming:
        press("Enter")
    assert coming.value.suggested_filename == "two_salaries annotated.xlsx"


def _focused(it: Reader) -> str:
    said = it.page.evaluate("document.activeElement.textContent + ' ' + document.activeElement.id")
    return " ".join(said.split())


def _tabs_to(it: Reader, what: str) -> None:
    for _ in range(60):
        it.page.keyboard.press("Tab")
        if what in _focused(it):
            return
    raise AssertionError(f"{what} is not reached with the keyboard")
