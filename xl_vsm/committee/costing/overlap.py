"""VSM pay beside the tops of Agenda for Change bands 8d and 9, over the years."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from statistics import median
from typing import Final

from xl_vsm.committee.costing.model import PostLine
from xl_vsm.committee.costing.over_years import Overlap, ScaleYear
from xl_vsm.committee.pay_year import PayYear
from xl_vsm.committee.post import Post
from xl_vsm.parameters import NotInForce, Parameters
from xl_vsm.rules import OrganisationType, Role, Unanswerable, afc_overlap, pay_range
from xl_vsm.rules.overlap.afc_overlap import top_point

BANDS: Final = ("8d", "9")
SCALES: Final = "afc-pay-points"


@dataclass(frozen=True, slots=True)
class Scales:
    """The scale of the day, and that of the next pay year where another is known."""

    now: Parameters
    next: Parameters | None


def scales(p: Parameters, year: PayYear) -> Scales | None:
    """Return the scales that pay is put beside; none where none answers for the day."""
    try:
        published = p.publication(SCALES)
    except NotInForce:
        return None
    after = Parameters(year.next_first, p.known, p.store)
    other = after.publication(SCALES).key != published.key
    return Scales(p, after if other else None)


def above(salary: Decimal, scale: Parameters) -> tuple[Decimal, ...]:
    """Return by how much a salary exceeds the top of each band; negative is overlap."""
    return tuple(afc_overlap(salary, band, scale) for band in BANDS)


def overlap(
    lines: Sequence[PostLine], posts: Sequence[Post], found: Scales, year: PayYear
) -> Overlap:
    """Return pay beside the scales of every year that is known.

    Args:
        lines: the posts that are costed, one or more.
        posts: the posts.
        found: the scales of the day and of the next pay year.
        year: the pay year of the day.
    """
    p = found.now
    where = _directors(posts)
    known = sorted({each.effective_from for each in p.store.series(SCALES).known_by(p.known)})
    years = tuple(_scale_year(begun, p, where) for begun in known)
    following = PayYear.of(year.next_first).name
    said = f"the scale of {following}, which is known"
    if found.next is None:
        said = f"the same scale again, as none of {following} is known"
    tops = tuple(top_point(band, found.next).pay for band in BANDS) if found.next else ()
    made_up = any("illustrative" in each.marks for each in lines)
    held = [each.salary for each in lines if each.held]
    middle = Decimal(median(held)) if held else None
    scale = PayYear.of(p.publication(SCALES).effective_from).name
    now = tuple(top_point(band, p).pay for band in BANDS)
    return Overlap(BANDS, years, middle, scale, now, said, tops, made_up)


Where = tuple[OrganisationType, Decimal]


def _directors(posts: Sequence[Post]) -> Where | None:
    """Return the organisation, by type and size, that most directors' ranges are of."""
    found = Counter(
        (each.organisation_type.value, each.size.value)
        for each in posts
        if each.role.value is Role.DIRECTOR
    )
    for (kind, size), _ in found.most_common():
        if kind is not None and size is not None:
            return kind, size
    return None


def _scale_year(begun: date, p: Parameters, where: Where | None) -> ScaleYear:
    view = Parameters(begun, p.known, p.store)
    points = [top_point(band, view) for band in BANDS]
    return ScaleYear(
        PayYear.of(begun).name,
        tuple(each.pay for each in points),
        tuple(each.band for each in points if each.certainty == "derived"),
        _minimum(view, where),
    )


def _minimum(view: Parameters, where: Where | None) -> Decimal | None:
    if where is None:
        return None
    try:
        return pay_range(Role.DIRECTOR, *where, view).minimum
    except (NotInForce, Unanswerable):
        return None
