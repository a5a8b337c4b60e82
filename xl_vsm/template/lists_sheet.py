"""The sheet of lists to choose from: the rules' own words."""

from __future__ import annotations

from xl_vsm.template.places import LISTS as SHEET
from xl_vsm.template.words import LISTS
from xl_vsm.template.writing import Page

HEADING_ROW = 4


def write_lists(page: Page) -> None:
    """Write every list under its heading."""
    page.sheet.set_row(0, 28)
    page.text("A1", "Lists", "Title")
    page.text("A2", "The words that the functions know, for the cells with a list.", "VSM label")
    for column, (heading, words) in enumerate(LISTS.values()):
        page.sheet.set_column(column, column, 30)
        letter = "ABCDEFGHIJ"[column]
        page.text(f"{letter}{HEADING_ROW}", heading, "VSM heading")
        for row, word in enumerate(words, HEADING_ROW + 1):
            page.text(f"{letter}{row}", word.value, "Calculation")


def names() -> dict[str, str]:
    """Return the name of each list and where it stands."""
    return {
        f"List_{name}": f"={SHEET}!${letter}${HEADING_ROW + 1}:${letter}${HEADING_ROW + len(words)}"
        for letter, (name, (_, words)) in zip("ABCDEFGHIJ", LISTS.items(), strict=False)
    }
