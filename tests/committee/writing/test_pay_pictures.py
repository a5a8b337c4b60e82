"""Salaries drawn in their ranges: in a picture for Word, and as a spreadsheet's own chart."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO

import pytest
from matplotlib.figure import Figure
from openpyxl import load_workbook

from xl_vsm.committee.checked import Checked
from xl_vsm.committee.paper import Level, Notes, Paper, PayBeside, Picture, Section
from xl_vsm.committee.paper.paper import paper
from xl_vsm.committee.writing import book, chart

D = Decimal
PAY = (
    PayBeside("Director of Estates", D(125_000), D(120_000), D(140_000), D(150_000)),
    PayBeside("Director of $trategy$", D(144_000), D(120_000), D(140_000), D(140_000)),
    PayBeside("Director of Estates", D(139_400)),
)
PICTURE = Picture(
    "Salaries",
    "what they show",
    pay=PAY,
    levels=(Level("Limit", D(170_000)), Level("Top of band 9", D(125_637))),
    marks=("illustrative",),
)


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> Figure:
    """What is drawn, caught as it is saved."""
    kept: list[Figure] = []
    save = Figure.savefig

    def keeping(self: Figure, *args: object, **more: object) -> None:
        kept.append(self)
        save(self, *args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(Figure, "savefig", keeping)
    assert chart.png(PICTURE).startswith(b"\x89PNG")
    return kept[0]


def test_each_post_has_its_place_and_its_range(drawn: Figure) -> None:
    (axes,) = drawn.axes
    ticks = [text.get_text() for text in axes.get_yticklabels()]
    assert ticks == [each.label for each in PAY]  # two of one name are two
    ranges, zones = axes.containers
    assert [(bar.get_x(), bar.get_width()) for bar in ranges] == [(120_000, 20_000)] * 2
    assert [bar.get_width() for bar in zones] == [10_000, 0]  # the second has no exception zone
    marks, *across = axes.lines
    assert list(marks.get_xdata()) == [125_000, 144_000, 139_400]
    assert [line.get_xdata()[0] for line in across] == [170_000, 125_637]


def test_the_legend_says_what_each_line_is_and_the_picture_what_is_made_up(drawn: Figure) -> None:
    (legend,) = drawn.legends
    assert {text.get_text() for text in legend.get_texts()} == {
        "Full-time salary",
        "Minimum to operational maximum",
        "Exception zone",
        "Limit: £170,000",
        "Top of band 9: £125,637",
    }
    assert drawn.get_suptitle() == "Illustrative figures"


def test_a_workbook_draws_the_same_as_its_own_chart(trust: Checked) -> None:
    of = paper("Pay", "pay", trust, trust.p, (Section("Pay", (PICTURE,)),), Notes(trust.p))
    out = BytesIO()
    book.write([of], out)
    sheet = load_workbook(BytesIO(out.getvalue()))["Pay"]
    rows = [row for row in sheet.iter_rows(values_only=True) if row[0] in {p.label for p in PAY}]
    assert [row[1:7] for row in rows] == [
        (120_000, 20_000, 10_000, 125_000, 170_000, 125_637),
        (120_000, 20_000, 0, 144_000, 170_000, 125_637),
        (None, None, None, 139_400, 170_000, 125_637),
    ]
    (native,) = sheet._charts
    names = [each.tx.v or each.tx.strRef.f for part in native._charts for each in part.series]
    assert names[-2:] == ["Limit", "Top of band 9"]
    assert _title(of) in str(native.title.tx.rich.p[0].r[0].t)


def _title(of: Paper) -> str:
    (picture,) = of.sections[0].blocks
    assert isinstance(picture, Picture)
    return f"{picture.title} (illustrative figures)"
