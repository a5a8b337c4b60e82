"""A column beside the rule row by row: the same answers, or the same refusal."""

from __future__ import annotations

from typing import Any

import pandas as pd

from xl_vsm.columns import column
from xl_vsm.parameters import Parameters
from xl_vsm.rules import REGISTRY, Decision


def one_by_one(name: str, rows: list[tuple[Any, ...]], p: Parameters) -> Any:
    """Return the answer of each row, or what the rule refuses the first with."""
    try:
        found = [REGISTRY[name](*row, p) for row in rows]
    except Exception as refused:
        return type(refused), str(refused)
    return [each.outcome if isinstance(each, Decision) else each for each in found]


def as_column(name: str, frame: pd.DataFrame, p: Parameters) -> Any:
    """Return the answers of a frame, or what it is refused with."""
    try:
        return list(column(REGISTRY[name], frame, p))
    except Exception as refused:
        return type(refused), str(refused)
