"""Readers of the pages in a browser, who are gone when a test is done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from tests.reports.html.browser import PHONE, Pages
from tests.web.pages.reader import Reader

DESKTOP = 1_280
ENLARGED = DESKTOP // 2
"""Pixels of a page across that a desktop's window has at 200%."""
READERS: dict[str, dict[str, Any]] = {
    "desktop": {},
    "telephone": {"width": PHONE},
    "enlarged to 200%": {"width": ENLARGED, "device_scale_factor": 2},
    "no script": {"java_script_enabled": False},
}
Open = Callable[..., Reader]


@contextmanager
def readers(pages: Pages, base: str) -> Iterator[Open]:
    """Give what opens the pages: how wide the window is, where, and how else its reader has it.

    A test that goes elsewhere at once says so, or that it goes by itself: at="".
    """
    opened: list[Reader] = []
    with pages.lent() as lend:

        def reader(width: int = DESKTOP, at: str = "/", **how: Any) -> Reader:
            opened.append(Reader(lend(width, **how), base, at))
            return opened[-1]

        yield reader
        for each in opened:
            each.heard.no_more()


def complaints(reader: Reader) -> list[str]:
    """Return what went wrong in a browser, but for the status of a page that says what is wrong."""
    return [each for each in reader.complaints if "the server responded with a status" not in each]


def anybody_can_use(it: Reader) -> None:
    """Expect the page that is open to be right at each width, folded and unfolded.

    axe-core judges it at the widest and at the narrowest: between them no rule of ours begins.
    """
    for width in (DESKTOP, ENLARGED, PHONE):
        assert _sideways(it, width) == 0, width
    for width in (DESKTOP, PHONE):
        _sideways(it, width)
        assert it.faults() == [], width
    for width in (DESKTOP, ENLARGED, PHONE):
        assert _sideways(it, width) == 0, f"{width}, unfolded"
    assert it.elsewhere == []
    assert complaints(it) == []


def _sideways(it: Reader, width: int) -> int:
    """Return by how much the page is wider than such a window, once its menu has seen the width."""
    it.page.set_viewport_size({"width": width, "height": 900})
    for _ in range(40):
        if it.sideways() == 0:
            break
        it.page.wait_for_timeout(50)
    return it.sideways()
