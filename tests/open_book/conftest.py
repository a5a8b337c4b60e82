"""The two Excels: one on Windows, whose macro calls us, and one with an add-in, which sends all."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.conftest import ROOT
from tests.open_book.add_in import KEY, Server
from tests.open_book.model import Open, opened
from tests.open_book.windows import Windows

NEED_FORMULAS = {"WBK301", "WBK302", "WBK303"}
"""What only a host that shows formulas can find."""
EXAMPLES = ROOT / "workbooks" / "examples"

Excel = Windows | Server


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    if not os.environ.get(KEY):
        pytest.skip(f"{KEY} is not set, without which xlwings' code for the add-in does not run")
    server = Server()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def windows() -> Iterator[Windows]:
    windows = Windows()
    yield windows
    windows.stop()


@pytest.fixture(params=["windows", "server"])
def excel(request: pytest.FixtureRequest) -> Excel:
    made: Excel = request.getfixturevalue(request.param)
    return made


@pytest.fixture
def faults() -> Open:
    return opened(EXAMPLES / "trust_board_pay_faults.xlsx")
