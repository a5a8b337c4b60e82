"""Charts of a live workbook as Excel's own, which follow its cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from xl_vsm.committee.writing.live.charts import Chart, Series, Style
from xl_vsm.committee.writing.looks import BLUE, DARK, FONT, GREY, LINE, RANGE, SERIES, ZONE
from xl_vsm.reports.sheet_words import fitted

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_STACKED: Final[tuple[Style, ...]] = ("hidden", "range", "zone")
_FILLS: Final[dict[Style, str]] = {"range": RANGE, "zone": ZONE}
_MARKERS: Final = ("circle", "square", "diamond", "triangle", "x")
_SIZE: Final = {"width": 1000, "height": 440}
TALL: Final = 24
"""Rows that a chart stands over."""


def draw(book: Workbook, sheet: Worksheet, chart: Chart) -> None:
    """Draw a chart on its sheet.

    Args:
        book: the workbook, which makes charts.
        sheet: where it stands.
        chart: what it shows.
    """
    stacked = [each for each in chart.series if each.style in _STACKED]
    lines = [each for each in chart.series if each.style not in _STACKED]
    made = _columns(book, chart, stacked) if stacked else None
    if lines:
        over = _lines(book, chart, lines)
        if made is None:
            made = over
        else:
            made.combine(over)
    assert made is not None, "a chart has a series"
    name = {"name": FONT, "size": 12, "color": f"#{DARK}"}
    made.set_title({"name": fitted(chart.title), "name_font": name, "overlay": False})
    made.set_x_axis({"num_font": {"name": FONT, "size": 9}})
    least = {} if chart.least is None else {"min": chart.least}
    grid = {"visible": True, "line": {"color": f"#{LINE}", "width": 0.5}}
    pounds = {"num_format": "£#,##0", "num_font": {"name": FONT, "size": 9}}
    made.set_y_axis(pounds | {"major_gridlines": grid} | least)
    hidden = [place for place, each in enumerate(stacked) if each.style == "hidden"]
    made.set_legend({"position": "bottom", "delete_series": hidden})
    made.set_size(_SIZE)
    described = {"description": fitted(chart.says), "object_position": 1}
    sheet.insert_chart(chart.row - 1, 0, made, described)


def _columns(book: Workbook, chart: Chart, series: list[Series]) -> Any:
    made: Any = book.add_chart({"type": "column", "subtype": "stacked"})
    for each in series:
        fill = {"none": True} if each.style == "hidden" else {"color": f"#{_FILLS[each.style]}"}
        edge = {"none": True} if each.style == "hidden" else {"color": f"#{GREY}", "width": 0.5}
        made.add_series(_of(chart, each) | {"fill": fill, "border": edge, "gap": 60})
    return made


def _lines(book: Workbook, chart: Chart, series: list[Series]) -> Any:
    made: Any = book.add_chart({"type": "line"})
    for place, each in enumerate(series):
        colour = f"#{BLUE if each.style == 'salary' else SERIES[place % len(SERIES)]}"
        line: dict[str, Any] = {"color": colour, "width": 2.25}
        marker: dict[str, Any] = {
            "type": _MARKERS[place % len(_MARKERS)],
            "size": 8,
            "fill": {"color": colour},
            "border": {"color": colour},
        }
        if each.style == "salary":
            line, marker["type"] = {"none": True}, "diamond"
        if each.style in ("dashed", "level"):
            dash = "dash" if place % 2 else "square_dot"
            line, marker = line | {"dash_type": dash}, {"type": "none"}
        made.add_series(_of(chart, each) | {"line": line, "marker": marker})
    return made


def _of(chart: Chart, series: Series) -> dict[str, Any]:
    return {
        "name": fitted(series.name),
        "categories": f"={chart.categories}",
        "values": f"={series.values}",
    }
