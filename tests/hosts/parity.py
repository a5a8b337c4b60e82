"""The golden calls that every host must answer alike, and what a host has to do to be asked."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, cast

from tests.hosts.cells import OURS, Answer, Error, Given, read_given, same, split

CALLS = Path(__file__).parent / "parity.csv"

WORDLESS = "#VALUE!"
"""A fault of ours in a range, on hosts that show words only where a cell is alone."""


@dataclass(frozen=True)
class Call:
    """One formula, and what its cell must show."""

    number: str
    function: str
    given: tuple[Given, ...]
    answer: Answer
    why: str

    def __str__(self) -> str:
        return f"{self.number}-{self.function}"


class Host(Protocol):
    """A way from a formula to what its cell shows."""

    def ask(self, calls: Sequence[Call]) -> list[Answer]:
        """Answer each call, in order, as cells show it."""


def parity_calls() -> list[Call]:
    """Return every golden call."""
    with CALLS.open(encoding="utf-8", newline="") as file:
        return [
            Call(
                row["number"],
                row["function"],
                tuple(map(read_given, split(row["given"], ","))),
                cast("Answer", read_given(row["answer"])),
                row["why"],
            )
            for row in csv.DictReader(file)
        ]


def differences(calls: Sequence[Call], answers: Sequence[Answer], *, wordless: bool) -> list[str]:
    """Return what a host answered otherwise than the file, in words.

    Args:
        calls: what was asked.
        answers: what the host showed, in order.
        wordless: whether this host shows no words for a fault of ours inside a range.
    """
    return [
        f"{call}: {call.answer!r} expected, {answer!r} shown"
        for call, answer in zip(calls, answers, strict=True)
        if not same(_as_shown(call.answer, wordless=wordless), answer)
    ]


def _as_shown(answer: Answer, *, wordless: bool) -> Answer:
    """Return what a host can show of an answer."""
    if not wordless:
        return answer
    if isinstance(answer, list):
        alone = len(answer) == 1 and len(answer[0]) == 1
        return answer if alone else [[_without_words(cell) for cell in row] for row in answer]
    # What cannot be sent at all arrives as Excel's own error for it.
    no_number = isinstance(answer, Error) and answer.words.endswith("not nan")
    return Error("#NUM!") if no_number else answer


def _without_words(cell: float | str | bool | Error) -> float | str | bool | Error:
    return Error(WORDLESS) if isinstance(cell, Error) and cell.code == OURS else cell
