"""What a workbook says of each post, and of the organisation as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from xl_vsm.sheets.addresses import letters
from xl_vsm.sheets.entry import AnyEntry, Entry

Text = Entry[str] | None
Amount = Entry[Decimal] | None
Whole = Entry[int] | None
YesNo = Entry[bool] | None
Day = Entry[date] | None


class _Fields:
    __slots__ = ()

    @classmethod
    def names(cls) -> tuple[str, ...]:
        """The names of the fields."""
        return cls.__match_args__  # type: ignore[attr-defined,no-any-return] # a dataclass's own

    def entries(self) -> Iterator[tuple[str, AnyEntry]]:
        """Give each field that the workbook has a place for, with its entry."""
        for name in self.names():
            value = getattr(self, name)
            if isinstance(value, Entry):
                yield name, value


@dataclass(frozen=True, slots=True)
class PostRow(_Fields):
    """One post. A field is None where the workbook has no such column.

    Attributes:
        sheet: the sheet's name.
        number: the sheet's own row number, or the column's where posts stand in columns.
        across: whether posts stand in columns.
        hidden: whether the row or its sheet is hidden.
    """

    sheet: str
    number: int
    across: bool = False
    hidden: bool = False

    post: Text = None
    reference: Text = None
    role: Text = None
    contract: Text = None
    medical_contract: YesNo = None
    appointed: Day = None
    appointed_to_organisation: Day = None
    left: Day = None
    fte: Amount = None
    salary: Amount = None
    actual_pay: Amount = None
    proposed_salary: Amount = None
    band: Text = None
    position: Text = None
    turnover: Amount = None
    weighted_population: Amount = None
    premium_ground: Text = None
    premium_rate: Amount = None
    premium_amount: Amount = None
    premium_start: Day = None
    premium_end: Day = None
    premium_extended: YesNo = None
    segment: Whole = None
    recovery_support: YesNo = None
    objectives_met: YesNo = None
    performance_management: YesNo = None
    exceptional_circumstances: YesNo = None
    award_outcome: Text = None
    award_amount: Amount = None
    approval: Text = None
    approval_reference: Text = None
    pensionable_pay: Amount = None
    pension_tier: Whole = None
    pension_rate: Amount = None
    pension_contribution: Amount = None
    employer_pension: Amount = None
    employer_national_insurance: Amount = None
    apprenticeship_levy: Amount = None
    paybill: Amount = None
    afc_band: Text = None
    afc_point: Text = None
    notes: Text = None
    age: Text = None
    disability: Text = None
    gender_reassignment: Text = None
    marriage: Text = None
    maternity: Text = None
    ethnicity: Text = None
    religion: Text = None
    sex: Text = None
    sexual_orientation: Text = None

    @property
    def key(self) -> str:
        """What the row is known by: its post, never a person's name."""
        for entry in (self.reference, self.post):
            if entry is not None and entry.value:
                return entry.value
        if self.afc_band is not None and self.afc_band.value:
            point = self.afc_point.raw.lower() if self.afc_point is not None else ""
            return f"band {self.afc_band.value} {point}".rstrip()
        return f"column {letters(self.number)}" if self.across else f"row {self.number}"

    @property
    def title(self) -> str | None:
        """The post's title, where the workbook has one besides a reference."""
        return self.post.value if self.post is not None else None


@dataclass(frozen=True, slots=True)
class Particulars(_Fields):
    """What the workbook says about the organisation as a whole; None where it says nothing."""

    organisation: Text = None
    organisation_type: Text = None
    turnover: Amount = None
    weighted_population: Amount = None
    segment: Whole = None
    recovery_support: YesNo = None
    effective: Day = None
