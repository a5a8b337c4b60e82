"""The invented posts of an invented trust's board, and sixteen faults to put into them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal as D
from typing import Any

EXECUTIVE, OTHER, NON_EXECUTIVE = (
    "Executive directors (voting)",
    "Other directors",
    "Chair and non-executive directors",
)
OUT_OF_SCHEME = dict.fromkeys(("pensionable", "tier", "rate", "contribution"), "Not in scheme")
NO_AWARD = {
    "objectives": "n/a",
    "management": "n/a",
    "outcome": "n/a",
    "award": "n/a",
}
OUTSIDE_RANGES = {"band": "n/a", "position": "n/a"}

# fmt: off
POSTS: list[tuple[str, dict[str, Any]]] = [
    (EXECUTIVE, {"ref": "1001", "title": "Chief Executive", "role": "Chief executive",
        "contract": "VSM", "from": date(2021, 6, 1), "wte": D(1), "salary": D(195000),
        "approval": "NHS England", "reference": "PC-0412",
        "notes": "Appraised by the Chair"}),
    (EXECUTIVE, {"ref": "1002", "title": "Chief Finance Officer (shared post)",
        "role": "Director", "contract": "VSM", "from": "01/09/2023", "wte": D(1),
        "salary": D(148000), "turnover": "£742.4m", "band": "D",
        "ground": "Multiple organisations", "premium_rate": D("0.1"), "start": date(2025, 4, 1),
        "notes": "Shared with Eastmere Community NHS Trust; banded on combined turnover"}),
    (EXECUTIVE, {"ref": "1003", "title": "Chief Operating Officer", "role": "Director",
        "contract": "VSM", "from": date(2022, 1, 10), "wte": D(1), "salary": D(138500),
        "ground": "Additional responsibilities", "premium_rate": D("0.05"),
        "start": "1 July 2025", "notes": "Also senior responsible officer for estates"}),
    (EXECUTIVE, {"ref": "1004", "title": "Chief Nursing Officer", "role": "Director",
        "contract": "VSM", "from": date(2020, 3, 2), "wte": D(1), "salary": "£134,250",
        "actual": D(134250), "pensionable": D(134250), "rate": "12.5%",
        "contribution": D("16781.25"), "award": D("4363.13"), "tier": 6}),
    (EXECUTIVE, {"ref": "1005", "title": "Medical Director", "role": "Director",
        "contract": "Medical (consultant)", "from": date(2019, 11, 4), "wte": D(1),
        "salary": D(139400), "objectives": "No", "outcome": "Withhold management allowance only",
        "award": "n/a", **OUTSIDE_RANGES,
        "notes": "Kept consultant contract; doctors' award paid"}),
    (EXECUTIVE, {"ref": "1006", "title": "Chief People Officer", "role": "Director",
        "contract": "VSM", "from": date(2018, 5, 14), "left": date(2025, 7, 31), "wte": D(1),
        "salary": D(126000), "outcome": None, "award": None,
        "notes": "Left 31 July 2025; figures are for a full year"}),
    (OTHER, {"ref": "1007", "title": "Director of Strategy", "role": "Director",
        "contract": "VSM", "from": date(2024, 2, 1), "wte": D("0.6"), "salary": D(125000)}),
    (OTHER, {"ref": "1008", "title": "Director of Corporate Affairs", "role": "Director",
        "contract": "VSM", "from": date(2017, 10, 2), "wte": D("0.5"), "salary": D(122000)}),
    (OTHER, {"ref": "1009", "title": "Interim Chief Digital Officer", "role": "Director",
        "contract": "Interim, off payroll", "from": date(2025, 6, 2), "wte": D(1),
        "salary": D(130000), **OUT_OF_SCHEME, **NO_AWARD, **OUTSIDE_RANGES,
        "notes": "Annual equivalent of the day rate"}),
    (OTHER, {"ref": "1010", "title": "Director of Estates", "role": "Director",
        "contract": "VSM", "from": date(2016, 4, 1), "wte": D(1), "salary": D(121500),
        "management": "Yes", "outcome": "Withhold", "award": D(0)}),
    (OTHER, {"ref": "1011", "title": "Director of Improvement", "role": "Director",
        "contract": "VSM", "from": date(2023, 8, 21), "wte": D(1), "salary": D(144000),
        "approval": "NHS England", "reference": "PC-0533", "position": "Exception zone",
        "ground": "Exceptional performance", "premium_rate": D("0.1"),
        "start": date(2025, 4, 1), "end": date(2026, 3, 31)}),
    (OTHER, {"ref": "1012", "title": "Director of Partnerships", "role": "Director",
        "contract": "VSM", "from": date(2025, 5, 6), "wte": D(1), "salary": D(128750)}),
    (OTHER, {"ref": "1013", "title": "Director of Research", "role": "Director",
        "contract": "VSM", "from": date(2022, 9, 12), "wte": D("0.8"), "salary": D(123000),
        "objectives": "No", "outcome": "Withhold", "award": D(0)}),
    (OTHER, {"ref": "1014", "title": "Director of Communications", "role": "Director",
        "contract": "VSM", "from": date(2021, 1, 18), "wte": D(1), "salary": D(120000)}),
    (NON_EXECUTIVE, {"ref": "2001", "title": "Chair", "role": "n/a", "contract": "Office holder",
        "from": date(2022, 4, 1), "wte": "n/a", "salary": D(50000), "actual": D(50000),
        **OUT_OF_SCHEME, **NO_AWARD, **OUTSIDE_RANGES, "approval": "n/a"}),
    (NON_EXECUTIVE, {"ref": "2002", "title": "Non-executive director", "role": "n/a",
        "contract": "Office holder", "from": date(2024, 4, 1), "wte": "n/a",
        "salary": D(14000), "actual": D(14000), **OUT_OF_SCHEME, **NO_AWARD, **OUTSIDE_RANGES,
        "approval": "n/a", "notes": "One of seven, all the same"}),
]
# fmt: on


@dataclass(frozen=True)
class Fault:
    """A fault put into a post: which code finds it, at which field, and what was changed."""

    code: str
    ref: str
    field: str
    change: dict[str, Any]
    what: str


FAULTS = [
    Fault("PEN102", "1003", "tier", {"tier": 5}, "tier 5 where the pay is in tier 6"),
    Fault(
        "PEN101",
        "1007",
        "rate",
        {"rate": D("0.107"), "contribution": D("9375")},
        "10.7% on £75,000, where 12.5% is due",
    ),
    # Already typed by the fault before it, so that one is at the rate and one at the amount.
    Fault("WBK302", "1007", "contribution", {}, "typed in, where a formula would follow the rate"),
    Fault(
        "PEN103",
        "1004",
        "contribution",
        {"contribution": D("15781.25")},
        "£1,000 too little, a slip in one digit",
    ),
    Fault("BND101", "1008", "band", {"band": "B"}, "band B for a trust in band C"),
    Fault("PAY201", "1011", "premium", {"premium": D(12000)}, "£12,000, where 10% is £14,400"),
    Fault(
        "AWD101",
        "1010",
        "outcome",
        {"outcome": "Award"},
        "award for a director under performance management",
    ),
    Fault("AWD102", "1001", "award", {"award": D(6000)}, "£6,000, where 3.25% is £6,337.50"),
    Fault(
        "PAY102",
        "1006",
        "salary",
        {"salary": D(155000), "position": "Above range", "approval": "NHS England and DHSC"},
        "above the exception zone",
    ),
    Fault(
        "APR101",
        "1001",
        "approval",
        {"approval": None, "reference": None},
        "£195,000 with no approval shown",
    ),
    Fault("PAY202", "1003", "premium_rate", {"premium_rate": D("0.12")}, "12%, over the 10% limit"),
    Fault(
        "PAY203", "1002", "premium", {"end": date(2025, 8, 31)}, "still paid a month after its end"
    ),
    Fault("AWD103", "1013", "award", {"award": D("3997.50")}, "paid although it is withheld"),
    Fault(
        "PAY101",
        "1014",
        "salary",
        {"salary": D(112000), "position": "Below range"},
        "below the minimum of its range",
    ),
    Fault(
        "WBK101",
        "1012",
        "salary",
        {
            "salary": "TBC",
            "actual": D(128750),
            "pensionable": D(128750),
            "tier": 6,
            "rate": D("0.125"),
            "contribution": D("16093.75"),
            "award": D("4184.38"),
        },
        "TBC in place of the salary",
    ),
    Fault(
        "WBK102",
        "1009",
        "salary",
        {"salary": None, "actual": D(130000)},
        "no salary in the salary column",
    ),
]
