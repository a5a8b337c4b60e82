"""What the tests of long lists share."""

from __future__ import annotations

import pytest

from tests.checks.at_once.both_ways import BothWays


@pytest.fixture
def both_ways(tmp_path, monkeypatch):
    """Check lists at once and one by one, short ones too."""
    found = BothWays(tmp_path, monkeypatch)
    found.short_lists_too()
    return found
