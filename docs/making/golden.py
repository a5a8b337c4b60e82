"""Worked examples, out of the cases that the tests hold every answer against."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from pathlib import Path

GOLDEN = Path(__file__).parent.parent.parent / "tests" / "golden"
MOST = 6
ERROR = "error:"
_NO_DOCUMENT = re.compile(r"\bthe interface\b|\bagreed example\b")
"""How a case names something else than a published document."""


@dataclass(frozen=True, slots=True)
class Example:
    """One case: what is given, what is to come, and who says so."""

    given: tuple[str, ...]
    names: tuple[str, ...]
    expected: str
    who_says: str

    @property
    def is_error(self) -> bool:
        """Say whether the answer is an error in words."""
        return self.expected.startswith(ERROR)

    @property
    def is_documented(self) -> bool:
        """Say whether a document stands behind the case, which people can look up."""
        return not _NO_DOCUMENT.search(self.who_says)

    @property
    def effective(self) -> str:
        """The day that the answer is for; nothing where the case names none."""
        return dict(zip(self.names, self.given, strict=True)).get("effective", "")

    def typed(self, function: str) -> str:
        """Return the call as it is typed, without the blanks at its end."""
        cells = [_cell(text) for text in self.given]
        while cells and not cells[-1]:
            cells.pop()
        return f"{function}({', '.join(cells)})"

    def shown(self) -> str:
        """Return what is to come, for people."""
        if self.is_error:
            words = self.expected.removeprefix(ERROR).strip('"')
            return f'an error that says "{words}"'
        return self.expected.replace("|", ", ").replace("*", "\\*")


def examples(name: str) -> list[Example]:
    """Return every case of a worksheet function or a rule; none where there is no file yet."""
    for path in (GOLDEN / f"{name}.csv", GOLDEN / "rules" / f"{name}.csv"):
        if path.is_file():
            with path.open(encoding="utf-8", newline="") as file:
                header, *rows = csv.reader(file)
            return [_example(header, row) for row in rows]
    return []


def _example(header: list[str], row: list[str]) -> Example:
    # Where several figures are expected, each has a column of its own after the facts.
    facts = len(header) - 2 if header[-2] == "expected" else header.index("known_now") + 1
    expected = row[facts] if facts == len(header) - 2 else _several(header, row, facts)
    return Example(tuple(row[:facts]), tuple(header[:facts]), expected, row[-1])


def _several(header: list[str], row: list[str], start: int) -> str:
    pairs = list(zip(header, row, strict=True))[start:-1]
    return "|".join(f"{name.replace('_', ' ')} {value}" for name, value in pairs)


def chosen(cases: list[Example]) -> list[Example]:
    """Return a few cases that show most: different answers, on recent days."""
    by_answer: dict[str, Example] = {}
    for case in sorted(cases, key=_merit, reverse=True):
        by_answer.setdefault(case.expected, case)
    kept = [case for case in cases if by_answer.get(case.expected) is case]
    if len(kept) > MOST:
        return [kept[(2 * i + 1) * len(kept) // (2 * MOST)] for i in range(MOST)]
    spare = [case for case in sorted(cases, key=_merit, reverse=True) if case not in kept]
    few = kept + spare[: MOST - len(kept)]
    return [case for case in cases if case in few]


def _merit(case: Example) -> tuple[bool, str]:
    return not case.is_error, case.effective


def _cell(text: str) -> str:
    """Return a value as it is typed: words and dates in quotation marks, numbers without."""
    if not text or text in {"TRUE", "FALSE"} or re.fullmatch(r"-?\d+(\.\d+)?", text):
        return text
    return '"' + text.replace('"', '""') + '"'
