"""What holds of all arrears, and of the paper on them."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from tests.committee.costing.conftest import board
from xl_vsm.committee.arrears import ArrearsResult, arrears_paper, as_paper, write_workbook
from xl_vsm.committee.arrears.model import Amounts
from xl_vsm.committee.checked import Checked

THEN = date(2025, 5, 1)
POSTS = st.lists(
    st.fixed_dictionaries(
        {
            "salary": st.decimals(20_000, 260_000, places=2),
            "fte": st.decimals("0.05", 1, places=2),
            "appointed": st.dates(date(2015, 1, 1), date(2025, 9, 30)),
            "objectives_met": st.sampled_from(["yes", "no"]),
        }
    ),
    min_size=1,
    max_size=5,
)


def owed(checked: Checked, **asked: Any) -> ArrearsResult:
    months = {"first": date(2025, 4, 1), "last": date(2025, 8, 31), "known_then": THEN}
    return arrears_paper(checked, **(months | asked))


@given(POSTS)
@settings(max_examples=25)
def test_posts_months_and_all_together_agree_to_the_penny(posts: list[dict[str, Any]]) -> None:
    found = owed(board(*posts))
    by_post = Amounts.sum(found.of_post(each) for each in found.posts)
    by_month = Amounts.sum(found.of_month(each.month) for each in found.months)
    assert by_post == by_month == found.total
    assert found.total.pension == sum(
        (line.contribution.arrears for line in found.lines if line.contribution), start=0
    )
    for line in found.lines:
        assert line.pay_now >= line.pay_then


def test_the_paper_has_the_same_totals_and_the_banner_of_a_transcribed_table(
    trust: Checked,
) -> None:
    found = owed(trust)
    paper = as_paper(found)
    by_post = next(each for each in paper.sections if each.heading == "By post").blocks[0]
    totals = by_post.totals()  # type: ignore[union-attr]
    assert totals[3] == found.total.pay
    assert totals[6] == found.total.pension
    assert by_post.heading(1) == "Gross pay then"  # type: ignore[union-attr]
    assert by_post.heading(3) == "Gross pay owed (transcribed)"  # type: ignore[union-attr]
    # Both tables of tiers were seen where they were published: taken, and due but for the award.
    assert by_post.heading(4) == "Contribution taken"  # type: ignore[union-attr]
    assert by_post.heading(5) == "Contribution due (transcribed)"  # type: ignore[union-attr]
    assert any("TRANSCRIBED: annual award" in each for each in paper.opening.banners)
    assert {note.title for note in paper.notes} >= {"contribution tier", "contribution", "award"}


def test_what_follows_from_the_award_in_each_month_is_marked(trust: Checked) -> None:
    out = BytesIO()
    write_workbook(owed(trust), out)
    sheet = load_workbook(out)["Months"]
    heads = {str(cell.value) for row in sheet.iter_rows() for cell in row}
    assert heads >= {f"{each} (transcribed)" for each in ("Annual pay now", "Tier now", "Rate now")}
    assert heads >= {"Annual pay then", "Tier then", "Rate then"}
