"""Figures as published, copied from the documents, so that the examples stand by themselves.

The examples must not be made by the package that checks them: an error in it would then look
right. Each figure names its document.
"""

from __future__ import annotations

from decimal import Decimal as D

# SI 2025/821, in force 1 August 2025, with effect from 1 April 2025
TIERS_2025 = [
    (D(0), D("0.052")),
    (D(13260), D("0.065")),
    (D(27798), D("0.083")),
    (D(33869), D("0.098")),
    (D(50846), D("0.107")),
    (D(65191), D("0.125")),
]
# Member contribution tiers from 1 April 2026; secondary copies only
TIERS_2026 = [
    (D(0), D("0.052")),
    (D(13260), D("0.065")),
    (D(28855), D("0.083")),
    (D(35156), D("0.098")),
    (D(52779), D("0.107")),
    (D(67669), D("0.125")),
]
EMPLOYER_PENSION = D("0.2378")  # from 1 April 2024, administration included
NATIONAL_INSURANCE, THRESHOLD = D("0.15"), D(5000)  # 2025/26
LEVY = D("0.005")
AWARD_2025 = D("0.0325")
# Agenda for Change pay from 1 April 2025, England, full time
AFC_2025 = {
    "1": [24465],
    "2": [24465],
    "3": [24937, 26598],
    "4": [27485, 30162],
    "5": [31049, 33487, 37796],
    "6": [38682, 40823, 46580],
    "7": [47810, 50273, 54710],
    "8a": [55690, 58487, 62682],
    "8b": [64455, 68631, 74896],
    "8c": [76965, 81652, 88682],
    "8d": [91342, 96941, 105337],
    "9": [109179, 115763, 125637],
}


def tier(pay: D, tiers: list[tuple[D, D]]) -> tuple[int, D]:
    """Return the tier and rate that a reader of the table would find, row by row."""
    found = 0
    for number, (begins, _) in enumerate(tiers):
        if pay >= begins:
            found = number
    return found + 1, tiers[found][1]
