"""Every answer has its headers, and not everybody is let in."""

from __future__ import annotations

import httpx
import pytest

from tests.web import plainly
from tests.web.api.asking import PLAIN, ask, file, refused, sent
from tests.web.inside import inside
from tests.web.running import Running
from xl_vsm.web.protection import HEADERS

ROUTES = [
    ("GET", "/", 200),
    ("GET", "/healthz", 200),
    ("GET", "/api/openapi.json", 200),
    ("GET", "/static/pages.css", 200),
    ("GET", "/static/none.css", 404),
    ("GET", "/static/../app.py", 404),
    ("GET", "/static/%2e%2e/app.py", 404),
    ("GET", "/none", 404),
    ("GET", "/%00", 404),
    ("GET", "/api/none", 404),
    ("GET", "/docs", 404),
    ("POST", "/", 405),
    ("DELETE", "/api/check", 405),
    ("POST", "/api/check", 415),
    ("POST", "/check", 415),
]


def well_dressed(answer: httpx.Response) -> None:
    for name, value in HEADERS.items():
        if name != "Cache-Control":
            assert answer.headers[name] == value
    policy = HEADERS["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "*" not in policy
    assert "server" not in answer.headers


@pytest.mark.parametrize(("method", "path", "status"), ROUTES)
def test_every_answer_has_its_headers(server: Running, method, path, status) -> None:
    answer = plainly.request(method, f"{server.base}{path}")
    assert answer.status_code == status
    well_dressed(answer)
    kept = path.startswith("/static/") and status == 200
    assert answer.headers["cache-control"] == ("public, max-age=3600" if kept else "no-store")


def test_a_report_has_them_too(server: Running) -> None:
    well_dressed(ask(server.base, file(PLAIN)))
    well_dressed(ask(server.base, file(PLAIN), route="/api/annotate"))
    well_dressed(ask(server.base, sent("a.xlsx", b"")))


HOSTS = ["evil.example", "127.0.0.1.evil.example", "[::2]", "", "localhost@evil.example", "[::1"]


@pytest.mark.parametrize("host", HOSTS)
def test_no_other_name_is_answered(server: Running, host: str) -> None:
    """A page elsewhere whose name was made to lead here cannot read the answers (DNS rebinding)."""
    for path in ("/healthz", "/api/openapi.json", "/api/none"):
        answer = plainly.get(f"{server.base}{path}", headers={"Host": host})
        refused(answer, 400, "wrong-host")
        well_dressed(answer)
    page = plainly.get(f"{server.base}/", headers={"Host": host})
    assert page.status_code == 400
    well_dressed(page)


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:1", "127.0.0.1", "[::1]", "[::1]:8000"])
def test_its_own_names_are(server: Running, host: str) -> None:
    assert plainly.get(f"{server.base}/healthz", headers={"Host": host}).status_code == 200


ELSEWHERE = [
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "cross-site", "Origin": "{base}"},
    {"Sec-Fetch-Site": ""},
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
    {"Origin": ""},
    {"Origin": "{base}0"},
]


@pytest.mark.parametrize("headers", ELSEWHERE)
@pytest.mark.parametrize("path", ["/api/check", "/check", "/download/annotated", "/none"])
def test_no_form_of_another_site(server: Running, path: str, headers: dict[str, str]) -> None:
    said = {name: value.replace("{base}", server.base) for name, value in headers.items()}
    answer = plainly.post(f"{server.base}{path}", headers=said, files=[file(PLAIN)])
    assert answer.status_code == 403
    well_dressed(answer)


@pytest.mark.parametrize("headers", [{}, {"Sec-Fetch-Site": "same-origin"}, {"Origin": "{base}"}])
def test_our_own_and_programs_are_let_in(server: Running, headers: dict[str, str]) -> None:
    said = {name: value.replace("{base}", server.base) for name, value in headers.items()}
    answer = plainly.post(
        f"{server.base}/api/check", headers=said, files=[sent("a.xlsx", b"")], timeout=60
    )
    refused(answer, 415, "WBK002")


@pytest.mark.parametrize("key", [None, "", "x", "é" * 32, "\ud800".encode("utf-8", "replace")])
def test_a_form_of_a_page_carries_its_key(server: Running, key) -> None:
    """A key that is no key is refused, whatever it is made of."""
    with httpx.Client(verify=False, base_url=server.base, timeout=60) as browser:
        browser.get("/")
        fields = {} if key is None else {"form_key": key}
        answer = browser.post("/check", data=fields, files=[file(PLAIN)])
    assert answer.status_code == 403


def test_too_often() -> None:
    """An address is answered three times an hour, and no proxy is trusted."""
    with inside(rate="3/hour") as asks:
        for number in range(5):
            claimed = {"X-Forwarded-For": f"10.0.0.{number}", "Forwarded": f"for=10.0.0.{number}"}
            answer = asks("POST", "/api/check", headers=claimed)
            if number < 3:
                refused(answer, 415, "no-form")
        refused(answer, 429, "too-often", "3 per 1 hour")
        assert 3_500 < int(answer.headers["retry-after"]) <= 3_600
        well_dressed(answer)
        assert asks("GET", "/api/openapi.json").status_code == 200


FORWARDED = [
    # What a client claims stands before what the proxy adds.
    ["10.0.0.1", "10.0.0.1 again", "10.0.0.2", "10.0.0.3, 10.0.0.2 again"],
    # In IPv6 all addresses of one connection count as one.
    ["2001:db8:1:2::3", "2001:db8:1:2:ffff::4 again", "2001:db8:1:3::3"],
    ["::ffff:10.0.0.1", "10.0.0.1 again"],
]


@pytest.mark.parametrize("asked", FORWARDED, ids=range(len(FORWARDED)))
def test_the_proxy_is_believed_where_it_is_named(asked: list[str]) -> None:
    with inside(rate="1/hour", behind_proxy="127.0.0.1") as asks:
        for forwarded in asked:
            said = {"X-Forwarded-For": forwarded.removesuffix(" again")}
            status = asks("POST", "/api/check", headers=said).status_code
            assert status == (429 if forwarded.endswith("again") else 415), forwarded
