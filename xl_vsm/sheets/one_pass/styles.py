"""How the cells of a workbook show their numbers, by the number of their style."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from xl_vsm.sheets.one_pass.moments import shows_moment, shows_span
from xl_vsm.sheets.one_pass.package import MAIN, STYLES, Package, Unusual

GENERAL: Final = "General"
OWN: Final = 164
"""From here on a format's number means what the workbook says it does (ECMA-376, 18.8.30)."""
KNOWN: Final = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00",
    5: '"$"#,##0_);("$"#,##0)', 6: '"$"#,##0_);[Red]("$"#,##0)',
    7: '"$"#,##0.00_);("$"#,##0.00)', 8: '"$"#,##0.00_);[Red]("$"#,##0.00)',
    12: "# ?/?", 13: "# ??/??", 14: "mm-dd-yy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy",
    18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "m/d/yy h:mm",
    37: "#,##0_);(#,##0)", 38: "#,##0_);[Red](#,##0)", 39: "#,##0.00_);(#,##0.00)",
    40: "#,##0.00_);[Red](#,##0.00)", 41: r'_(* #,##0_);_(* \(#,##0\);_(* "-"_);_(@_)',
    42: r'_("$"* #,##0_);_("$"* \(#,##0\);_("$"* "-"_);_(@_)',
    43: r'_(* #,##0.00_);_(* \(#,##0.00\);_(* "-"??_);_(@_)',
    44: r'_("$"* #,##0.00_)_("$"* \(#,##0.00\)_("$"* "-"??_)_(@_)',
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mmss.0", 48: "##0.0E+0", 49: "@",
}  # fmt: skip
"""What the numbers below stand for in every workbook."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a cell shows a number.

    Attributes:
        number_format: such as "0.0%".
        moment: whether the number is shown as a date or time.
        span: whether it is shown as how long something took.
    """

    number_format: str = GENERAL
    moment: bool = False
    span: bool = False

    @classmethod
    def of(cls, number_format: str) -> Style:
        """Return what a number format shows."""
        return cls(number_format, shows_moment(number_format), shows_span(number_format))


def styles(package: Package) -> tuple[Style, ...]:
    """Return the style of each number that a cell may name."""
    if not package.has(STYLES):
        return (Style(),)
    tree = package.tree(STYLES)
    own = {
        int(each.get("numFmtId", "")): each.get("formatCode", "")
        for each in tree.iterfind(f"{MAIN}numFmts/{MAIN}numFmt")
    }
    cells = tree.findall(f"{MAIN}cellXfs/{MAIN}xf")
    return tuple(_style(int(each.get("numFmtId", 0)), own) for each in cells) or (Style(),)


def _style(number: int, own: dict[int, str]) -> Style:
    if number in own:
        return Style.of(own[number] or GENERAL)
    if number >= OWN:
        raise Unusual(f"no number format {number}")
    return Style.of(KNOWN.get(number, GENERAL))
