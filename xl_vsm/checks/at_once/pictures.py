"""The posts of a long list that are pictured, told from those that are alike in what tells it."""

from __future__ import annotations

from functools import partial

from xl_vsm.checks.at_once.long_list import Sorted
from xl_vsm.checks.pictured import MOST, Shown, is_pictured, picture_of
from xl_vsm.findings import PostReport
from xl_vsm.parameters import Parameters
from xl_vsm.sheets import Particulars


def pictures(
    sheet: str, made: Sorted, particulars: Particulars, p: Parameters
) -> tuple[list[Shown], int]:
    """Return the posts that are pictured of those that nothing is to be said of.

    Args:
        sheet: the sheet that they are on.
        made: the posts of one form.
        particulars: what the workbook says of the organisation.
        p: the day's figures.

    Returns:
        As many of them as can be pictured, from the top, and how many there are.
    """
    rest, asker = made.rest(), made.asker
    if asker is None:
        return [], 0
    known = asker.answers(lambda row: is_pictured(row, particulars, p), lambda _: None)
    found = [place for place in rest if known[asker.kind(place)]]

    def picture(place: int) -> PostReport:
        return picture_of(made.row_of(place), particulars, p)

    rows = made.alike.rows()
    return [((sheet, rows[place]), partial(picture, place)) for place in found[:MOST]], len(found)
