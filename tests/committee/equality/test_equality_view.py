"""The equality view, beside figures worked out by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import combinations
from pathlib import Path
from statistics import mean, median

import pytest
from openpyxl import load_workbook

from tests.committee.conftest import Checking
from tests.committee.equality.boards import board, directors
from tests.committee.equality.read import section, table, texts, values
from xl_vsm.committee.checked import Checked
from xl_vsm.committee.costing import costing
from xl_vsm.committee.equality import equality_view
from xl_vsm.committee.equality.groups import CHARACTERISTICS
from xl_vsm.committee.equality.measures import gap, shown_salary
from xl_vsm.committee.paper import Figure, Paper
from xl_vsm.sheets.fields import FIELDS

FEMALE = (120_000, 124_000, 128_000, 132_000, 136_000, 140_000)
MALE = (121_000, 123_000, 125_000, 127_000, 149_000)
SEXES = ["Female"] * len(FEMALE) + ["Male"] * len(MALE)


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory, checked_of: Checking) -> Paper:
    rows = directors(FEMALE + MALE, SEXES)
    path = tmp_path_factory.mktemp("view") / "board.xlsx"
    return equality_view(checked_of(board(path, ["Sex"], rows)))


def test_pay_by_hand(view: Paper) -> None:
    # Female: median (128,000 + 132,000) / 2; mean 780,000 / 6; places 0, .2, .4, .6, .8, 1.
    # Male: median 125,000; mean 645,000 / 5 = 129,000; places .05, .15, .25, .35, 1.45.
    # Gaps: -5,000 / 130,000 is -3.8%; -1,000 / 130,000 is -0.8%.
    # All: median 127,000, place 7 / 20; mean 1,425,000 / 11 = 129,545.45.
    pounds = [Decimal(each) for each in (130_000, 130_000, 125_000, 129_000, 127_000, 130_000)]
    place = [Decimal(each) for each in ("0.50", "0.25", "0.35")]
    assert values(table(view, "By sex", "Pay by sex")) == [
        ("Female", 6, pounds[0], pounds[1], place[0], "largest group", "largest group"),
        ("Male", 5, pounds[2], pounds[3], place[1], "4% lower", "1% lower"),
        ("All posts", 11, pounds[4], pounds[5], place[2], "", ""),
    ]


def test_a_place_in_a_made_up_range_says_so(view: Paper) -> None:
    for row in table(view, "By sex", "Pay by sex").rows:
        assert isinstance(row[4], Figure)
        assert row[4].marks == ("illustrative",)
    assert any("ILLUSTRATIVE" in banner for banner in view.opening.banners)


def test_one_post_in_a_position_keeps_the_shares_back(view: Paper) -> None:
    # The man on £149,000 is alone in the exception zone.
    shares = table(view, "By sex", "Position in the range by sex: share of each group's posts")
    assert not shares.rows
    assert "fewer than 5" in shares.empty


def test_shares_by_hand(tmp_path: Path, checked_of: Checking) -> None:
    # Band C: £120,000 to £140,000. In it are five women and five men, below it six and five.
    high, low = range(121_000, 126_000, 1_000), range(110_000, 116_000, 1_000)
    pay = [*high, *low, *high, *list(low)[:5]]
    rows = directors(pay, ["Female"] * 11 + ["Male"] * 10)
    paper = equality_view(checked_of(board(tmp_path / "board.xlsx", ["Sex"], rows)))
    shares = table(paper, "By sex", "Position in the range by sex: share of each group's posts")
    none, half = Decimal(0), Decimal("0.5")
    assert values(shares) == [
        ("Female", Decimal("0.55"), Decimal("0.45"), none, none, none),  # 6 and 5 of 11
        ("Male", half, half, none, none, none),
        ("All posts", Decimal("0.52"), Decimal("0.48"), none, none, none),  # 11 and 10 of 21
    ]


def test_small_groups_are_kept_back_with_their_names(tmp_path: Path, checked_of: Checking) -> None:
    faiths = ["Christian"] * 7 + ["Jedi"] * 3 + ["Prefer not to say", None]
    rows = directors([120_000 + 1_000 * n for n in range(12)], faiths)
    paper = equality_view(checked_of(board(tmp_path / "board.xlsx", ["Religion"], rows)))
    found = values(table(paper, "By religion or belief", "Pay by religion or belief"))
    # Three and two are five: the number of them, and their pay, is that of no group.
    assert [row[:2] for row in found] == [
        ("Christian", 7),
        ("Smaller groups together", 5),
        ("All posts", 12),
    ]
    assert "Jedi" not in texts(paper)
    assert "Prefer not to say" not in texts(paper)


@pytest.mark.parametrize(
    "said",
    [
        pytest.param(["Heterosexual"] * 9, id="one group of everybody"),
        pytest.param(["Heterosexual"] * 8 + ["Gay"], id="one person apart"),
        pytest.param(["Heterosexual"] * 5 + ["Gay"] * 4, id="two groups, one of them small"),
    ],
)
def test_nothing_is_shown_that_says_it_of_each(
    tmp_path: Path, checked_of: Checking, said: list[str]
) -> None:
    rows = directors([130_000] * len(said), said)
    path = board(tmp_path / "board.xlsx", ["Sexual orientation"], rows)
    paper = equality_view(checked_of(path))
    assert "Nothing is shown" in texts(paper)
    assert "Heterosexual" not in texts(paper)
    assert "Gay" not in texts(paper)


def test_no_post_is_named_beside_a_characteristic(view: Paper) -> None:
    assert "Director of" not in texts(view)


def test_rounding_leaves_more_than_one_group_that_it_can_be() -> None:
    """Exact averages tell whoever has every salary which posts are in a group. Rounded ones less.

    The salaries are invented, and the group is of the first six.
    """
    pay = [
        *map(Decimal, (143_400, 124_900, 121_100, 134_600, 137_800, 131_350)),
        *map(Decimal, (129_850, 118_250, 146_900, 122_700, 139_150, 127_300, 133_050)),
    ]

    def averages(at: tuple[int, ...]) -> list[Decimal]:
        one = [pay[each] for each in at]
        other = [pay[each] for each in range(len(pay)) if each not in at]
        return [median(one), mean(one), median(other), mean(other)]

    def rounded(at: tuple[int, ...]) -> tuple[object, ...]:
        found = averages(at)
        gaps = gap(found[2], found[0]), gap(found[3], found[1])
        return (*map(shown_salary, found), *gaps)

    groups, it = list(combinations(range(len(pay)), 6)), (0, 1, 2, 3, 4, 5)
    exact = [each for each in groups if averages(each) == averages(it)]
    shown = [each for each in groups if rounded(each) == rounded(it)]
    assert exact == [it]
    assert len(shown) > 5


def test_it_says_what_rounding_does_not_do(view: Paper) -> None:
    assert "can still tell it of some" in texts(view)
    assert "Do not hand this paper and a list of salaries" in texts(view)


def test_the_chair_the_interim_and_the_leaver_are_in_no_group(
    tmp_path: Path, checked_of: Checking, trust: Checked
) -> None:
    book = load_workbook(Path(trust.report.path))
    sheet = book.worksheets[0]
    sheet.cell(5, 29, "Sex")
    for row in range(7, 29):
        if str(sheet.cell(row, 1).value).isdigit():
            sheet.cell(row, 29, "Female" if row % 2 else "Male")
    book.save(tmp_path / "with_sex.xlsx")
    paper = equality_view(checked_of(tmp_path / "with_sex.xlsx"))
    # 13 directors on the framework, less the one who left on 31 July 2025.
    rows = values(table(paper, "By sex", "Pay by sex"))
    assert rows[-1][:2] == ("All posts", 12)
    left = values(table(paper, "Left out", "Rows that are in no group"))
    assert [row[0] for row in left] == ["1009", "2001", "2002", "1006"]


def test_who_has_not_begun_is_in_no_group(tmp_path: Path, checked_of: Checking) -> None:
    begun = [date(2020, 4, 1)] * 10 + [date(2025, 10, 1)]
    rows = directors(FEMALE + MALE, SEXES, begun)
    path = board(tmp_path / "board.xlsx", ["Sex", "In post from"], rows)
    paper = equality_view(checked_of(path))
    assert "Director of Matter 11" in texts(paper)
    assert "begins on 1 October 2025" in texts(paper)
    assert "Nothing is shown by sex" in texts(paper)  # six women and four men are left


def test_a_day_that_cannot_be_read_leaves_a_post_out_as_in_the_other_papers(
    tmp_path: Path, checked_of: Checking
) -> None:
    rows = directors(FEMALE + MALE, SEXES, [date(2026, 1, 1)] * 10 + ["in the summer"])
    of = checked_of(board(tmp_path / "board.xlsx", ["Sex", "Left"], rows))
    assert len(costing(of).posts) == 10
    (out,) = values(table(equality_view(of), "Left out", "Rows that are in no group"))
    assert out[1] == "Director of Matter 11"
    assert "cannot be read: 'in the summer'" in str(out[2])


def test_a_workbook_without_any_says_what_would_be_read(trust: Checked) -> None:
    paper = equality_view(trust)
    assert [part.heading for part in paper.sections] == [
        "About this view",
        "Not in the workbook",
        "The equality impact assessment",
        "Left out",
    ]
    read = values(table(paper, "Not in the workbook", "Columns that would be read"))
    assert len(read) == 9
    assert ("sexual orientation", "sexual orientation, sexuality") in read
    assert not paper.opening.banners  # it shows no figure that rests on a range


def test_a_range_known_for_too_few_is_not_told(tmp_path: Path, checked_of: Checking) -> None:
    # Two of the five men keep a medical contract, whose salary no range sets.
    contracts = ["VSM"] * 6 + ["Consultant"] * 2 + ["VSM"] * 3
    rows = directors(FEMALE + MALE, SEXES, contracts)
    path = board(tmp_path / "board.xlsx", ["Sex", "Contract"], rows)
    found = values(table(equality_view(checked_of(path)), "By sex", "Pay by sex"))
    assert [row[4] for row in found] == [Decimal("0.50"), "*", Decimal("0.40")]


def test_all_nine_may_be_there(tmp_path: Path, checked_of: Checking) -> None:
    headings = [FIELDS[each].headers[0] for each in CHARACTERISTICS]
    path = board(tmp_path / "board.xlsx", headings, directors(FEMALE, *[["x"] * 6] * 9))
    paper = equality_view(checked_of(path))
    assert "a column for each of the nine" in texts(paper)
    assert [part.heading for part in paper.sections[1:10]] == [
        f"By {FIELDS[each].label}" for each in CHARACTERISTICS
    ]


def test_an_empty_column_is_told_from_none(tmp_path: Path, checked_of: Checking) -> None:
    rows = directors(FEMALE, [None] * 6, ["Female"] * 6)
    path = board(tmp_path / "board.xlsx", ["Disability", "Sex"], rows)
    paper = equality_view(checked_of(path))
    assert "states nothing there" in texts(
        Paper("", "", paper.opening, (section(paper, "By disability"),), ())
    )


def test_it_asks_for_the_assessment_that_is_still_due(view: Paper) -> None:
    cited = {place for note in view.notes for source in note.sources for place in source.places}
    assert {"S29", "S30"} <= cited
    assert "still expected" in texts(view)


def test_an_empty_workbook_of_posts_shows_nothing(tmp_path: Path, checked_of: Checking) -> None:
    rows = [["Chair", 50_000, "Male"], ["Non-executive director", 14_000, "Female"]]
    paper = equality_view(checked_of(board(tmp_path / "board.xlsx", ["Sex"], rows)))
    assert "0 very senior manager posts" in texts(paper)
    assert "Female" not in texts(paper)
