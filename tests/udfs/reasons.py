"""What VSM_EXPLAIN is asked of each worksheet function, and what it must say."""

from __future__ import annotations

from datetime import date

DAY = date(2025, 6, 1)
BRIEFING = "NHS pay framework for very senior managers: on the day briefing"
OF_THIS_PACKAGE = "Illustrative pay ranges of this package, this file"
TRUST = ("trust", 612_000_000)
DIRECTOR = ("director", *TRUST)
LONG_AGO = date(2020, 1, 1)
ILLUSTRATIVE, TRANSCRIBED, UNMARKED = " (illustrative)", " (transcribed)", ""

REASONS: list[tuple[str, tuple[object, ...], str, tuple[str, ...], str]] = [
    ("VSM_BAND", (*TRUST, DAY), "£612,000,000 is in band D", ("S9", OF_THIS_PACKAGE), ILLUSTRATIVE),
    ("VSM_BAND", ("ICB", 1_400_000, DAY), "1,400,000 is in band B", ("S11",), ILLUSTRATIVE),
    (
        "VSM_RANGE",
        (*DIRECTOR, DAY),
        "£130,000 to £150,000, with an exception zone to £160,000",
        ("S13", OF_THIS_PACKAGE),
        ILLUSTRATIVE,
    ),
    (
        "VSM_POSITION",
        (155_000, *DIRECTOR, DAY),
        "£155,000 is in the exception zone",
        ("S13", OF_THIS_PACKAGE),
        ILLUSTRATIVE,
    ),
    (
        "VSM_APPROVAL",
        (185_000, "chief executive", "trust", 300_000_000, DAY),
        "£185,000 is above £170,000",
        ("S19", "S24", OF_THIS_PACKAGE),
        ILLUSTRATIVE,
    ),
    (
        "VSM_APPROVAL",
        (195_000, "chief executive", "ICB", 1_500_000, DAY),
        "above the operational maximum of £190,000",
        ("S22", OF_THIS_PACKAGE),
        ILLUSTRATIVE,
    ),
    (
        "VSM_APPROVAL",
        (165_000, "director", "ICB", 3_500_000, DAY),
        "The sources disagree on ICB directors",
        ("S24", OF_THIS_PACKAGE),
        ILLUSTRATIVE,
    ),
    ("VSM_APPROVAL", (240_000, *DIRECTOR, DAY), "to DHSC", ("S21",), ILLUSTRATIVE),
    ("VSM_APPROVAL", (140_000, *DIRECTOR, DAY), "no central approval", ("S18",), ILLUSTRATIVE),
    (
        "VSM_PREMIUM",
        (150_000, "exceptional performance", None, None, DAY),
        "10% of a base salary of £150,000",
        (BRIEFING, "S31", "Pay premia"),
        UNMARKED,
    ),
    (
        "VSM_PREMIUM",
        (150_000, "challenged organisation", None, "2025-09-01", "2027-08-31"),
        "£22,500 a year on 31 August 2027",
        (BRIEFING, "S47", "Challenged organisations"),
        UNMARKED,
    ),
    (
        "VSM_WITHHOLD",
        (5, True, False, LONG_AGO, DAY),
        "segment 5",
        (BRIEFING, "S38", "Withholding pay awards"),
        UNMARKED,
    ),
    ("VSM_WITHHOLD", (2, False, False, LONG_AGO, DAY), "objectives", ("S35",), UNMARKED),
    (
        "VSM_WITHHOLD",
        (2, True, False, LONG_AGO, "2026-04-01"),
        "under review",
        ("PRN02469", "Annual pay award eligibility"),
        UNMARKED,
    ),
    (
        "VSM_AWARD",
        (100_000, "award", "2022-06-01"),
        "2022/23 award is 3% of base salary: £3,000",
        ("Written ministerial statement", "senior managers"),
        UNMARKED,
    ),
    ("VSM_AWARD", (100_000, "award", "2024-06-01"), "5%", ("Senior managers",), TRANSCRIBED),
    ("VSM_AWARD", (100_000, "award", DAY), "3.25%", ("NHS England's letter",), TRANSCRIBED),
    ("VSM_AWARD", (100_000, "withhold", "2026-06-01"), "withheld", ("PRN02469",), UNMARKED),
    ("VSM_AWARD", (100_000, "pending", "2026-06-01"), "pending", ("PRN02469",), UNMARKED),
    (
        "NHS_PENSION_TIER",
        (66_000, "2025-09-30"),
        "tier 6, from £65,191",
        ("SI 2025/821", "regulation 2, table"),
        UNMARKED,
    ),
    (
        "NHS_PENSION_TIER",
        (64_000, DAY, DAY),
        "tier 6, from £63,995",
        ("NHS Employers", "table of rates from 1 April 2025"),
        UNMARKED,
    ),
    (
        "NHS_PENSION_TIER",
        (66_000, "2022-10-01"),
        "tier 10",
        ("KashFlow", "table of confirmed rates"),
        TRANSCRIBED,
    ),
    (
        "NHS_PENSION_RATE",
        (66_000, "2020-06-01"),
        "whole-time equivalent",
        ("SI 2015/96", "regulation 22, table"),
        UNMARKED,
    ),
    (
        "NHS_PENSION_RATE",
        (66_000, "2026-06-01"),
        "the rate is 10.7%",
        ("secondary copies", "tables of 2026/27"),
        TRANSCRIBED,
    ),
    (
        "NHS_PENSION_CONTRIBUTION",
        (66_000, "2024-06-01"),
        "12.5% of all of it is £8,250",
        ("SI 2024/281", "regulation 21, table"),
        UNMARKED,
    ),
    (
        "NHS_PAYBILL",
        (150_000, 22_500, DAY),
        "pension £35,670 + National Insurance £25,125 + levy £862.50",
        (
            "collection of 14.38% from employers",
            "Class 1 thresholds; employer rates, 2025/26",
            "apprenticeship levy",
        ),
        TRANSCRIBED,
    ),
    (
        "AFC_OVERLAP",
        (140_531, None, DAY),
        "£14,894 above the top of band 9, £125,637",
        ("NHS pay bands 2025/26", "table of pay bands 2025/26"),
        TRANSCRIBED,
    ),
    (
        "AFC_OVERLAP",
        (101_000, "8d", "2024-06-01"),
        "£677 below the top of band 8d, £101,677, a figure derived",
        ("secondary copies",),
        TRANSCRIBED,
    ),
]
"""What is asked; what the reason must say; each document with its place; how it must end."""
