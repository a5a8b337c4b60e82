"""Which test runs which line, and how long it takes: measured once, before anything is changed."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import coverage
import pytest

from tests.mutation.changed import Running
from tests.mutation.mutants import MUTATED, ROOT, Mutant
from tests.mutation.session import Session, first_failure, pytest_with

FEW = 50
"""So many tests, the likeliest, try a mutant that is expected to survive."""

_WHILE_IMPORTED = ""


@dataclass
class Reach:
    """What the tests run, and which of them have caught something so far."""

    seconds: dict[str, float]
    """Of each test, in the order in which they are collected."""
    lines: dict[str, dict[int, list[str]]]
    """By file, and by line, the tests that run it."""
    on_import: dict[str, list[int]]
    """By file, the lines that run before the first test begins."""
    expected: frozenset[tuple[str, int, str, str]] = frozenset()
    """The places of mutants of which it has been explained why none should notice them."""
    caught: Counter[tuple[str, str]] = field(default_factory=Counter)

    def tests_for(self, mutant: Mutant, *, anew: bool = False) -> list[str]:
        """Return the tests that may notice a mutant: first what caught its neighbours.

        Args:
            mutant: the change.
            anew: whether it is imported so. What runs on import shows in all of its module, so
                that every test that runs a line of the module counts, and every one of the folder
                that mirrors it: what a table may hold is not told by lines.
        """
        lines = self.lines.get(mutant.file, {})
        early = anew and self.runs_on_import(mutant)
        wanted = lines if early else mutant.lines
        found = {test for line in wanted for test in lines.get(line, ())}
        if early:
            folder = "/".join(["tests", *mutant.file.split("/")[1:2], ""])
            # A module that holds nothing that runs later is looked at by others.
            found |= {test for test in self.seconds if not found or test.startswith(folder)}
        ranked = sorted(found, key=lambda test: self._rank(mutant, test))
        return ranked[:FEW] if mutant.place in self.expected else ranked

    def _rank(self, mutant: Mutant, test: str) -> tuple[int, int, float]:
        here, around = f"{mutant.module}.{mutant.function}", mutant.module
        return (-self.caught[here, test], -self.caught[around, test], self.seconds[test])

    def likeliest(self, mutant: Mutant, tests: Iterable[str]) -> list[str]:
        """Return those of some tests that stand in the two files that have caught most nearby."""
        files: Counter[str] = Counter()
        for (where, test), times in self.caught.items():
            if where == mutant.module:
                files[test.partition("::")[0]] += times
        few = {file for file, _ in files.most_common(2)}
        return [test for test in tests if test.partition("::")[0] in few]

    def remember(self, mutant: Mutant, test: str) -> None:
        """Note what caught a mutant, so that its neighbours are tried on it first."""
        if test not in self.seconds:
            return
        self.caught[f"{mutant.module}.{mutant.function}", test] += 1
        self.caught[mutant.module, test] += 1

    def runs_on_import(self, mutant: Mutant) -> bool:
        """Say whether what is changed has run before the first test, so that it may be kept."""
        early = self.on_import.get(mutant.file, ())
        return not mutant.function or any(line in mutant.lines for line in early)

    def seconds_for(self, tests: Iterable[str]) -> float:
        """Return how long tests take where nothing is changed."""
        return sum(self.seconds[test] for test in tests)


def measure(kept: Path) -> str:
    """Run every test under coverage and keep what was found. To be called in a child process.

    Returns:
        The first test that fails, with which no mutant can be judged; else nothing.
    """
    sources = [f"{folder}/*" for folder in MUTATED]
    watched = coverage.Coverage(data_file=None, config_file=False, include=sources, messages=False)
    seconds: dict[str, float] = {}
    failed: list[str] = []

    def run(session: pytest.Session) -> None:
        running = Running()
        for number, item in enumerate(session.items):
            running.forget()  # else what is kept would seem to be run by the first test alone
            watched.switch_context(item.nodeid)
            began = time.monotonic()
            failed.append(first_failure([item]))
            seconds[item.nodeid] = time.monotonic() - began
            if failed[number]:
                return

    watched.start()
    code = pytest_with(Session(run))
    watched.stop()
    if code or any(failed) or not seconds:
        return next(filter(None, failed), f"pytest itself, which ended with {code}")
    data = watched.get_data()
    by_file = {
        str(Path(file).relative_to(ROOT)): data.contexts_by_lineno(file)
        for file in data.measured_files()
    }
    found = Reach(
        seconds,
        {
            file: {line: [t for t in tests if t != _WHILE_IMPORTED] for line, tests in at.items()}
            for file, at in by_file.items()
        },
        {
            file: [line for line, tests in at.items() if _WHILE_IMPORTED in tests]
            for file, at in by_file.items()
        },
    )
    kept.write_text(json.dumps([found.seconds, found.lines, found.on_import]), encoding="utf-8")
    return ""


def read(kept: Path) -> Reach:
    """Return what `measure` kept."""
    seconds, lines, on_import = json.loads(kept.read_text(encoding="utf-8"))
    by_number = {
        file: {int(line): tests for line, tests in at.items()} for file, at in lines.items()
    }
    return Reach(seconds, by_number, on_import)
