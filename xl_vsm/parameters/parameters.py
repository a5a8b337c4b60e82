"""The typed view of every figure, for one day and what was known by another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from xl_vsm.parameters.publication import Publication
    from xl_vsm.parameters.store import Source, Store
    from xl_vsm.parameters.tables import (
        AfcScale,
        AnnualAward,
        AnnualPayAssessment,
        ApprenticeshipLevy,
        CentralApproval,
        EmployerNationalInsurance,
        EmployerPension,
        MemberTiers,
        PaybillEstimate,
        PayRanges,
        PensionablePay,
        Premia,
        Table,
        WithholdingTerms,
    )


class Parameters:
    """What the rules may know: the figures in force on `effective`, as published by `known`.

    Args:
        effective: the day the answer is for.
        known: what had been published by this day; None means all that is in this release.
        store: where the figures are kept; unless told otherwise those of this release and those
            that the organisation has loaded.

    Every publication that a rule looks at is kept in `used`, by the parameter's id. A day that
    no publication answers for raises `NotInForce`.
    """

    def __init__(
        self, effective: date, known: date | None = None, store: Store | None = None
    ) -> None:
        """Take the two dates; nothing is read until a rule asks for it."""
        self.effective = effective
        self.known = known
        self.store = store if store is not None else _in_use()
        self.used: dict[str, Publication] = {}
        self._pins: dict[str, Publication] = {}

    def publication(self, name: str) -> Publication:
        """Return the publication that answers for a parameter, and note that it was used."""
        if name not in self.used:
            pinned = self._pins.get(name)
            self.used[name] = pinned or self.store.answer(name, self.effective, self.known)
        return self.used[name]

    def pinned(self, name: str, publication: Publication) -> Parameters:
        """Return the same view with one publication put in the place of the one in force.

        For asking what an answer would be by another table, such as one since replaced.
        """
        view = self.afresh()
        view._pins[name] = publication
        return view

    def afresh(self) -> Parameters:
        """Return the same view with nothing used yet."""
        view = Parameters(self.effective, self.known, self.store)
        view._pins = dict(self._pins)
        return view

    def others(self, name: str) -> tuple[Publication, ...]:
        """Return what else was ever the answer for this day or an earlier one, newest first."""
        return self.store.series(name).others(self.effective, self.known)

    def source_of(self, publication: Publication) -> Source:
        """Return the document that a publication rests on."""
        return self.store.sources[publication.source]

    @property
    def illustrative(self) -> tuple[str, ...]:
        """The names of the figures used that are made up, because none published is loaded."""
        return self._marked(lambda publication: publication.illustrative)

    @property
    def transcribed(self) -> tuple[str, ...]:
        """The names of the figures used that only secondary copies support."""
        return self._marked(lambda publication: publication.transcribed)

    @property
    def member_contribution_tiers(self) -> MemberTiers:
        """NHS Pension Scheme member contribution tiers."""
        return cast("MemberTiers", self._table("member-contribution-tiers"))

    @property
    def pay_ranges(self) -> PayRanges:
        """VSM pay bands and ranges of trusts and integrated care boards."""
        return cast("PayRanges", self._table("pay-ranges"))

    @property
    def central_approval(self) -> CentralApproval:
        """The salary above which NHS England must approve."""
        return cast("CentralApproval", self._table("central-approval"))

    @property
    def premia(self) -> Premia:
        """The grounds and limits of pay premia."""
        return cast("Premia", self._table("premia"))

    @property
    def withholding_terms(self) -> WithholdingTerms:
        """When the annual award is withheld."""
        return cast("WithholdingTerms", self._table("withholding-terms"))

    @property
    def annual_award(self) -> AnnualAward:
        """The annual award of the pay year."""
        return cast("AnnualAward", self._table("annual-award"))

    @property
    def afc_pay_points(self) -> AfcScale:
        """The Agenda for Change scale."""
        return cast("AfcScale", self._table("afc-pay-points"))

    @property
    def employer_pension(self) -> EmployerPension:
        """Employer contributions to the NHS Pension Scheme."""
        return cast("EmployerPension", self._table("employer-pension"))

    @property
    def employer_national_insurance(self) -> EmployerNationalInsurance:
        """Employer National Insurance."""
        return cast("EmployerNationalInsurance", self._table("employer-national-insurance"))

    @property
    def apprenticeship_levy(self) -> ApprenticeshipLevy:
        """The apprenticeship levy."""
        return cast("ApprenticeshipLevy", self._table("apprenticeship-levy"))

    @property
    def annual_pay_assessment(self) -> AnnualPayAssessment:
        """How a year's pensionable pay is worked out."""
        return cast("AnnualPayAssessment", self._table("annual-pay-assessment"))

    @property
    def pensionable_pay(self) -> PensionablePay:
        """Which kinds of pay are pensionable."""
        return cast("PensionablePay", self._table("pensionable-pay"))

    @property
    def paybill_estimate(self) -> PaybillEstimate:
        """How paybill estimates are rounded, hidden and cleaned."""
        return cast("PaybillEstimate", self._table("paybill-estimate"))

    def _table(self, name: str) -> Table:
        # The store has read the file by the shape that KINDS gives for its name.
        return self.publication(name).table

    def _marked(self, marked: Callable[[Publication], bool]) -> tuple[str, ...]:
        return tuple(in_words(name) for name, p in sorted(self.used.items()) if marked(p))


def _in_use() -> Store:
    # What reads the files takes longer to bring in than everything else here together.
    from xl_vsm.parameters.store import in_use  # noqa: PLC0415

    return in_use()


def in_words(name: str) -> str:
    """Write a parameter's id as people say it: pay ranges."""
    return name.replace("-", " ").replace("afc", "Agenda for Change")
