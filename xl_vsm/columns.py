"""A rule on a whole pandas column at once."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from decimal import Decimal
from numbers import Real
from typing import TYPE_CHECKING, Any, Final

from xl_vsm.parameters import NotInForce
from xl_vsm.rules.rule import Decision, Rule

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pandas as pd

    from xl_vsm.parameters import Parameters

    Codes = npt.NDArray[np.int64]

AMOUNTS: Final = frozenset(("decimal", "integer", "floating", "mixed-integer-float"))
"""What pandas calls columns of nothing but amounts, and blanks."""
FEW: Final = 65_536
"""Kinds of row, for which there is always room."""


def column(rule: Rule[..., Any], frame: pd.DataFrame, p: Parameters) -> pd.Series[Any]:
    """Return the rule's answer for every row of a frame.

    Args:
        rule: one of `xl_vsm.rules`.
        frame: one column for each of the rule's arguments but the last, in any order, named as
            the arguments are. Amounts are Decimal, or numbers, which stand for the decimal that
            they print as; looking numbers up takes a tenth of the time.
        p: the figures, for every row.

    Returns:
        A series on the frame's index, equal to the rule called row by row. Rows that the rule
        cannot tell apart are worked out once: those of the same facts, and, where a rule looks
        an amount up in a table, those between the same two steps of it.

    Raises:
        KeyError: the frame lacks a column.
    """
    import pandas as pd  # noqa: PLC0415 - pandas is an extra, and slow to bring in

    names = rule.arguments
    missing = [name for name in names if name not in frame.columns]
    if missing:
        raise KeyError(f"{rule.name} needs the columns {', '.join(missing)}")
    amounts = rule.amounts
    kinds, firsts = _alike([_codes(rule, name, frame[name], p) for name in names], len(frame))
    told_apart = [_facts(frame[name].iloc[firsts], name in amounts) for name in names]
    answers = []
    for facts in zip(*told_apart, strict=True):
        found = rule(*facts, p)
        answers.append(found.outcome if isinstance(found, Decision) else found)
    return pd.Series(pd.Series(answers).array.take(kinds), index=frame.index, name=rule.name)


def _codes(rule: Rule[..., Any], name: str, values: pd.Series[Any], p: Parameters) -> Codes:
    """Number a column's values so that those which the rule cannot tell apart have one number."""
    import pandas as pd  # noqa: PLC0415 - as above

    if name in rule.steps and pd.api.types.infer_dtype(values) in AMOUNTS:
        # Without a table for the day the rule says so itself, if it needs one.
        with suppress(NotInForce):
            return _between(values, rule.steps[name](p.afresh()))
    if values.dtype == object:
        return _by_value(values)
    codes: Codes = pd.factorize(values)[0]
    return codes


def _by_value(values: pd.Series[Any]) -> Codes:
    """Number what stands in a column by whether it is equal; -1 for a blank.

    pandas takes forty times as long to do this for Decimals.
    """
    import numpy as np  # noqa: PLC0415 - as pandas

    plain = values.where(values.notna(), None).to_list()
    number = {value: place for place, value in enumerate(dict.fromkeys(plain))}
    if None in number:
        number[None] = -1
    return np.fromiter(map(number.__getitem__, plain), np.int64, len(plain))


def _between(values: pd.Series[Any], steps: Iterable[Decimal]) -> Codes:
    """Number amounts by the steps of a table that they lie between or on."""
    import numpy as np  # noqa: PLC0415 - as pandas

    exact = sorted(set(steps))
    near, amounts = np.array([*exact, np.inf], float), values.to_numpy(float)
    below = np.searchsorted(near[:-1], amounts)
    codes: Codes = 2 * below + (near[below] == amounts)
    # Even numbers lie between steps, odd ones on a step. A Decimal that comes as near to one as a
    # float can say is looked at to its last digit.
    for row in np.flatnonzero(codes % 2) if values.dtype == object else ():
        amount, step = values.iloc[row], exact[codes[row] // 2]
        codes[row] += (amount > step) - (amount < step)
    return np.where(np.isnan(amounts), -1, codes)


def _alike(columns: list[Codes], rows: int) -> tuple[Codes, Codes]:
    """Number rows so that those alike in every column have one number.

    Returns:
        Each row's number, and the first row of each number, in their order.
    """
    import numpy as np  # noqa: PLC0415 - as pandas
    import pandas as pd  # noqa: PLC0415 - as above

    together, numbers = np.zeros(rows, np.int64), 1
    for codes in columns:
        own = int(codes.max(initial=-1)) + 2
        together, numbers = together * own + codes + 1, numbers * own
        if numbers > max(rows, FEW):  # few of them are there: numbered anew, without gaps
            together, _ = pd.factorize(together)
            numbers = int(together.max(initial=-1)) + 1
    first = np.full(numbers, rows)
    first[together[::-1]] = np.arange(rows)[::-1]  # what is written last, the first row, stays
    firsts = np.sort(first[first < rows])
    rank = np.empty(rows + 1, np.int64)
    rank[firsts] = np.arange(len(firsts))
    return rank[first[together]], firsts


def _facts(values: pd.Series[Any], amounts: bool) -> list[Any]:
    """Return what pandas keeps as a rule knows it: plain dates, exact amounts, None for a blank."""
    import pandas as pd  # noqa: PLC0415 - as above

    facts: list[Any] = values.astype(object).where(values.notna(), None).to_list()
    if amounts:
        return list(map(_exact, facts))
    return [each.date() if isinstance(each, pd.Timestamp) else each for each in facts]


def _exact(fact: Any) -> Any:
    """Return a number as the decimal that it prints as."""
    # A truth value is no amount; the rule says what it makes of one.
    is_number = isinstance(fact, Real) and not isinstance(fact, bool)
    return Decimal(str(fact)) if is_number else fact
