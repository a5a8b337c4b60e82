from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given

from tests.rules.examples import DAY, kinds, money, ranged_roles, sizes
from xl_vsm.parameters import Parameters
from xl_vsm.parameters.tables import CentralApproval, PayRanges
from xl_vsm.rules import Approver, OrganisationType, Role, above_central_limit, approver

TRUST, ICB = OrganisationType
CE, DIRECTOR, DESIGNATED = Role
COMMITTEE, NHSE, DHSC = Approver

STEPS = [
    # A chief executive whose range spans the limit: above it, and not at it.
    (CE, TRUST, 300_000_000, "150000", COMMITTEE),
    (CE, TRUST, 300_000_000, "169999.99", COMMITTEE),
    (CE, TRUST, 300_000_000, "170000", COMMITTEE),
    (CE, TRUST, 300_000_000, "170000.01", NHSE),
    (CE, TRUST, 300_000_000, "180000.01", NHSE),
    (CE, TRUST, 300_000_000, "190000", NHSE),
    (CE, TRUST, 300_000_000, "190000.01", DHSC),
    # The exception zone calls for approval below the limit too (S24).
    (DIRECTOR, TRUST, 500_000_000, "140000", COMMITTEE),
    (DIRECTOR, TRUST, 500_000_000, "140000.01", NHSE),
    (DIRECTOR, TRUST, 500_000_000, "150000", NHSE),
    (DIRECTOR, TRUST, 500_000_000, "150000.01", DHSC),
    (DIRECTOR, TRUST, 500_000_000, "119999.99", COMMITTEE),
    # Of an ICB's chief executive only the operational maximum decides (S22).
    (CE, ICB, 1_500_000, "170000.01", COMMITTEE),
    (CE, ICB, 1_500_000, "190000", COMMITTEE),
    (CE, ICB, 1_500_000, "190000.01", NHSE),
    (CE, ICB, 1_500_000, "200000", NHSE),
    (CE, ICB, 1_500_000, "200000.01", DHSC),
    (DIRECTOR, ICB, 3_500_000, "160000", COMMITTEE),
    (DIRECTOR, ICB, 3_500_000, "160000.01", NHSE),
    (DIRECTOR, ICB, 3_500_000, "170000.01", DHSC),
]


@pytest.mark.parametrize(("role", "kind", "size", "salary", "expected"), STEPS)
def test_who_must_approve(
    role: Role, kind: OrganisationType, size: int, salary: str, expected: Approver
) -> None:
    found = approver(Decimal(salary), role, kind, Decimal(size), Parameters(DAY))
    assert found.outcome is expected


def icb_directors_by(test: str) -> Parameters:
    """Give ICB directors a range around the limit, and read them by one test or the other."""
    p = Parameters(DAY)
    published = p.publication("central-approval")
    view = p.pinned(
        "central-approval",
        published.model_copy(
            update={
                "table": CentralApproval.model_validate(
                    {"above": 170_000, "icb_directors_by": test}
                )
            }
        ),
    )
    ranges = p.publication("pay-ranges")
    table = ranges.table.model_dump()
    for each in table["icb"]["ranges"]:
        each["operational_maximum"] += 50_000
        each["exception_zone_maximum"] += 50_000
    for kind in ("trust", "icb"):
        for each in table[kind]["bands"]:
            each["from"] = each.pop("from_")
    view.used["pay-ranges"] = ranges.model_copy(update={"table": PayRanges.model_validate(table)})
    return view


def test_icb_directors_by_this_limit() -> None:
    p = icb_directors_by("this limit")
    facts = (DIRECTOR, ICB, Decimal(3_500_000), p)  # 140,000 to 210,000
    assert approver(Decimal(170_000), *facts).outcome is COMMITTEE
    found = approver(Decimal("170000.01"), *facts)
    assert found.outcome is NHSE
    assert "above £170,000" in found.reason
    assert above_central_limit(Decimal("170000.01"), DIRECTOR, ICB, p)
    assert not above_central_limit(Decimal("170000.01"), CE, ICB, p)


def test_icb_directors_by_the_operational_maximum() -> None:
    p = icb_directors_by("operational maximum")
    facts = (DIRECTOR, ICB, Decimal(3_500_000), p)
    assert approver(Decimal("170000.01"), *facts).outcome is COMMITTEE
    assert approver(Decimal(210_000), *facts).outcome is COMMITTEE
    found = approver(Decimal("210000.01"), *facts)
    assert found.outcome is NHSE
    assert found.reason.startswith("£210,000.01 is above the operational maximum of £210,000; ")
    assert found.reason.endswith(
        ". The sources disagree on ICB directors; read here by the operational maximum, as"
        " Capsticks has it"
    )
    assert not above_central_limit(Decimal(300_000), DIRECTOR, ICB, p)
    assert above_central_limit(Decimal(300_000), DIRECTOR, TRUST, p)
    below_directors = approver(Decimal(180_000), DESIGNATED, ICB, Decimal(3_500_000), p)
    assert below_directors.outcome is COMMITTEE


def test_the_limit_alone_needs_neither_role_nor_kind() -> None:
    p = Parameters(DAY)
    assert above_central_limit(Decimal("170000.01"), None, None, p)
    assert not above_central_limit(Decimal(170_000), None, None, p)
    assert above_central_limit(Decimal(180_000), DESIGNATED, TRUST, p)
    assert p.illustrative == ()


def test_each_reason_cites_its_statement() -> None:
    p = Parameters(DAY)
    size = Decimal(300_000_000)
    local = approver.explain(Decimal(165_000), CE, TRUST, size, p)
    assert local.cites[0].locator == "S18"
    above = approver.explain(Decimal(200_000), CE, TRUST, size, p)
    assert {"S19", "S21"} <= {c.locator for c in above.cites}
    zone = approver.explain(Decimal(185_000), CE, TRUST, size, p)
    assert {"S19", "S24"} <= {c.locator for c in zone.cites}
    assert "; " in zone.reason  # both grounds are told
    icb = approver.explain(Decimal(195_000), CE, ICB, Decimal(1_500_000), p)
    assert "S22" in {c.locator for c in icb.cites}


@given(money, money, ranged_roles, kinds, sizes)
def test_more_salary_never_needs_less_approval(
    one: Decimal, other: Decimal, role: Role, kind: OrganisationType, size: Decimal
) -> None:
    p = Parameters(DAY)
    order = list(Approver)
    low, high = sorted((one, other))
    below = approver(low, role, kind, size, p).outcome
    assert order.index(below) <= order.index(approver(high, role, kind, size, p).outcome)


def test_above_the_exception_zone_cites_its_own_test() -> None:
    p = Parameters(date(2025, 9, 30))
    icb = approver(
        Decimal(300_000), Role.CHIEF_EXECUTIVE, OrganisationType.ICB, Decimal(3_500_000), p
    )
    assert {cite.locator for cite in icb.cites} == {"S22", "S23"}
    low = approver(Decimal(150_001), Role.DIRECTOR, OrganisationType.TRUST, Decimal(412_000_000), p)
    assert {cite.locator for cite in low.cites} == {"S21"}


@pytest.mark.parametrize(
    ("salary", "who", "words"),
    [(170_000, "remuneration committee", "no range is loaded"), (170_001, "NHS England", "above")],
)
def test_a_designated_vsm_goes_by_the_salary(salary: int, who: str, words: str) -> None:
    p = Parameters(date(2025, 9, 30))
    trust = (OrganisationType.TRUST, Decimal(612_000_000))
    found = approver(Decimal(salary), Role.DESIGNATED, *trust, p)
    assert found.outcome == who
    assert words in found.reason
