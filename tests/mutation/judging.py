"""Each mutant against the tests that run what it changes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

import pytest

from tests.mutation.changed import Importing, Running
from tests.mutation.children import in_a_child
from tests.mutation.mutants import Mutant
from tests.mutation.reach import Reach
from tests.mutation.session import Session, first_failure, pytest_with

SURVIVED: Final = ""
NOT_REACHED: Final = "no test runs it"
NOT_IMPORTED: Final = "it cannot be imported"
CANNOT: Final = "only importing it anew will do"
A_DAY: Final = 24 * 60 * 60


@dataclass(frozen=True)
class Verdict:
    """What became of a mutant."""

    file: str
    line: int
    function: str
    kind: str
    before: str
    after: str
    by: str
    """The test that caught it, or one of the words above; empty where it survived."""

    @property
    def survived(self) -> bool:
        """Whether no test noticed."""
        return self.by in (SURVIVED, NOT_REACHED)

    @property
    def place(self) -> tuple[str, int, str, str]:
        """Which change it is about, and where."""
        return self.file, self.line, self.before, self.after

    def as_json(self) -> str:
        """Put it into a line."""
        return json.dumps(asdict(self), ensure_ascii=False)


def verdict(mutant: Mutant, by: str) -> Verdict:
    """Say what became of a mutant."""
    return Verdict(mutant.file, mutant.line, mutant.function, mutant.kind, *mutant.change, by)


class Answers:
    """What has been found so far, in a file, so that a run that was stopped can go on.

    Args:
        path: the file; one line for each mutant.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> dict[str, str]:
        """Return what caught each mutant, by its name."""
        if not self.path.exists():
            return {}
        lines = self.path.read_text(encoding="utf-8").splitlines()
        return dict(json.loads(line) for line in lines)

    def add(self, mutant: Mutant, by: str) -> None:
        """Keep what caught a mutant."""
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps([mutant.name, by]) + "\n")


def judged(
    mutants: Sequence[Mutant], reach: Reach, folder: Path, say: Callable[[str], None]
) -> Iterator[Verdict]:
    """Judge the mutants of functions first, which is quick, then what only a new import shows.

    Args:
        mutants: those to judge.
        reach: which tests run what.
        folder: where each answer is kept as soon as there is one; what is there is not asked again.
        say: tells whoever waits how far it is.

    Raises:
        SystemExit: the tests fail with nothing changed.
    """
    running, anew = Answers(folder / "running.jsonl"), Answers(folder / "anew.jsonl")
    early = running.read()
    quick = [each for each in mutants if each.function and each.name not in early]
    if quick and (trouble := in_a_child(lambda: in_what_runs(quick, reach, running), A_DAY)):
        raise SystemExit(f"no mutant can be judged: {trouble}")
    first, second = running.read(), anew.read()
    for mutant in mutants:
        reach.remember(mutant, first.get(mutant.name, ""))
    say(f"{len(first)} judged in what runs; now what only a new import shows ...")
    for number, mutant in enumerate(mutants):
        if not number % 500:
            say(f"{number} of {len(mutants)}")
        by = first.get(mutant.name, CANNOT)
        if by == CANNOT or (by in (SURVIVED, NOT_REACHED) and reach.runs_on_import(mutant)):
            if mutant.name not in second:
                second[mutant.name] = imported_anew(mutant, reach)
                anew.add(mutant, second[mutant.name])
            by = second[mutant.name]
        yield verdict(mutant, by)


def in_what_runs(mutants: Sequence[Mutant], reach: Reach, answers: Answers) -> str:
    """Judge the mutants of functions in a process that has imported everything once.

    To be called in a child process, as everything under test is imported here.

    Args:
        mutants: those to judge.
        reach: which tests run what.
        answers: where each is kept as soon as there is one.

    Returns:
        What stands in the way of judging any; else nothing.
    """
    trouble: list[str] = []

    def run(session: pytest.Session) -> None:
        items = {item.nodeid: item for item in session.items}
        running = Running()
        if not answers.read():
            trouble.append(in_a_child(lambda: _unchanged(running, session.items), A_DAY))
            if trouble[0]:
                return
        for mutant in mutants:
            answers.add(mutant, _judge_running(mutant, running, reach, items))

    code = pytest_with(Session(run))
    if any(trouble):
        return trouble[0]
    return "" if answers.read() else f"pytest ended with {code}"


def _unchanged(running: Running, items: list[pytest.Item]) -> str:
    running.forget(files=True)
    return first_failure(items)


def _judge_running(
    mutant: Mutant, running: Running, reach: Reach, items: dict[str, pytest.Item]
) -> str:
    tests = [test for test in reach.tests_for(mutant) if test in items]
    if not tests:
        return NOT_REACHED

    def work() -> str:
        if not running.change(mutant, files=reach.runs_on_import(mutant)):
            return CANNOT
        return first_failure([items[test] for test in tests])

    by = in_a_child(work, 20 + 10 * reach.seconds_for(tests))
    reach.remember(mutant, by)
    return by


def imported_anew(mutant: Mutant, reach: Reach) -> str:
    """Judge a mutant in a process that has imported nothing of the package yet."""
    tests = reach.tests_for(mutant, anew=True)
    by = SURVIVED
    for some in (reach.likeliest(mutant, tests), tests):
        if some and not by:
            by = in_a_child(
                lambda some=some: _import_and_run(mutant, some, reach),  # type: ignore[misc]
                90 + 10 * reach.seconds_for(some),
            )
    reach.remember(mutant, by)
    return by


def _import_and_run(mutant: Mutant, tests: list[str], reach: Reach) -> str:
    failed: list[str] = []
    Importing(mutant).begin()
    session = Session(lambda s: failed.append(first_failure(s.items)), tests, reach.seconds)
    pytest_with(session, dict.fromkeys(test.partition("::")[0] for test in tests))
    return failed[0] if failed else NOT_IMPORTED
