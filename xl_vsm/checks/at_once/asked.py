"""Each check asked once about posts that it cannot tell apart, by what it looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, TypeVar, cast

from xl_vsm.checks.at_once.coded import BY_ITSELF, Coded
from xl_vsm.checks.at_once.right import DUE
from xl_vsm.checks.cannot import NothingToCheck
from xl_vsm.checks.case import Case
from xl_vsm.checks.check import PostCheck
from xl_vsm.checks.registry import post_checks
from xl_vsm.parameters import Parameters
from xl_vsm.sheets import Particulars, PostRow
from xl_vsm.sheets.doubts import LEAST
from xl_vsm.sheets.fields import catalogue

VALUE_BY_VALUE: Final = frozenset({"WBK101", "WBK103", "WBK104"})
"""Checks that look at every field of a post, and at each by itself."""

AMOUNTS_APART: Final = frozenset({"WBK102"})
"""Checks that look at more than one amount, and never at one beside the other."""

Combination = tuple[int, ...]
RowOf = Callable[[int], PostRow]
T = TypeVar("T")
ABOUT_THE_ROW: Final = frozenset({"sheet", "number", "across", "hidden"})
FIELDS: Final = frozenset(PostRow.names()) - ABOUT_THE_ROW
KNOWN_BY: Final = {"title": ("post",), "key": ("reference", "post", "afc_band", "afc_point")}
"""What a post says of itself, and what it looks at for that."""


class TooManyAmounts(Exception):
    """A check compares amounts, and nothing here can say whether they follow from each other."""


class Watched:
    """A post that keeps in mind which of its fields it was asked for."""

    def __init__(self, row: PostRow) -> None:
        """Take the post."""
        self._row = row
        self.asked: set[str] = set()

    def __getattr__(self, name: str) -> Any:
        """Return what the post has by a name."""
        if name not in ABOUT_THE_ROW:
            self.asked.update(KNOWN_BY.get(name, (name,) if name in FIELDS else FIELDS))
        return getattr(self._row, name)


class Asker:
    """Asks about posts of one form: once about all that are alike in what is looked at."""

    def __init__(self, fields: Mapping[str, Coded], row_of: RowOf, places: Iterable[int]) -> None:
        """Take the posts' fields, how to read one of them, and which of them are asked about."""
        self._names = tuple(fields)
        self._fields = fields
        self._row_of = row_of
        self._together = list(zip(*(each.codes for each in fields.values()), strict=True))
        self._kinds: dict[Combination, int] = {}
        for place in places:
            self._kinds.setdefault(self._together[place], place)

    def kind(self, place: int) -> Combination:
        """Return the numbers of a post, which others may have too."""
        return self._together[place]

    def one_by_one(self, question: Callable[[PostRow], T]) -> Iterator[tuple[Combination, T]]:
        """Give an answer of each combination, for a question that looks at each field by itself."""
        for name in self._names:
            yield from self._ask(question, {name})[0].items()

    def answers(
        self, question: Callable[[PostRow], T], may_look_at: Callable[[set[str]], None]
    ) -> dict[Combination, T]:
        """Return the answer of each combination.

        Args:
            question: what is asked of one post of those that are alike in what it looks at.
            may_look_at: is told at what it does, and raises where that is too much.
        """
        looked_at: set[str] = set()
        while True:
            found, more = self._ask(question, looked_at)
            if more <= looked_at:
                return found
            looked_at |= more
            may_look_at(self._compared(looked_at))

    def _compared(self, looked_at: set[str]) -> set[str]:
        """Return the amounts that are looked at, where one is not known but for its steps.

        What an organisation's size is compared with are steps themselves.
        """
        fields = {name: self._fields[name] for name in looked_at if _is_amount(name)}
        if not any(each.by_steps for each in fields.values()):
            return set()
        return {name for name, each in fields.items() if not each.blank}

    def _ask(
        self, question: Callable[[PostRow], T], names: set[str]
    ) -> tuple[dict[Combination, T], set[str]]:
        at = [place for place, name in enumerate(self._names) if name in names]
        known: dict[Combination, T] = {}
        found: dict[Combination, T] = {}
        looked_at = set[str]()
        for kind, place in self._kinds.items():
            key = tuple([kind[each] for each in at])
            if key not in known:
                row = Watched(self._row_of(place))
                known[key] = question(cast("PostRow", row))
                looked_at |= row.asked & self._fields.keys()
            found[kind] = known[key]
        return found, looked_at


def _is_amount(name: str) -> bool:
    return catalogue().rows[name].kind == "money" and name not in LEAST


def places_of_doubt(fields: Iterable[Coded], right: Iterable[list[bool]]) -> set[int]:
    """Return the places of posts with a value, or amounts, that have to be looked at.

    Args:
        fields: what the posts state.
        right: whether amounts follow from each other.
    """
    found = set[int]()
    for each in fields:
        if BY_ITSELF in each.codes:
            found.update(place for place, code in enumerate(each.codes) if code == BY_ITSELF)
    for sure in right:
        if not all(sure):
            found.update(place for place, is_sure in enumerate(sure) if not is_sure)
    return found


def wrong_kinds(
    asker: Asker, fields: Mapping[str, Coded], particulars: Particulars, p: Parameters
) -> set[Combination]:
    """Return the combinations of which some check has something to say.

    Raises:
        TooManyAmounts: a check compares amounts that nothing here compares.
    """
    found: set[Combination] = set()
    for check in post_checks():
        if check.subject and check.subject not in fields:
            continue  # said once for the sheet

        def says(row: PostRow, check: PostCheck = check) -> bool:
            return _says_something(check, Case(row, particulars, p))

        def may_look_at(amounts: set[str], code: str = check.code) -> None:
            if len(amounts) > 1 and code not in {*DUE, *AMOUNTS_APART}:
                raise TooManyAmounts(code)

        if check.code in VALUE_BY_VALUE:
            found.update(kind for kind, wrong in asker.one_by_one(says) if wrong)
        else:
            found.update(kind for kind, wrong in asker.answers(says, may_look_at).items() if wrong)
    return found


def _says_something(check: PostCheck, case: Case) -> bool:
    try:
        return any(True for _ in check.faults(case))
    except NothingToCheck:
        return False
    except Exception:  # whatever it is, it is said of each post
        return True
