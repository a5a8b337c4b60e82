"""A number typed over a formula, and a formula unlike the others of its column."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

import xl_vsm
from tests.checks.formulas.files import FIRST, write
from tests.posts import only
from tests.replay.books import F
from xl_vsm.findings import Report
from xl_vsm.sheets.formulas import relative, without_texts

OVER, UNLIKE = "WBK302", "WBK303"
ACTUAL = "={salary}{row}*{fte}{row}"


def posts(count: int, **changed: Any) -> list[dict[str, Any]]:
    """Posts whose actual pay is a formula; `p2=...` gives the second post other facts."""
    made = []
    for number in range(1, count + 1):
        salary = 100_000 + 1_000 * number
        post = {"reference": f"V{number}", "post": "Director", "salary": salary, "fte": 0.5}
        post["actual_pay"] = F(ACTUAL, salary / 2)
        made.append({**post, **changed.get(f"p{number}", {})})
    return made


def found(path: Path, code: str) -> list[str | None]:
    return [f.cell for f in _report(path).findings if f.code == code]


def _report(path: Path) -> Report:
    return xl_vsm.check(path)


def test_a_number_typed_over_a_formula(tmp_path: Path) -> None:
    path = write(tmp_path / "pay.xlsx", *posts(5, p3={"actual_pay": 60_000}))
    one = only(_report(path), OVER)
    assert (one.severity, one.cell, one.field, one.row_key) == ("warning", "E9", "actual_pay", "V3")
    assert (one.stated, one.expected) == ("60000", "=C9*D9")
    assert one.message == (
        "Pay!E9 figure is 60000, typed in, where 4 others beside it are worked out by a formula:"
        " =C9*D9"
    )
    assert found(path, UNLIKE) == []


def test_a_column_that_is_no_field_is_looked_at_too(tmp_path: Path) -> None:
    extra = {f"H{row}": F(f"=E{row}/12", 1) for row in range(FIRST, FIRST + 5)} | {"H6": "A month"}
    path = write(tmp_path / "pay.xlsx", *posts(6), extra={**extra, "H12": 4_000})
    assert found(path, OVER) == ["H12"]
    assert only(_report(path), OVER).row_key == "V6"


@pytest.mark.parametrize(
    ("count", "changed"),
    [
        (2, {"p2": {"actual_pay": 60_000}}),
        (3, {"p2": {"actual_pay": 60_000}}),
        (5, {"p2": {"actual_pay": 1}, "p3": {"actual_pay": 2}}),
        (5, {"p3": {"actual_pay": None}}),
        (5, {"p3": {"actual_pay": "n/a"}}),
        (5, {"p3": {"actual_pay": "see notes"}}),
        # The formula would have had nothing to work with.
        (5, {"p3": {"salary": "£103,000 pa", "actual_pay": 51_500}}),
        (5, {"p3": {"fte": None, "actual_pay": 51_500}}),
    ],
    ids=str,
)
def test_what_is_no_number_typed_over_a_formula(
    tmp_path: Path, count: int, changed: dict[str, Any]
) -> None:
    assert found(write(tmp_path / "pay.xlsx", *posts(count, **changed)), OVER) == []


def test_what_rests_on_a_figure_that_had_to_be_typed_had_to_be_typed_too(tmp_path: Path) -> None:
    made = posts(5, p3={"salary": "TBC", "actual_pay": 50_000})
    for post in made:
        post["pensionable_pay"] = F("={actual_pay}{row}", 50_000)
    made[2]["pensionable_pay"] = 50_000
    path = write(tmp_path / "pay.xlsx", *made)
    assert found(path, OVER) == []
    made[2]["salary"], made[2]["actual_pay"] = 103_000, F(ACTUAL, 51_500)
    assert found(write(path, *made), OVER) == [f"F{FIRST + 2}"]


def test_totals_and_headings_of_sections_are_no_posts(tmp_path: Path) -> None:
    path = tmp_path / "pay.xlsx"
    book = xlsxwriter.Workbook(str(path))
    page = book.add_worksheet("Pay")
    page.write_row(0, 0, ["Post reference", "Post title", "Salary", "WTE", "Actual pay"])
    row = 1
    for section in ("Executive directors", "Other VSMs"):
        page.write(row, 0, section)
        first = row + 2
        for number in range(4):
            row += 1
            page.write_row(row, 0, [f"{section[:2]}{number}", "Director", 120_000, 1])
            page.write_formula(row, 4, f"=C{row + 1}*D{row + 1}", None, 120_000)
        row += 1
        page.write(row, 0, "Total")
        page.write_formula(row, 4, f"=SUM(E{first}:E{row})", None, 480_000)
        row += 2
    book.close()
    assert _report(path).summary.rows == 8
    assert found(path, OVER) == found(path, UNLIKE) == []


def test_a_formula_unlike_the_others(tmp_path: Path) -> None:
    path = write(tmp_path / "pay.xlsx", *posts(5, p4={"actual_pay": F("={salary}9*{fte}{row}", 1)}))
    one = only(_report(path), UNLIKE)
    assert (one.severity, one.cell, one.row_key) == ("warning", "E10", "V4")
    assert one.message == (
        "Pay!E10 has the formula =C9*D10, unlike 4 others beside it, which would be =C10*D10 here"
    )
    assert found(path, OVER) == []


@pytest.mark.parametrize(
    ("odd", "unlike"),
    [
        ("=15000+16000", True),
        ("={salary}{row}*{fte}{row}+0", True),
        ("={salary}{row}*{fte}$7", True),
        ("={salary}{row}*{fte}{row}", False),
    ],
)
def test_which_formula_is_unlike(tmp_path: Path, odd: str, unlike: bool) -> None:
    path = write(tmp_path / "pay.xlsx", *posts(5, p3={"actual_pay": F(odd, 1)}))
    assert bool(found(path, UNLIKE)) is unlike


def test_texts_may_differ_and_so_may_two_kinds_of_formula(tmp_path: Path) -> None:
    made = posts(6)
    for number, post in enumerate(made):
        role = "chief executive" if number == 0 else "director"
        formula = f'=VSM_POSITION({{salary}}{{row}},"{role}",$B$1,$B$2,$B$4)'
        post["position"] = F(formula, "in range (illustrative)")
        post["pensionable_pay"] = F("=C{row}" if number % 2 else "=C{row}*1", 1)
    assert found(write(tmp_path / "pay.xlsx", *made), UNLIKE) == []


def test_a_column_filled_by_one_formula_is_one(tmp_path: Path) -> None:
    made = posts(5)
    for post in made:
        del post["actual_pay"]
    spilt = F("=C7:C11*D7:D11", 50_500, "E7:E11")
    extra = {"E6": "Actual pay", "E7": spilt, **{f"E{row}": 50_000 for row in range(8, 12)}}
    path = write(tmp_path / "pay.xlsx", *made, extra=extra)
    assert found(path, OVER) == found(path, UNLIKE) == []


def test_posts_that_stand_in_columns(tmp_path: Path) -> None:
    path = tmp_path / "pay.xlsx"
    book = xlsxwriter.Workbook(str(path))
    page = book.add_worksheet("Pay")
    page.write_column(0, 0, ["Post title", "Role", "Salary", "WTE", "Actual pay"])
    for column in range(1, 7):
        page.write_column(0, column, [f"Director {column}", "director", 120_000, 1])
        letter = chr(65 + column)
        if column == 4:
            page.write(4, column, 99_000)
        else:
            page.write_formula(4, column, f"={letter}3*{letter}4", None, 120_000)
    book.close()
    assert _report(path).summary.rows == 6
    assert found(path, OVER) == ["E5"]
    assert only(_report(path), OVER).expected == "=E3*E4"


@pytest.mark.parametrize(
    ("formula", "there"),
    [
        ("=A1+$B$2", "=R[-4]C[-2]+R2C2"),
        ("=SUM(A$1:$B3)", "=SUM(R1C[-2]:R[-2]C2)"),
        ("='A1 B2'!C5&\"A1\"", "='A1 B2'!R[0]C[0]&\"A1\""),
        ("=Q1!A5", "=Q1!R[0]C[-2]"),
        ("=LOG10(A5)+AB12C+T1_x", "=LOG10(R[0]C[-2])+AB12C+T1_x"),
        ("=Posts[A1]+[1]Old!A5", "=Posts[A1]+[1]Old!R[0]C[-2]"),
        ("=XFE1+ABCD1", "=XFE1+ABCD1"),
    ],
)
def test_a_formula_as_it_reads_from_its_own_cell(formula: str, there: str) -> None:
    assert relative(formula, 5, 3) == there


def test_a_formula_without_its_texts() -> None:
    assert without_texts('=IF(A1="a ""b""","c",1)') == '=IF(A1="","",1)'
