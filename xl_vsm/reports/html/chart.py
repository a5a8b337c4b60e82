"""Each post's salary beside its range and the top of band 9, laid out for a picture."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from xl_vsm.findings import PostReport
from xl_vsm.reports.html.safe import shortened
from xl_vsm.reports.html.scale import Scale, scale_for
from xl_vsm.reports.html.wording import pounds, thousands

IN_ONE: Final = 15
"""Posts in one picture, which fits on a printed page with its legend."""
DRAWN: Final = 200
"""Posts of one workbook that are drawn. The table beside the pictures has all of them."""
_ROW: Final = 48
_STAMP: Final = 50
_HEAD: Final = 52
_LABEL: Final = 70
_SHORT: Final = 26
_BAND: Final = 12


@dataclass(frozen=True)
class Bar:
    """A stretch of the chart, in per cent of its width."""

    x: str
    width: str


@dataclass(frozen=True)
class Row:
    """A post in the picture.

    Attributes:
        y: its upper edge.
        label: its reference and title, as far as there is room.
        short: the same, for a telephone.
        salary: the salary, in words.
        at: where the salary stands.
        off: "left" or "right" where that is off the chart.
        range: from the minimum to the operational maximum.
        zone: the exception zone above it.
        band_9: where the top of band 9 stands.
        illustrative: whether the range is made up.
        words: what the range is.
    """

    y: int
    label: str
    short: str
    salary: str
    at: str
    off: str
    range: Bar | None
    zone: Bar | None
    band_9: str | None
    illustrative: bool
    words: str


@dataclass(frozen=True)
class Chart:
    """One picture.

    Attributes:
        sheet: the sheet of its posts.
        first: which of the sheet's posts is its first, from 1.
        last: which is its last.
        total: how many posts the sheet has.
        rows: the posts.
        ticks: the lines of the grid, with what they stand for.
        band_9: the top of band 9, in words, where it is the same for all.
        published: whether there is a range that is not made up.
        illustrative: whether there is one that is.
    """

    sheet: str
    first: int
    last: int
    total: int
    rows: tuple[Row, ...]
    ticks: tuple[tuple[str, str], ...]
    band_9: str
    published: bool
    illustrative: bool

    @property
    def top(self) -> int:
        """Where the first post begins, below the stamp and the scale."""
        return _HEAD + (_STAMP if self.illustrative else 0)

    @property
    def height(self) -> int:
        """How high the picture is."""
        return self.top + _ROW * len(self.rows)

    @property
    def which(self) -> str:
        """Say which of the sheet's posts are in it, where not all are."""
        whole = self.last - self.first + 1 == self.total
        return "" if whole else f"posts {self.first:,} to {self.last:,} of {self.total:,}"


def charts(posts: Sequence[PostReport]) -> Iterator[Chart]:
    """Give the pictures of a workbook's posts, sheet by sheet, all on the same scale."""
    scale = scale_for(posts)
    by_sheet: dict[str, list[PostReport]] = defaultdict(list)
    for post in posts:
        by_sheet[post.sheet].append(post)
    room = DRAWN
    for found in by_sheet.values():
        for start in range(0, min(len(found), room), IN_ONE):
            yield _chart(found, start, min(start + IN_ONE, len(found), room), scale)
        room = max(0, room - len(found))


def _chart(posts: Sequence[PostReport], start: int, end: int, scale: Scale) -> Chart:
    drawn = posts[start:end]
    made_up = any(post.illustrative for post in drawn)
    top = _HEAD + (_STAMP if made_up else 0)
    tops = {post.band_9_top for post in drawn if post.band_9_top is not None}
    rows = tuple(_row(post, top + _ROW * place, scale) for place, post in enumerate(drawn))
    return Chart(
        sheet=posts[0].sheet,
        first=start + 1,
        last=end,
        total=len(posts),
        rows=rows,
        ticks=tuple((_place(scale.at(each)), thousands(each)) for each in scale.steps()),
        band_9=pounds(tops.pop()) if len(tops) == 1 else "",
        published=any(row.range and not row.illustrative for row in rows),
        illustrative=made_up,
    )


def _row(post: PostReport, y: int, scale: Scale) -> Row:
    off = scale.off(post.salary)
    name = " ".join(part for part in (post.key, post.post) if part)
    return Row(
        y=y,
        label=shortened(name, _LABEL),
        short=shortened(name, _SHORT),
        salary=pounds(post.salary),
        at=_place(scale.at(post.salary)),
        off=off,
        range=_bar(post.minimum, post.operational_maximum, scale),
        zone=_bar(post.operational_maximum, post.exception_zone_maximum, scale),
        band_9=None if post.band_9_top is None else _place(scale.at(post.band_9_top)),
        illustrative=post.illustrative,
        words=f"{_range_in_words(post)}{'; pay is off the chart' if off else ''}",
    )


def _range_in_words(post: PostReport) -> str:
    low, high, zone = post.minimum, post.operational_maximum, post.exception_zone_maximum
    if low is None or high is None:
        return "no range for this post"
    band = f"band {shortened(post.band, _BAND)}, " if post.band else ""
    made_up = "made-up range" if post.illustrative else "range"
    above = f", zone to {thousands(zone)}" if zone is not None else ""
    return f"{band}{made_up} {thousands(low)} to {thousands(high)}{above}"


def _bar(low: Decimal | None, high: Decimal | None, scale: Scale) -> Bar | None:
    if low is None or high is None or low > high:
        return None
    left, right = scale.at(low), scale.at(high)
    return Bar(_place(left), _place(right - left))


def _place(per_cent: float) -> str:
    return f"{per_cent:.2f}%"
