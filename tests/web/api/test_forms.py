"""A request that is not as the interface is described is refused, and says why."""

from __future__ import annotations

import pytest

from tests.web import plainly
from tests.web.api.asking import PLAIN, ask, file, form, part, refused
from tests.web.running import Running

FORM = {"Content-Type": "multipart/form-data; boundary=b"}
BOOK = part("workbook", b"x", "pay.xlsx")

WRONG = [
    ("no content type", {}, b"", 415, "no-form"),
    ("JSON", {"Content-Type": "application/json"}, b"{}", 415, "no-form"),
    ("a bare workbook", {"Content-Type": "application/octet-stream"}, b"PK", 415, "no-form"),
    ("no boundary", {"Content-Type": "multipart/form-data"}, b"", 422, "boundary"),
    ("another boundary", FORM, form([BOOK], boundary=b"c", end=b"--c--\r\n"), 422, "read"),
    ("no end", FORM, form([BOOK], end=b""), 422, "end"),
    ("nothing", FORM, b"", 422, "end"),
    ("no part", FORM, form([]), 422, ""),
    ("a part without a name", FORM, form([b"A: b\r\n\r\nx"]), 422, "name"),
    ("a part with a long header", FORM, form([b"A: " + b"x" * 9_000]), 422, "read"),
    ("a part with many headers", FORM, form([b"A: b\r\n" * 99 + BOOK]), 422, "read"),
    ("a workbook that is text", FORM, form([part("workbook", b"x")]), 422, "no file"),
    ("a day that is a file", FORM, form([BOOK, part("known", b"x", "x")]), 422, "as a file"),
    ("21 files", FORM, form([BOOK] * 21), 422, "no more than 20 workbooks"),
    ("1,001 fields", FORM, form([part("x", b"y")] * 1_001), 422, "more fields than any form here"),
    (
        "words in an encoding of texts that are none",
        {"Content-Type": "multipart/form-data; boundary=b; charset=unicode_escape"},
        form([BOOK, part("known", b"\\ud800")]),
        422,
        "UTF-8",
    ),
    (
        "an encoded form",
        {"Content-Type": "application/x-www-form-urlencoded"},
        b"workbook=x",
        422,
        "no file",
    ),
    (
        "a huge encoded form",
        {"Content-Type": "application/x-www-form-urlencoded"},
        b"a=b&" * 60_000,
        413,
        "MB",
    ),
]


@pytest.mark.parametrize(
    ("headers", "body", "status", "word"), [w[1:] for w in WRONG], ids=[w[0] for w in WRONG]
)
@pytest.mark.parametrize("route", ["check", "annotate"])
def test_no_form_of_ours(server: Running, route, headers, body, status, word) -> None:
    answer = plainly.post(f"{server.base}/api/{route}", headers=headers, content=body, timeout=60)
    code = {413: "SEC001", 415: "no-form", 422: "asked-wrongly"}[status]
    refused(answer, status, code, "" if code == word else word)


@pytest.mark.parametrize(
    ("field", "said", "word"),
    [
        ("effective", "1 April 2025", "'1 April 2025' is not a date"),
        ("effective", "20250401", "is not a date"),
        ("effective", "2025-W14-2", "is not a date"),
        ("effective", "2025-04-31", "is not a date"),
        ("known", "\u0662\u0660\u0662\u0665-04-01", "is not a date"),
        ("known", "9" * 100_000, "9999..."),
        ("effective", "", "'' is not a date"),
        ("effective", " 2025-04-01", "is not a date"),
        ("profile", "", "draft, submission, audit"),
        ("profile", "strict", "draft, submission, audit"),
        ("profile", "x" * 100_000, "xxx..."),
        ("efective", "2025-04-01", "effective"),
        ("x" * 3_000, "", "xxx..."),
    ],
)
def test_a_field_is_wrong(server: Running, field: str, said: str, word: str) -> None:
    answer = ask(server.base, file(PLAIN), **{field: said})
    refused(answer, 422, "asked-wrongly", word)
    assert len(answer.text) < 300


def test_a_field_comes_once(server: Running) -> None:
    known = [("known", (None, b"2025-04-01")), ("known", (None, b"2025-06-01"))]
    refused(ask(server.base, file(PLAIN), *known), 422, "asked-wrongly", "more than once")


def test_a_file_field_that_is_left_empty_as_browsers_send_it(server: Running) -> None:
    body = form([part("workbook", b"", "")])
    answer = plainly.post(f"{server.base}/api/check", headers=FORM, content=body)
    refused(answer, 422, "asked-wrongly", "choose a workbook")


def test_a_file_without_a_name(server: Running) -> None:
    body = form([part("workbook", PLAIN.read_bytes(), "")])
    answer = plainly.post(f"{server.base}/api/check", headers=FORM, content=body, timeout=60)
    assert answer.json()["workbooks"][0]["path"] == "workbook.xlsx"


def test_999_fields_are_read_and_none_of_them_known(server: Running) -> None:
    body = form([part("workbook", b"", "a")] + [part("x", b"y")] * 999)
    answer = plainly.post(f"{server.base}/api/check", headers=FORM, content=body)
    refused(answer, 422, "asked-wrongly", "no field 'x'")


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/api/check", 405),
        ("HEAD", "/api/check", 405),
        ("PUT", "/api/annotate", 405),
        ("POST", "/healthz", 405),
        ("GET", "/api/none", 404),
        ("HEAD", "/healthz", 200),
        ("GET", "/healthz", 200),
        ("OPTIONS", "/api/check", 405),
        ("QUERY", "/api/check", 405),
    ],
)
def test_other_ways_of_asking(server: Running, method: str, path: str, status: int) -> None:
    answer = plainly.request(method, f"{server.base}{path}")
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/json"
    if status == 405:
        assert answer.headers["allow"]
    if method == "HEAD":
        assert answer.content == b""
    elif status >= 400:
        assert set(answer.json()) == {"code", "message"}


def test_a_file_whose_name_nobody_can_see(server: Running) -> None:
    body = form([part("workbook", b"", "\t\x7f\u200b"), part("workbook", b"", "b")])
    answer = plainly.post(f"{server.base}/api/check", headers=FORM, content=body)
    refused(answer, 415, "WBK002", "workbook.xlsx")
