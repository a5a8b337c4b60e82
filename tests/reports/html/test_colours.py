"""Each colour can be told from what it stands on, by light and by dark."""

from __future__ import annotations

import re

import pytest

from tests.conftest import ROOT

ASSETS = ROOT / "xl_vsm" / "reports" / "html" / "assets"
LIGHT, DARK = (
    dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{6});", part))
    for part in (ASSETS / "colours.css").read_text(encoding="utf-8").split("@media")
)
TEXT = {
    "paper": ("ink", "soft", "link", "good"),
    "panel": ("ink", "link"),
    "head": ("head-ink", "head-soft"),
    "error": ("error-ink",),
    "warning": ("warning-ink",),
    "note": ("note-ink",),
    "banner": ("banner-ink",),
    "stop": ("stop-ink",),
    "focus": ("focus-ink",),
}
"""What is written on each ground."""
LINES = {
    "paper": (
        *("edge", "error", "warning", "note", "range-edge", "made-up-edge", "hatch"),
        *("salary", "band9", "banner-edge"),
    ),
    "range": ("salary", "band9"),
    "made-up": ("salary", "band9", "made-up-edge"),
    "panel": ("edge", "error", "warning", "note"),
}
"""What is told apart by its colour alone, if only by its edge."""


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of WCAG 2."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_the_measure() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("colours", [LIGHT, LIGHT | DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("pairs", "least"), [(TEXT, 4.5), (LINES, 3)], ids=["text", "lines"])
def test_contrast(colours: dict[str, str], pairs: dict[str, tuple[str, ...]], least: float) -> None:
    low = {
        (ground, over): round(contrast(colours[ground], colours[over]), 2)
        for ground, overs in pairs.items()
        for over in overs
        if contrast(colours[ground], colours[over]) < least
    }
    assert low == {}


def test_every_colour_is_one_of_these() -> None:
    for path in ASSETS.glob("*.css"):
        text = path.read_text(encoding="utf-8")
        assert set(re.findall(r"var\(--([a-z0-9-]+)\)", text)) <= set(LIGHT)
        if path.stem != "colours":
            assert not re.search(r"#[0-9a-f]{3,8}\b", text)
    assert set(DARK) <= set(LIGHT)
