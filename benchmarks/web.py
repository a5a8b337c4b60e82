"""Load the upload page as many people at once do, print what came of it, and keep it in the docs.

python -m benchmarks.web [--users N] [--uploads N] [--write]
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx

from benchmarks.estate import workbook
from benchmarks.kept import keep, machine
from benchmarks.tree import size_of

ROOT = Path(__file__).parents[1]
PAGE = "the-page-under-load.md"
USERS = 50
UPLOADS = 1_000
ROWS = 200
LOOKS = 4


@dataclass(slots=True)
class Load:
    """What came of a number of uploads.

    Attributes:
        seconds: how long each answer took.
        wrong: what was answered otherwise than with the report.
        memory: what the server and its processes held, by how many uploads were done.
        took: seconds for all of them.
        busy: the machine's load average at the end.
    """

    seconds: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    memory: dict[int, int] = field(default_factory=dict)
    took: float = 0
    busy: float = 0

    def at(self, percent: int) -> float:
        """Return the time in which so many of a hundred were answered."""
        return statistics.quantiles(self.seconds, n=100)[percent - 1]


def main() -> int:
    """Measure, print, and write where asked. Return 1 where any answer was wrong."""
    options = _options()
    with TemporaryDirectory(prefix="xl-vsm-load-") as folder, _served(Path(folder)) as server:
        load = asyncio.run(_load(server, options.users, options.uploads))
    page = "\n".join(_page(load, options.users)) + "\n"
    print(page)
    if options.write and not load.wrong:
        keep(PAGE, page)
    return 1 if load.wrong else 0


@dataclass(frozen=True, slots=True)
class _Server:
    base: str
    pid: int


class _served:  # noqa: N801 - it is used as a function is
    """Run the page as its users do, but that a rate is no matter here."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __enter__(self) -> _Server:
        command = [sys.executable, "-m", "xl_vsm", "serve", "--port", "0", "--workers", "3"]
        self._process = subprocess.Popen(
            [*command, "--as-root", "--rate", "100000/second"],
            cwd=ROOT,
            env={**os.environ, "XL_VSM_RATES": str(self._folder / "none")},
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout is not None
        said = re.match(r"http://\S+", self._process.stdout.readline())
        assert said
        base = said[0].rstrip("/")
        while httpx.get(f"{base}/healthz").status_code != 200:
            time.sleep(0.1)
        return _Server(base, self._process.pid)

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait(60)
        assert self._process.stdout is not None
        self._process.stdout.close()


async def _load(server: _Server, users: int, uploads: int) -> Load:
    """Have users upload, each its next workbook when it has the answer to the one before."""
    load, data, left = Load(), workbook(1, ROWS), iter(range(uploads))
    limits = httpx.Limits(max_connections=users)
    async with httpx.AsyncClient(base_url=server.base, timeout=600, limits=limits) as client:
        expected = (await _upload(client, data)).text
        load.memory[0] = size_of(server.pid)
        began = time.perf_counter()

        async def user() -> None:
            for _ in left:
                start = time.perf_counter()
                answer = await _upload(client, data)
                load.seconds.append(time.perf_counter() - start)
                if answer.status_code != 200 or answer.text != expected:
                    load.wrong.append(f"{answer.status_code} {answer.text[:100]}")
                if len(load.seconds) % (uploads // LOOKS) == 0:
                    load.memory[len(load.seconds)] = await asyncio.to_thread(size_of, server.pid)

        await asyncio.gather(*(user() for _ in range(users)))
        load.took, load.busy = time.perf_counter() - began, os.getloadavg()[0]
    return load


async def _upload(client: httpx.AsyncClient, data: bytes) -> httpx.Response:
    return await client.post("/api/check", files={"workbook": ("pay.xlsx", data)})


def _page(load: Load, users: int) -> Iterator[str]:
    number, wrong = len(load.seconds), len(load.wrong)
    yield (
        f"{machine()}; the clients run on the same cores. Load average at the end: {load.busy:.0f}."
    )
    yield ""
    yield "| | |"
    yield "|---|--:|"
    yield f"| users at once | {users} |"
    yield f"| workbooks of {ROWS} rows | {number:,} |"
    yield f"| answers that were not the report | {wrong} |"
    yield f"| answered within, half of them | {load.at(50):.1f} s |"
    yield f"| answered within, 95 of 100 | {load.at(95):.1f} s |"
    yield f"| the longest | {max(load.seconds):.1f} s |"
    yield f"| workbooks a second | {number / load.took:.1f} |"
    yield ""
    yield "| uploads done | memory of the server and all its processes, MB |"
    yield "|--:|--:|"
    for done, size in sorted(load.memory.items()):
        yield f"| {done:,} | {size / 1e6:.0f} |"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.web", description=__doc__)
    parser.add_argument("--users", type=int, default=USERS, help=f"at once ({USERS})")
    parser.add_argument("--uploads", type=int, default=UPLOADS, help=f"in all ({UPLOADS})")
    parser.add_argument("--write", action="store_true", help=f"keep the tables in {PAGE}")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
