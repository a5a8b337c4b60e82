from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from xl_vsm.parameters import Parameters
from xl_vsm.rules import (
    Citation,
    Unanswerable,
    pensionable,
    pensionable_hours,
)

DAY = date(2025, 9, 1)


@pytest.mark.parametrize(
    ("kind", "said", "source"),
    [
        ("Salary", "salary is pensionable", "nhsbsa-pay-and-contributions"),
        ("injury allowance", "injury allowance is not pensionable", "nhsbsa-ka-04362"),
        (
            "premium of up to 10%",
            "premium of up to 10% is not said to be pensionable or not",
            "nhs-providers-2025-05-15",
        ),
    ],
)
def test_the_reason_says_whether_it_is_pensionable(kind: str, said: str, source: str) -> None:
    found = pensionable.explain(kind, Parameters(DAY))
    assert found.reason == said
    assert found.cites[0].source == source


def test_every_kind_that_the_table_names_is_answered_with_its_document() -> None:
    p = Parameters(DAY)
    for each in p.pensionable_pay.kinds:
        found = pensionable(each.kind.upper(), p)
        assert found.outcome is each.pensionable
        assert found.cites == (Citation(each.source, each.locator),)
        assert each.source in p.store.sources


def test_near_kinds_are_offered() -> None:
    with pytest.raises(Unanswerable, match='such as "wages"'):
        pensionable("wage", Parameters(DAY))
    with pytest.raises(Unanswerable, match='"salary", "wages", "fees"'):
        pensionable("zzz", Parameters(DAY))


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        ("30", "30 of 30 hours are pensionable, up to whole time at 37.5"),
        ("37.5", "37.5 of 37.5 hours are pensionable, up to whole time at 37.5"),
        ("45", "37.5 of 45 hours are pensionable"),
        ("45", "up to whole time at 37.5; 7.5 above whole time are not"),
    ],
)
def test_the_reason_says_how_many_hours(hours: str, said: str) -> None:
    found = pensionable_hours.explain(Decimal(hours), Parameters(DAY))
    assert said in found.reason
    assert "Pensionable overtime for part-time NHS staff" in [c.locator for c in found.cites]
