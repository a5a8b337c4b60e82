"""Colours on the wrong cells, in a way that loses nothing of how the user made them look.

No cell's own format is touched. Each sheet with findings gets rules of conditional formatting,
one for each severity, which lay a colour over the cells that a list on our sheet names. The list
is made of references, so a mark stays with its cell when rows are put in above. Empty the list, or
delete our sheet, and every cell looks as before.

On the desktop the rules themselves are found again and deleted. Through the add-in Excel does not
tell which rules there are, so our sheet remembers to which sheets it gave some and uses them again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from xl_vsm.findings import SEVERITIES, Finding, Severity
from xl_vsm.open_book.areas import Area
from xl_vsm.open_book.sheet import FILLS, MEMORY, followed, quoted, remember, text
from xl_vsm.sheets.addresses import letters

SIGN: Final = "xl-vsm mark"
"""What tells our rules from the user's; inside N() it counts as nought."""

LIST: Final = 3  # the column of the hidden ones, from 0, that lists the marked cells
LINE: Final = 2  # the column, from 0, whose first row says which row speaks of the marks
LISTED: Final = letters(MEMORY + LIST)
FIRST: Final = 2  # the row in which the hidden columns begin to remember


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules that a sheet has: their number is part of what the list calls its cells."""

    sheet: str
    number: int


def known_rules(own: Any) -> list[Rules]:
    """Return what our sheet remembers of the rules it gave; call it before the sheet is emptied."""
    found: list[Rules] = []
    row = FIRST
    while True:
        name, number = own.range((row, MEMORY), (row, MEMORY + 1)).value
        if not name:
            return found
        found.append(Rules(str(name), int(number)))
        row += 1


def take_away(book: Any, own: Any, known: list[Rules]) -> list[Rules]:
    """Delete our rules wherever Excel lets them be found.

    Args:
        book: the xlwings Book.
        own: our sheet, which has none.
        known: the rules that are remembered.

    Returns:
        Those that are still there: they do nothing while the list does not name their cells.
    """
    if book.app.engine.type == "remote":
        return known
    kept: list[Rules] = []
    for sheet in book.sheets:
        if sheet.name == own.name:
            continue
        try:
            there = sheet.cells.conditional_formats
            for rule in reversed([each for each in there if SIGN in (each.formula or "")]):
                rule.delete()
        except Exception:  # a protected sheet: its rules stay, without effect
            kept += [rules for rules in known if rules.sheet == sheet.name]
    return kept


def marked(findings: tuple[Finding, ...]) -> dict[tuple[str, str], Severity]:
    """Return the cells to be marked, each by the gravest finding on it."""
    cells: dict[tuple[str, str], Severity] = {}
    for severity in reversed(SEVERITIES):
        for each in findings:
            if each.sheet and each.cell and each.severity == severity:
                cells[each.sheet, each.cell] = severity
    return cells


def numbered(cells: dict[tuple[str, str], Severity], known: list[Rules]) -> list[Rules]:
    """Return the rules that the sheets of some cells need, old ones first where there are any."""
    have = {rules.sheet: rules for rules in known}
    number = max((rules.number for rules in known), default=0)
    for sheet in dict.fromkeys(sheet for sheet, _ in cells):
        if sheet not in have:
            number += 1
            have[sheet] = Rules(sheet, number)
    return list(have.values())


def write_list(own: Any, cells: dict[tuple[str, str], Severity], rules: list[Rules]) -> None:
    """List the marked cells in the hidden columns, by references that follow them."""
    numbers = {each.sheet: each.number for each in rules}
    column = MEMORY + LIST
    for row, ((sheet, cell), severity) in enumerate(cells.items(), start=FIRST):
        key = f'"{_key(severity, numbers[sheet])}"'
        own.range((row, column)).formula = f"={key}&{followed(sheet, cell)}"


def lay(book: Any, own: Any, rules: list[Rules], known: list[Rules]) -> list[str]:
    """Give each sheet its rules, and remember it on our sheet.

    Returns:
        The names of sheets that would not take them, such as protected ones.
    """
    refused: list[str] = []
    row = FIRST
    for each in rules:
        if each not in known:
            try:
                _add(book.sheets[each.sheet], own.name, each.number)
            except Exception:  # Excel says "Application-defined error" for a protected sheet
                refused.append(each.sheet)
                continue
        remember(own, row, 0, [[text(each.sheet), text(str(each.number))]])
        row += 1
    return refused


def clear(book: Any, own: Any) -> None:
    """Take the marks away: empty the list, and delete the rules wherever that can be done."""
    kept = take_away(book, own, known_rules(own))
    column = MEMORY + LIST
    own.range((FIRST, column), (_last_row(own), column)).clear_contents()
    own.range((FIRST, MEMORY), (_last_row(own), MEMORY + 1)).clear_contents()
    for row, each in enumerate(kept, start=FIRST):
        remember(own, row, 0, [[text(each.sheet), text(str(each.number))]])


def keep_line_row(own: Any, row: int) -> None:
    """Remember the row of our sheet that speaks of the marks."""
    remember(own, 1, LINE, [[text(str(row))]])


def line_row(own: Any) -> int:
    """Return the row of our sheet that speaks of the marks; 0 where there is none."""
    said = own.range((1, MEMORY + LINE)).value
    return int(said) if said else 0


def _last_row(own: Any) -> int:
    return max(FIRST, Area.of(own.used_range).bottom)


def _add(sheet: Any, own: str, number: int) -> None:
    # No reference in the formula is relative: Windows would count it from the active cell.
    named = f"{quoted(own)}!${LISTED}:${LISTED}"
    for severity in reversed(SEVERITIES):
        key = f'"{_key(severity, number)}"&ADDRESS(ROW(),COLUMN(),4)'
        formula = f'=AND(N("{SIGN}")=0,COUNTIF({named},{key})>0)'
        sheet.cells.conditional_formats.add_custom(formula, fill_color=FILLS[severity])


def _key(severity: Severity, number: int) -> str:
    return f"{severity} {number} "
