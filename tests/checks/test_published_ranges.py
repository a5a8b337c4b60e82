from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.published import published_ranges
from tests.checks.wrong import SALARIES, WRONG, Wrong
from tests.posts import DIRECTOR, faults, only, report_on
from xl_vsm.checks.registry import all_checks
from xl_vsm.parameters import Store

RANGED = {"APR101"} | {each.code for each in all_checks() if "pay-ranges" in each.rests_on}
"""Checks that rest on the pay ranges; of a missing approval only some of the faults do."""
ON_RANGES = [w for w in WRONG if w.severity == "warning" and w.code in RANGED]


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return published_ranges(tmp_path_factory.mktemp("published"))


@pytest.mark.parametrize("wrong", ON_RANGES, ids=str)
def test_nothing_that_rests_on_made_up_figures_is_an_error(tmp_path: Path, wrong: Wrong) -> None:
    report, _ = report_on(tmp_path, wrong.post | wrong.change, organisation=wrong.organisation)
    found = only(report, wrong.code)
    assert found.severity == "warning"
    assert found.illustrative
    assert "illustrative" in found.marks
    assert found.message.endswith("(illustrative)")
    assert report.exit_code() == 0
    assert report.exit_code("warning") == 1


@pytest.mark.parametrize("wrong", ON_RANGES, ids=str)
def test_the_mark_goes_away_with_the_published_ranges(
    tmp_path: Path, published: Store, wrong: Wrong
) -> None:
    report, book = report_on(
        tmp_path, wrong.post | wrong.change, organisation=wrong.organisation, store=published
    )
    assert [(f.code, f.cell) for f in report.findings] == [(wrong.code, book.cell(wrong.at))]
    found = only(report, wrong.code)
    # An approval that only the range calls for "appears" to be needed (S24): still a warning.
    assert found.severity == ("warning" if wrong.code == "APR101" else "error")
    assert not found.illustrative
    assert found.marks == ()
    assert "illustrative" not in found.message
    assert report.parameters.illustrative == ()


@pytest.mark.parametrize(("code", "salary", "says"), SALARIES)
def test_a_salary_outside_the_published_range_is_to_be_explained(
    tmp_path: Path, published: Store, code: str, salary: float, says: str
) -> None:
    post = {"post": "Director of Finance", "salary": salary, "approval": "NHSE and DHSC"}
    report, _ = report_on(tmp_path, post, store=published)
    assert [f.code for f in report.findings] == [code]
    assert says in only(report, code).message
    # Comply or explain (S5): never an error by itself.
    assert only(report, code).severity == "warning"


def test_a_right_post_by_the_published_ranges(tmp_path: Path, published: Store) -> None:
    report, _ = report_on(tmp_path, DIRECTOR, store=published)
    assert report.findings == ()
    used = {each.name: each for each in report.parameters.used}
    assert used["pay-ranges"].certainty == "primary"


def test_no_finding_on_made_up_ranges_is_ever_an_error(tmp_path: Path) -> None:
    on_ranges = {check.code for check in all_checks() if "pay-ranges" in check.rests_on}
    assert on_ranges >= {"BND001", "BND101", "PAY101", "PAY102", "PAY103"}
    report, _ = report_on(tmp_path, DIRECTOR | {"band": "A", "position": "above"})
    assert {f.severity for f in report.findings if f.code in on_ranges} == {"warning", "note"}


def test_a_finding_without_made_up_figures_keeps_its_weight(tmp_path: Path) -> None:
    report, _ = report_on(tmp_path, DIRECTOR | {"pension_tier": 5, "award_amount": 1})
    assert only(report, "PEN102").marks == ()
    award = only(report, "AWD102")
    assert award.marks == ("transcribed",)
    assert (award.severity, award.illustrative) == ("error", False)
    assert award.message.endswith("(transcribed)")
    assert faults(report)
    assert "annual award" in report.parameters.transcribed
