"""The pictures of papers as a spreadsheet's own charts, with the figures that they are of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from xl_vsm.committee.paper import Picture
from xl_vsm.committee.writing.live.charts import Chart, Series, Style
from xl_vsm.committee.writing.live.drawing import TALL, draw
from xl_vsm.committee.writing.looks import BLUE, FONT, SERIES
from xl_vsm.reports.sheet_words import fitted

if TYPE_CHECKING:
    from xl_vsm.committee.writing.sheet import Page

HIGH: Final = 17
"""Rows that a chart stands over."""
MARKERS: Final = ("circle", "square", "diamond", "triangle", "x")


def add(page: Page, picture: Picture) -> None:
    """Write the figures of a picture, and the chart below them."""
    marks = f" ({', '.join(picture.marks)} figures)" if picture.marks else ""
    title = f"{picture.title}{marks}"
    page.line(title, "banner" if marks else "strong")
    page.line(picture.says, "words")
    if picture.pay:
        _pay(page, picture, title)
        return
    chart = _bars(page, picture) if picture.bars else _lines(page, picture)
    chart.set_title({"name": fitted(title), "name_font": {"name": FONT, "size": 12}})
    chart.set_size({"width": 900, "height": HIGH * 20})
    page.row += 1
    page.sheet.insert_chart(
        page.row, 0, chart, {"description": fitted(picture.says), "object_position": 1}
    )
    page.row += HIGH + 1


def _pay(page: Page, picture: Picture, title: str) -> None:
    """Write salaries and ranges, and the chart of them that live workbooks have too."""
    heads = ("Post", "Minimum", "Minimum to operational maximum", "Exception zone", "Salary")
    for column, head in enumerate((*heads, *(fitted(each.name) for each in picture.levels))):
        page.sheet.write_string(page.row, column, head, page.looks["header"])
    page.sheet.set_row(page.row, 45)
    first, look = page.row + 1, page.looks["money"]
    for row, each in enumerate(picture.pay, first):
        page.sheet.write_string(row, 0, fitted(each.label), page.looks["label"])
        if each.minimum is not None and each.maximum is not None and each.zone is not None:
            ends = (each.minimum, each.maximum - each.minimum, each.zone - each.maximum)
            for column, amount in enumerate(ends, 1):
                page.sheet.write_number(row, column, float(amount), look)
        for column, amount in enumerate((each.salary, *(e.amount for e in picture.levels)), 4):
            page.sheet.write_number(row, column, float(amount), look)
    page.row = first + len(picture.pay) + 1

    def column_of(place: int) -> str:
        at, name = chr(ord("A") + place), page.sheet.get_name().replace("'", "''")
        return f"'{name}'!${at}${first + 1}:${at}${first + len(picture.pay)}"

    styles: tuple[Style, ...] = ("hidden", "range", "zone", "salary")
    series = [
        Series(h, column_of(n), s)
        for n, (h, s) in enumerate(zip(heads[1:], styles, strict=True), 1)
    ]
    series += [
        Series(each.name, column_of(n), "level")
        for n, each in enumerate(picture.levels, len(heads))
    ]
    chart = Chart(title, picture.says, column_of(0), tuple(series), page.row + 1)
    draw(page.book, page.sheet, chart)
    page.row += TALL


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
