"""A server that runs while tests ask it things."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

from tests.conftest import ROOT
from xl_vsm.parameters.own import VARIABLE

PATIENCE = 60


@dataclass
class Running:
    """A server.

    Attributes:
        base: its address, without a stroke at its end.
        process: the server's own process.
        temporary: where it would write what it keeps for a while.
        log: what it has said.
    """

    base: str
    process: subprocess.Popen[str]
    temporary: Path
    log: Path

    def said(self) -> str:
        """Return everything that it has logged."""
        return self.log.read_text(encoding="utf-8")

    def kept(self) -> list[Path]:
        """Return every file that it has written to its folder for temporary files."""
        return [path for path in self.temporary.rglob("*") if path.is_file()]


@contextmanager
def running(
    folder: Path, *, module: str = "tests.web.serve", **settings: object
) -> Iterator[Running]:
    """Run a server in a process of its own.

    Args:
        folder: where its log and whatever else it writes goes.
        module: what is run; one that serves as the usual one does.
        settings: settings of `Serving`, such as workers.
    """
    temporary = folder / "temporary"
    temporary.mkdir()
    log = folder / "server.log"
    outside = {VARIABLE: str(folder / "rates"), "TMPDIR": str(temporary)}
    with log.open("w", encoding="utf-8") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", module, *(f"{k}={v}" for k, v in settings.items())],
            cwd=ROOT,
            env={**os.environ, **outside},
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        )
    try:
        assert process.stdout is not None
        port = process.stdout.readline().strip()
        assert port, log.read_text(encoding="utf-8")
        server = Running(f"http://127.0.0.1:{port}", process, temporary, log)
        _wait_for(server)
        yield server
    finally:
        process.terminate()
        process.wait(PATIENCE)
        if process.stdout:
            process.stdout.close()


def _wait_for(server: Running) -> None:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            with urlopen(f"{server.base}/healthz", timeout=5) as answer:
                assert answer.status == 200
                return
        except OSError:
            if server.process.poll() is not None or time.monotonic() > end:
                raise AssertionError(server.said()) from None
            time.sleep(0.05)
