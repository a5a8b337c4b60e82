"""One xlwings Server for all the tests that ask one, as its start takes far longer than a test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.hosts.server import Served, serving

TOLD_ALL = {"XLWINGS_LOG_LEVEL": "INFO"}
"""It logs more than it does in use, so that a test can look for what it may not log."""


@pytest.fixture(scope="session")
def served() -> Iterator[Served]:
    with serving(settings=TOLD_ALL) as server:
        yield server
