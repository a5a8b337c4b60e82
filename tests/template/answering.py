"""Answer one call of a worksheet function, asked and told in text files.

python answering.py ASK ANSWER
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import udfs


def main(ask: str, answer: str) -> None:
    name, *lines = Path(ask).read_text(encoding="utf-8").splitlines()
    table = _answer(name, list(_cells(iter(lines))))
    told = [f"{len(table)} {len(table[0])}"]
    told += [_told(value) for row in table for value in row]
    Path(answer).write_text("\n".join(told) + "\n", encoding="utf-8")


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


if __name__ == "__main__":
    main(*sys.argv[1:])
