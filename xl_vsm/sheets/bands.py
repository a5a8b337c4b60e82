"""Where a sheet's tables begin: the rows of headings, one deep or two, and what they mean."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice
from typing import Final

from xl_vsm.sheets.cells import Grid
from xl_vsm.sheets.columns import BY_HEADING, BY_PART, Column
from xl_vsm.sheets.fields import ESSENTIAL, Field, catalogue
from xl_vsm.sheets.headers import Heading, dated, heading, unqualified
from xl_vsm.sheets.meanings import is_pay, settled
from xl_vsm.sheets.views import spoken
from xl_vsm.sheets.years import pay_years

FEWEST: Final = 3
UNITS: Final = frozenset({"wte", "fte", "date", "y n", "yes no", "no", "number", "text", "unit"})
"""What a row of units says besides "£000" and "%"."""
FURTHEST: Final = 100  # rows; what only resembles headings is not looked for below them
NEAR: Final = 4  # rows, for a blank one, one of units or a section's heading may come first
LOOKUP_FIELDS: Final = frozenset(
    {
        "band", "afc_band", "afc_point", "position", "salary", "pensionable_pay", "turnover",
        "weighted_population", "pension_tier", "pension_rate", "pension_contribution",
    }
)  # fmt: skip
"""Fields that tables of tiers and pay points have too; a table of nothing else has no posts."""
POST_AND_PAY: Final = frozenset({"post", "salary"})
"""Two columns that are enough for a table, as in annual reports."""
PAY_POINTS: Final = frozenset({"salary", "pensionable_pay", "pension_contribution"})
BANDS: Final = frozenset({"band", "afc_band", "afc_point"})


@dataclass(frozen=True)
class Band:
    """A row of headings, with the row of group headings above it if there is one."""

    row: int
    columns: tuple[Column, ...]
    top: int
    units_row: int | None = None
    scales: dict[int, int] = field(default_factory=dict)

    @cached_property
    def claims(self) -> dict[str, list[Column]]:
        """The columns that claim each field; more than one is a fault."""
        found: dict[str, list[Column]] = {}
        for column in self.columns:
            if column.field:
                found.setdefault(column.field.name, []).append(column)
        return found

    @cached_property
    def fields(self) -> dict[str, int]:
        """The one column of each field that only one claims."""
        return {name: cols[0].number for name, cols in self.claims.items() if len(cols) == 1}

    @property
    def heads_posts(self) -> bool:
        """Whether posts and their pay can stand under these headings."""
        return (
            (len(self.claims) >= FEWEST or POST_AND_PAY.issubset(self.claims))
            and any(name in self.claims for name in ESSENTIAL)
            and not self.heads_rates
        )

    @property
    def heads_rates(self) -> bool:
        """Whether these are the headings of a table of rates, such as tiers or pay points.

        What somebody at a pay point pays into the pension is no longer a table of rates.
        """
        lists_pay = PAY_POINTS.issubset(self.claims) and not BANDS.isdisjoint(self.claims)
        return LOOKUP_FIELDS.issuperset(self.claims) and not lists_pay

    @property
    def first_row(self) -> int:
        """The first row that can hold a post."""
        return (self.units_row or self.row) + 1


def find_bands(grid: Grid) -> tuple[Band, ...]:
    """Return the headings of each pay table on a sheet, from the top; repeated headings too."""
    found: list[Band] = []
    meant: dict[tuple[Column, ...], tuple[Column, ...]] = {}
    for row in grid.rows():
        # Most rows are posts; this spares them the closer look.
        if not has_heading_words(grid, row):
            continue
        band = _below(found, headings_at(grid, row), grid)
        # Headings repeated further down mean what they meant above.
        if band.columns not in meant:
            meant[band.columns] = _settled(grid, band).columns
        band = replace(band, columns=meant[band.columns])
        if not band.heads_posts:
            continue
        if len(band.claims) < FEWEST and (_repeats(band, found) or not _pays(grid, band)):
            continue
        if found and band.top <= found[-1].row:
            # The row below headings can be the better reading of the same band, or their units.
            better = len(band.claims) > len(found[-1].claims)
            found[-1] = band if better else replace(found[-1], units_row=row)
            continue
        found.append(band)
    return tuple(with_units(grid, band) for band in found)


def _below(found: list[Band], band: Band, grid: Grid) -> Band:
    """Return headings as they stand alone, where those above are one row: a post stands there."""
    if not found or found[-1].top < found[-1].row or band.top == band.row:
        return band
    alone = band_at(grid, band.row, grouped=False)
    repeated = {(each.number, each.own) for each in found[-1].columns}
    return alone if repeated == {(each.number, each.own) for each in alone.columns} else band


def _repeats(band: Band, found: list[Band]) -> bool:
    """Say whether headings are some of those above, as after a page break."""
    return bool(found) and band.fields.items() <= found[-1].fields.items()


def _pays(grid: Grid, band: Band) -> bool:
    """Say whether the first row under a post and a salary holds a title and an amount."""
    if not POST_AND_PAY.issubset(band.claims):
        return False
    rows = range(band.row + 1, band.row + 1 + NEAR)
    post, salary = (band.claims[name][0].number for name in sorted(POST_AND_PAY))
    return any(grid.at(row, post).text and is_pay(grid.at(row, salary)) for row in rows)


def nearest(grid: Grid) -> Band | None:
    """Return the row that comes nearest to the headings of a pay table."""
    bands = (headings_at(grid, row) for row in islice(grid.rows(), FURTHEST))
    best = max((b for b in bands if b.claims), key=lambda b: len(b.claims), default=None)
    return _settled(grid, best) if best else None


def has_heading_words(grid: Grid, row: int, fewest: int = 2) -> bool:
    """Say whether a row holds some words that columns are headed with."""
    count = 0
    for column, cell in grid.row(row).items():
        text = cell.text or (_own_text(grid, row, column) if grid.merges else "")
        count += bool(text) and catalogue().heads_columns(heading(text))
        if count >= fewest:
            return True
    return False


def band_at(grid: Grid, row: int, *, grouped: bool) -> Band:
    """Read a row as headings, with or without the row above as group headings."""
    groups = _group_texts(grid, row - 1) if grouped else {}
    columns: list[Column] = []
    for number in sorted({*grid.row(row), *(m.left for m in grid.merges_on(row)), *groups}):
        own = _own_text(grid, row, number)
        above, merged = groups.get(number, ("", False))
        if not own and not merged and grid.at(row - 1, number).text == above:
            # Headings that stand in the upper row alone, with nothing below them.
            own, above = above, ""
        if not own:
            continue
        merge = grid.merge_at(row, number)
        if merge and merge.top < row:
            above = ""
        said, over = heading(own), heading(above)
        scale = said.scale
        meant, by = _meaning(grid, row, number, said, over, merged=merged)
        if scale == 1 and meant and meant.kind == "money":
            scale = over.scale
        columns.append(Column(number, own, meant, scale, above, by))
    return Band(row=row, columns=tuple(columns), top=row - 1 if grouped else row)


def _meaning(
    grid: Grid, row: int, number: int, own: Heading, over: Heading, *, merged: bool
) -> tuple[Field | None, str]:
    """Return the field that a column means, and what told it."""
    if found := catalogue().column(own, over, merged=merged):
        return found, BY_HEADING
    for name, area in grid.named:
        own_column = area.left == number == area.right and max(row, area.top) < area.bottom
        if own_column and (found := catalogue().column(heading(spoken(name)), Heading())):
            return found, f"the workbook's own name for it, {name}"
    if found := catalogue().column(unqualified(own), over):
        return found, BY_PART
    return None, BY_HEADING


def headings_at(grid: Grid, row: int) -> Band:
    """Read a row as headings, with the row above if that makes more sense of them."""
    single = band_at(grid, row, grouped=False)
    if not any(cell.text for cell in grid.row(row - 1).values()) or _under_title(grid, single):
        return single
    double = band_at(grid, row, grouped=True)
    more = len(double.claims) - len(single.claims)
    # Without saying more, a group's heading may still say the unit: "Base pay (£000)".
    above = [cell.text for cell in grid.row(row - 1).values() if cell.text]
    known = any(catalogue().is_group(heading(text)) for text in above)
    # Years side by side tell columns apart that are otherwise headed alike.
    known = known or sum(bool(pay_years(text)) for text in above) > 1
    return double if more > 0 or (more == 0 and known) else single


def _settled(grid: Grid, band: Band) -> Band:
    # Values are looked at only under what can head a pay table; most rows cannot.
    if all(name not in band.claims for name in (*ESSENTIAL, "post")):
        return band
    return replace(band, columns=settled(grid, band.row, band.columns))


def _under_title(grid: Grid, band: Band) -> bool:
    """Say whether all that could be a group's heading is the table's own title and day.

    "Pay as at 30/09/2025" is "pay" without its day, and would else stand over every column.
    """
    above = [cell for cell in grid.row(band.row - 1).values() if cell.text]
    groups = [cell for cell in above if catalogue().is_group(heading(cell.text))]
    if len(groups) != 1 or not band.columns or not dated(groups[0].text):
        return False
    merge = grid.merge_at(groups[0].row, groups[0].column)
    first, last = band.columns[0].number, band.columns[-1].number
    return groups[0].column <= first and (merge is None or merge.right >= last)


def _own_text(grid: Grid, row: int, column: int) -> str:
    """Return a heading's text; a merged heading belongs to its first column alone."""
    merge = grid.merge_at(row, column)
    if merge is None:
        return grid.at(row, column).text
    return grid.at(merge.top, merge.left).text if column == merge.left else ""


