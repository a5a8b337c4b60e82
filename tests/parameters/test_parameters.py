from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from xl_vsm.parameters import Parameters, Store

from .folders import entry, thresholds


def test_every_figure_of_one_day() -> None:
    p = Parameters(date(2025, 6, 1))
    assert len(p.member_contribution_tiers.tiers) == 6
    assert p.pay_ranges.trust.measure == "annual turnover"
    assert p.pay_ranges.icb.measure == "weighted population"
    assert p.central_approval.above == 170_000
    assert {g.ground for g in p.premia.grounds} == {
        "additional responsibilities",
        "multiple organisations",
        "exceptional performance",
        "challenged organisation",
    }
    assert p.withholding_terms.decided
    assert p.annual_award.rate == Decimal("0.0325")
    assert p.afc_pay_points.top_of("9") is not None
    assert p.employer_pension.total == Decimal("0.2378")
    assert p.employer_national_insurance.rate == Decimal("0.15")
    assert p.apprenticeship_levy.allowance == 15_000
    assert len(p.used) == 10


def test_nothing_is_marked_before_anything_was_looked_up() -> None:
    p = Parameters(date(2026, 6, 1))
    assert not p.illustrative
    assert not p.transcribed


def test_what_is_made_up_and_what_is_copied_is_told_apart_from_what_was_read() -> None:
    p = Parameters(date(2026, 6, 1))
    _ = p.member_contribution_tiers
    _ = p.pay_ranges
    _ = p.central_approval
    assert p.illustrative == ("pay ranges",)
    assert p.transcribed == ("member contribution tiers",)


def test_the_terms_of_2026_are_not_decided() -> None:
    terms = Parameters(date(2026, 4, 1)).withholding_terms
    assert not terms.decided
    assert terms.exempt_years is None


def test_a_figure_is_looked_up_once() -> None:
    p = Parameters(date(2025, 6, 1))
    assert p.publication("premia") is p.publication("premia")


def test_a_figure_leads_to_its_document() -> None:
    p = Parameters(date(2025, 6, 1))
    source = p.source_of(p.publication("member-contribution-tiers"))
    assert source.title.endswith("SI 2025/821")
    assert source.url == "https://www.legislation.gov.uk/uksi/2025/821/made/data.html"


def test_a_folder_of_ones_own_takes_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    store = Store(thresholds(tmp_path, entry("a", "2020-01-01", "2020-01-01", 123)))
    p = Parameters(date(2021, 1, 1), store=store)
    assert p.central_approval.above == 123
    assert p.source_of(p.publication("central-approval")).publisher == "xl_vsm"
    assert store.series("central-approval") is store.series("central-approval")


def test_one_publication_can_be_put_in_the_place_of_another() -> None:
    p = Parameters(date(2025, 6, 1))
    older = p.others("member-contribution-tiers")[0]
    view = p.pinned("member-contribution-tiers", older)
    assert view.publication("member-contribution-tiers").key == "2025-03"
    assert view.publication("premia") == p.publication("premia")
    assert p.publication("member-contribution-tiers").key == "2025-07"


def test_what_else_was_the_answer_goes_by_what_was_known() -> None:
    tiers = "member-contribution-tiers"
    june, now = Parameters(date(2025, 6, 1), date(2025, 6, 1)), Parameters(date(2025, 6, 1))
    assert [each.key for each in now.others(tiers)][:2] == ["2025-03", "2024-04"]
    assert [each.key for each in june.others(tiers)][:2] == ["2024-04", "2023-04"]


def test_a_view_with_another_publication_keeps_its_own_files(tmp_path: Path) -> None:
    store = Store(thresholds(tmp_path, entry("a", "2020-01-01", "2020-01-01", 123)))
    p = Parameters(date(2026, 1, 1), store=store)
    assert p.pinned("premia", p.publication("premia")).central_approval.above == 123
    assert p.afresh().central_approval.above == 123
