"""The pictures of papers, drawn for documents that cannot draw them themselves."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from xl_vsm.committee.paper import Picture
from xl_vsm.committee.writing.looks import AMBER, BLUE, DARK, INK, PALE, SERIES
from xl_vsm.reports.plain import inert
from xl_vsm.rules.money import pounds

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MARKERS = "osD^v"
"""A mark of its own for each line, for those who do not tell its colour."""


def png(picture: Picture) -> bytes:
    """Draw a picture.

    Raises:
        ModuleNotFoundError: matplotlib is not installed; it comes with the extra `papers`.
    """
    # The figure itself and no window, no state that other threads share: a server draws too.
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415 - an extra
    from matplotlib.figure import Figure  # noqa: PLC0415

    high = 0.45 * len(picture.bars) + 1.2 if picture.bars else 4.0
    figure = Figure(figsize=(8, high), dpi=150, layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    if picture.bars:
        _bars(axes, picture)
    else:
        _lines(axes, picture)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    _as_it_is(axes)
    if picture.marks:
        figure.supxlabel(
            f"{' and '.join(picture.marks).capitalize()} figures",
            weight="bold",
            backgroundcolor=f"#{AMBER}",
        )
    out = BytesIO()
    figure.savefig(out, format="png", metadata={"Software": None})
    return out.getvalue()


def _as_it_is(axes: Axes) -> None:
    """Take a pound or dollar sign in a post's title for itself, and not for mathematics."""
    legend = axes.get_legend()
    for text in (*axes.get_yticklabels(), *(legend.get_texts() if legend else ())):
        text.set_parse_math(False)


def _bars(axes: Axes, picture: Picture) -> None:
    names = [inert(each.label) for each in picture.bars]
    amounts = [float(each.amount) for each in picture.bars]
    drawn = axes.barh(names, amounts, color=f"#{BLUE}", edgecolor=f"#{DARK}")
    axes.bar_label(
        drawn, [pounds(each.amount) for each in picture.bars], padding=4, color=f"#{INK}"
    )
    axes.invert_yaxis()
    axes.set_xlim(0, max(amounts, default=1) * 1.15)
    axes.xaxis.set_major_formatter(_thousands)
    axes.grid(axis="x", color=f"#{PALE}")
    axes.set_axisbelow(True)


def _lines(axes: Axes, picture: Picture) -> None:
    for place, line in enumerate(picture.lines):
        amounts = [float("nan") if each is None else float(each) for each in line.amounts]
        axes.plot(
            picture.years,
            amounts,
            label=inert(line.name),
            color=f"#{SERIES[place % len(SERIES)]}",
            marker=MARKERS[place % len(MARKERS)],
        )
    axes.yaxis.set_major_formatter(_thousands)
    axes.grid(axis="y", color=f"#{PALE}")
    axes.legend(frameon=False)


def _thousands(value: float, _: Any) -> str:
    return f"£{value / 1000:,.0f}k"
