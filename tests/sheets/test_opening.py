"""A workbook's file opened, also before it is asked for."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hostile.attacks import book
from xl_vsm.sheets import Begun, Caps, Limits, RefusedFile, begin, opened, opening

GOOD = book()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "pay.xlsx"
    made.write_bytes(GOOD)
    return made


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is read, by the name of the thread that asks."""
    asked: list[str] = []
    really = opening.read_apart

    def read(*args: object, **kwargs: object) -> object:
        asked.append(threading.current_thread().name)
        return really(*args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(opening, "read_apart", read)
    return asked


def begun_on(path: Path, limits: Limits | None = None, *, keep_alike: bool = False) -> Begun:
    begun = begin(path, limits or Limits(), Caps(), keep_alike=keep_alike)
    assert begun is not None
    return begun


def test_a_file_that_was_begun_is_read_once_and_for_one_asker(
    path: Path, counted: list[str]
) -> None:
    begun = begun_on(path, keep_alike=True)
    early = opened(path, keep_alike=True, begun=begun)
    assert len(counted) == 1
    assert counted != [threading.current_thread().name]
    assert early == opened(path, keep_alike=True, begun=begun)  # the second time it is read here
    assert len(counted) == 2


@pytest.mark.parametrize("other", [{"limits": Limits(cells=1_000)}, {"keep_alike": True}])
def test_one_that_was_begun_in_another_way_is_opened_again(
    path: Path, counted: list[str], other: dict[str, object]
) -> None:
    begun = begun_on(path)
    assert opened(path, begun=begun, **other).book.sheets  # type: ignore[arg-type]
    assert threading.current_thread().name in counted
    begun.give_up()


def test_a_limit_holds_whatever_was_begun(path: Path) -> None:
    begun = begun_on(path)
    with pytest.raises(RefusedFile) as refused:
        opened(path, limits=Limits(cells=1), begun=begun)
    assert refused.value.code == "SEC007"
    begun.give_up()


@pytest.mark.parametrize("name", ["gone.xlsx", "", "x" * 300])
def test_a_file_that_is_not_there_is_refused_when_it_is_asked_for(
    tmp_path: Path, name: str
) -> None:
    path = tmp_path / name if name else Path(name)
    begun = begin(path, Limits(), Caps(), keep_alike=False)
    assert begun is None
    with pytest.raises(RefusedFile) as refused:
        opened(path, begun=begun)
    assert refused.value.code == "WBK001"


def test_one_whose_process_was_ended_is_read_again(path: Path) -> None:
    begun = begun_on(path)
    begun._by.end()
    assert opened(path, begun=begun).book.sheets


class _Interrupted:
    """Stands for a thread that is waited for when somebody presses Ctrl-C."""

    def join(self) -> None:
        raise KeyboardInterrupt

    def is_alive(self) -> bool:
        return True


def test_nobody_reads_on_after_ctrl_c(path: Path) -> None:
    begun = begun_on(path)
    really, begun._thread = begun._thread, _Interrupted()  # type: ignore[assignment]
    with pytest.raises(KeyboardInterrupt):
        opened(path, begun=begun)
    assert not begun._by.alive
    really.join(10)
    assert not really.is_alive()


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="Windows stops no process for a time")
def test_what_is_given_up_is_read_no_further(path: Path) -> None:
    process = opening.process_to_ask()
    process._child.send_signal(signal.SIGSTOP)  # it is at its work for as long as it takes
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening, "process_to_ask", lambda: process)
        begun = begun_on(path)
    begun.give_up()
    begun._thread.join(10)
    assert not begun._thread.is_alive()
    assert not process.alive


def test_where_there_is_no_other_process_nothing_is_begun(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "can_be_apart", lambda: False)
    assert begin(path, Limits(), Caps(), keep_alike=False) is None
    assert opened(path, apart=False, begun=None).book.sheets


@pytest.fixture(autouse=True)
def _none_left_over() -> Iterator[None]:
    """Each test leaves no thread of its own."""
    before = threading.active_count()
    yield
    for thread in threading.enumerate():
        if thread.daemon and thread is not threading.main_thread():
            thread.join(5)
    assert threading.active_count() <= before
