"""What a filled-in file may look like, and what is said of one that cannot be used."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from xl_vsm.loading import LoadingError
from xl_vsm.loading.pay_ranges import read_pay_ranges
from xl_vsm.parameters import shipped
from xl_vsm.parameters.tables import PayRanges

from .filled import HEADINGS, Line, as_csv, as_xlsx, filled_template, line, lines, row_of

Change = Callable[[list[Line]], object]


def made_up() -> PayRanges:
    table = shipped().series("pay-ranges").at(date(2025, 4, 1)).table
    assert isinstance(table, PayRanges)
    return table


def read(path: Path) -> PayRanges:
    return read_pay_ranges(path, [made_up()])[0]


def refusal(path: Path) -> list[str]:
    with pytest.raises(LoadingError) as refused:
        read(path)
    return [str(fault) for fault in refused.value.faults]


def expected() -> PayRanges:
    def of(organisation: str, bands: str, measure: str) -> dict[str, object]:
        roles = ("chief executive", "director")
        every = [line(organisation, band, role) for role in roles for band in bands]
        return {
            "measure": measure,
            "bands": [{"band": e[1], "from": e[2]} for e in every[: len(bands)]],
            "ranges": [
                {
                    "role": e[3],
                    "band": e[1],
                    "minimum": e[4],
                    "operational_maximum": e[5],
                    "exception_zone_maximum": e[6],
                }
                for e in every
            ],
        }

    trust = of("trust", "ABCDE", "annual turnover")
    return PayRanges.model_validate(
        {"trust": trust, "icb": of("ICB", "ABCD", "weighted population")}
    )


def test_a_csv_file_is_read(tmp_path: Path) -> None:
    assert read(as_csv(tmp_path / "t.csv", lines())) == expected()


def test_an_xlsx_file_is_read(tmp_path: Path) -> None:
    assert read(as_xlsx(tmp_path / "t.XLSX", lines())) == expected()


@pytest.mark.parametrize("name", ["t.xlsx", "t.csv"])
def test_the_order_of_rows_and_columns_does_not_matter(tmp_path: Path, name: str) -> None:
    write = as_csv if name.endswith("csv") else as_xlsx
    table = [list(reversed(each)) for each in reversed(lines())]
    assert read(write(tmp_path / name, table, reversed(HEADINGS))) == expected()


def test_a_filled_in_template_is_read(tmp_path: Path) -> None:
    assert read(filled_template(tmp_path / "t.xlsx")) == expected()


def test_habits_of_typing_do_not_matter(tmp_path: Path) -> None:
    table = [["Pay ranges of the year", *[""] * 6], [""] * 7]
    table += [["Organisation_Type", "BAND", "From", "ROLE", "Min", "OperationalMaximum", "Exception zone maximum (£)"]]  # fmt: skip  # noqa: E501
    for each in lines():
        organisation = {"trust": "NHS Foundation Trust", "ICB": "integrated care board"}[each[0]]
        role = {"director": " Executive Director", "chief executive": "CEO"}[each[3]]
        starts = f"£{each[2]:,}" if each[0] == "trust" else f"{each[2]:,}"
        amounts = [f"£{each[4]:,}", f" {each[5]} ", f"£{each[6]:,}.00"]
        table += [[organisation, f"Band {each[1].lower()}", starts, role, *amounts], [""] * 7]
    assert read(as_csv(tmp_path / "t.csv", table, ["a note", ""])) == expected()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_text_is_read_as_the_usual_programs_save_it(
    tmp_path: Path, encoding: str, mark: str
) -> None:
    table = [HEADINGS, *([*e[:4], f"£{e[4]}", *e[5:]] for e in lines())]
    text = "\r\n".join(mark.join(map(str, each)) for each in table)
    path = tmp_path / "t.csv"
    path.write_bytes(text.encode(encoding))
    assert read(path) == expected()


def test_a_heading_may_say_thousands(tmp_path: Path) -> None:
    table = lines()
    for each in table:
        each[4] = Decimal(each[4]) / 1000
    headings = [*HEADINGS[:4], "Minimum (£000)", *HEADINGS[5:]]
    assert read(as_csv(tmp_path / "t.csv", table, headings)) == expected()


def test_a_figure_may_say_millions_itself(tmp_path: Path) -> None:
    table = lines()
    for each in table:
        if each[0] == "trust" and each[2]:
            each[2] = f"£{Decimal(each[2]) / 1_000_000}m"
    headings = [*HEADINGS[:4], "Minimum (£000)", *HEADINGS[5:]]
    for each in table:
        each[4] = Decimal(each[4]) / 1000
    assert read(as_csv(tmp_path / "t.csv", table, headings)) == expected()


def test_trusts_and_boards_may_have_a_sheet_each(tmp_path: Path) -> None:
    path = as_xlsx(tmp_path / "t.xlsx", lines()[:10])
    workbook = load_workbook(path)
    other = workbook.create_sheet("Boards")
    for each in [list(HEADINGS), *lines()[10:]]:
        other.append(each)
    workbook.save(path)
    assert read(path) == expected()


def put(column: str, value: object, *of: str) -> Change:
    def change(table: list[Line]) -> None:
        row_of(table, *(of or ("trust", "B", "director")))[HEADINGS.index(column)] = value

    return change


def both(column: str, value: object, organisation: str, band: str) -> Change:
    def change(table: list[Line]) -> None:
        for role in ("chief executive", "director"):
            put(column, value, organisation, band, role)(table)

    return change


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (put("minimum", "12O,007"), 'row 5, minimum (E5): "12O,007" is not an amount (a letter'),
        (put("minimum", "tbc"), 'row 5, minimum (E5): "tbc" is not an amount. Expected an amount'),
        (put("minimum", "£900 a day"), '"£900 a day" is not an amount'),
        (put("minimum", "110007.50"), "110,007.50 is not a whole figure"),
        (put("minimum", 110.007), "110.007 is not a whole figure"),
        (put("minimum", 110), 'row 5, minimum (E5): 110 is too small (if the document prints'),
        (put("minimum", -110_007), "-110,007 is too small"),
        (put("exception zone maximum", 1_400_200), "1,400,200 is too large"),
        (put("from", 200, "trust", "B", "director"), "row 5, from (C5): 200 is too small"),
        (both("from", 1.5, "ICB", "B"), "1.5 is not a whole figure"),
        (both("from", 10**9, "ICB", "D"), "1,000,000,000 is too large"),
        (put("minimum", ""), "row 5 (E5): minimum is blank"),
        (put("band", None), "row 5 (B5): band is blank"),
        (put("role", "  "), "row 5 (D5): role is blank"),
        (put("role", "designated VSM"), '"designated VSM" has no row in the published table'),
        (put("role", "Medical lead"), 'Expected "chief executive" or "director"'),
        (put("organisation", "PCN"), 'row 5, organisation (A5): "PCN" has no row'),
        (put("band", "F"), '"F" is not a band. Expected one of A, B, C, D, E: trust bands run'),
        (put("band", "E", "ICB", "B", "director"), "ICB bands run from A to D"),
        (put("band", "1"), '"1" is not a band'),
        (put("band", "C"), "row 7: trust band C, director stands in row 5"),
        (put("minimum", 130_018), "row 5, operational maximum (F5): £130,004 is not above the min"),
        (put("operational maximum", 140_020), "exception zone maximum (G5): £140,006 is not above"),
        (put("from", 200_000_000), "trust band B begins at 200,000,000 here and at 200,000,001 in"),
        (both("from", 5_000_000, "trust", "A"), "trust band A begins at 5,000,000. Expected 0"),
        (both("from", 0, "trust", "B"), "trust band B begins at 0, which is not above band A at 0"),
        (both("from", 3_000_003, "ICB", "C"), "ICB band D begins at 3,000,003, which is not above"),
        (lambda t: t.remove(row_of(t, "ICB", "D", "director")), "no row for ICB band D, director"),
        (lambda t: t.append(t[3]), "row 20: trust band B, director stands in row 5 already"),
        (lambda t: t.__delitem__(slice(0, 10)), "there is no row for trust. Expected five trust"),
        (lambda t: t.__delitem__(slice(10, 18)), "there is no row for ICB. Expected four ICB"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_cell(tmp_path: Path, change: Change, said: str) -> None:
    table = lines()
    change(table)
    faults = refusal(as_csv(tmp_path / "t.csv", table))
    assert any(said in fault for fault in faults), faults


def test_a_cell_of_an_xlsx_file_is_named_with_its_sheet(tmp_path: Path) -> None:
    table = lines()
    row_of(table, "trust", "B", "director")[4] = True
    row_of(table, "trust", "C", "director")[4:] = [None] * 3
    first, second = refusal(as_xlsx(tmp_path / "t.xlsx", table))
    assert first.startswith('row 5, minimum (Ranges!E5): "True" is not an amount.')
    assert second.startswith("row 7 (Ranges!E7, F7, G7): minimum, operational maximum, exception")


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    table = lines()
    put("minimum", "x")(table)
    put("band", "Z", "ICB", "A", "director")(table)
    table.append(table[0])
    faults = refusal(as_csv(tmp_path / "t.csv", table))
    assert len(faults) == 4  # the amount, the band, the row said twice, the row now missing


def test_figures_without_an_organisation_are_not_guessed_at(tmp_path: Path) -> None:
    table = lines()
    put("organisation", "", "trust", "B", "director")(table)
    first, second = refusal(as_csv(tmp_path / "t.csv", table))
    assert "organisation is blank" in first
    assert "no row for trust band B, director" in second


def test_the_made_up_figures_are_refused(tmp_path: Path) -> None:
    table = lines()
    for each in made_up().trust.ranges[:2]:
        put("minimum", each.minimum, "trust", each.band, each.role)(table)
        put("operational maximum", each.operational_maximum, "trust", each.band, each.role)(table)
        put("exception zone maximum", each.exception_zone_maximum, "trust", each.band, each.role)(
            table
        )
    (fault,) = refusal(as_csv(tmp_path / "t.csv", table))
    assert fault.startswith("row 2, row 4: these are this package's made-up figures")


def test_one_row_that_agrees_with_the_made_up_figures_may_be_chance(tmp_path: Path) -> None:
    table = lines()
    row_of(table, "trust", "A", "director")[4:] = [100_000, 120_000, 130_000]
    assert read(as_csv(tmp_path / "t.csv", table)).trust.ranges[5].minimum == 100_000


def test_a_missing_column_is_named_with_the_headings_there(tmp_path: Path) -> None:
    table = [each[:6] for each in lines()]
    (fault,) = refusal(as_csv(tmp_path / "t.csv", table, [*HEADINGS[:5], "Highest"]))[1:]
    assert 't.csv row 1: no column is headed "exception zone maximum"' in fault
    assert "organisation, band, from, role, minimum, Highest" in fault


def test_a_heading_twice_is_refused(tmp_path: Path) -> None:
    table = [[*each, each[4]] for each in lines()]
    (fault,) = refusal(as_csv(tmp_path / "t.csv", table, [*HEADINGS, "Min"]))
    assert fault.startswith('E1 and H1: "minimum" is a heading twice')


def test_a_table_without_headings_is_refused(tmp_path: Path) -> None:
    (fault,) = refusal(as_csv(tmp_path / "t.csv", lines(), ["a", "b"]))
    assert "t.csv: no row has the headings of the table" in fault
    assert "--template" in fault


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("t.pdf", b"%PDF", "t.pdf: is of another kind. Expected a .csv or .xlsx file"),
        ("t.csv", None, "t.csv: cannot be read: No such file"),
        ("t.csv", b"", "no row has the headings"),
        ("t.csv", b"x" * 200_000, "it is not a table of text"),
        ("t.csv", b"x" * 5_000_001, "the limit is 5 MB"),
        ("t.xlsx", b"PK\x03\x04 cut short", "damaged or cut short"),
        ("t.xlsx", b"organisation,band", "t.xlsx"),
    ],
)
def test_a_file_that_is_no_table_is_refused(
    tmp_path: Path, name: str, data: bytes | None, said: str
) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    (fault,) = refusal(path)
    assert said in fault


def test_a_workbook_that_openpyxl_cannot_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: object, **options: object) -> object:
        raise KeyError("a part")

    path = as_xlsx(tmp_path / "t.xlsx", lines())
    monkeypatch.setattr("openpyxl.load_workbook", broken)
    (fault,) = refusal(path)
    assert "let Excel repair it" in fault
