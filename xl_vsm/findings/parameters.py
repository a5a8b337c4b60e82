"""Which figures were used."""

from __future__ import annotations

from datetime import date

from xl_vsm.findings.finding import SourceReference
from xl_vsm.findings.frozen import Frozen


class UsedPublication(Frozen):
    """A published table that an answer rests on."""

    name: str
    publication: str
    title: str = ""
    effective_from: date | None = None
    published: date | None = None
    certainty: str = ""
    source: SourceReference | None = None


class ParametersReport(Frozen):
    """Which figures were used, for which day, and how sure they are."""

    release: str
    effective: date | None
    """None where the workbooks of one run are for different days; each says its own."""
    known: date | None
    figures: str | None = None
    """What every figure loaded comes to, as a digest: it tells whether two runs had the same."""
    illustrative: tuple[str, ...] = ()
    pending: tuple[str, ...] = ()
    transcribed: tuple[str, ...] = ()
    used: tuple[UsedPublication, ...] = ()
