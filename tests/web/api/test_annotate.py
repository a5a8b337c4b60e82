"""POST /api/annotate gives the copy that the command line writes."""

from __future__ import annotations

import io
from urllib.parse import unquote

import openpyxl
import pytest

import xl_vsm
from tests.hostile import old_kinds
from tests.web.api.asking import FAULTS, PLAIN, Part, ask, file, refused, sent
from tests.web.running import Running
from xl_vsm.reports.annotated import annotate
from xl_vsm.web.api import MACROS, XLSX, download

DISPOSITION = "content-disposition"


def annotated(server: Running, *parts: Part, **fields: str):
    return ask(server.base, *parts, route="/api/annotate", **fields)


def test_it_is_the_copy_that_the_command_line_writes(server: Running) -> None:
    answer = annotated(server, file(FAULTS))
    assert answer.status_code == 200
    assert answer.headers["content-type"] == XLSX
    assert unquote(answer.headers[DISPOSITION]).endswith("trust_board_pay_faults annotated.xlsx")
    assert answer.content == annotate(FAULTS.read_bytes(), xl_vsm.check(FAULTS)).data


def test_a_day_can_be_chosen(server: Running) -> None:
    earlier = annotated(server, file(FAULTS), effective="2025-06-01", known="2025-06-01")
    assert earlier.content != annotated(server, file(FAULTS)).content


def test_where_it_cannot_be_the_findings_come_alone(server: Running) -> None:
    answer = annotated(server, sent("pay.xls", old_kinds.xls()))
    assert answer.status_code == 200, answer.text
    assert unquote(answer.headers[DISPOSITION]).endswith("pay findings.xlsx")
    assert answer.headers["x-not-annotated"]
    assert openpyxl.load_workbook(io.BytesIO(answer.content)).sheetnames


def test_a_file_that_cannot_be_read_is_refused(server: Running) -> None:
    refused(annotated(server, sent("pay.xlsx", b"%PDF-1.7")), 415, "WBK003", "PDF")


def test_one_at_a_time(server: Running) -> None:
    refused(annotated(server, file(FAULTS), file(PLAIN)), 422, "asked-wrongly", "one workbook")


def test_a_profile_has_no_place_here(server: Running) -> None:
    refused(annotated(server, file(PLAIN), profile="audit"), 422, "asked-wrongly", "profile")


NAMES = [
    ("pay.xlsx", "pay annotated.xlsx", XLSX),
    ("pay.XLSM", "pay annotated.xlsm", MACROS),
    ("pay", "pay annotated.xlsx", XLSX),
    ("setup.exe", "setup annotated.xlsx", XLSX),
    ("page.html", "page annotated.xlsx", XLSX),
    ('a"; filename=b.exe; x=".xlsx', 'a"; filename=b.exe; x=" annotated.xlsx', XLSX),
    ("a\r\nSet-Cookie: x=1.xlsx", "a\r\nSet-Cookie: x=1 annotated.xlsx", XLSX),
]


@pytest.mark.parametrize(("said", "named", "kind"), NAMES, ids=range(len(NAMES)))
def test_a_name_is_one_value_of_one_header(said: str, named: str, kind: str) -> None:
    answer = download(said, b"", "a reason\r\nSet-Cookie: y=1 \u202e \u00a3")
    headers = dict(answer.raw_headers)
    assert not any(b"\r" in value or b"\n" in value for value in headers.values())
    assert headers[b"x-not-annotated"].isascii()
    answer = download(said, b"")
    disposition = answer.headers[DISPOSITION]
    assert disposition.isascii()
    assert disposition.count(";") == 1
    assert unquote(disposition.partition("''")[2]) == named
    assert answer.headers["content-type"] == kind
