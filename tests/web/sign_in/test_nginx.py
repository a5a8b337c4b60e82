"""nginx, as install/web has it: nobody without a session gets further, and nothing is kept there.

oauth2-proxy is stood in for: by what is asked as nginx asks it, and answers 202 or 401 as it does.
"""

from __future__ import annotations

import re
import socket
import tomllib
from collections.abc import Iterator

import httpx
import pytest

from tests.web import plainly
from tests.web.api.asking import FAULTS, file, refused, sent
from tests.web.running import Running, running
from tests.web.sign_in.papers import FOLDER, GOOD, IDENTITY, NGINX, SESSION, Front, in_front_of
from xl_vsm.web.serving import Serving
from xl_vsm.web.uploads import Incoming

pytestmark = pytest.mark.skipif(not NGINX, reason="nginx is not here")
NAME = {"Host": "vsm.example.nhs.uk"}
RATE = 12


@pytest.fixture(scope="module")
def behind(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Give the page as its service runs it: by that name, and behind that proxy."""
    settings = {
        "hosts": "vsm.example.nhs.uk",
        "behind_proxy": "127.0.0.1",
        "rate": f"{RATE}/hour",
        "upload_seconds": 30,
        "workers": 1,
    }
    with running(tmp_path_factory.mktemp("behind"), **settings) as it:
        yield it


@pytest.fixture(scope="module")
def nginx(behind: Running, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Front]:
    with in_front_of(behind.base, tmp_path_factory.mktemp("nginx")) as it:
        yield it


@pytest.fixture
def front(nginx: Front) -> Front:
    """Give nginx, of which nobody has asked anything yet."""
    nginx.asked.clear()
    return nginx


def signed_in(front: Front) -> httpx.Client:
    return httpx.Client(verify=False, base_url=front.base, headers=NAME | GOOD, timeout=60)


ROUTES = ["/", "/healthz", "/static/pages.css", "/calculator", "/rules", "/api/openapi.json"]
FORMS = ["/api/check", "/api/annotate", "/check", "/download/annotated"]
SESSIONS = [
    {},
    {"Cookie": f"{SESSION}=forged"},
    {"X-Auth-Request-Email": IDENTITY, "X-Forwarded-User": IDENTITY},
    {"Authorization": "Bearer x", "X-Forwarded-For": "127.0.0.1"},
    {"X-Original-URI": "/oauth2/start", "X-Forwarded-Uri": "/oauth2/start"},
]


@pytest.mark.parametrize("session", SESSIONS, ids=range(len(SESSIONS)))
def test_nobody_gets_in_without_a_session(front: Front, session: dict[str, str]) -> None:
    for path in [*ROUTES, *FORMS, "/oauth2/../", "//", "/x/%2e%2e/check", "/OAUTH2/auth"]:
        for method in ("GET", "HEAD", "POST"):
            headers = {**NAME, **session}
            answer = plainly.request(method, f"{front.base}{path}", headers=headers)
            if path.startswith("/api/"):
                assert answer.status_code == 401, path
            else:
                assert answer.status_code == 302, path
                assert answer.headers["location"].endswith("/oauth2/start?rd=%2F")
            assert b"xl_vsm" not in answer.content
    assert plainly.get(f"{front.base}/oauth2/auth", headers=NAME | GOOD).status_code == 404


def test_an_upload_is_not_taken_without_a_session(front: Front) -> None:
    answer = plainly.post(f"{front.base}/api/check", headers=NAME, files=[file(FAULTS)])
    assert answer.status_code == 401
    assert [headers.get("Content-Length", "") for _, headers in front.asked] == [""]


def test_with_a_session_it_is_as_without_nginx(front: Front, behind: Running) -> None:
    with httpx.Client(
        verify=False, base_url=front.base, headers=NAME | GOOD, timeout=60
    ) as browser:
        page = browser.get("/")
        assert page.status_code == 200
        assert "default-src 'none'" in page.headers["content-security-policy"]
        assert page.headers["strict-transport-security"]
        assert "Secure" in page.headers["set-cookie"]  # what the browser sees is https
        report = browser.post("/api/check", files=[file(FAULTS)])
        assert report.status_code == 200
    assert report.json()["summary"]["error"] == 12
    assert IDENTITY not in front.logged() + behind.said()
    assert "GET /" in front.logged()
    assert FAULTS.name not in front.logged()


def test_nothing_is_kept_on_disk(front: Front, behind: Running) -> None:
    large = sent("a.xlsx", bytes(20_000_000))
    headers = NAME | GOOD
    seen = []

    def blocks() -> Iterator[bytes]:
        yield b'--b\r\nContent-Disposition: form-data; name="workbook"; filename="a.xlsx"\r\n\r\n'
        for _ in range(200):
            yield bytes(100_000)
            seen.extend(front.kept())
        yield b"\r\n--b--\r\n"

    refused(plainly.post(f"{front.base}/api/check", headers=headers, files=[large]), 415, "WBK003")
    kind = {"Content-Type": "multipart/form-data; boundary=b"}
    where = f"{front.base}/api/check"
    refused(plainly.post(where, headers=headers | kind, content=blocks()), 415, "WBK003")
    assert seen == front.kept() == behind.kept() == []
    assert "buffered to a temporary file" not in front.logged()


def test_the_limits_agree() -> None:
    """nginx lets through all that the page takes, and hardly more."""
    conf = (FOLDER / "nginx.conf").read_text(encoding="utf-8")
    (megabytes,) = re.findall(r"client_max_body_size\s+(\d+)m;", conf)
    serving = Serving()
    most = Incoming(serving).largest
    assert most <= int(megabytes) * 2**20 < most + 2**20
    (seconds,) = re.findall(r"proxy_read_timeout\s+(\d+)s;", conf)
    assert int(seconds) > serving.upload_seconds + serving.work_seconds


def test_too_much_is_refused_by_nginx(front: Front) -> None:
    said = [f"{name}: {value}" for name, value in (NAME | GOOD).items()]
    lines = ["POST /api/check HTTP/1.1", *said, f"Content-Length: {135 * 2**20}", "", ""]
    host, port = front.base.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=30) as connection:
        connection.sendall("\r\n".join(lines).encode())
        assert connection.recv(100).startswith(b"HTTP/1.1 413 ")


def test_the_address_is_the_one_that_nginx_sees(front: Front) -> None:
    """Whatever a client says of itself, it is asked of the one rate."""
    with httpx.Client(
        verify=False, base_url=front.base, headers=NAME | GOOD, timeout=60
    ) as program:
        for number in range(RATE + 1):
            claimed = {"X-Forwarded-For": f"10.0.0.{number}"}
            answer = program.post("/api/check", headers=claimed, files=[sent("a.xlsx", b"")])
    refused(answer, 429, "too-often")


def test_the_papers_agree() -> None:
    """The three files name each other's ports, paths and host."""
    conf = (FOLDER / "nginx.conf").read_text(encoding="utf-8")
    unit = (FOLDER / "xl-vsm-web.service").read_text(encoding="utf-8")
    proxy = tomllib.loads((FOLDER / "oauth2-proxy.cfg").read_text(encoding="utf-8"))
    assert f"proxy_pass           http://{proxy['http_address']};" in conf
    assert proxy["redirect_url"] == "https://vsm.example.nhs.uk/oauth2/callback"
    assert proxy["cookie_name"] == SESSION
    assert "server_name vsm.example.nhs.uk;" in conf
    (command,) = re.findall(r"ExecStart=\S+/xl-vsm (serve .*)", unit)
    assert command in conf
