"""Whatever cannot be done is said in plain words on a page, with the status that says the same."""

from __future__ import annotations

import re

import pytest

from tests.web import plainly
from tests.web.inside import inside
from tests.web.pages.officer import FAULTS, Officer, title, words
from tests.web.running import Running
from xl_vsm.web.protection import FIELD

CONTAINER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = CONTAINER + b"\0" * 600 + "EncryptedPackage".encode("utf-16le")


@pytest.mark.parametrize(
    ("name", "data", "status", "says"),
    [
        ("pay.xlsx", b"", 415, "is empty"),
        ("pay.txt", b"salaries of the board\n", 415, "not an Excel workbook"),
        ("pay.xlsx", ENCRYPTED, 415, "password"),
        ("pay.xlsx", FAULTS.read_bytes()[:5000], 422, "damaged"),
    ],
)
def test_one_workbook_that_cannot_be_read(
    officer: Officer, name: str, data: bytes, status: int, says: str
) -> None:
    page = officer.check((name, data), profile="draft")
    assert page.status_code == status
    assert title(page) == "Error: Check a pay workbook"
    assert says in words(page)
    assert 'href="#workbook"' in page.text
    assert 'value="draft" checked' in page.text  # what was chosen is kept


def test_no_workbook_and_no_day(officer: Officer) -> None:
    page = officer.check(
        **{"effective-day": "31", "effective-month": "2", "effective-year": "2025"}
    )
    assert page.status_code == 422
    assert 'href="#workbook">Choose a workbook<' in page.text
    assert (
        'href="#effective-day">Enter the day that the answers are for as a real date' in page.text
    )
    assert 'value="31"' in page.text
    assert "<details" in page.text
    assert "open>" in page.text


@pytest.mark.parametrize("path", ["/check", "/columns", "/again", "/download/annotated"])
@pytest.mark.parametrize("key", [None, "", "0" * 64])
def test_a_form_without_the_browsers_own_key(officer: Officer, path: str, key: str | None) -> None:
    fields = [] if key is None else [("form_key", key)]
    page = officer.send(path, [*fields, ("profile", "")], FAULTS)
    assert page.status_code == 403
    assert page.headers["content-type"].startswith("text/html")
    assert "this form is no longer good" in words(page).lower()
    assert "Start again" in words(page)


def test_a_form_whose_cookie_is_gone(server: Running, officer: Officer) -> None:
    parts = [("form_key", (None, officer.key)), ("workbook", ("pay.xlsx", b"PK"))]
    page = plainly.post(f"{server.base}/check", files=parts)
    assert page.status_code == 403


@pytest.mark.parametrize("headers", [{"sec-fetch-site": "cross-site"}, {"origin": "https://x.y"}])
def test_another_sites_page(officer: Officer, headers: dict[str, str]) -> None:
    parts = [("form_key", (None, officer.key)), ("workbook", ("pay.xlsx", b"PK"))]
    page = officer.browser.post("/check", files=parts, headers=headers)
    assert page.status_code == 403
    assert "a page of another site sent this" in words(page).lower()


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ([("carried", "!"), ("carried_name", "a.xlsx")], "did not come back whole"),
        ([("carried", "UEs=")], "did not come back whole"),
        ([("layout_for", "a.xlsx"), ("layout", "tables = 1")], "the layout file at tables"),
        ([("layout_for", "a.xlsx"), ("layout", "= nothing")], "is no layout"),
        ([("layout_for", "a"), ("layout", "[particulars]\nx = 'A!B1'")], "nothing is called 'x'"),
    ],
)
def test_a_page_that_did_not_come_back_whole(
    officer: Officer, fields: list[tuple[str, str]], says: str
) -> None:
    page = officer.send("/check", [("form_key", officer.key), *fields], FAULTS)
    assert page.status_code == 422
    assert says.lower() in words(page).lower()


