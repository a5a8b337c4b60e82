"""A page as its parts: what is marked up as what, and what is said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cache
from html.parser import HTMLParser
from io import StringIO
from typing import Any, TextIO

import xl_vsm
from tests.conftest import ROOT
from xl_vsm.findings import Report

EXAMPLES = ROOT / "workbooks" / "examples"


class Page(HTMLParser):
    """A page that was written.

    Attributes:
        source: the page itself.
        tags: how often each tag is there.
        attributes: each attribute, with its tag and its value.
        words: what is said, in one line.
        inside: the whole text of each style and script.
    """

    def __init__(self, source: str) -> None:
        super().__init__()
        self.source = source
        self.tags: Counter[str] = Counter()
        self.attributes: list[tuple[str, str, str]] = []
        self.inside: dict[str, list[str]] = {"style": [], "script": []}
        self._said: list[str] = []
        self._in = ""
        self.feed(source)
        self.close()
        self.words = " ".join("".join(self._said).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        self._in = tag

    def handle_endtag(self, _tag: str) -> None:
        self._in = ""

    def handle_data(self, data: str) -> None:
        if self._in in self.inside:
            self.inside[self._in].append(data)
        else:
            self._said.append(data)

    def values(self, name: str, tag: str | None = None) -> list[str]:
        """Return the values of an attribute, in order."""
        return [value for on, each, value in self.attributes if each == name and tag in {None, on}]


def page(write: Callable[[Any, TextIO], None], report: Any) -> Page:
    """Return what is written of a report."""
    out = StringIO()
    write(report, out)
    return Page(out.getvalue())


def flat(text: str) -> str:
    """Return a text in one line."""
    return " ".join(text.split())


@cache
def example() -> Report:
    """Return the report on the example with faults."""
    return xl_vsm.check(EXAMPLES / "trust_board_pay_faults.xlsx")


@cache
def examples() -> Report:
    """Return the report on several examples, for different days."""
    return xl_vsm.check(
        [EXAMPLES / f"{name}.xlsx" for name in ("afc_2025_26", "icb_pay", "trust_board_pay_faults")]
    )
