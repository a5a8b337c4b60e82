"""Whatever a package says it offers is there, and is what it says."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

import pytest

from xl_vsm.parameters import parameters
from xl_vsm.parameters.lint import DataFault
from xl_vsm.parameters.tables import KINDS
from xl_vsm.parameters.tables.base import Table
from xl_vsm.rules import (
    Appointed,
    BackdatedMonth,
    Citation,
    Decision,
    Explanation,
    MonthArrears,
    Rule,
)

OFFERING = [
    "xl_vsm.parameters",
    "xl_vsm.parameters.lint",
    "xl_vsm.parameters.store",
    "xl_vsm.parameters.tables",
    "xl_vsm.rules",
]


@pytest.mark.parametrize("name", OFFERING)
def test_every_name_offered_is_there(name: str) -> None:
    module = import_module(name)
    assert len(set(module.__all__)) == len(module.__all__)
    for offered in module.__all__:
        found = getattr(module, offered)
        assert not isinstance(found, ModuleType)
        if isinstance(found, type):
            assert found.__name__ == offered


def test_a_name_that_is_not_offered_is_no_attribute() -> None:
    package = import_module("xl_vsm.parameters")
    with pytest.raises(
        AttributeError, match=r"^module 'xl_vsm.parameters' has no attribute 'nowhere'$"
    ):
        _ = package.nowhere


def test_every_kind_of_figure_has_its_property() -> None:
    offered = {name for name, it in vars(parameters.Parameters).items() if isinstance(it, property)}
    assert {name.replace("-", "_") for name in KINDS} <= offered
    assert all(issubclass(kind, Table) for kind in KINDS.values())


SLIM = (Appointed, BackdatedMonth, Citation, Decision, Explanation, MonthArrears)


@pytest.mark.parametrize("kind", [*SLIM, DataFault, Rule])
def test_what_is_handed_out_stays_as_it_is(kind: type) -> None:
    assert kind.__dataclass_params__.frozen
    assert (kind in SLIM) is ("__slots__" in vars(kind))
    assert kind.__hash__ is not None
