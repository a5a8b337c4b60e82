"""What a rule is: a plain function, with the words that say why and the places it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, partial
from inspect import signature
from types import MappingProxyType
from typing import Any, Final, Generic, ParamSpec, Protocol, TypeAlias, TypeVar

from xl_vsm.parameters import Parameters

P = ParamSpec("P")
R = TypeVar("R")

Steps: TypeAlias = Callable[[Parameters], Iterable[Decimal]]
NO_STEPS: Final[Mapping[str, Steps]] = MappingProxyType({})

BRIEFING = "nhs-providers-2025-05-15"
"""The summary of the framework that the rules in words rest on; the framework itself was not read.

Its statements are numbered S1 to S50, in the order of `docs/reference/coverage.md`.
"""


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in a document."""

    source: str
    """Key of a document in `parameters/data/sources.toml`."""
    locator: str


@dataclass(frozen=True, slots=True, eq=False)
class Decision(Generic[R]):
    """An outcome that the sources lead to by a path worth telling."""

    outcome: R
    told: str | Callable[[], str]
    """The reason, or what puts it into words: a column of cells asks for answers, not reasons."""
    cites: tuple[Citation, ...]

    @property
    def reason(self) -> str:
        """Why, in words."""
        return self.told if isinstance(self.told, str) else self.told()

    def __eq__(self, other: object) -> bool:
        """Two are equal that lead to the same outcome for the same reason."""
        return isinstance(other, Decision) and (
            (self.outcome, self.reason, self.cites) == (other.outcome, other.reason, other.cites)
        )

    def __hash__(self) -> int:
        """Hash by what is at hand without words."""
        return hash((self.outcome, self.cites))


@dataclass(frozen=True, slots=True, eq=False)
class Explanation:
    """An answer, why it is so, and on whose authority."""

    answer: Any
    told: str | Callable[[], str]
    """The reason, or what puts it into words: most answers are right, and nobody asks why."""
    cites: tuple[Citation, ...]

    @property
    def reason(self) -> str:
        """Why, in words."""
        return self.told if isinstance(self.told, str) else self.told()

    def __eq__(self, other: object) -> bool:
        """Two are equal that give the same answer for the same reason."""
        return isinstance(other, Explanation) and (
            (self.answer, self.reason, self.cites) == (other.answer, other.reason, other.cites)
        )

    def __hash__(self) -> int:
        """Hash by what is at hand without words."""
        return hash(self.cites)


class Unanswerable(ValueError):
    """The sources give no answer for these facts. The message says which fact and why."""


@dataclass(frozen=True)
class Rule(Generic[P, R]):
    """A rule: call it for the answer, `explain` it for the reason and the sources.

    Args:
        function: the rule itself; its last argument is always the `Parameters`.
        why: puts the reason into words, from the same arguments.
        rests_on: ids of the parameters whose figures it uses.
        cites: the statements it puts into code, besides the figures' own sources.
        cites_for: which of them an answer rests on, where that depends on the facts.
        steps: for an amount that the rule looks up in a table, every amount at which the answer
            may change. Two that lie between the same steps, or on the same, have the same answer.
    """

    function: Callable[P, R]
    why: Callable[P, str] | None
    rests_on: tuple[str, ...]
    cites: tuple[Citation, ...]
    cites_for: Callable[P, tuple[str, ...]] | None
    steps: Mapping[str, Steps]

    @property
    def name(self) -> str:
        """The rule's name: what it gives, in the source's words."""
        return self.function.__name__

    @property
    def arguments(self) -> tuple[str, ...]:
        """The facts it takes, in order, without the parameters."""
        return tuple(signature(self.function).parameters)[:-1]

    @property
    def amounts(self) -> frozenset[str]:
        """Which of them are amounts."""
        facts = signature(self.function).parameters.items()
        return frozenset(name for name, each in facts if "Decimal" in str(each.annotation))

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """Answer for one set of facts."""
        return self.function(*args, **kwargs)

    def explain(self, *args: P.args, **kwargs: P.kwargs) -> Explanation:
        """Answer, with the reason in words and every place the answer rests on."""
        p = args[-1] if args else kwargs["p"]
        assert isinstance(p, Parameters)
        # A view of its own, so that what was asked before does not count as used here.
        own = p.afresh()
        if args:
            args = (*args[:-1], own)  # type: ignore[assignment]
        else:
            kwargs["p"] = own
        answer = self.function(*args, **kwargs)
        outcome: Any = answer
        told: str | Callable[[], str]
        if isinstance(answer, Decision):
            outcome, told, cites = answer.outcome, answer.told, answer.cites
        else:
            assert self.why is not None
            told, cites = partial(self.why, *args, **kwargs), self.cites
            if self.cites_for is not None:
                cites = briefing(*self.cites_for(*args, **kwargs))
        published = tuple(
            Citation(own.used[name].source, own.used[name].locator)
            for name in self.rests_on
            if name in own.used
        )
        p.used.update(own.used)
        return Explanation(outcome, told, _once(cites + published))


REGISTRY: dict[str, Rule[Any, Any]] = {}
"""Every rule, by name, in the order of the modules that hold them."""


class _Registrar(Protocol):
    def __call__(self, function: Callable[P, R], /) -> Rule[P, R]: ...


def rule(
    *,
    why: Callable[P, str],
    rests_on: tuple[str, ...] = (),
    cites: tuple[str, ...] = (),
    cites_for: Callable[P, tuple[str, ...]] | None = None,
    steps: Mapping[str, Steps] = NO_STEPS,
) -> Callable[[Callable[P, R]], Rule[P, R]]:
    """Make a rule of a function that returns a plain value.

    Args:
        why: the reason in words, from the same arguments.
        rests_on: ids of the parameters whose figures it uses.
        cites: statements of the framework briefing, such as "S38".
        cites_for: which of them an answer rests on, from the same arguments.
        steps: where the answer may change, for each amount that is only looked up.
    """

    def register(function: Callable[P, R]) -> Rule[P, R]:
        return _registered(Rule(function, why, rests_on, briefing(*cites), cites_for, steps))

    return register


def decision(*, rests_on: tuple[str, ...], steps: Mapping[str, Steps] = NO_STEPS) -> _Registrar:
    """Make a rule of a function that returns a `Decision`, which says why by itself."""

    def register(function: Callable[P, R], /) -> Rule[P, R]:
        return _registered(Rule(function, None, rests_on, (), None, steps))

    return register


def _registered(made: Rule[P, R]) -> Rule[P, R]:
    if REGISTRY.setdefault(made.name, made) is not made:
        raise TypeError(f"two rules are called {made.name}")
    return made


@cache
def briefing(*statements: str) -> tuple[Citation, ...]:
    """Cite numbered statements of the framework briefing."""
    return tuple(Citation(BRIEFING, statement) for statement in statements)


def _once(cites: tuple[Citation, ...]) -> tuple[Citation, ...]:
    return tuple(dict.fromkeys(cites))
