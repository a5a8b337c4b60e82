"""Amounts that surely follow from each other, for all posts of a form at once.

An amount that is found right here is right for the check too. One that is not may still be right:
the check itself says so, for it knows every reading of a workbook, and here there is one of each.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from decimal import Decimal
from typing import Final

from xl_vsm.checks.at_once.coded import BY_ITSELF, Coded, each_once, firsts
from xl_vsm.parameters import NotInForce, Parameters
from xl_vsm.rules import contribution_rate

HALF_A_PENNY: Final = 0.499_999
"""In pennies, and a little less than the check allows."""
WHOLE: Final = 1e-6
"""Nearer to a number of pennies no float of such an amount need be."""

Pennies = list[int | None]
Amounts = Sequence[float]


class Posts:
    """The posts of one form, and what their amounts are in pennies."""

    def __init__(self, fields: Mapping[str, Coded], p: Parameters) -> None:
        """Take what they state, and the day's figures."""
        self.fields = fields
        self.p = p
        self._known: dict[str, Pennies | None] = {}

    def blank(self, name: str) -> bool:
        """Say whether they have no such field, or nothing in it."""
        return name not in self.fields or self.fields[name].blank

    def amounts(self, name: str) -> Amounts | None:
        """Return a field's figures; None where it holds no plain ones."""
        return self.fields[name].amounts if name in self.fields else None

    def pennies(self, name: str) -> Pennies | None:
        """Return a field's figures in pennies; None for one that is no number of them."""
        return self._once(name, self._in_pennies)

    def pay(self) -> Pennies | None:
        """Return what a post is paid: what it says, or its part of the full-time salary."""
        return self.part() if self.blank("actual_pay") else self.pennies("actual_pay")

    def part(self) -> Pennies | None:
        """Return a post's part of the full-time salary."""
        return self._once("part of the salary", self._part)

    def insurance(self, pay: Pennies) -> Pennies:
        """Return the employer's National Insurance on pay."""
        terms = self.p.employer_national_insurance
        return share(_above(pay, terms.secondary_threshold), terms.rate)

    def levy(self, pay: Pennies) -> Pennies:
        """Return the apprenticeship levy on pay."""
        return share(pay, self.p.apprenticeship_levy.rate)

    def _once(self, name: str, work: Callable[[str], Pennies | None]) -> Pennies | None:
        if name not in self._known:
            self._known[name] = work(name)
        return self._known[name]

    def _in_pennies(self, name: str) -> Pennies | None:
        found = self.amounts(name)
        return None if found is None else each_once(_pennies, found)

    def _part(self, _: str) -> Pennies | None:
        salary = self.pennies("salary")
        if self.blank("fte") or salary is None:
            return salary
        parts = self.amounts("fte")
        if parts is None:
            return None
        ratios = {part: Decimal(str(part)).as_integer_ratio() for part in set(parts)}
        return [
            None if whole is None else _rounded(whole, ratios[part])
            for whole, part in zip(salary, parts, strict=True)
        ]


def _pennies(amount: float) -> int | None:
    pennies = amount * 100
    near = round(pennies)
    return near if abs(pennies - near) < WHOLE else None


def share(pennies: Pennies, rate: Decimal) -> Pennies:
    """Return a rate of each amount to the penny, half a penny up, exactly as the rules round it."""
    ratio = rate.as_integer_ratio()
    return each_once(lambda each: None if each is None else _rounded(each, ratio), pennies)


def _rounded(pennies: int, ratio: tuple[int, int]) -> int:
    over, under = ratio
    return (2 * pennies * over + under) // (2 * under)


def _sum(*parts: Pennies) -> Pennies:
    return [None if None in each else sum(each) for each in zip(*parts, strict=True)]


def _above(pennies: Pennies, threshold: Decimal) -> Pennies:
    least = int(threshold * 100)
    return [None if each is None else max(each - least, 0) for each in pennies]


def _contributions(of: Posts) -> list[Pennies]:
    pay = of.pennies("pensionable_pay")
    if pay is None:
        return []
    coded = of.fields["pensionable_pay"]
    # Pay between the same steps has one rate.
    rates = {
        code: contribution_rate(Decimal(pay[place] or 0) / 100, of.p)
        for code, place in firsts(coded.codes).items()
        if code != BY_ITSELF and (pay[place] or 0) > 0
    }
    ratios = {code: rate.as_integer_ratio() for code, rate in rates.items()}
    found: Pennies = []
    for code, each in zip(coded.codes, pay, strict=True):
        ratio = ratios.get(code)
        found.append(None if each is None or ratio is None else _rounded(each, ratio))
    return [found]


def _employer_pension(of: Posts) -> list[Pennies]:
    pay = of.pennies("pensionable_pay")
    if pay is None:
        return []
    terms = of.p.employer_pension
    return [share(pay, terms.total), share(pay, terms.paid_by_employer)]


def _national_insurance(of: Posts) -> list[Pennies]:
    pay = of.pay()
    return [] if pay is None else [of.insurance(pay)]


def _levy(of: Posts) -> list[Pennies]:
    pay = of.pay()
    return [] if pay is None else [of.levy(pay)]


def _paybill(of: Posts) -> list[Pennies]:
    pay, pensionable = of.pay(), of.pennies("pensionable_pay")
    if pay is None or pensionable is None:
        return []
    # What is not pensionable is what the pay has above the pensionable pay.
    all_pay: Pennies = [
        None if one is None or other is None else max(one, other)
        for one, other in zip(pay, pensionable, strict=True)
    ]
    terms = of.p.employer_pension
    return [
        _sum(all_pay, share(pensionable, rate), of.insurance(all_pay), of.levy(all_pay))
        for rate in (terms.total, terms.paid_by_employer)
    ]


def _award(of: Posts) -> list[Pennies]:
    rate = of.p.annual_award.rate
    return [share(each, rate) for each in (of.pennies("salary"), of.part()) if each is not None]


Dues = Callable[[Posts], list[Pennies]]
DUE: Final[Mapping[str, tuple[str, Dues]]] = {
    "AWD102": ("award_amount", _award),
    "BIL101": ("employer_pension", _employer_pension),
    "BIL102": ("employer_national_insurance", _national_insurance),
    "BIL103": ("apprenticeship_levy", _levy),
    "BIL104": ("paybill", _paybill),
    "PEN103": ("pension_contribution", _contributions),
    "PEN104": ("pension_contribution", _contributions),
}
"""For each check that compares amounts: the one that is stated, and what may be due."""


def surely_right(of: Posts) -> list[list[bool]]:
    """Say of each post whether an amount surely follows from the others.

    Returns:
        For each amount that is stated and that some check compares, and for each post.
    """
    compared = dict.fromkeys(DUE.values())
    return [_right(of, name, dues) for name, dues in compared if not of.blank(name)]


def _right(of: Posts, name: str, dues: Dues) -> list[bool]:
    stated = of.amounts(name)
    found: list[Pennies] = []
    if stated is not None:
        with suppress(NotInForce):
            found = dues(of)
    right = [False] * len(of.fields[name].codes)
    for due in found:
        assert stated is not None
        if all(right):
            break
        right = [
            was or (owed is not None and abs(said * 100 - owed) < HALF_A_PENNY)
            for was, said, owed in zip(right, stated, due, strict=True)
        ]
    return right
