"""The pictures of papers, drawn for documents that cannot draw them themselves."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from xl_vsm.committee.paper import PayBeside, Picture
from xl_vsm.committee.writing.looks import AMBER, BLUE, DARK, GREY, INK, PALE, RANGE, SERIES, ZONE
from xl_vsm.reports.plain import inert
from xl_vsm.rules.money import pounds

if TYPE_CHECKING:
    from matplotlib.axes import Axes

DASHES = ("--", ":", "-.")
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
    if picture.pay:
        high = 0.34 * len(picture.pay) + 1.9
    figure = Figure(figsize=(8, high), dpi=150, layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    if picture.pay:
        _pay(axes, picture)
    elif picture.bars:
        _bars(axes, picture)
    else:
        _lines(axes, picture)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    _as_it_is(axes)
    if picture.marks:
        figure.suptitle(
            f"{' and '.join(picture.marks).capitalize()} figures",
            size=10,
            weight="bold",
            backgroundcolor=f"#{AMBER}",
        )
    out = BytesIO()
    figure.savefig(out, format="png", metadata={"Software": None})
    return out.getvalue()


def _as_it_is(axes: Axes) -> None:
    """Take a pound or dollar sign in a post's title for itself, and not for mathematics."""
    legends = (axes.get_legend(), *axes.figure.legends)
    texts = [text for legend in legends if legend for text in legend.get_texts()]
    for text in (*axes.get_yticklabels(), *texts):
        text.set_parse_math(False)


def _bars(axes: Axes, picture: Picture) -> None:
    amounts = [float(each.amount) for each in picture.bars]
    places = range(len(amounts))  # by place, as two posts may have one name
    drawn = axes.barh(places, amounts, color=f"#{BLUE}", edgecolor=f"#{DARK}")
    axes.set_yticks(places, [inert(each.label) for each in picture.bars])
    axes.bar_label(
        drawn, [pounds(each.amount) for each in picture.bars], padding=4, color=f"#{INK}"
    )
    axes.invert_yaxis()
    axes.set_xlim(0, max(amounts, default=1) * 1.15)
    axes.xaxis.set_major_formatter(_thousands)
    axes.grid(axis="x", color=f"#{PALE}")
    axes.set_axisbelow(True)


def _pay(axes: Axes, picture: Picture) -> None:
    """Draw each salary as a mark on the bar of its range, and what all are held against."""
    places = range(len(picture.pay))
    known = [(place, each) for place, each in enumerate(picture.pay) if each.minimum is not None]
    _range_bars(axes, known)
    axes.set_yticks(places, [inert(each.label) for each in picture.pay])
    axes.plot(
        [float(each.salary) for each in picture.pay],
        places,
        linestyle="none",
        marker="D",
        color=f"#{DARK}",
        label="Full-time salary",
    )
    for place, level in enumerate(picture.levels):
        axes.axvline(
            float(level.amount),
            label=f"{inert(level.name)}: {pounds(level.amount)}",
            color=f"#{SERIES[(place + 1) % len(SERIES)]}",
            linestyle=DASHES[place % len(DASHES)],
        )
    ends = [each.salary for each in picture.pay] + [each.zone for _, each in known if each.zone]
    lows = [each.salary for each in picture.pay] + [e.minimum for _, e in known if e.minimum]
    amounts = [*ends, *(each.amount for each in picture.levels)]
    lowest = min([*lows, *(each.amount for each in picture.levels)])
    axes.set_ylim(len(places) - 0.5, -0.5)
    axes.set_xlim(float(lowest) * 0.95, float(max(amounts)) * 1.03)
    axes.xaxis.set_major_formatter(_thousands)
    axes.grid(axis="x", color=f"#{PALE}")
    axes.set_axisbelow(True)
    _legend_below(axes)


def _range_bars(axes: Axes, known: Sequence[tuple[int, PayBeside]]) -> None:
    for label, colour, ends in (
        ("Minimum to operational maximum", RANGE, [(e.minimum, e.maximum) for _, e in known]),
        ("Exception zone", ZONE, [(e.maximum, e.zone) for _, e in known]),
    ):
        spans = [(low, high) for low, high in ends if low is not None and high is not None]
        if any(high > low for low, high in spans):
            axes.barh(
                [place for place, _ in known],
                [float(high - low) for low, high in spans],
                left=[float(low) for low, _ in spans],
                height=0.55,
                color=f"#{colour}",
                edgecolor=f"#{GREY}",
                linewidth=0.5,
                label=label,
            )


def _legend_below(axes: Axes) -> None:
    axes.figure.legend(loc="outside lower center", ncols=2, frameon=False, fontsize=8)


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
    _legend_below(axes)


def _thousands(value: float, _: Any) -> str:
    return f"£{value / 1000:,.0f}k"
