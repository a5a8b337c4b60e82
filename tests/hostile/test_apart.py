"""The process that parses: held to its time and memory, replaced when lost, not believed."""

import io
import json
import os
import subprocess
import sys
import threading
import time

import pytest

from tests.hostile.attacks import book
from xl_vsm.sheets import Caps, Limits, RefusedFile, read_bytes
from xl_vsm.sheets.apart import keeper, process
from xl_vsm.sheets.apart.caps import hold_to, most_memory
from xl_vsm.sheets.apart.frames import Ended, receive, send
from xl_vsm.sheets.apart.keeper import read_apart
from xl_vsm.sheets.apart.process import CODE, Process
from xl_vsm.sheets.file_cells import cells_of

GOOD = book()


@pytest.fixture
def alone():
    """No process is kept from before, and none stays."""
    keeper._end_all()
    yield
    keeper._end_all()


def test_apart_or_here_it_is_the_same():
    apart, here = (read_bytes(GOOD, "pay.xlsx", apart=apart) for apart in (True, False))
    assert apart == here
    assert apart.rows[0].salary.value == 171250


def test_the_parser_is_not_in_the_process_that_asks():
    code = (
        "import sys; from xl_vsm.sheets.apart.keeper import read_apart;"
        "from xl_vsm.sheets.guard import Limits; from xl_vsm.sheets.apart.caps import Caps;"
        "book, _ = read_apart(sys.stdin.buffer.read(), 'pay.xlsx', Limits(), Caps());"
        "assert book.sheets; assert not any(n.startswith('openpyxl') for n in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], input=GOOD, check=True)


def test_a_file_that_takes_too_long(alone):
    with pytest.raises(RefusedFile, match=r"in 0 seconds, .*save a copy") as caught:
        read_bytes(GOOD, "pay.xlsx", caps=Caps(seconds=0.01, seconds_a_megabyte=0))
    assert caught.value.code == "SEC008"
    assert read_bytes(GOOD, "pay.xlsx").rows


@pytest.mark.skipif(sys.platform == "win32", reason="Windows holds no process to a memory")
def test_a_file_that_takes_too_much_memory(alone):
    rows = b"".join(
        b'<row r="%d"><c r="A%d" t="str"><v>%d</v></c></row>' % (row, row, row)
        for row in range(2, 5_000)
    )
    data = book(rows)
    with pytest.raises(RefusedFile, match="more than 20 MB of memory") as caught:
        read_bytes(data, "pay.xlsx", caps=Caps(memory_bytes=20_000_000))
    assert caught.value.code == "SEC009"
    assert read_bytes(data, "pay.xlsx").sheets


def test_one_process_reads_one_file_after_the_other(alone):
    read_bytes(GOOD, "one.xlsx")
    (kept,) = keeper._idle
    read_bytes(GOOD, "two.xlsx")
    assert keeper._idle == [kept]
    assert kept.answered == 2


def test_one_that_died_while_idle_is_replaced(alone):
    read_bytes(GOOD, "one.xlsx")
    (kept,) = keeper._idle
    kept._child.kill()
    assert read_bytes(GOOD, "two.xlsx").rows


def test_threads_have_a_process_each(alone):
    found = []
    threads = [
        threading.Thread(target=lambda: found.append(read_bytes(GOOD, "pay.xlsx").rows))
        for _ in range(4)
    ]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert [len(rows) for rows in found] == [1] * 4
    assert len(keeper._idle) <= keeper.KEPT


def test_it_knows_nothing_of_the_surroundings(monkeypatch):
    monkeypatch.setenv("A_SECRET", "hush")
    seen = {}
    real = subprocess.Popen

    def started(*words, **options):
        seen.update(options["env"])
        return real(*words, **options)

    monkeypatch.setattr(process.subprocess, "Popen", started)
    one = Process()
    one.end()
    assert "A_SECRET" not in seen
    assert not one.alive


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")
def test_a_forked_process_starts_its_own(alone):
    read_bytes(GOOD, "pay.xlsx")
    child = os.fork()
    if not child:
        os._exit(0 if keeper._idle == [] else 1)
    assert os.waitpid(child, 0)[1] == 0
    assert len(keeper._idle) == 1


def test_where_no_process_can_be_had(monkeypatch):
    monkeypatch.setattr(sys, "platform", "emscripten")
    assert not process.can_be_apart()
    assert read_bytes(GOOD, "pay.xlsx").rows


@pytest.mark.parametrize(
    "answer",
    [b"", b"{}", b"[]\n", b'{"size": -1}\n', b'{"size": 9}\nshort', b'{"size": "9"}\n', b"\xff\n"],
)
def test_half_an_answer_is_none(answer):
    with pytest.raises(Ended):
        receive(io.BytesIO(answer))


@pytest.mark.parametrize(
    "head",
    [{}, {"carried": 1}, {"carried": [["SEC101"]]}, {"carried": []}, {"refused": "X"}],
)
def test_an_answer_that_makes_no_sense(monkeypatch, head):
    monkeypatch.setattr(keeper, "_asked", lambda *_: (head, b"nonsense"))
    with pytest.raises(RefusedFile, match="makes no sense") as caught:
        read_apart(GOOD, "pay.xlsx", Limits(), Caps())
    assert caught.value.code == "SEC010"


def test_a_fault_of_our_own_is_said_and_not_raised(monkeypatch):
    monkeypatch.setattr(keeper, "_asked", lambda *_: ({"failed": "KeyError"}, b""))
    with pytest.raises(RefusedFile, match="KeyError"):
        read_apart(GOOD, "pay.xlsx", Limits(), Caps())


def test_its_own_main_answers_and_ends():
    """The whole of the other process, spoken to without what the tool speaks through."""
    asked = io.BytesIO()
    limits = {"file_bytes": 10}
    for head in ({}, limits):
        send(asked, {"name": "pay.xlsx", "limits": head, "caps": {}}, GOOD)
    done = subprocess.run(
        [sys.executable, "-S", "-E", "-c", CODE, json.dumps([str(process.ROOT), *sys.path])],
        input=asked.getvalue(),
        capture_output=True,
        check=True,
    )
    answers = io.BytesIO(done.stdout)
    first, body = receive(answers)
    assert first["carried"] == []
    assert body
    assert receive(answers)[0]["refused"] == "SEC001"
    assert answers.read() == b""


def test_what_is_held_to(monkeypatch):
    resource = pytest.importorskip("resource", reason="Windows has no such limits")
    set_to = {}
    monkeypatch.setattr(resource, "setrlimit", lambda what, pair: set_to.update({what: pair[0]}))
    hold_to(Caps(seconds=1, seconds_a_megabyte=2, memory_bytes=1234), 3_000_000)
    assert set_to[resource.RLIMIT_AS] == 1234
    assert set_to[resource.RLIMIT_CPU] >= 7
    assert set_to[resource.RLIMIT_FSIZE] == 0
    assert most_memory() > 1_000_000


def test_starting_early_is_not_waited_for(alone):
    start = time.perf_counter()
    keeper.get_ready()
    assert time.perf_counter() - start < 1
    assert len(keeper._idle) == 1


def test_here_no_other_kind_is_read():
    from tests.hostile.old_kinds import ods  # noqa: PLC0415 - for this alone

    with pytest.raises(RefusedFile, match="OpenDocument") as caught:
        cells_of(ods(), "pay.ods", Limits(), apart=False)
    assert caught.value.code == "WBK005"
