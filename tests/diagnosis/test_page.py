"""The page for people and the command's words are the same."""

from __future__ import annotations

import re
import sys

import pytest

from tests.conftest import ROOT
from xl_vsm.diagnosis.trouble import Trouble
from xl_vsm.diagnosis.troubles import all_troubles

PAGE = ROOT / "docs" / "how-to" / "when-a-cell-shows-an-error.md"


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(sys, "path", [str(ROOT / "docs"), *sys.path])
    from making.trouble_page import trouble_page  # noqa: PLC0415 - found by the line above

    return trouble_page()


def test_the_page_is_fresh(made: str) -> None:
    assert PAGE.read_text(encoding="utf-8") == made, "run docs/make_reference.py"


@pytest.mark.parametrize("trouble", all_troubles(), ids=lambda each: each.title)
def test_the_page_has_every_word(trouble: Trouble) -> None:
    words = re.sub(r"\\(.)", r"\1", PAGE.read_text(encoding="utf-8").replace("\\\\", "/"))
    told = [f"## {trouble.title}", trouble.means]
    told += [each for cause in trouble.causes for each in (cause.why, *cause.do)]
    assert [each for each in told if each.replace("\\", "/") not in words] == []
