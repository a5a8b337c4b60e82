"""What came of the mutants, as tables for the page and as lines for whoever mends the tests."""

from __future__ import annotations

import json
import resource
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace

from benchmarks.kept import machine
from tests.mutation.children import DIED, TOO_LONG
from tests.mutation.explained import Explained, reasons, why
from tests.mutation.judging import NOT_IMPORTED, NOT_REACHED, Verdict


@dataclass(frozen=True)
class Effort:
    """What a run took."""

    seconds: float
    """By the clock."""
    processor: float
    """Of a processor's time, in seconds, on the children's account as well."""
    tests: int = 0
    suite: float = 0
    """What the tests take one after the other, under coverage, with nothing changed."""

    @classmethod
    def begun(cls) -> Effort:
        """Begin to count."""
        return cls(time.monotonic(), _processor())

    def until_now(self, tests: int, suite: float) -> Effort:
        """Return what has been taken since it was begun."""
        return Effort(time.monotonic() - self.seconds, _processor() - self.processor, tests, suite)

    def after(self, first: Effort) -> Effort:
        """Return what two runs took, the second of which judged again what had survived."""
        seconds, processor = self.seconds + first.seconds, self.processor + first.processor
        return replace(self, seconds=seconds, processor=processor)

    def as_json(self) -> str:
        """Put it into a file."""
        return json.dumps(asdict(self))

    def words(self) -> str:
        """Put it into a sentence, with the machine."""
        return (
            f"{machine()}. {self.tests:,} tests, which take {self.suite:.0f} s one after the other"
            f" with nothing changed. The mutants took {self.seconds / 60:.0f} minutes on a machine"
            f" with other work, {self.processor / 60:.0f} minutes of one processor."
        )


def _processor() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


HEAD = "| {} | mutants | caught by a test | not importable | too long | survived | caught |"
RULE = "|---|--:|--:|--:|--:|--:|--:|"


def tables(verdicts: Sequence[Verdict], explained: list[Explained]) -> Iterator[str]:
    """Yield the lines of the tables: by folder, by kind of change, and why some survived."""
    yield from _table("part", verdicts, lambda each: _part(each.file))
    yield ""
    yield from _table("change", verdicts, lambda each: each.kind)
    yield ""
    known = reasons()
    counted = Counter(why(each, explained) for each in verdicts if each.survived)
    yield "| why it survived | mutants |"
    yield "|---|--:|"
    for key, number in counted.most_common():
        yield f"| {known.get(key, 'not explained')} | {number} |"


def percent(verdicts: Sequence[Verdict]) -> float:
    """Return how many of a hundred were caught."""
    caught = sum(not each.survived for each in verdicts)
    return 100 * caught / len(verdicts) if verdicts else 100.0


def line(verdict: Verdict) -> str:
    """Put a survivor into a line: where, and what was changed to what."""
    before, after = (" ".join(text.split()) for text in (verdict.before, verdict.after))
    unseen = f" ({verdict.by})" if verdict.by == NOT_REACHED else ""
    where = f"{verdict.file}:{verdict.line} in {verdict.function or 'the module'}"
    return f"{where}: {before} -> {after}{unseen}"


def _table(
    title: str, verdicts: Sequence[Verdict], group: Callable[[Verdict], str]
) -> Iterator[str]:
    yield HEAD.format(title)
    yield RULE
    for name in sorted({group(each) for each in verdicts}):
        yield _row(name, [each for each in verdicts if group(each) == name])
    yield _row("**together**", verdicts)


def _row(name: str, verdicts: Sequence[Verdict]) -> str:
    by = Counter(each.by for each in verdicts)
    survived = sum(each.survived for each in verdicts)
    late, broken = by[TOO_LONG], by[NOT_IMPORTED] + by[DIED]
    tested = len(verdicts) - survived - late - broken
    figures = (len(verdicts), tested, broken, late, survived)
    return f"| {name} | {' | '.join(f'{n:,}' for n in figures)} | {percent(verdicts):.1f}% |"


def _part(file: str) -> str:
    """Return the folder of a file, or the file itself where it stands beside the folders."""
    parts = file.removeprefix("xl_vsm/").removesuffix(".py").split("/")
    return "/".join(parts[:2])
