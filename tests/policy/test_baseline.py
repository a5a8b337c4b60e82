"""Which findings an accepted run had already."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.policy.made import finding, workbook
from xl_vsm.findings import ParametersReport, Report, Tool, WorkbookReport, summarise
from xl_vsm.policy import Baseline, BaselineError, redacted


def report(*workbooks: WorkbookReport, **others: object) -> Report:
    parameters = ParametersReport(release="2026.1", effective=None, known=None)
    return Report(
        tool=Tool(version="2026.1"),
        parameters=parameters,
        workbooks=workbooks,
        summary=summarise(workbooks),
        **others,
    )


def test_what_it_had_is_left_out_and_counted() -> None:
    new = finding(code="PEN102")
    now = Baseline([workbook(finding())]).new_in(workbook(finding(), new))
    assert (now.findings, now.accepted) == ((new,), 1)


@pytest.mark.parametrize(
    "others",
    [
        {"stated": "0.11"},
        {"expected": "0.12"},
        {"row_key": "REF-10"},
        {"code": "PEN102"},
        {"sheet": "Pay 2"},
        {"field": "pension_tier"},
        {"row_key": None, "cell": "H15"},
    ],
)
def test_what_differs_is_new(others: dict[str, object]) -> None:
    base = finding(row_key=None) if "cell" in others else finding()
    now = Baseline([workbook(base)]).new_in(workbook(finding(**others)))
    assert (len(now.findings), now.accepted) == (1, 0)


def test_a_post_whose_row_moved_is_known() -> None:
    now = Baseline([workbook(finding())]).new_in(workbook(finding(cell="H99")))
    assert (now.findings, now.accepted) == ((), 1)


@pytest.mark.parametrize(("said", "known"), [("the heading A is gone", True), ("B is gone", False)])
def test_what_has_no_figures_is_known_by_its_words(said: str, known: bool) -> None:
    bare = {"stated": None, "expected": None, "row_key": None, "field": None, "cell": None}
    before = finding(message="Pay the heading A is gone", **bare)
    now = Baseline([workbook(before)]).new_in(workbook(finding(message=f"Pay {said}", **bare)))
    assert now.accepted == known


def test_two_of_the_same_are_not_one() -> None:
    now = Baseline([workbook(finding())]).new_in(workbook(finding(), finding()))
    assert (len(now.findings), now.accepted) == (1, 1)


@pytest.mark.parametrize(
    ("accepted", "now", "known"),
    [
        ("trusts/north/pay.xlsx", "trusts/north/pay.xlsx", True),
        ("trusts/north/pay.xlsx", "/estate/trusts/north/pay.xlsx", True),
        ("/estate/trusts/north/pay.xlsx", "../trusts/north/pay.xlsx", True),
        ("north/pay.xlsx", "pay.xlsx", True),
        ("C:\\trusts\\north\\pay.xlsx", "north\\pay.xlsx", True),
        ("trusts/north/pay.xlsx", "trusts/south/pay.xlsx", False),
        ("trusts/north/pay.xlsx", "trusts/north/board.xlsx", False),
    ],
)
def test_a_workbook_is_known_by_the_end_of_its_path(accepted: str, now: str, known: bool) -> None:
    baseline = Baseline([workbook(finding(), path=accepted)])
    assert baseline.new_in(workbook(finding(), path=now)).accepted == known


def test_where_two_workbooks_could_be_meant_nothing_is_accepted() -> None:
    baseline = Baseline(workbook(finding(), path=f"{each}/pay.xlsx") for each in ("a", "b"))
    assert baseline.new_in(workbook(finding(), path="pay.xlsx")).accepted == 0
    assert baseline.new_in(workbook(finding(), path="x/b/pay.xlsx")).accepted == 1


def test_another_organisation_is_another_workbook() -> None:
    baseline = Baseline([workbook(finding(), path="pay.xlsx")])
    other = workbook(finding(), path="x/pay.xlsx", organisation="Southmoor NHS Trust")
    assert baseline.new_in(other).accepted == 0


def test_a_file_that_cannot_be_read_is_never_accepted() -> None:
    unread = workbook(finding(code="WBK006"), complete=False)
    assert Baseline([unread]).new_in(unread) == unread


def test_from_a_redacted_run_a_finding_is_known_by_its_cell(tmp_path: Path) -> None:
    kept = tmp_path / "accepted.json"
    accepted = redacted(workbook(finding(), finding(cell=None)), {})
    kept.write_text(report(accepted, redacted=True).model_dump_json(by_alias=True))
    baseline = Baseline.load(kept)
    assert baseline.new_in(workbook(finding())).accepted == 1
    assert baseline.new_in(workbook(finding(cell="H15"))).accepted == 0
    assert baseline.new_in(workbook(finding(cell=None))).accepted == 0


@pytest.mark.parametrize("text", ["", "{}", '{"schema": 2}', "<html>", "\udcff"])
def test_what_is_no_report_is_refused(tmp_path: Path, text: str) -> None:
    kept = tmp_path / "accepted.json"
    kept.write_bytes(text.encode(errors="surrogateescape"))
    with pytest.raises(BaselineError, match="is no report of this tool; write one with"):
        Baseline.load(kept)


def test_a_baseline_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BaselineError, match="cannot be read: No such file"):
        Baseline.load(tmp_path / "none.json")
