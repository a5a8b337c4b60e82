"""Workbooks that papers are made from."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import ROOT
from xl_vsm.checks.one_workbook import Question
from xl_vsm.committee.checked import Checked, checked

EXAMPLES = ROOT / "workbooks" / "examples"
TODAY = date(2025, 9, 30)


def checked_of(path: Path, **asked: object) -> Checked:
    """Read and check a workbook in this process."""
    return checked(path, Question(TODAY, apart=False, **asked))  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def trust() -> Checked:
    """A trust's board, for 30 September 2025."""
    return checked_of(EXAMPLES / "trust_board_pay.xlsx")


@pytest.fixture(scope="session")
def faults() -> Checked:
    """The same with sixteen faults."""
    return checked_of(EXAMPLES / "trust_board_pay_faults.xlsx")


Checking = Callable[..., Checked]


@pytest.fixture(scope="session", name="checked_of")
def _checked_of() -> Checking:
    return checked_of
