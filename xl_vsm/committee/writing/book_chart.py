"""The pictures of papers as a spreadsheet's own charts, with the figures that they are of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from xl_vsm.committee.paper import Picture
from xl_vsm.committee.writing.looks import BLUE, FONT, SERIES
from xl_vsm.reports.sheet_words import fitted

if TYPE_CHECKING:
    from xl_vsm.committee.writing.book import Page

HIGH: Final = 17
"""Rows that a chart stands over."""
MARKERS: Final = ("circle", "square", "diamond", "triangle", "x")


def add(page: Page, picture: Picture) -> None:
    """Write the figures of a picture, and the chart below them."""
    marks = f" ({', '.join(picture.marks)} figures)" if picture.marks else ""
    title = f"{picture.title}{marks}"
    page.line(title, "banner" if marks else "strong")
    page.line(picture.says, "words")
    chart = _bars(page, picture) if picture.bars else _lines(page, picture)
    chart.set_title({"name": fitted(title), "name_font": {"name": FONT, "size": 12}})
    chart.set_size({"width": 900, "height": HIGH * 20})
    page.row += 1
    page.sheet.insert_chart(
        page.row, 0, chart, {"description": fitted(picture.says), "object_position": 1}
    )
    page.row += HIGH + 1


def _bars(page: Page, picture: Picture) -> Any:
    first = page.row
    for bar in picture.bars:
        page.sheet.write_string(page.row, 0, fitted(bar.label), page.looks["label"])
        page.sheet.write_number(page.row, 1, float(bar.amount), page.looks["money"])
        page.row += 1
    chart: Any = page.book.add_chart({"type": "bar"})
    name = page.sheet.get_name()
    chart.add_series(
        {
            "name": "Pounds a year",
            "categories": [name, first, 0, page.row - 1, 0],
            "values": [name, first, 1, page.row - 1, 1],
            "fill": {"color": f"#{BLUE}"},
            "data_labels": {"value": True, "num_format": "£#,##0"},
            "gap": 60,
        }
    )
    chart.set_y_axis({"reverse": True, "num_font": {"name": FONT, "size": 9}})
    chart.set_x_axis({"num_format": "£#,##0", "min": 0, "major_gridlines": {"visible": True}})
    chart.set_legend({"none": True})
    return chart


def _lines(page: Page, picture: Picture) -> Any:
    first = page.row
    page.sheet.write_string(first, 0, "Year", page.looks["header"])
    for column, line in enumerate(picture.lines, 1):
        page.sheet.write_string(first, column, fitted(line.name), page.looks["header"])
    for row, year in enumerate(picture.years, first + 1):
        page.sheet.write_string(row, 0, year, page.looks["label"])
        for column, line in enumerate(picture.lines, 1):
            amount = line.amounts[row - first - 1]
            if amount is not None:
                page.sheet.write_number(row, column, float(amount), page.looks["money"])
    last = first + len(picture.years)
    chart: Any = page.book.add_chart({"type": "line"})
    name = page.sheet.get_name()
    for place, column in enumerate(range(1, len(picture.lines) + 1)):
        colour = f"#{SERIES[place % len(SERIES)]}"
        chart.add_series(
            {
                "name": [name, first, column],
                "categories": [name, first + 1, 0, last, 0],
                "values": [name, first + 1, column, last, column],
                "line": {"color": colour, "width": 2.25},
                "marker": {
                    "type": MARKERS[place % len(MARKERS)],
                    "size": 8,
                    "fill": {"color": colour},
                },
            }
        )
    chart.set_y_axis({"num_format": "£#,##0"})
    chart.set_legend({"position": "bottom"})
    page.row = last + 1
    return chart
