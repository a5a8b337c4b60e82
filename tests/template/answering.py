"""Answer calls of worksheet functions for LibreOffice, asked and told in text files.

LibreOffice's Basic can wait for a program and nothing else, so `ask.py` is that program: it says
that a call is written down, and ends once it is answered. The answers are given here, in the
process of the tests, as bringing in the functions anew for each call takes far longer than a call.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from socket import create_server, socket
from threading import Thread

import udfs


@contextmanager
def answering(folder: Path) -> Iterator[int]:
    """Answer what is asked in a folder, and give the port of this machine to say so at.

    Raises:
        Exception: whatever went wrong over a call, after LibreOffice has ended.
    """
    faults: list[Exception] = []
    with create_server(("127.0.0.1", 0)) as listening:
        port: int = listening.getsockname()[1]
        thread = Thread(target=_serve, args=(listening, folder, faults), daemon=True)
        thread.start()
        try:
            yield port
        finally:
            # Somebody who asks nothing lets the thread go.
            with socket() as last:
                last.connect(("127.0.0.1", port))
            thread.join()
    if faults:
        raise faults[0]


def _serve(listening: socket, folder: Path, faults: list[Exception]) -> None:
    while True:
        connection, _ = listening.accept()
        with connection:
            if not connection.recv(1):
                return
            try:
                answer(folder / "ask.txt", folder / "answer.txt")
            except Exception as fault:  # a thread's own would be lost
                faults.append(fault)


def answer(ask: Path, told: Path) -> None:
    """Answer the call that one file holds in another."""
    name, *lines = ask.read_text(encoding="utf-8").splitlines()
    table = _answer(name, list(_cells(iter(lines))))
    words = [f"{len(table)} {len(table[0])}"]
    words += [_told(value) for row in table for value in row]
    told.write_text("\n".join(words) + "\n", encoding="utf-8")


def _answer(name: str, cells: list[object]) -> list[list[object]]:
    try:
        found = getattr(udfs, name)(*cells)
    except ValueError as error:
        return [[f"#VSM! {error}"]]
    if not isinstance(found, list):
        return [[found]]
    return found if isinstance(found[0], list) else [found]


def _cells(lines: Iterator[str]) -> Iterator[object]:
    for line in lines:
        kind, _, rest = line.partition(" ")
        if kind == "range":
            rows, columns = map(int, rest.split())
            yield [[_cell(next(lines)) for _ in range(columns)] for _ in range(rows)]
        else:
            yield _cell(line)


def _cell(line: str) -> object:
    kind, _, rest = line.partition(" ")
    if kind == "number":
        return float(rest)
    return {"text": rest, "error": "#VALUE!"}[kind]


def _told(value: object) -> str:
    if isinstance(value, int | float):
        return f"number {value!r}"
    return f"text {value}"
