"""A process that uses up its time is ended by the system, and said to have been too slow."""

import signal
import sys

import pytest

from tests.hostile.attacks import book
from xl_vsm.sheets import Caps, Limits, RefusedFile
from xl_vsm.sheets.apart import keeper
from xl_vsm.sheets.apart.process import Lost, Process


@pytest.mark.skipif(sys.platform == "win32", reason="Windows counts the clock alone")
def test_out_of_time_is_told_from_a_crash(monkeypatch):
    def lost(*_, **__):
        raise Lost(-signal.SIGXCPU, timed_out=True)

    monkeypatch.setattr(Process, "ask", lost)
    with pytest.raises(RefusedFile, match="in 60 seconds") as caught:
        keeper.read_apart(book(), "pay.xlsx", Limits(), Caps())
    assert caught.value.code == "SEC008"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows counts the clock alone")
def test_the_system_ends_it():
    rows = b"".join(
        b'<row r="%d"><c r="A%d"><v>%d</v></c></row>' % (row, row, row) for row in range(2, 160_000)
    )
    process = Process()
    with pytest.raises(Lost) as caught:
        process.ask(book(rows), "pay.xlsx", Limits(), Caps(seconds=0.3, seconds_a_megabyte=0))
    assert caught.value.timed_out
