"""Each figure of a costing says what is made up, under review or known only from copies."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.committee.costing.conftest import board, full
from xl_vsm.committee.costing import Costing, Scenario, as_paper, costing
from xl_vsm.committee.costing.marked import Marked
from xl_vsm.committee.paper import Column, Facts, Figure, Table
from xl_vsm.parameters import Parameters

COPIED, MADE_UP = ("transcribed",), ("illustrative",)


@pytest.fixture(scope="module")
def found() -> Costing:
    """A director's award: the rate, National Insurance and levy are from copies, pension is not."""
    return full(board({}))


def tables(of: Costing) -> dict[str, Table]:
    blocks = [block for section in as_paper(of).sections for block in section.blocks]
    return {block.caption: block for block in blocks if isinstance(block, Table)}


def marks(table: Table, row: int) -> list[tuple[str, ...]]:
    return [cell.marks if isinstance(cell, Figure) else () for cell in table.rows[row]]


def test_base_pay_and_pension_are_as_published_and_the_award_is_not(found: Costing) -> None:
    table = tables(found)["In the pay year: the posts and the award"]
    # What, pay, pension, of which central, National Insurance, levy, total.
    assert marks(table, 0) == [(), (), (), (), COPIED, COPIED, COPIED]
    assert marks(table, 1) == [(), *[COPIED] * 6]
    total = table.total_line()
    assert [cell.marks for cell in total[1:] if isinstance(cell, Figure)] == [COPIED] * 6


def test_a_heading_says_what_all_its_figures_have_and_a_figure_the_rest(found: Costing) -> None:
    table = tables(found)["In the pay year: the posts and the award"]
    assert table.heading(1) == "Pay"
    assert table.written(1, table.rows[1][1]) == "£4,225 (transcribed)"
    assert table.heading(4) == "National Insurance (transcribed)"
    assert table.written(4, table.rows[1][4]) == "£633.75"


def test_the_facts_that_a_reader_sees_first_are_marked(found: Costing) -> None:
    facts = next(b for b in as_paper(found).sections[0].blocks if isinstance(b, Facts))
    assert [fact.figure.marks for fact in facts.rows] == [COPIED] * 4
    assert facts.rows[0].figure.text == "3.25% (transcribed)"


def test_an_award_that_is_asked_for_is_no_copy_but_what_goes_with_it_is(found: Costing) -> None:
    table = tables(found)["Scenarios side by side, in the pay year 2025/26"]
    assert marks(table, 0)[1] == COPIED
    assert marks(table, 1)[1] == ()
    assert marks(table, 1)[4] == COPIED
    where = tables(found)["Who stands outside the range to its operational maximum"]
    assert marks(where, 0)[1] == ("illustrative", "transcribed")
    assert marks(where, 1)[1] == MADE_UP


def test_an_award_that_nobody_can_say_yet_is_pending_in_each_figure() -> None:
    of = costing(board({}, effective=date(2026, 6, 1)))
    table = tables(of)["Award pending: what it would cost if it were paid in the pay year"]
    assert table.heading(3).startswith("Pay (pending")
    assert all("pending" in each for each in marks(table, 0)[3:])
    paid = tables(of)["In the pay year: the posts and the award"]
    assert not any("pending" in each for each in marks(paid, 1))


def test_where_no_award_is_pending_nothing_says_so(found: Costing) -> None:
    for caption, table in tables(found).items():
        for place in range(len(table.columns)):
            assert "pending" not in table.marks(place), caption


def test_what_is_published_has_no_mark() -> None:
    """Had each table been seen where it was published, nothing would be marked."""
    of = board({})
    seen = Parameters(of.p.effective, None, of.p.store)
    found = costing(of, scenarios=(Scenario("None", Decimal(0)),))
    for name, table in list(found.p.used.items()):
        clean = table.model_copy(update={"certainty": "primary"})
        assert seen.pinned(name, clean).publication(name).transcribed is False
        found.p.used[name] = clean
        found.costs.used[name] = clean
    plain = Marked.of(found)
    assert plain.costs(plain.award)["total"] == ()
    assert plain.afc == plain.premium == plain.approval == ()


def test_a_column_of_words_alone_has_no_mark() -> None:
    table = Table((Column("Why"),), (("words",), (Figure(None, marks=COPIED),)), "Why")
    assert table.heading(0) == "Why"
    assert table.written(0, table.rows[1][0]) == "not known"
