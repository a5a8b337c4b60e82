"""Which figures the answers of a run rest on, workbook by workbook and together."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from xl_vsm.checks.finding import reference
from xl_vsm.findings import ParametersReport, UsedPublication, WorkbookReport
from xl_vsm.parameters import NotInForce, Parameters
from xl_vsm.parameters.parameters import in_words
from xl_vsm.release import VERSION
from xl_vsm.rules.awards.withhold import decided_terms
from xl_vsm.rules.rule import Citation


def figures_used(workbook: WorkbookReport, p: Parameters) -> ParametersReport:
    """Return the figures that the report of one workbook rests on."""
    return ParametersReport(
        release=VERSION,
        effective=workbook.effective,
        known=p.known,
        figures=p.store.digest,
        illustrative=p.illustrative,
        pending=_pending(workbook, p),
        transcribed=p.transcribed,
        used=tuple(_used(p)),
    )


class Together:
    """The figures of every workbook of a run, added one workbook at a time."""

    def __init__(self, effective: date | None, known: date | None) -> None:
        """Take the days that were asked for."""
        self._effective = effective
        self._known = known
        self._days: set[date] = set()
        self._digest: str | None = None
        self._illustrative: dict[str, None] = {}
        self._pending: dict[str, None] = {}
        self._transcribed: dict[str, None] = {}
        self._used: dict[UsedPublication, None] = {}

    def add(self, figures: ParametersReport) -> None:
        """Add what one workbook rests on."""
        if figures.effective:
            self._days.add(figures.effective)
        self._digest = self._digest or figures.figures
        self._illustrative.update(dict.fromkeys(figures.illustrative))
        self._pending.update(dict.fromkeys(figures.pending))
        self._transcribed.update(dict.fromkeys(figures.transcribed))
        self._used.update(dict.fromkeys(figures.used))

    def report(self) -> ParametersReport:
        """Return them all, each once. The day is None where the workbooks are for several."""
        one_day = next(iter(self._days)) if len(self._days) == 1 else None
        return ParametersReport(
            release=VERSION,
            effective=self._effective or one_day,
            known=self._known,
            figures=self._digest,
            illustrative=tuple(self._illustrative),
            pending=tuple(self._pending),
            transcribed=tuple(self._transcribed),
            used=tuple(self._used),
        )


def _pending(workbook: WorkbookReport, p: Parameters) -> tuple[str, ...]:
    """Name what the workbook states and what is still under review for its day."""
    awards = {"award_outcome", "award_amount"}
    if not any(awards & sheet.places.keys() for sheet in workbook.sheets):
        return ()
    try:
        return () if decided_terms(p) is not None else (in_words("withholding-terms"),)
    except NotInForce:
        return ()  # before the framework nothing awaits a decision


def _used(p: Parameters) -> Iterator[UsedPublication]:
    for name, publication in sorted(p.used.items()):
        yield UsedPublication(
            name=name,
            publication=publication.key,
            title=p.store.series(name).title,
            effective_from=publication.effective_from,
            published=publication.published,
            certainty=publication.certainty,
            source=reference(Citation(publication.source, publication.locator), p),
        )
