"""POST /api/check gives what xl_vsm.check gives, and refuses as the contract says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import xl_vsm
from tests.hostile import old_kinds
from tests.hostile.attacks import bomb, book
from tests.web.api.asking import EXAMPLES, FAULTS, PLAIN, ask, file, refused, sent
from tests.web.running import Running


def in_python(*paths: Path, **said: date) -> dict:
    report = xl_vsm.check(list(paths), **said).model_dump(mode="json", by_alias=True)
    for workbook in report["workbooks"]:
        workbook["path"] = Path(workbook["path"]).name
    return report


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_is_answered_as_in_python(server: Running, path: Path) -> None:
    answer = ask(server.base, file(path))
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    assert answer.json() == in_python(path)


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 4


def test_several_at_once_in_their_order(server: Running) -> None:
    both = [FAULTS, PLAIN]
    assert ask(server.base, *map(file, both)).json() == in_python(*both)


def test_days_and_profile(server: Running) -> None:
    days = {"effective": "2025-06-01", "known": "2025-06-01"}
    said = ask(server.base, file(FAULTS), **days).json()
    as_dates = {name: date.fromisoformat(day) for name, day in days.items()}
    assert said == in_python(FAULTS, **as_dates)
    assert said != in_python(FAULTS)
    assert ask(server.base, file(FAULTS), profile="audit").json()["profile"] == "audit"


REFUSED = [
    ("empty", lambda: b"", 415, "WBK002"),
    ("CSV", lambda: b"Post,FTE\n", 415, "WBK003"),
    ("password", old_kinds.encrypted, 415, "WBK004"),
    ("unpacks", lambda: bomb(3_000_000), 413, "SEC002"),
    ("damaged", lambda: book()[:1000], 422, "WBK006"),
]


@pytest.mark.parametrize(("word", "make", "status", "code"), REFUSED, ids=[r[0] for r in REFUSED])
def test_a_file_alone_is_refused(server: Running, word, make, status, code) -> None:
    refused(ask(server.base, sent("pay.xlsx", make())), status, code, "pay.xlsx")


def test_one_among_others_is_a_finding(server: Running) -> None:
    answer = ask(server.base, file(FAULTS), sent("list.xlsx", b"Post,FTE\n"))
    assert answer.status_code == 200
    good, bad = answer.json()["workbooks"]
    assert good == in_python(FAULTS)["workbooks"][0]
    assert (bad["path"], bad["sha256"]) == ("list.xlsx", None)
    assert [finding["code"] for finding in bad["findings"]] == ["WBK003"]


def test_where_none_can_be_read_the_first_says_why(server: Running) -> None:
    refused(ask(server.base, sent("a.xlsx", b""), sent("b.xlsx", b"%PDF-1.7")), 415, "WBK002", "a.")


NAMES = [
    ("C:\\Users\\J Smith\\pay.xlsx", "pay.xlsx"),
    ("../../etc/pay.xlsx", "pay.xlsx"),
    ("/srv/pay.xlsx", "pay.xlsx"),
    ("..", "workbook.xlsx"),
    ("p\u202eay.xlsx", "pay.xlsx"),
    ("pay\u00e9.xlsx", "pay\u00e9.xlsx"),
    ("x" * 500 + ".xlsx", "x" * 115 + ".xlsx"),
]


@pytest.mark.parametrize(("said", "kept"), NAMES, ids=range(len(NAMES)))
def test_a_file_is_known_by_its_name_alone(server: Running, said: str, kept: str) -> None:
    answer = ask(server.base, sent(said, PLAIN.read_bytes()))
    assert answer.json()["workbooks"][0]["path"] == kept
