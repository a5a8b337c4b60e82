"""A whole estate as a page: what to look at first, by organisation, by code and by workbook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TextIO

from xl_vsm.findings import SEVERITIES
from xl_vsm.reports.estate.model import CodeLine, Estate
from xl_vsm.reports.estate.words import asked, left_out, outcome, owner, state
from xl_vsm.reports.html.page import write_page
from xl_vsm.reports.html.safe import shortened
from xl_vsm.reports.sheet_words import rely

DRAWN: Final = 20
"""Codes in the picture. The table below it has all of them."""
_LABEL: Final = 70
_SHORT: Final = 30


@dataclass(frozen=True)
class CodeBar:
    """A code in the picture of findings.

    Attributes:
        line: its counts.
        label: its severity, code and name.
        short: the same, for a telephone.
        width: how long its bar is, in per cent of the width.
    """

    line: CodeLine
    label: str
    short: str
    width: str


def write_estate(estate: Estate, out: TextIO) -> None:
    """Write the summary of a whole run as one page that needs nothing beside itself.

    Args:
        estate: the summary.
        out: where to; what is written says that it is UTF-8.
    """
    said = {
        "estate": estate,
        "tool": estate.tool,
        "figures": estate.parameters,
        "severities": SEVERITIES,
        "rely": rely(estate.parameters),
        "asked": asked(estate),
        "outcome": outcome(estate),
        "left_out": tuple(left_out(estate)),
        "owner": owner,
        "state": state,
        "bars": bars(estate.codes),
    }
    write_page("estate.html", out, said, illustrative=bool(estate.parameters.illustrative))


def bars(codes: Sequence[CodeLine]) -> tuple[CodeBar, ...]:
    """Give the codes that are found most often, the most frequent first."""
    most = sorted(codes, key=lambda line: -line.findings)[:DRAWN]
    return tuple(_bar(line, most[0].findings) for line in most)


def _bar(line: CodeLine, longest: int) -> CodeBar:
    name = f"{line.severity.capitalize()}: {line.code} {line.name}"
    width = f"{100 * line.findings / longest:.2f}%"
    return CodeBar(line, shortened(name, _LABEL), shortened(name, _SHORT), width)
