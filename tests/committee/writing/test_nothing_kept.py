"""A paper on its way to its reader is written to no other file: the page promises that."""

from __future__ import annotations

import tempfile
from datetime import date
from io import BytesIO
from typing import NoReturn

import pytest

from xl_vsm.committee import KINDS, Checked, Settings

SETTINGS = Settings(
    posts=("1011",), first=date(2025, 4, 1), last=date(2025, 7, 1), known_then=date(2025, 5, 31)
)


@pytest.mark.parametrize("ending", ["docx", "xlsx"])
@pytest.mark.parametrize("kind", KINDS)
def test_no_temporary_file_is_made(
    kind: str, ending: str, trust: Checked, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> NoReturn:
        raise AssertionError("a temporary file")

    for name in ("mkstemp", "mkdtemp", "NamedTemporaryFile", "TemporaryFile"):
        monkeypatch.setattr(tempfile, name, refused)
    out = BytesIO()
    KINDS[kind].write(trust, SETTINGS, ending, out)
    assert out.getvalue().startswith(b"PK")
