"""Somebody who uses the pages without a browser: forms as a browser without scripts sends them."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import httpx

from tests.conftest import ROOT
from tests.reports.html.reading import Page
from xl_vsm.web.protection import FIELD

EXAMPLES = ROOT / "workbooks" / "examples"
MESSY = ROOT / "workbooks" / "messy"
FAULTS = EXAMPLES / "trust_board_pay_faults.xlsx"
BUTTONS = {"which", "open", "back"}
"""What buttons say beside the fields of their form."""
Fields = list[tuple[str, str]]
File = Path | tuple[str, bytes]


class Form(HTMLParser):
    """The fields of the form on a page that leads somewhere, as a browser would send them."""

    def __init__(self, source: str, action: str) -> None:
        super().__init__()
        self.action = action
        self.fields: Fields = []
        self._in = False
        self._select = ""
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._in = said.get("action") == self.action
        if not self._in:
            return
        if tag == "select":
            self._select = said["name"]
        if tag == "option" and "selected" in said:
            self.fields.append((self._select, said["value"]))
        kind = said.get("type", "text")
        if tag == "input" and kind != "file" and (kind != "radio" or "checked" in said):
            self.fields.append((said["name"], said.get("value", "")))

    def handle_endtag(self, tag: str) -> None:
        self._in = self._in and tag != "form"


class Officer:
    """An HR officer.

    Args:
        base: the server's address.
    """

    def __init__(self, base: str) -> None:
        self.browser = httpx.Client(verify=False, base_url=base, timeout=120)
        self.key = re.findall(rf'name="{FIELD}" value="(\w+)"', self.browser.get("/").text)[0]

    def check(self, *files: File, **said: str) -> httpx.Response:
        """Choose workbooks on the first page, and send them."""
        return self.send("/check", [(FIELD, self.key), *said.items()], *files)

    def send(self, path: str, fields: Fields, *files: File) -> httpx.Response:
        """Send fields and files, as a form does."""
        opened = [
            (each.name, each.read_bytes()) if isinstance(each, Path) else each for each in files
        ]
        parts = [(name, (None, value)) for name, value in fields]
        return self.browser.post(path, files=[*parts, *(("workbook", each) for each in opened)])

    def goes_on(self, page: httpx.Response, path: str = "", **changed: str) -> httpx.Response:
        """Send the form of a page with some fields changed, elsewhere if an address is given."""
        form = Form(page.text, "/check")
        assert not set(changed) - {name for name, _ in form.fields} - BUTTONS
        fields = [(name, changed.pop(name, value)) for name, value in form.fields]
        return self.send(path or form.action, [*fields, *changed.items()])


def title(page: httpx.Response) -> str:
    """Return a page's title."""
    return re.findall(r"<title>(.*?) - VSM", page.text)[0]


def words(page: httpx.Response) -> str:
    """Return what a page says, in one line."""
    return Page(page.text).words
