"""Functions whose answers go in steps give a column what they give each of its cells."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import udfs
from xl_vsm.excel import REGISTRY
from xl_vsm.parameters import shipped
from xl_vsm.parameters.tables import KINDS, Table

STEPPED = sorted(name for name in udfs.__all__ if REGISTRY[name].steps)
PLACES = {
    "role": st.sampled_from(["chief executive", "director", "designated VSM"]),
    "organisation_type": st.sampled_from(["trust", "ICB"]),
    "size": st.sampled_from([150e6, 200e6, 612e6, 700_000.0, 1e6, 3e6, 0.0]),
    "effective": st.sampled_from(["2025-04-01", "2026-04-01", "2019-06-01", "2025-03-31"]),
    "known": st.sampled_from([None, "2025-06-01"]),
}


def thresholds(table: Any) -> list[float]:
    """Every number that a table holds."""
    if isinstance(table, dict):
        return [n for value in table.values() for n in thresholds(value)]
    if isinstance(table, list | tuple):
        return [n for value in table for n in thresholds(value)]
    try:
        return [float(table)] if not isinstance(table, str | bool | None) else []
    except (TypeError, ValueError):
        return []


def every_table() -> list[Table]:
    return [each.table for name in KINDS for each in shipped().series(name).publication]


STEPS = sorted({number for table in every_table() for number in thresholds(table.model_dump())})
AMOUNTS = st.one_of(
    st.builds(lambda at, off: at + off, st.sampled_from(STEPS), st.sampled_from([-0.01, 0, 0.01])),
    st.floats(-1e6, 1e10, allow_nan=False),
    st.integers(-10, 300_000),
    st.sampled_from([None, "", "x", "£50,000", True, "#N/A", float("nan"), float("inf")]),
)


def test_the_functions_that_look_up_a_table_go_in_steps() -> None:
    assert STEPPED == [
        "NHS_PENSION_RATE",
        "NHS_PENSION_TIER",
        "VSM_APPROVAL",
        "VSM_BAND",
        "VSM_POSITION",
        "VSM_RANGE",
    ]
    assert len(STEPS) > 100


@pytest.mark.parametrize("name", STEPPED)
@given(data=st.data())
def test_a_column_is_answered_as_its_cells_are(name: str, data: st.DataObject) -> None:
    definition = REGISTRY[name]
    column = [[amount] for amount in data.draw(st.lists(AMOUNTS, min_size=9, max_size=60))]
    arguments = {
        argument: column if argument == definition.steps else data.draw(PLACES[argument])
        for argument in definition.arguments
    }
    together = getattr(udfs, name)(**arguments)
    one_by_one = []
    for cell in column:
        one_by_one += getattr(udfs, name)(**arguments | {str(definition.steps): [cell]})
    width = max(map(len, together))
    beside = [
        str(row[0]).partition(" ")[0] if str(row[0]).startswith("#") else "" for row in one_by_one
    ]
    assert together == [
        row + [filler] * (width - len(row)) for row, filler in zip(one_by_one, beside, strict=True)
    ]
