from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given

from tests.rules.examples import DAY, kinds, money, ranged_roles, sizes
from xl_vsm.parameters import Parameters
from xl_vsm.rules import OrganisationType, Position, Role, Unanswerable, pay_range, position

TRUST, ICB = OrganisationType
CE, DIRECTOR, DESIGNATED = Role
BELOW, IN, ZONE, ABOVE = Position
PENNY = Decimal("0.01")

# Every range of the illustrative table, as it stands in the file.
RANGES = [
    (CE, TRUST, 100_000_000, 140_000, 160_000, 170_000),
    (CE, TRUST, 300_000_000, 160_000, 180_000, 190_000),
    (CE, TRUST, 500_000_000, 180_000, 200_000, 210_000),
    (CE, TRUST, 700_000_000, 200_000, 220_000, 230_000),
    (CE, TRUST, 900_000_000, 220_000, 240_000, 250_000),
    (DIRECTOR, TRUST, 100_000_000, 100_000, 120_000, 130_000),
    (DIRECTOR, TRUST, 300_000_000, 110_000, 130_000, 140_000),
    (DIRECTOR, TRUST, 500_000_000, 120_000, 140_000, 150_000),
    (DIRECTOR, TRUST, 700_000_000, 130_000, 150_000, 160_000),
    (DIRECTOR, TRUST, 900_000_000, 140_000, 160_000, 170_000),
    (CE, ICB, 500_000, 150_000, 170_000, 180_000),
    (CE, ICB, 1_500_000, 170_000, 190_000, 200_000),
    (CE, ICB, 2_500_000, 190_000, 210_000, 220_000),
    (CE, ICB, 3_500_000, 210_000, 230_000, 240_000),
    (DIRECTOR, ICB, 500_000, 110_000, 130_000, 140_000),
    (DIRECTOR, ICB, 1_500_000, 120_000, 140_000, 150_000),
    (DIRECTOR, ICB, 2_500_000, 130_000, 150_000, 160_000),
    (DIRECTOR, ICB, 3_500_000, 140_000, 160_000, 170_000),
]


@pytest.mark.parametrize(("role", "kind", "size", "low", "top", "zone"), RANGES)
def test_a_penny_below_on_and_above_each_boundary(
    role: Role, kind: OrganisationType, size: int, low: int, top: int, zone: int
) -> None:
    p = Parameters(DAY)
    found = pay_range(role, kind, Decimal(size), p)
    assert (found.minimum, found.operational_maximum, found.exception_zone_maximum) == (
        low,
        top,
        zone,
    )
    steps = [
        (low - PENNY, BELOW),
        (Decimal(low), IN),
        (low + PENNY, IN),
        (top - PENNY, IN),
        (Decimal(top), IN),
        (top + PENNY, ZONE),
        (zone - PENNY, ZONE),
        (Decimal(zone), ZONE),
        (zone + PENNY, ABOVE),
    ]
    for salary, expected in steps:
        assert position(salary, role, kind, Decimal(size), p) is expected


@given(money, money, ranged_roles, kinds, sizes)
def test_more_salary_never_lies_lower(
    one: Decimal, other: Decimal, role: Role, kind: OrganisationType, size: Decimal
) -> None:
    p = Parameters(DAY)
    order = list(Position)
    low, high = sorted((one, other))
    assert order.index(position(low, role, kind, size, p)) <= order.index(
        position(high, role, kind, size, p)
    )


def test_the_reason_names_the_range() -> None:
    p = Parameters(DAY)
    size = Decimal(612_000_000)
    assert position.explain(Decimal(155_000), DIRECTOR, TRUST, size, p).reason == (
        "£155,000 is in the exception zone: the range of a director in trust band D is £130,000 to"
        " £150,000, with an exception zone to £160,000"
    )
    assert position.explain(Decimal(140_000), DIRECTOR, TRUST, size, p).reason.startswith(
        "£140,000 is in range: the range"
    )


def test_a_designated_manager_has_no_published_range() -> None:
    with pytest.raises(Unanswerable, match="none for a designated VSM below the executive team"):
        pay_range(DESIGNATED, TRUST, Decimal(1), Parameters(DAY))


def test_a_salary_below_nothing_is_no_salary() -> None:
    with pytest.raises(Unanswerable, match="salary must be £0 or more, not -£1"):
        position(Decimal(-1), DIRECTOR, TRUST, Decimal(1), Parameters(DAY))
