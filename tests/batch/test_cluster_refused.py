"""Clusters that cannot be used, and what is said of them."""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.batch.cluster_processes import dask_cluster
from xl_vsm.batch import cluster as clusters
from xl_vsm.batch.cluster import ClusterError, cluster
from xl_vsm.cli import main
from xl_vsm.release import VERSION

pytest.importorskip("distributed", reason="Dask is not installed: xl-vsm[dask]")


@pytest.fixture
def silent() -> Iterator[int]:
    """Give a port where somebody listens, and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening.getsockname()[1]


def refusal(address: str) -> str:
    with pytest.raises(ClusterError) as refused, cluster(address):
        pass
    return str(refused.value)


@pytest.mark.parametrize(
    "address", ["", "nonsense", "tcp://127.0.0.1", "http://127.0.0.1:80", "tcp://h:99999", "[::1"]
)
def test_what_is_no_address(address: str) -> None:
    said = refusal(address)
    assert said == f"{address!r} is no address of a Dask scheduler, such as tcp://10.0.0.5:8786"


def test_nobody_answers(silent: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clusters, "PATIENCE", 2)
    for port in (1, silent):
        said = refusal(f"127.0.0.1:{port}")
        assert said == f"127.0.0.1:{port}: no Dask scheduler answered there within 2 seconds"


def test_dask_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert "pip install 'xl-vsm[dask]'" in refusal("tcp://127.0.0.1:1")


def test_the_command_line_says_so_and_checks_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "pay.xlsx").write_bytes(b"")
    assert main(["check", str(tmp_path), "--scheduler", "nonsense"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("xl-vsm: 'nonsense' is no address of a Dask scheduler")


def test_a_scheduler_without_this_package(tmp_path: Path) -> None:
    package = tmp_path / "other" / "xl_vsm"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    with dask_cluster(tmp_path, python_path=package.parent) as made:
        made.add_worker()
        made.wait_for(1)
        assert refusal(made.address) == f"the scheduler has no xl-vsm: install {VERSION} there"


def test_workers_that_are_not_there_or_not_alike(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One cluster, whose workers change: each start of one takes a while."""
    with dask_cluster(tmp_path) as made:
        with monkeypatch.context() as changed:
            changed.setattr(clusters, "FIRST_WORKER", 1)
            said = refusal(made.address)
        assert said == (
            f"{made.address}: the scheduler has no worker; start one with:"
            f" dask worker {made.address}"
        )
        package = tmp_path / "other" / "xl_vsm"
        package.mkdir(parents=True)
        (package / "__init__.py").touch()
        made.add_worker(python_path=package.parent)
        made.wait_for(1)
        assert refusal(made.address).endswith(f" has no xl-vsm: install {VERSION} there")
        made.end_workers()
        (package / "release.py").write_text('VERSION = "1.0"\n')
        made.add_worker(python_path=package.parent)
        made.wait_for(1)
        assert refusal(made.address).endswith(
            f" has xl-vsm 1.0, where this machine has {VERSION}: install the same on both"
        )
