"""What the pages tell a reader to type does what they say."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.docs.blocks import blocks
from tests.docs.reader import Reader

PAGES = sorted(
    page
    for page in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    if "reference" not in page.parts
)


def has_examples(page: Path) -> bool:
    return any(
        block.language in ("sh", "python", "pycon") or block.text.startswith(("xl-vsm ", ">>> "))
        for block in blocks(page)
    )


@pytest.mark.parametrize(
    "page", [*filter(has_examples, PAGES)], ids=lambda page: str(page.relative_to(ROOT))
)
def test_a_reader_who_follows_the_page_gets_what_it_says(
    page: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(os.environ, "COLUMNS", "100")
    reader = Reader(tmp_path, capsys)
    for block in blocks(page):
        if block.not_run:
            assert len(block.not_run.split()) > 3, f"line {block.line}: say why it is not run"
        else:
            reader.follows(block)


def test_the_pages_for_beginners_are_followed() -> None:
    begun = [page for page in PAGES if page.parent.name == "start"]
    assert len(begun) == 3
    assert all(any(block.language == "sh" for block in blocks(page)) for page in begun)
