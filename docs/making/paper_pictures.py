"""Pictures of a committee's papers, as LibreOffice shows them."""

from __future__ import annotations

import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from xl_vsm.committee import KINDS, Settings, checked, settings_of

PAGES = (
    ("pay-case", "docx", "Pay band and range", "paper-pay-case"),
    ("costing", "xlsx", "2025/26: Scenarios", "paper-costing"),
)
"""A kind of paper, its ending, words of the page that is shown, and what the picture is called."""


def draw(workbook: Path, images: Path) -> None:
    """Draw a page of each paper.

    Args:
        workbook: what the papers are made from.
        images: the folder of the pictures.
    """
    of = checked(workbook)
    settings = {
        "pay-case": Settings(posts=("1011",)),
        "costing": settings_of(scenarios=("Higher: award 4%, ranges 3%", "None: award 0%")),
    }
    with TemporaryDirectory() as made:
        folder = Path(made)
        for kind, ending, words, name in PAGES:
            path = folder / f"{kind}.{ending}"
            with path.open("wb") as out:
                KINDS[kind].write(of, settings[kind], ending, out)
            _shown(path, words, images / name)


def _shown(path: Path, words: str, picture: Path) -> None:
    profile = (path.parent / "profile").as_uri()
    office = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
    subprocess.run(
        [*office, "--outdir", str(path.parent), str(path)], check=True, capture_output=True
    )
    page = _page_with(words, path.with_suffix(".pdf"))
    shown = ["pdftoppm", "-r", "80", "-png", "-singlefile", "-f", str(page), "-l", str(page)]
    subprocess.run([*shown, str(path.with_suffix(".pdf")), str(picture)], check=True)


def _page_with(words: str, document: Path) -> int:
    """Return the first page that says something: how many come before it changes."""
    told = subprocess.run(
        ["pdftotext", str(document), "-"], check=True, capture_output=True, text=True
    )
    pages = told.stdout.split("\f")
    return next(number for number, page in enumerate(pages, 1) if words in page)
