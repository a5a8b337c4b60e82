"""Forms that no page here makes: more or longer fields than any has are refused unread."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from tests.web.pages.officer import FAULTS, Fields, Officer, words
from tests.web.running import Running

TABLE = {"name": "0.0", "sheet": "Board pay 2025-26", "header": "5", "turned": False, "fields": {}}
TABLES = json.dumps([TABLE] * 6_000)
LAYOUT = "".join(
    f'[[tables]]\nsheet="S{n}"\nheader_row=1\ncolumns={{salary="A"}}\n' for n in range(199)
)
MANY = "there are more fields than any form here has"
NOT_WHOLE = "the page did not come back whole"


@pytest.fixture(scope="module")
def officer(server: Running) -> Iterator[Officer]:
    one = Officer(server.base)
    yield one
    one.browser.close()


def layouts(number: int, said: str = LAYOUT) -> Fields:
    return [field for n in range(number) for field in (("layout_for", f"{n}"), ("layout", said))]


@pytest.mark.parametrize("path", ["/check", "/columns", "/again", "/papers"])
@pytest.mark.parametrize(
    ("fields", "why"),
    [
        (layouts(21, ""), MANY),
        ([("again_name", "a"), ("again_sha256", "b")] * 21, MANY),
        (layouts(20, LAYOUT + "#" * 900), "the layouts are longer than any page here carries"),
    ],
    ids=["layouts", "names", "long"],
)
def test_more_than_there_may_be_workbooks(
    officer: Officer, path: str, fields: Fields, why: str
) -> None:
    page = officer.send(path, [("form_key", officer.key), *fields])
    assert page.status_code == 422
    assert why in words(page).casefold()
    assert len(page.text) < 20_000


def test_fields_of_a_form_without_files_are_counted_too(officer: Officer) -> None:
    page = officer.browser.post("/check", data={"workbook": ["x"] * 1_100})
    assert page.status_code == 422
    assert MANY in words(page).casefold()


def test_tables_are_read_of_the_workbooks_that_there_are(officer: Officer) -> None:
    key = ("form_key", officer.key)
    others = [(f"read-{n}", "no table") for n in range(1, 300)]
    assert officer.send("/check", [key, *others], FAULTS).status_code == 200
    page = officer.send("/check", [key, ("read-0", TABLES), ("read-1", TABLES)], FAULTS, FAULTS)
    assert page.status_code == 422
    assert NOT_WHOLE in words(page).casefold()
