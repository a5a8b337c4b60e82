"""The files in install/web as they are put in place, but for ports and the certificate."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.conftest import ROOT

FOLDER = ROOT / "install" / "web"
NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
SESSION = "__Host-xl-vsm-session"
GOOD = {"Cookie": f"{SESSION}=good"}
IDENTITY = "chief.executive@example.nhs.uk"
MAIN = """\
daemon off; worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/error.log info;
{user}
events {{}}
http {{
    client_body_temp_path {folder}/kept/body; proxy_temp_path {folder}/kept/proxy;
    fastcgi_temp_path {folder}/kept/fastcgi; uwsgi_temp_path {folder}/kept/uwsgi;
    scgi_temp_path {folder}/kept/scgi;
    include {folder}/site.conf;
}}
"""


@dataclass
class Front:
    """nginx as it is configured, with what stands for oauth2-proxy behind it.

    Attributes:
        base: its address.
        folder: where its logs are.
        asked: the paths, and the headers, that the sign-in was asked with.
    """

    base: str
    folder: Path
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def logged(self) -> str:
        return "".join(
            (self.folder / name).read_text(encoding="utf-8") for name in ("access.log", "error.log")
        )

    def kept(self) -> list[Path]:
        return [path for path in (self.folder / "kept").rglob("*") if path.is_file()]


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


@contextmanager
def in_front_of(base: str, folder: Path) -> Iterator[Front]:
    """Run nginx in front of a server."""
    front = Front(f"http://127.0.0.1:{free_port()}", folder)
    with _sign_in(front) as sign_in:
        _write(front, base, sign_in)
        command = [str(NGINX), "-c", str(folder / "main.conf"), "-p", str(folder)]
        process = subprocess.Popen([*command, "-e", str(folder / "error.log")])
        try:
            _wait_for(front, process)
            yield front
        finally:
            process.terminate()
            process.wait(30)


def _write(front: Front, base: str, sign_in: str) -> None:
    (front.folder / "kept").mkdir()
    site = (FOLDER / "nginx.conf").read_text(encoding="utf-8")
    site = "\n".join(line for line in site.splitlines() if "ssl_" not in line)
    for written, here in (
        ("listen 443 ssl;", f"listen {front.base.removeprefix('http://')};"),
        ("http://127.0.0.1:8300", base),
        ("http://127.0.0.1:4180", sign_in),
        ("/var/log/nginx/xl-vsm.log", str(front.folder / "access.log")),
    ):
        assert written in site
        site = site.replace(written, here)
    (front.folder / "site.conf").write_text(site, encoding="utf-8")
    user = "user root;" if os.geteuid() == 0 else ""  # so that it may write below the folder
    main = MAIN.format(folder=front.folder, user=user)
    (front.folder / "main.conf").write_text(main, encoding="utf-8")


def _wait_for(front: Front, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 30
    host, port = front.base.removeprefix("http://").split(":")
    while True:
        try:
            socket.create_connection((host, int(port)), timeout=1).close()
            return
        except OSError:
            assert process.poll() is None, front.logged()
            assert time.monotonic() < end
            time.sleep(0.05)


@contextmanager
def _sign_in(front: Front) -> Iterator[str]:
    """Answer nginx as oauth2-proxy does: 202 to a good session, and 401."""

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            front.asked.append((self.path, dict(self.headers)))
            if self.path.startswith("/oauth2/auth"):
                good = GOOD["Cookie"] in self.headers.get("Cookie", "")
                self.send_response(202 if good else 401)
                self.send_header("X-Auth-Request-Email", IDENTITY)
            else:
                self.send_response(302)
                self.send_header("Location", "https://sign-in.example/authorize")
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_HEAD = do_POST = do_GET  # noqa: N815 - as the library wants them

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
