"""The blank template's formulas: what they refer to, and how they are written."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.formula import Tokenizer
from openpyxl.worksheet.formula import ArrayFormula

import udfs
from xl_vsm.excel import REGISTRY
from xl_vsm.sheets.fields import column_field
from xl_vsm.template import Settings, template
from xl_vsm.template.columns import BY_KEY, COLUMNS, or_empty
from xl_vsm.template.places import FIRST, GROUPS, HEADINGS, INPUTS, PAY, START, Posts, letters

BOOK = openpyxl.load_workbook(io.BytesIO(template()))
ROWS = 50
CALCULATED = [column for column in COLUMNS if not column.is_input]
OURS = {
    "position": "VSM_POSITION",
    "approval_needed": "VSM_APPROVAL",
    "premium_amount": "VSM_PREMIUM",
    "award_outcome": "VSM_WITHHOLD",
    "award_amount": "VSM_AWARD",
    "pension_tier": "NHS_PENSION_TIER",
    "pension_rate": "NHS_PENSION_RATE",
    "pension_contribution": "NHS_PENSION_CONTRIBUTION",
    "paybill": "NHS_PAYBILL",
}
EVERY_EXCEL_HAS = {
    *("AND", "COUNT", "COUNTA", "COUNTBLANK", "COUNTIF", "COUNTIFS", "DATE", "IF", "IFERROR"),
    *("ISERROR", "ISNUMBER", "LEFT", "OR", "ROUND", "ROWS", "SEARCH", "SUM", "SUMPRODUCT"),
}
"""Excel's own functions without a prefix in the file: those of Excel 2007."""
MEANT = {
    "salary": "salary",
    "role": "role",
    "organisation_type": "Organisation_type",
    "size": "Size",
    "effective": "Effective_date",
    "ground": "premium_ground",
    "rate": "premium_rate",
    "start": "premium_start",
    "extended": "premium_extended",
    "base_salary": "actual_pay",
    "segment": "Segment",
    "recovery_support": "Recovery_support",
    "outcome": "award_outcome",
    "pensionable_pay": "pensionable_pay",
    "basic_pay": "pensionable_pay",
    "non_pensionable": "non_pensionable_pay",
}
"""An argument of a worksheet function -> the column or the named cell that is meant by it."""


def _calls(formula: str) -> dict[str, list[str]]:
    """Return the arguments of each of our functions that a formula calls."""
    found: dict[str, list[str]] = {}
    open_calls: list[str] = []
    for token in Tokenizer(formula).items:
        if token.type == "FUNC" and token.subtype == "CLOSE":
            open_calls.pop()
        ours = [name for name in open_calls if name in udfs.__all__]
        if ours and token.type == "SEP" and open_calls[-1] == ours[-1]:
            found[ours[-1]].append("")
        elif ours:
            found[ours[-1]][-1] += token.value
        if token.type == "FUNC" and token.subtype == "OPEN":
            open_calls.append(token.value.rstrip("("))
            if open_calls[-1] in udfs.__all__:
                found[open_calls[-1]] = [""]
    return found


def _every_call() -> Iterator[tuple[str, list[str]]]:
    for sheet in BOOK:
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"):
            formula = getattr(cell.value, "text", cell.value)
            for arguments in _calls(formula).values():
                yield formula, arguments


@pytest.mark.parametrize("column", CALCULATED, ids=lambda column: column.key)
def test_one_formula_answers_for_all_rows_of_a_column(column) -> None:
    sheet, letter = BOOK[PAY], letters(column.key)
    formula = sheet[f"{letter}{FIRST}"].value
    assert isinstance(formula, ArrayFormula)
    assert formula.ref == f"{letter}{FIRST}:{letter}{FIRST + ROWS - 1}"
    assert all(sheet[f"{letter}{row}"].value is None for row in range(FIRST + 1, FIRST + ROWS))
    ranges = re.findall(r"[A-Z]+\d+:[A-Z]+\d+", formula.text)
    assert ranges
    assert {re.sub("[A-Z]", "", area) for area in ranges} == {f"{FIRST}:{FIRST + ROWS - 1}"}


