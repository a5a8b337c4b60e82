"""`xl-vsm serve`: starts, says where it is, ends at Ctrl-C, and says in words why it cannot."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psutil
import pytest

from tests.conftest import ROOT
from tests.web import plainly
from tests.web.api.asking import FAULTS, ask, file
from xl_vsm.cli import main, serve
from xl_vsm.cli.errors import CommandError

COMMAND = [sys.executable, "-m", "xl_vsm", "serve"]
ONE = ["--workers", "1"]
AS = ["--as-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []


@contextmanager
def served(folder: Path, *words: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Give the command at its work, and the address that it says."""
    with (folder / "errors").open("w", encoding="utf-8") as errors:
        process = subprocess.Popen(
            [*COMMAND, "--port", "0", *AS, *words],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        )
    try:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        assert address.startswith("http://"), (folder / "errors").read_text(encoding="utf-8")
        end, said = time.monotonic() + 60, urlsplit(address)
        while plainly.get(f"http://127.0.0.1:{said.port}{said.path}healthz").status_code != 200:
            assert time.monotonic() < end
            time.sleep(0.1)
        yield process, address
    finally:
        process.kill()
        process.wait(30)
        assert process.stdout is not None
        process.stdout.close()


def end(process: subprocess.Popen[str], how: int) -> list[psutil.Process]:
    """End the command, and return those of its processes that are left."""
    children = psutil.Process(process.pid).children(recursive=True)
    assert len(children) >= 3
    process.send_signal(how)
    process.wait(60)
    return psutil.wait_procs(children, timeout=20)[1]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
def test_ctrl_c_ends_it_and_leaves_nothing_behind(tmp_path: Path) -> None:
    with served(tmp_path) as (process, address):
        assert address.startswith("http://127.0.0.1:")
        assert ask(address.rstrip("/"), file(FAULTS)).status_code == 200
        assert end(process, signal.SIGINT) == []
        assert process.returncode == 0
    said = (tmp_path / "errors").read_text(encoding="utf-8")
    assert said == "Ctrl-C ends it\n\nended\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize("how", ["SIGTERM", "SIGKILL"])
def test_the_system_ends_it_and_nothing_is_left_behind(tmp_path: Path, how: str) -> None:
    with served(tmp_path, *ONE) as (process, _):
        assert end(process, getattr(signal, how)) == []


def test_below_a_path_and_by_a_name(tmp_path: Path) -> None:
    words = ["--root-path", "/pay/", "--name", "vsm.example.nhs.uk", "--rate", "1/hour"]
    with served(tmp_path, *ONE, *words) as (_, address):
        assert address.endswith("/pay/")
        named = {"Host": "vsm.example.nhs.uk"}
        assert plainly.get(f"{address}healthz", headers=named).status_code == 200
        page = plainly.get(address, headers=named)
        assert page.status_code == 200
        assert 'action="/pay/check"' in page.text
        refused = plainly.get(f"{address}healthz", headers={"Host": "evil.example"})
        assert refused.status_code == 400


def test_reached_from_elsewhere_it_says_what_that_means(tmp_path: Path) -> None:
    words = ["--host", "0.0.0.0", "--name", "vsm.example.nhs.uk"]
    with served(tmp_path, *ONE, *words) as (_, address):
        assert address.startswith("http://vsm.example.nhs.uk:")
        said = (tmp_path / "errors").read_text(encoding="utf-8")
    assert "without a sign-in and without encryption" in said


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["serve", *AS, *words]) == 2
    return capsys.readouterr().err


def test_for_all_addresses_it_needs_a_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert "say which with --name" in refused(capsys, "--host", "0.0.0.0")
    assert "say which with --name" in refused(capsys, "--host", "::")


def test_a_port_that_is_taken(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        assert f"port {port} is taken" in refused(capsys, "--port", port)


def test_an_address_of_another_machine(capsys: pytest.CaptureFixture[str]) -> None:
    assert "is no address of this machine" in refused(capsys, "--host", "192.0.2.1")
    assert "is no address of this machine" in refused(capsys, "--host", "none.invalid")


def test_without_the_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serve, "find_spec", lambda name: None if name == "pebble" else object())
    with pytest.raises(CommandError, match=r'pebble.*pip install "xl-vsm\[web\]"'):
        serve.run_serve(Namespace(as_root=True))


def test_not_as_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    with pytest.raises(CommandError, match="not by root"):
        serve.run_serve(Namespace(as_root=False))


@pytest.mark.parametrize(
    "words",
    [
        ["--port", "65536"],
        ["--port", "x"],
        ["--workers", "0"],
        ["--name", "vsm.example:443"],
        ["--name", "https://vsm.example"],
        ["--name", "*"],
        ["--proxy", "proxy"],
        ["--proxy", "*"],
        ["--proxy", "10.0.0.1/8"],
        ["--root-path", "pay"],
        ["--root-path", "/../x"],
        ["--rate", "120"],
        ["--rate", "0/minute"],
        ["--work-seconds", "-1"],
    ],
)
def test_an_option_that_means_nothing(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["serve", *words])
    assert caught.value.code == 2
    assert f"argument {words[0]}" in capsys.readouterr().err
