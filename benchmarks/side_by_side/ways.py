"""The ways in which a long list is checked, and the wrong cells that each of them finds."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.long_list import DAY, HEADINGS, SHEET, TURNOVER
from benchmarks.side_by_side import peers
from xl_vsm.parameters import Parameters

Cells = set[tuple[str, int]]
"""Headings and rows."""


@dataclass(frozen=True)
class Way:
    """One way to check a list.

    Args:
        name: of what it is written with.
        command: the whole process.
        cells: reads what it prints.
    """

    name: str
    command: list[str]
    cells: Callable[[str], Cells]


def ways(workbook: Path, folder: Path) -> list[Way]:
    """Return the ways, ours first.

    Args:
        workbook: the list.
        folder: where the figures may be put for those who do not know them.
    """
    figures, python = folder / "figures.json", str(peers.python())
    figures.write_text(json.dumps(_figures()), encoding="utf-8")
    ours = [sys.executable, "-m", "xl_vsm", "check", str(workbook), "--format", "csv"]

    def other(name: str, script: str, *engine: str) -> Way:
        words = [str(peers.HERE / script), str(workbook), str(figures), *engine]
        return Way(name, [python, *words], _of_json)

    return [
        Way("`xl-vsm check`", [*ours, "--fail-on", "never"], _of_csv),
        other("pandas (calamine) and pandera", "with_pandera.py", "calamine"),
        other("pandas (openpyxl, its own choice) and pandera", "with_pandera.py", "openpyxl"),
        other("frictionless", "with_frictionless.py"),
    ]


def _figures() -> dict[str, Any]:
    """Return the published figures that the list rests on."""
    p = Parameters(DAY)
    tiers, bands = p.member_contribution_tiers.tiers, p.pay_ranges.trust
    band = bands.band_for(TURNOVER)
    of_director = bands.range_for("director", band)
    return {
        "tiers": [float(tier.from_) for tier in tiers],
        "rates": [float(tier.rate) for tier in tiers],
        "employer_pension": float(p.employer_pension.total),
        "employer_insurance": float(p.employer_national_insurance.rate),
        "secondary_threshold": float(p.employer_national_insurance.secondary_threshold),
        "band": band,
        "range": [
            float(of_director.minimum),
            float(of_director.operational_maximum),
            float(of_director.exception_zone_maximum),
        ],
        "central_approval": float(p.central_approval.above),
    }


def _of_csv(printed: str) -> Cells:
    cells = [row["cell"] for row in csv.DictReader(io.StringIO(printed)) if row["sheet"] == SHEET]
    return {(HEADINGS[ord(cell[0]) - ord("A")], int(cell[1:])) for cell in cells if cell}


def _of_json(printed: str) -> Cells:
    return {(heading, row) for heading, row in json.loads(printed)}
