"""Every hostile file that is known is refused or read, and the next one is answered as before."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.hostile.cases import Case, cases
from tests.web.api.asking import ask, refused, sent
from tests.web.hostile.wire import lives
from tests.web.running import Running, running
from xl_vsm.web.refusals import of_file

EVERYDAY = [case for case in cases() if not case.slow]


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Give a server whose processes may have little memory, as some files ask for all of it."""
    with running(tmp_path_factory.mktemp("held"), memory_bytes=1_000_000_000, workers=1) as it:
        yield it


@pytest.mark.parametrize("case", EVERYDAY, ids=lambda case: case.what)
def test_what_comes_of_it(held: Running, case: Case) -> None:
    answer = ask(held.base, sent("pay.xlsx", case.make()))
    if not case.read:
        expected = of_file(case.code, "")
        assert expected.status in {413, 415, 422}
        refused(answer, expected.status, case.code, case.words)
        return
    assert answer.status_code == 200, answer.text
    (workbook,) = answer.json()["workbooks"]
    assert [sheet["name"] for sheet in workbook["sheets"]] == ["Pay"]
    if case.code:
        assert case.code in {finding["code"] for finding in workbook["findings"]}


def test_the_server_is_as_it_was(held: Running) -> None:
    lives(held)
    assert held.kept() == []
    assert held.said() == ""
