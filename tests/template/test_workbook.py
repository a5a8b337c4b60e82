"""The blank template as a file and as people see it: styles, lists, messages, names, bytes."""

from __future__ import annotations

import io
import zlib
from datetime import date, datetime
from xml.etree import ElementTree
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from tests.conftest import ROOT
from xl_vsm.release import VERSION
from xl_vsm.rules import Ground, OrganisationType, Role
from xl_vsm.rules.words import Approver
from xl_vsm.sheets import read_bytes
from xl_vsm.template import Settings, template
from xl_vsm.template.columns import COLUMNS
from xl_vsm.template.places import CHECKS, FIRST, HEADINGS, INPUTS, LISTS, PAY, START, letters
from xl_vsm.template.styles import BAD, DOUBT, GOOD, STYLES

BOOK = openpyxl.load_workbook(io.BytesIO(template()))
COMMITTED = ROOT / "workbooks" / "vsm_pay_template.xlsx"


def _parts(data: bytes) -> list[tuple[str, bytes]]:
    with ZipFile(io.BytesIO(data)) as package:
        return [(name, package.read(name)) for name in package.namelist()]


def test_the_same_template_has_the_same_bytes() -> None:
    assert template() == template(Settings())
    assert template() != template(Settings(rows=51))


def test_the_committed_copy_is_the_one_written_now() -> None:
    # Another zlib packs the same parts into other bytes.
    assert _parts(COMMITTED.read_bytes()) == _parts(template()), "run: xl-vsm template --force"
    with ZipFile(COMMITTED) as package:
        assert all(
            zlib.crc32(package.read(info)) == info.CRC and info.date_time == (1980, 1, 1, 0, 0, 0)
            for info in package.infolist()
        )


def test_what_it_says_of_itself() -> None:
    said = BOOK.properties
    assert (said.creator, said.title) == ("xl_vsm", "Very senior manager pay")
    assert VERSION in said.description
    core = dict(_parts(template()))["docProps/core.xml"]
    tags = {one.tag.rpartition("}")[2] for one in ElementTree.fromstring(core)}
    assert tags <= {
        *("title", "subject", "creator", "keywords", "description", "lastModifiedBy"),
        *("created", "modified"),
    }
    assert said.created == said.modified == datetime(2026, 1, 1)  # noqa: DTZ001 - Excel's have none


def test_every_cell_that_shows_has_a_named_style() -> None:
    listed = {style.name for style in BOOK._named_styles}
    assert listed == {"Normal", *STYLES}
    for sheet in BOOK:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None and not isinstance(cell, openpyxl.cell.cell.MergedCell):
                    assert cell.style in STYLES, f"{sheet.title}!{cell.coordinate}"


def test_inputs_and_calculations_are_told_apart() -> None:
    sheet = BOOK[PAY]
    for column in COLUMNS:
        due = "Input" if column.is_input else "Calculation"
        for row in (FIRST, FIRST + 1, FIRST + 49):
            assert sheet[f"{letters(column.key)}{row}"].style == due
    assert all(BOOK[START][f"B{row}"].style == "Input" for row in INPUTS.values())


def test_every_input_says_what_belongs_there() -> None:
    told = {}
    for sheet in (BOOK[START], BOOK[PAY]):
        for rule in sheet.data_validations.dataValidation:
            assert rule.prompt
            assert rule.promptTitle
            assert rule.showInputMessage
            assert rule.type is None or rule.showErrorMessage
            told |= {(sheet.title, str(area)): rule for area in rule.sqref.ranges}
    due = {(START, f"B{row}") for row in INPUTS.values()}
    inputs = [column for column in COLUMNS if column.is_input]
    due |= {(PAY, f"{letters(one.key)}{FIRST}:{letters(one.key)}{FIRST + 49}") for one in inputs}
    assert told.keys() == due
    for one in inputs:
        rule = told[PAY, f"{letters(one.key)}{FIRST}:{letters(one.key)}{FIRST + 49}"]
        assert rule.formula1 == f"List_{one.choices}" if one.choices else rule.type != "list"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("List_roles", Role),
        ("List_grounds", Ground),
        ("List_approvers", Approver),
        ("List_organisation_types", OrganisationType),
    ],
)
def test_lists_are_the_rules_own_words(name: str, words: type) -> None:
    (place,) = BOOK.defined_names[name].destinations
    cells = BOOK[place[0]][place[1].replace("$", "")]
    assert [cell.value for (cell,) in cells] == [word.value for word in words]


def test_it_is_set_up_for_the_screen_and_for_paper() -> None:
    pay = BOOK[PAY]
    assert BOOK.sheetnames == [START, PAY, CHECKS, LISTS]
    assert BOOK.active.title == START
    assert pay.freeze_panes == f"C{FIRST}"
    assert pay.print_title_rows == f"${HEADINGS - 1}:${HEADINGS}"
    assert pay.print_title_cols == "$A:$B"
    assert all(sheet.page_setup.fitToHeight == 0 for sheet in BOOK)
    assert [sheet.page_setup.orientation for sheet in BOOK][1:] == ["landscape"] * 3
    assert pay.print_area.endswith(f"${get_column_letter(len(COLUMNS))}${FIRST + 49}")
    assert all(sheet.protection.sheet is False for sheet in BOOK)


def _light(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("look", [*(s.look for s in STYLES.values()), BAD, DOUBT, GOOD], ids=str)
def test_every_text_can_be_read_on_its_ground(look: dict[str, str]) -> None:
    ground, text = (_light(look.get(key, "#FFFFFF")) for key in ("bg_color", "font_color"))
    brighter, darker = max(ground, text), min(ground, text)
    assert (brighter + 0.05) / (darker + 0.05) >= 4.5


def test_what_is_given_stands_in_its_cell() -> None:
    settings = Settings(20, OrganisationType.ICB, date(2025, 4, 1))
    workbook = read_bytes(template(settings), "t.xlsx")
    told = workbook.particulars
    assert told.organisation_type.value == "ICB"
    assert told.effective.value == date(2025, 4, 1)
    assert (workbook.rows, workbook.faults) == ((), ())


def test_nothing_is_read_from_an_unfilled_template() -> None:
    workbook = read_bytes(template(), "t.xlsx")
    assert (workbook.rows, workbook.faults) == ((), ())
    assert list(workbook.particulars.entries()) == []
    assert [sheet.name for sheet in workbook.sheets if sheet.header_row] == [PAY]


@pytest.mark.parametrize("rows", [4, 1001])
def test_a_number_of_rows_that_makes_no_workbook_is_refused(rows: int) -> None:
    with pytest.raises(ValueError, match="rows must be from 5 to 1,000"):
        Settings(rows=rows)
