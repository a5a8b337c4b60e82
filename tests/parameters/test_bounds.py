"""What each entry of a table may hold: on the bound it is taken, beside it refused by name."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from xl_vsm.parameters.files import Source
from xl_vsm.parameters.publication import Announcement, Publication, Series
from xl_vsm.parameters.tables import (
    AfcPoint,
    AfcScale,
    AnnualAward,
    AnnualPayAssessment,
    ApprenticeshipLevy,
    Band,
    CentralApproval,
    EmployerNationalInsurance,
    EmployerPension,
    KindOfPay,
    MemberTiers,
    OrganisationRanges,
    PaybillEstimate,
    PensionablePay,
    Premia,
    Premium,
    Range,
    Table,
    Tier,
    WithholdingTerms,
)

DAY = date(2025, 4, 1)
PLACE = {"source": "a", "locator": "b"}
KIND = {"kind": "a", **PLACE}
GROUND = {"ground": "a", "rate": 1, "ceiling": True, "locator": "b"}
POINT = {"band": "9", "point": "top", "pay": 0}
STEP = {"from": 0, "rate": 0}
ENTRY = {
    "key": "a",
    "effective_from": DAY,
    "published": DAY,
    "certainty": "primary",
    **PLACE,
    "table": Table(),
}
CHANGE = {"effective_from": DAY, "published": DAY, "words": "a", **PLACE}
HEAD = {"schema": 1, "id": "a", "title": "b", "owner": "c", "checked": DAY}
LIMITS = {"minimum": 0, "operational_maximum": 1, "exception_zone_maximum": 2}
WHOLE: dict[type[BaseModel], dict[str, Any]] = {
    AfcPoint: POINT,
    AfcScale: {"points": [POINT]},
    AnnualAward: {"pay_year": "2025/26", "rate": 1},
    AnnualPayAssessment: {"days_in_year": 1, "whole_time_hours": 168, "unknown_pay_rate": 1},
    Announcement: CHANGE,
    ApprenticeshipLevy: {"rate": 1, "allowance": 0},
    Band: {"band": "Z", "from": 0},
    CentralApproval: {"above": 0, "icb_directors_by": "operational maximum"},
    EmployerNationalInsurance: {"rate": 0, "secondary_threshold": 0},
    EmployerPension: {"rate": 1, "administration": 0, "paid_by_employer": 1, "paid_centrally": 0},
    KindOfPay: KIND,
    MemberTiers: {"basis": "actual pensionable pay", "tiers": [STEP]},
    OrganisationRanges: {
        "measure": "weighted population",
        "bands": [{"band": "A", "from": 0}],
        "ranges": [
            {"role": role, "band": "A", **LIMITS} for role in ("director", "chief executive")
        ],
    },
    PaybillEstimate: {"significant_figures": 1, "smallest_fte_shown": 0, "largest_discrepancy": 1},
    PensionablePay: {"kinds": [KIND]},
    Premia: {"grounds": [GROUND]},
    Premium: {**GROUND, "months": 1, "extension_months": 1},
    Publication: ENTRY,
    Range: {"role": "director", "band": "A", **LIMITS},
    Series: {**HEAD, "publication": [ENTRY]},
    Source: {"title": "a", "publisher": "b", "seen": "whole", "url": "http://c", "short": "d"},
    Tier: {"from": 0, "rate": 1},
    WithholdingTerms: {
        "pay_year": "2025/26",
        "decided": True,
        "exempt_years": 1,
        "individual_segments": [1],
        "withheld_segments": [5],
    },
}
LESS, MORE = Decimal("-0.01"), Decimal("1.01")
YEARS = ("2025-26", "2025/6", "2025/266", "12025/26", "1999/00", "x2025/26")
PAST: list[tuple[type[BaseModel], str, tuple[Any, ...]]] = [
    (AfcPoint, "band", ("10", "8e", "8D")),
    (AfcPoint, "point", ("middle", "Top")),
    (AfcPoint, "pay", (LESS,)),
    (AfcPoint, "certainty", ("primary", "synthetic")),
    (AfcScale, "points", ([],)),
    (AnnualAward, "pay_year", YEARS),
    (AnnualAward, "rate", (LESS, MORE)),
    (AnnualPayAssessment, "days_in_year", (0,)),
    (AnnualPayAssessment, "whole_time_hours", (0, Decimal("168.01"), "37.5")),
    (AnnualPayAssessment, "unknown_pay_rate", (LESS, MORE)),
    (Announcement, "words", ("",)),
    (Announcement, "source", ("", "two words")),
    (Announcement, "locator", ("",)),
    (ApprenticeshipLevy, "rate", (LESS, MORE)),
    (ApprenticeshipLevy, "allowance", (LESS,)),
    (Band, "band", ("a", "AA", "1", "")),
    (Band, "from", (LESS, "0", True)),
    (CentralApproval, "above", (LESS,)),
    (CentralApproval, "icb_directors_by", ("", "limit")),
    (EmployerNationalInsurance, "rate", (LESS, MORE)),
    (EmployerNationalInsurance, "secondary_threshold", (LESS,)),
    (EmployerPension, "paid_centrally", (LESS, MORE)),
    (KindOfPay, "kind", ("",)),
    (KindOfPay, "source", ("",)),
    (KindOfPay, "locator", ("",)),
    (MemberTiers, "basis", ("pay",)),
    (MemberTiers, "tiers", ([],)),
    (OrganisationRanges, "measure", ("turnover",)),
    (OrganisationRanges, "bands", ([],)),
    (PaybillEstimate, "significant_figures", (0,)),
    (PaybillEstimate, "smallest_fte_shown", (LESS,)),
    (PaybillEstimate, "largest_discrepancy", (LESS, MORE)),
    (PensionablePay, "kinds", ([],)),
    (Premia, "grounds", ([],)),
    (Premium, "ground", ("",)),
    (Premium, "rate", (LESS, MORE)),
    (Premium, "months", (0,)),
    (Premium, "extension_months", (0,)),
    (Premium, "locator", ("",)),
    (Publication, "key", ("", "two words", "a\tb", 7)),
    (Publication, "published_precision", ("year",)),
    (Publication, "stage", ("draft", "Final")),
    (Publication, "replaces", (["two words"],)),
    (Publication, "certainty", ("sure", "Primary")),
    (Publication, "source", ("two words",)),
    (Publication, "locator", ("",)),
    (Range, "role", ("designated VSM",)),
    (Range, "band", ("a", "AA")),
    (Range, "minimum", (LESS,)),
    (Series, "schema", (0, 2)),
    (Series, "id", ("two words",)),
    (Series, "title", ("",)),
    (Series, "owner", ("",)),
    (Series, "publication", ([],)),
    (Source, "title", ("",)),
    (Source, "short", ("",)),
    (Source, "publisher", ("",)),
    (Source, "url", ("ftp://c", "https://", "https://a b", " https://c", "HTTPS://c")),
    (Source, "seen", ("half", "Whole")),
    (Tier, "from", (LESS,)),
    (Tier, "rate", (LESS, MORE)),
    (WithholdingTerms, "pay_year", YEARS),
    (WithholdingTerms, "exempt_years", (0,)),
]
CHOICES = [
    (AfcPoint, "band", ("1", "2", "3", "4", "5", "6", "7", "8a", "8b", "8c", "8d", "9")),
    (AfcPoint, "point", ("only", "entry", "intermediate", "top")),
    (AfcPoint, "certainty", ("transcribed", "derived", None)),
    (CentralApproval, "icb_directors_by", ("this limit", "operational maximum")),
    (MemberTiers, "basis", ("whole-time equivalent pensionable pay", "actual pensionable pay")),
    (OrganisationRanges, "measure", ("annual turnover", "weighted population")),
    (Publication, "published_precision", ("day", "month")),
    (Publication, "stage", ("final", "proposed", "withdrawn")),
    (
        *(Publication, "certainty"),
        ("primary", "briefing", "transcribed", "derived", "synthetic"),
    ),
    (Range, "role", ("chief executive", "director")),
    (Source, "seen", ("whole", "opening", "not seen", "made here")),
    (Source, "url", ("https://a.org/b?c=d", "http://a", None)),
]


@pytest.mark.parametrize(("kind", "name", "values"), PAST)
def test_past_the_bound_it_is_refused_by_name(
    kind: type[BaseModel], name: str, values: tuple[Any, ...]
) -> None:
    for value in values:
        with pytest.raises(ValidationError) as refused:
            kind.model_validate(WHOLE[kind] | {name: value})
        assert {error["loc"][0] for error in refused.value.errors()} == {name}, value


@pytest.mark.parametrize(("kind", "name", "values"), CHOICES)
def test_every_choice_is_taken(kind: type[BaseModel], name: str, values: tuple[Any, ...]) -> None:
    for value in values:
        assert getattr(kind.model_validate(WHOLE[kind] | {name: value}), name) == value


@pytest.mark.parametrize("kind", WHOLE, ids=lambda kind: kind.__name__)
def test_it_is_closed_and_stays_as_it_was_read(kind: type[BaseModel]) -> None:
    made = kind.model_validate(WHOLE[kind])
    with pytest.raises(ValidationError) as refused:
        kind.model_validate(WHOLE[kind] | {"nobody_defined_this": 1})
    assert [error["type"] for error in refused.value.errors()] == ["extra_forbidden"]
    for name in kind.model_fields:
        with pytest.raises(ValidationError, match="frozen"):
            setattr(made, name, getattr(made, name))


@pytest.mark.parametrize(("low", "top", "zone"), [(1, 1, 2), (2, 1, 3), (0, 1, 1), (0, 2, 1)])
def test_a_range_rises_from_end_to_end(low: int, top: int, zone: int) -> None:
    names = ("minimum", "operational_maximum", "exception_zone_maximum")
    limits = dict(zip(names, (low, top, zone), strict=True))
    with pytest.raises(ValidationError, match="must rise"):
        Range.model_validate(WHOLE[Range] | limits)


def test_what_is_left_out_is_not_stated() -> None:
    entry = Publication.model_validate(ENTRY)
    assert (entry.effective_until, entry.published_precision, entry.stage) == (None, "day", "final")
    assert (entry.replaces, entry.illustrative, entry.basis, entry.note) == ((), False, "", "")
    series = Series.model_validate(WHOLE[Series])
    assert (series.before, series.announced, series.schema_) == ("", (), 1)
    ground = Premium.model_validate(GROUND)
    assert (ground.months, ground.extension_months, ground.pensionable) == (None, None, None)
    assert ground.segments == ()
    assert KindOfPay.model_validate(KIND).pensionable is None
    assert KindOfPay.model_validate(KIND).also == ()
    assert AnnualAward.model_validate(WHOLE[AnnualAward]).further == ""
    whole = {"title": "a", "publisher": "b", "seen": "whole"}
    document = Source.model_validate(whole)
    assert (document.short, document.url, document.published) == (None, None, None)
    assert document.name == "a"
    assert Source.model_validate(whole | {"short": "d"}).name == "d"
    review = WithholdingTerms.model_validate({"pay_year": "2026/27", "decided": False})
    assert (review.individual_segments, review.withheld_segments) == ((), ())
    assert review.exempt_years is None
    assert AfcPoint.model_validate(POINT).certainty is None
    fewer = {"days_in_year": 365, "whole_time_hours": Decimal("37.5")}
    assert AnnualPayAssessment.model_validate(fewer).unknown_pay_rate is None


def test_half_an_hour_a_week_is_a_whole_time() -> None:
    whole = WHOLE[AnnualPayAssessment] | {"whole_time_hours": Decimal("0.5")}
    assert AnnualPayAssessment(**whole).whole_time_hours == Decimal("0.5")


@pytest.mark.parametrize("kind", [Tier, Band], ids=lambda kind: kind.__name__)
def test_a_key_is_written_as_it_is_called(kind: type[BaseModel]) -> None:
    said = dict(WHOLE[kind])
    said["from_"] = said.pop("from")
    with pytest.raises(ValidationError, match="from_"):
        kind(**said)
