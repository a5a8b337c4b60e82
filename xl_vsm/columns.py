"""A rule on a whole pandas column at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xl_vsm.rules.rule import Decision, Rule

if TYPE_CHECKING:
    import pandas as pd

    from xl_vsm.parameters import Parameters


def column(rule: Rule[..., Any], frame: pd.DataFrame, p: Parameters) -> pd.Series[Any]:
    """Return the rule's answer for every row of a frame.

    Args:
        rule: one of `xl_vsm.rules`.
        frame: one column for each of the rule's arguments but the last, in any order, named as
            the arguments are; amounts as Decimal.
        p: the figures, for every row.

    Returns:
        A series on the frame's index, equal to the rule called row by row. Each distinct set of
        facts is worked out once.

    Raises:
        KeyError: the frame lacks a column.
    """
    import pandas as pd  # noqa: PLC0415 - pandas is an extra, and slow to bring in

    names = rule.arguments
    missing = [name for name in names if name not in frame.columns]
    if missing:
        raise KeyError(f"{rule.name} needs the columns {', '.join(missing)}")
    answers: dict[tuple[Any, ...], Any] = {}

    def answer(*facts: Any) -> Any:
        if facts not in answers:
            found = rule(*facts, p)
            answers[facts] = found.outcome if isinstance(found, Decision) else found
        return answers[facts]

    # pandas keeps a blank among numbers or dates as NaN or NaT; a rule knows it as None.
    facts = (
        map(_plain, frame[name].astype(object).where(frame[name].notna(), None)) for name in names
    )
    rows = zip(*facts, strict=True)
    return pd.Series([answer(*row) for row in rows], index=frame.index, name=rule.name)


def _plain(fact: Any) -> Any:
    """Return a pandas date as the plain date that rules compare with."""
    to_datetime = getattr(fact, "to_pydatetime", None)
    return fact if to_datetime is None else to_datetime().date()