@pytest.mark.parametrize(("key", "name"), OURS.items())
def test_every_argument_is_the_cell_that_it_should_be(key: str, name: str) -> None:
    formula = BOOK[PAY][f"{letters(key)}{FIRST}"].value.text
    calls = _calls(formula)
    assert list(calls) == [name]
    posts = Posts(ROWS)
    takes = list(REGISTRY[name].signature.parameters)[: len(calls[name])]
    # An argument that is not listed is a column of the same name.
    due = [MEANT.get(argument, argument) for argument in takes]
    places = [posts.column(one) if one in BY_KEY else one for one in due]
    assert [_inner(argument) for argument in calls[name]] == places
    required = [p for p in REGISTRY[name].signature.parameters.values() if p.default is p.empty]
    assert len(takes) >= len(required)
    assert "effective" in takes


def _inner(argument: str) -> str:
    """Return what is passed, without the empty text for a blank cell around it."""
    found = re.fullmatch(r'IF\((.+)="","",\1\)', argument)
    return found[1] if found else argument


def test_no_function_is_given_a_blank_cell() -> None:
    """Some versions of Excel send one as 0: a rate of 0%, a no, a segment that is none."""
    posts, seen = Posts(ROWS), set()
    inputs = {posts.column(column.key) for column in COLUMNS if column.is_input} | set(INPUTS)
    for formula, arguments in _every_call():
        for argument in arguments:
            cells = _inner(argument)
            if cells in inputs:
                seen.add(cells)
                asked_before = f'{cells}=""' in formula.partition(',"",')[0]
                assert argument == or_empty(cells) or asked_before, formula
    assert len(seen) >= 14


def test_every_column_is_read_as_what_it_is() -> None:
    sheet, above = BOOK[PAY], ""
    for column in COLUMNS:
        letter = letters(column.key)
        above = sheet[f"{letter}{GROUPS}"].value or (above if column.group else "")
        assert above == column.group
        assert sheet[f"{letter}{HEADINGS}"].value == column.heading
        field = column_field(column.heading, column.group, merged=bool(column.group))
        assert (field.name if field else None) == (None if column.unread else column.key)


def test_names_point_at_the_cells_beside_their_labels() -> None:
    for name, row in INPUTS.items():
        assert BOOK.defined_names[name].attr_text == f"'{START}'!$B${row}"
        label = BOOK[START][f"A{row}"].value
        assert label.split(" (")[0].casefold().endswith(name.replace("_", " ").casefold()) or (
            name in {"Turnover", "Segment", "Recovery_support"}
            and name.split("_")[0].casefold() in label.casefold()
        )


def test_formulas_spill_and_show_nothing_before_they_are_calculated() -> None:
    with ZipFile(io.BytesIO(template(Settings(rows=5)))) as package:
        sheet = package.read("xl/worksheets/sheet2.xml").decode()
        metadata = package.read("xl/metadata.xml").decode()
        book = package.read("xl/workbook.xml").decode()
    arrays = re.findall(
        r'<c r="[A-Z]+7" s="\d+" cm="1" t="str"><f t="array"[^>]*>[^<]*</f><v></v>', sheet
    )
    assert len(arrays) == len(CALCULATED) == sheet.count('cm="1"')
    assert 'name="XLDAPR"' in metadata
    assert 'fDynamic="1"' in metadata
    assert 'fullCalcOnLoad="1"' in book
    assert re.findall(r"<c [^>]*><v>0</v>", sheet) == []


def test_excel_takes_every_formula() -> None:
    count = 0
    for sheet in BOOK:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type != "f":
                    continue
                text = getattr(cell.value, "text", cell.value)
                tokens = Tokenizer(text).items
                literals = [t.value for t in tokens if t.type == "OPERAND" and t.subtype == "TEXT"]
                assert len(text) < 8_192
                assert all(len(literal) <= 255 for literal in literals), cell.coordinate
                names = {t.value.rstrip("(") for t in tokens if t.type == "FUNC" and t.value != ")"}
                assert names <= {*udfs.__all__, *EVERY_EXCEL_HAS}, cell.coordinate
                count += 1
    assert count > 100
