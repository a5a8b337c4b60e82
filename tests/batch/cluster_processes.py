"""A real Dask scheduler and real workers, as processes on this machine."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.conftest import ROOT

PATIENCE = 60
ALONE = ("--host", "127.0.0.1", "--no-dashboard")
# Should nobody be left to end them, they end by themselves.
SCHEDULER = ("distributed.cli.dask_scheduler", *ALONE, "--port", "0", "--idle-timeout", "300 s")
WORKER = (
    "distributed.cli.dask_worker",
    *ALONE,
    "--no-nanny",
    "--memory-limit",
    "0",
    "--death-timeout",
    "60",
)


@dataclass
class Cluster:
    """Its scheduler's address, and its processes."""

    address: str
    folder: Path
    scheduler: subprocess.Popen[bytes]
    stack: ExitStack
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def add_worker(
        self, threads: int = 1, cwd: Path | None = None, python_path: Path = ROOT
    ) -> subprocess.Popen[bytes]:
        """Start a worker in a folder of its own, with what is at a path to import."""
        folder = self.folder / f"worker-{len(self.workers)}"
        folder.mkdir()
        worker = self.stack.enter_context(
            _process(
                [
                    *WORKER,
                    self.address,
                    "--nthreads",
                    str(threads),
                    "--local-directory",
                    str(folder),
                ],
                folder / "said.txt",
                cwd or folder,
                python_path,
            )
        )
        self.workers.append(worker)
        return worker

    def wait_for(self, workers: int) -> None:
        """Wait until the scheduler has so many workers."""
        from distributed import Client  # noqa: PLC0415 - an extra

        with Client(self.address, timeout=PATIENCE, set_as_default=False) as client:
            client.wait_for_workers(workers, timeout=PATIENCE)

    def end_workers(self) -> None:
        """End every worker, and wait until the scheduler knows."""
        from distributed import Client  # noqa: PLC0415 - an extra

        with Client(self.address, timeout=PATIENCE, set_as_default=False) as client:
            client.retire_workers()
        for worker in self.workers:
            worker.wait(PATIENCE)


@contextmanager
def dask_cluster(folder: Path, workers: int = 0, python_path: Path = ROOT) -> Iterator[Cluster]:
    """Start a scheduler, and end it and every worker afterwards, whatever happens."""
    contact = folder / "scheduler.json"
    with ExitStack() as stack:
        scheduler = stack.enter_context(
            _process(
                [*SCHEDULER, "--scheduler-file", str(contact)],
                folder / "scheduler.txt",
                folder,
                python_path,
            )
        )
        cluster = Cluster(_address(contact, scheduler), folder, scheduler, stack)
        for _ in range(workers):
            cluster.add_worker()
        yield cluster


@contextmanager
def _process(
    words: list[str], said: Path, cwd: Path, python_path: Path
) -> Iterator[subprocess.Popen[bytes]]:
    environment = {**os.environ, "PYTHONPATH": str(python_path)}
    with said.open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", *words], cwd=cwd, env=environment, stdout=log, stderr=log
        )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _address(contact: Path, scheduler: subprocess.Popen[bytes]) -> str:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and scheduler.poll() is None:
        try:
            address: str = json.loads(contact.read_text())["address"]
        except (OSError, ValueError, KeyError):
            time.sleep(0.05)
        else:
            return address
    raise RuntimeError("the scheduler did not start")