@pytest.mark.parametrize(
    ("path", "status", "says"),
    [
        ("/download/report.exe", 422, "there is no report of the kind exe"),
        ("/download/annotated", 422, "the workbook is not among those"),
    ],
)
def test_what_cannot_be_taken_away(officer: Officer, path: str, status: int, says: str) -> None:
    files = [] if path.endswith("annotated") else [FAULTS]
    page = officer.send(path, [("form_key", officer.key)], *files)
    assert page.status_code == status
    assert says in words(page).lower()


@pytest.mark.parametrize(
    ("path", "status", "says"),
    [
        ("/none", 404, "There is nothing at this address"),
        ("/check", 405, "This page is shown only after a workbook was sent"),
        ("/papers/annual.docx", 405, "cannot be kept as a bookmark or loaded anew"),
    ],
)
def test_pages_that_are_not_there(server: Running, path: str, status: int, says: str) -> None:
    page = plainly.get(server.base + path)
    assert page.status_code == status
    assert says in words(page)
    assert "Start again with a workbook" in words(page)


def test_programs_are_told_how_to_ask(server: Running) -> None:
    answer = plainly.get(f"{server.base}/api/check")
    assert answer.json()["message"] == "this address is not asked in this way, but by POST"


TECHNICAL = re.compile(r"pydantic|Input should|value_error|Maximum number|Method Not|type=|\bloc\b")


@pytest.mark.parametrize(
    "path", ["/check", "/columns", "/again", "/papers", "/download/report.csv"]
)
@pytest.mark.parametrize(
    "fields",
    [
        [("x", "y")] * 1_001,
        [("read-0", "{}"), ("column-0.0-A", "post")],
        [("read-0", '[{"name": 1}]')],
        [("read-0", "x" * 1_000_001)],
        [("layout_for", "a"), ("layout", "[[tables]]\nsheet = 1")],
        [("layout_for", "a"), ("layout", "tables = 'x'")],
        [("layout_for", "a"), ("layout", "[[tables]]\nsheet='P'\nheader_row='x'\ncolumns={}")],
        [("again_name", "a.xlsx")],
        [("effective", "yesterday"), ("known", "9" * 5_000), ("profile", "x")],
        [("read-99999999999", "[]"), ("column-0.0-ZZZZ", ""), ("header-1.x", "")],
    ],
    ids=range(10),
)
def test_odd_forms_are_answered_in_plain_words(
    officer: Officer, path: str, fields: list[tuple[str, str]]
) -> None:
    page = officer.send(path, [("form_key", officer.key), *fields])
    assert page.status_code in {200, 422}
    assert "<h1" in page.text
    assert not TECHNICAL.search(words(page))


@pytest.mark.parametrize("path", ["/api/none", "/api/check"])
def test_programs_are_answered_in_json(server: Running, path: str) -> None:
    answer = plainly.get(server.base + path)
    assert answer.headers["content-type"] == "application/json"
    assert set(answer.json()) == {"code", "message"}


def test_a_server_that_has_no_room_or_is_asked_too_often() -> None:
    with inside(held_bytes=5_000, rate="3/minute") as asks:
        key = re.findall(rf'name="{FIELD}" value="(\w+)"', asks("GET", "/").text)[0]
        form = {"data": {FIELD: key}}
        page = asks("POST", "/check", **form, files={"workbook": FAULTS.read_bytes()})
        assert page.status_code == 503
        assert title(page) == "The server is busy"
        assert "Nothing is wrong with your workbook" in words(page)
        page = asks("POST", "/check", **form, files={"workbook": bytes(3_000)})
        assert page.status_code == 429
        assert title(page) == "Too much at once"
        assert "Wait half a minute" in words(page)
        assert page.headers["retry-after"] == "30"
        assert asks("POST", "/check", **form).status_code == 422
        page = asks("POST", "/check", **form)
        assert page.status_code == 429
        assert title(page) == "Too much at once"
        assert "Wait a minute" in words(page)
        assert int(page.headers["retry-after"]) <= 60
