"""What a check is, and what it may say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from inspect import getdoc
from typing import TYPE_CHECKING, Any, TypeVar

from xl_vsm.findings import Severity
from xl_vsm.parameters import Parameters
from xl_vsm.rules.rule import Explanation
from xl_vsm.sheets import Entry, PostRow, Workbook

if TYPE_CHECKING:
    from xl_vsm.checks.case import Case


@dataclass(frozen=True, slots=True)
class Fault:
    """What a check found wrong at one field of one row."""

    field: str | None
    """The field whose cell is wrong; None for the workbook as a whole."""
    message: str
    """What is wrong and what was expected, without the address."""
    expected: str | None = None
    because: Explanation | str = ""
    severity: Severity | None = None
    """Only where this fault weighs otherwise than its check usually does."""
    rests_on: tuple[str, ...] = ()
    """Parameters that this fault rests on besides those of its check."""
    pending: bool = False
    """Whether it is a fault only for as long as something is under review."""


Faults = Iterable[Fault] | Fault | None


@dataclass(frozen=True, slots=True)
class Check:
    """A check: one kind of fault, by its code and name."""

    code: str
    name: str
    severity: Severity
    doc: str
    """What the check holds to be true, what breaks it, and why it matters."""
    subject: str | None = None
    """The field that the check is about; None where it looks at every field."""
    rests_on: tuple[str, ...] = ()
    """Parameters whose standing (illustrative, transcribed) passes on to the finding."""


@dataclass(frozen=True, slots=True)
class PostCheck(Check):
    """A check of one post at a time."""

    function: Callable[[Case], Faults] = lambda _: None

    def faults(self, case: Case) -> Iterator[Fault]:
        """Give what the check finds wrong with a post, as it finds it.

        Raises:
            CannotCheck, NothingToCheck, Unanswerable, NotInForce, OverLimit: it cannot be made.
        """
        said = self.function(case)
        if isinstance(said, Fault):
            yield said
        elif said is not None:
            yield from said


@dataclass(frozen=True, slots=True)
class WholeCheck(Check):
    """A check of a workbook as a whole, made after every post was checked."""

    function: Callable[[Workbook, Parameters], WholeFaults] = lambda *_: ()


@dataclass(frozen=True, slots=True)
class WholeFault:
    """A fault that concerns more than one post: an entry of it, or none for the whole file."""

    fault: Fault
    entry: Entry[Any] | None = None
    row: PostRow | None = None
    p: Parameters | None = None
    """The figures that it was found by, where they are not those of the run."""


@dataclass(frozen=True, slots=True)
class NotMade:
    """What a check of a whole workbook could not look at, and why."""

    reason: str
    sheet: str | None = None
    cell: str | None = None


WholeFaults = Iterable[WholeFault | NotMade]


CHECKS: dict[str, PostCheck] = {}
"""Every check of a post, by its code."""
WHOLE_CHECKS: dict[str, WholeCheck] = {}
"""Every check of a whole workbook, by its code."""


def check(
    code: str,
    name: str,
    *,
    subject: str | None = None,
    severity: Severity = "error",
    rests_on: tuple[str, ...] = (),
) -> Callable[[Callable[[Case], Faults]], PostCheck]:
    """Make a check of a function that looks at one post.

    Args:
        code: three letters and three digits, never used again.
        name: the fault, so that it reads after "allow".
        subject: the field that is checked; a workbook without it has nothing to check.
        severity: how much the fault weighs.
        rests_on: ids of the parameters whose figures it compares with.
    """

    def register(function: Callable[[Case], Faults]) -> PostCheck:
        made = PostCheck(code, name, severity, _doc(function), subject, rests_on, function)
        return _registered(CHECKS, made)

    return register


def whole_check(
    code: str, name: str, *, severity: Severity = "error", rests_on: tuple[str, ...] = ()
) -> Callable[[Callable[[Workbook, Parameters], WholeFaults]], WholeCheck]:
    """Make a check of a function that looks at a whole workbook."""

    def register(
        function: Callable[[Workbook, Parameters], WholeFaults],
    ) -> WholeCheck:
        made = WholeCheck(code, name, severity, _doc(function), None, rests_on, function)
        return _registered(WHOLE_CHECKS, made)

    return register


C = TypeVar("C", bound=Check)


def _registered(registry: dict[str, C], made: C) -> C:
    if made.code in CHECKS or made.code in WHOLE_CHECKS:
        raise TypeError(f"two checks have the code {made.code}")
    registry[made.code] = made
    return made


def _doc(function: Callable[..., object]) -> str:
    return getdoc(function) or ""
