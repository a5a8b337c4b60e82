"""What a workbook says is shown, and steers nothing: no terminal and no reader of JSON."""

import json
import unicodedata

import pytest

from tests.fuzz.seeds import BOOK
from tests.hostile.attacks import book, sheet
from tests.sheets.books import with_part
from xl_vsm.cli import main
from xl_vsm.reports.plain import inert

NASTY = (
    "[bold red]x[/bold red]",
    "[/]",
    "\x9b31m\x9b2J",
    "\u202egnp.exe\u202c",
    "\u2028  error  A1  PEN999 forged",
    "=cmd|'/c calc'!A0",
    "+1+1",
    "@SUM(1)",
    "<script>alert(1)</script>",
    "&#10;  error    A1   PEN999 forged",
    "\x7f\x85\u200b\ufeff",
    "\u0661\u0662\u0663",
    "e\u0301" * 200,
    "{0} %s ${x} \\u001b \\",
    "x" * 32_000,
)


def escaped(text: str) -> str:
    """Write a text as XML does, with references left as they are."""
    return text.replace("&", "&amp;").replace("&amp;#", "&#").replace("<", "&lt;")


def text_cell(place: str, text: str) -> bytes:
    cell = f'<c r="{place}" t="inlineStr"><is><t>{escaped(text)}</t></is></c>'
    return cell.encode()


@pytest.fixture(params=NASTY, ids=lambda text: ascii(text)[:24])
def path(request, tmp_path):
    """A workbook that says one thing wherever it can: a sheet's name, a heading, values."""
    nasty = request.param
    figures = b'<c r="C2"><v>1</v></c><c r="E2"><v>0.125</v></c>'
    said = text_cell("A2", f"Chief Executive {nasty}") + text_cell("B2", f"12k {nasty}")
    row = b'<row r="2">%b%b</row>' % (said, figures)
    known = sheet(row).replace(
        b'<c r="D1" t="inlineStr"><is><t>Start date</t></is></c>', text_cell("D1", nasty)
    )
    data = with_part(book(), "xl/worksheets/sheet1.xml", lambda _: known)
    if not set(nasty) & set("[]:*?/\\"):
        name = escaped(nasty[:31]).replace('"', "&quot;").encode()
        data = with_part(data, "xl/workbook.xml", lambda _: BOOK.replace(b'"Pay"', b'"%b"' % name))
    file = tmp_path / "pay.xlsx"
    file.write_bytes(data)
    return file


def steering(text: str) -> set[str]:
    return {
        ascii(sign)
        for sign in text
        if unicodedata.category(sign) in ("Cc", "Cf", "Zl", "Zp") and sign != "\n"
    }


def is_no_line_of_ours(text: str) -> bool:
    """A finding begins two places from the edge; its own words never come out so far."""
    return not any(line.startswith("  error    A1") for line in text.splitlines())


def test_on_a_terminal(path, capsys):
    assert main(["check", str(path), "--fail-on", "never"]) == 0
    said = capsys.readouterr().out
    assert steering(said) == set()
    assert is_no_line_of_ours(said)
    assert "WBK101" in said, "the salary cannot be read, and its text is shown"


def test_as_json(path, capsys):
    assert main(["check", str(path), "--fail-on", "never", "--format", "json"]) == 0
    said = capsys.readouterr().out
    assert steering(said) == set()
    report = json.loads(said)
    assert any(found["cell"] == "B2" for found in report["workbooks"][0]["findings"])


def test_as_a_layout(path, capsys, tmp_path):
    kept = tmp_path / "pay.toml"
    assert main(["layout", str(path), "--save", str(kept)]) == 0
    assert steering(capsys.readouterr().out) == set()
    assert main(["check", str(path), "--layout", str(kept), "--fail-on", "never"]) == 0


def test_what_is_inert_stays_so():
    for text in NASTY:
        assert steering(inert(text)) == set()
        assert inert(inert(text)) == inert(text)


def test_a_name_that_steers_is_refused_in_words_that_do_not(tmp_path, capsys):
    file = tmp_path / "pay.xlsx"
    file.write_bytes(book(more=(("xl/\x9b31m.xml", b"<x/>"),)))
    assert main(["check", str(file)]) == 2
    said = capsys.readouterr().out
    assert "SEC004" in said
    assert steering(said) == set()