def _group_texts(grid: Grid, row: int) -> dict[int, tuple[str, bool]]:
    """Return the group heading over each column, and whether it is merged over it."""
    texts: dict[int, tuple[str, bool]] = {}
    spreading = ""
    last = max(max(grid.row(row), default=0), max(grid.row(row + 1), default=0))
    for column in range(1, last + 1):
        merge = grid.merge_at(row, column)
        if merge:
            spreading = ""
            wide = merge.right > merge.left
            if text := grid.at(merge.top, merge.left).text:
                texts[column] = (text, wide)
        elif text := grid.at(row, column).text:
            # "Centre across selection" looks merged and is not: blanks follow the words.
            spreading = text if catalogue().is_group(heading(text)) else ""
            texts[column] = (text, False)
        elif spreading and grid.at(row, column).empty:
            texts[column] = (spreading, False)
    return texts


def _is_unit(said: Heading) -> bool:
    return said.unit_only or any(text in UNITS for text in said.candidates)


def with_units(grid: Grid, band: Band) -> Band:
    """Take in a row under the headings that says only units, such as "£000" and "%"."""
    cells = [cell for cell in grid.row(band.row + 1).values() if not cell.empty]
    units = [heading(cell.text) for cell in cells]
    if not any(said.unit_only for said in units) or not all(map(_is_unit, units)):
        return band
    scales = {cell.column: heading(cell.text).scale for cell in cells}
    return Band(band.row, band.columns, band.top, band.row + 1, scales)
