"""The site is built without a warning, and every link within it leads somewhere."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.conftest import ROOT

MADE_BY_SPHINX = {"genindex.html", "search.html"}
"""Pages without a page of ours behind them."""
SHOWN = ("script", "link", "img", "iframe", "source")
"""What a browser fetches by itself."""


class Page(HTMLParser):
    """The places in a page, where its links lead, and what it has a browser fetch."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.places: list[str] = []
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if given.get("id"):
            self.places.append(str(given["id"]))
        target = given.get("href") or given.get("src") or ""
        if tag == "a" and target:
            self.links.append(target)
        if tag in SHOWN and target:
            self.fetched.append(target)


def built(folder: Path) -> Path:
    """Build the site, with warnings as errors, and return where it is."""
    command = [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "-b", "html"]
    places = ["-d", str(folder / "read"), str(ROOT / "docs"), str(folder / "site")]
    made = subprocess.run([*command, *places], capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr
    return folder / "site"


def astray(site: Path, pages: dict[Path, Page]) -> Iterator[str]:
    """Yield every link within the site that leads nowhere."""
    for path, page in pages.items():
        for target in page.links:
            parts = urlsplit(target)
            if parts.scheme:
                continue
            there = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            within = pages[there].places if there in pages else []
            if not there.is_file() or parts.fragment not in {"", *within}:
                yield f"{path.relative_to(site)}: {target}"


def test_the_site_is_whole(tmp_path: Path) -> None:
    site = built(tmp_path.resolve())
    pages = {path: Page(path) for path in site.rglob("*.html")}
    sources = [page for page in (ROOT / "docs").rglob("*.md") if "making" not in page.parts]
    assert len(pages) == len(sources) + len(MADE_BY_SPHINX)
    assert list(astray(site, pages)) == []
    for path, page in pages.items():
        # Whoever reads it here tells nobody elsewhere, and needs no network.
        assert not [each for each in page.fetched if urlsplit(each).netloc], path.name
        assert len(page.places) == len(set(page.places)), path.name
