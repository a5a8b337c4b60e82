"""The page's policy, kept by Chromium: what is not the page's own is not run and not fetched."""

from __future__ import annotations

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from tests.reports.hostile import book, finding, report
from tests.reports.html.browser import Show, browser_missing
from tests.reports.html.reading import page
from xl_vsm.reports.html import write

pytestmark = pytest.mark.skipif(browser_missing() is not None, reason=str(browser_missing()))

SOURCE = page(write, report(book(finding()))).source
FETCHING = (
    "<script src='{outside}x.js'></script>",
    "<img src='{outside}x.png'>",
    "<link rel='stylesheet' href='{outside}x.css'>",
    "<iframe src='{outside}'></iframe>",
    "<object data='{outside}'></object>",
    "<style>@import '{outside}x.css';</style>",
    "<form action='{outside}' id='sent'></form><script>document.forms.sent.submit()</script>",
)
RUNNING = (
    "<script>document.title = 'taken'</script>",
    "<img src='data:,' onerror=\"document.title = 'taken'\">",
    "<style>h1 { display: none }</style>",
    "<h1 style='display: none'>Out of sight</h1>",
)


class Outside(ThreadingHTTPServer):
    """A server that is not to be asked for anything."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Asked)
        self.asked: list[str] = []

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/"


class Asked(BaseHTTPRequestHandler):
    """Notes what it is asked for, and has nothing."""

    server: Outside

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        self.send_error(404)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def outside() -> Iterator[Outside]:
    with Outside() as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def smuggled(markup: str) -> str:
    """Return a page with something in it that is not its own."""
    return SOURCE.replace("</main>", f"{markup}</main>")


@pytest.mark.parametrize("markup", FETCHING)
def test_nothing_is_fetched(show: Show, outside: Outside, markup: str) -> None:
    source = smuggled(markup.format(outside=outside.base))
    shown = show(source)
    assert any("Content Security Policy" in said for said in shown.complaints)
    assert outside.asked == []
    # Without the policy it would have been.
    show(source, bypass_csp=True).page.wait_for_timeout(100)
    assert outside.asked != []


@pytest.mark.parametrize("markup", RUNNING)
def test_nothing_else_runs_or_changes_the_look(show: Show, markup: str) -> None:
    shown = show(smuggled(markup))
    assert any("Content Security Policy" in said for said in shown.complaints)
    assert "taken" not in shown.page.title()
    assert shown.seen("h1") == shown.page.locator("h1").count()
    free = show(smuggled(markup), bypass_csp=True)
    hidden = free.seen("h1") < free.page.locator("h1").count()
    assert hidden or free.page.title() == "taken"


def test_the_page_itself_asks_for_nothing(show: Show) -> None:
    shown = show(SOURCE)
    shown.page.locator("summary").first.click()
    assert shown.requests == shown.complaints == []
