"""One sheet being written: cells by their addresses, formulas that spill, lists and messages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from xl_vsm.template.places import cell
from xl_vsm.template.styles import Formats

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

LONGEST_TITLE = 32
"""The longest title of a message that Excel takes."""


@dataclass(frozen=True)
class Page:
    """A worksheet and the formats of its workbook."""

    sheet: Worksheet
    formats: Formats

    def text(self, address: str, words: str, style: str = "VSM text") -> None:
        """Write a text."""
        self.sheet.write_string(*cell(address), words, self.formats.get(style))

    def across(self, area: str, words: str, style: str = "VSM text") -> None:
        """Write a text over several cells, merged."""
        self.sheet.merge_range(area, words, self.formats.get(style))

    def formula(
        self,
        address: str,
        formula: str,
        value: str | float,
        style: str = "Calculation",
        kind: str = "text",
        *,
        wrap: bool = True,
    ) -> None:
        """Write an ordinary formula, with the value to show until it is calculated."""
        form = self.formats.get(style, kind, wrap=wrap and kind == "text")
        self.sheet.write_formula(*cell(address), formula, form, value)

    def spill(self, area: str, formula: str, kind: str = "text", value: str = "") -> None:
        """Write one formula that answers for a whole area, all of it showing nothing as yet."""
        first, _, last = area.partition(":")
        top, left = cell(first)
        bottom, right = cell(last or first)
        form = self.formats.get("Calculation", kind, wrap=kind == "text")
        self.sheet.write_dynamic_array_formula(top, left, bottom, right, formula, form, value)
        # XlsxWriter stores 0 in the other cells, which is no answer.
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                if (row, column) != (top, left):
                    self.sheet.write_blank(row, column, None, form)

    def accept(self, area: str, rule: dict[str, Any], title: str, advice: str) -> None:
        """Say what may be filled in, before and after somebody tries."""
        title = title[:LONGEST_TITLE]
        options = {
            "ignore_blank": True,
            "input_title": title,
            "input_message": advice,
            "error_title": title,
            "error_message": f"Not possible here. {advice}",
            **rule,
        }
        self.sheet.data_validation(area, options)

    def mark(self, area: str, mark: str, formula: str) -> None:
        """Colour the cells of an area for which a formula holds."""
        rule = {"type": "formula", "criteria": formula, "format": self.formats.mark(mark)}
        self.sheet.conditional_format(area, rule)

    def mark_answers(self, area: str) -> None:
        """Colour answers that are none, or that cannot be relied on."""
        bad, doubt = self.formats.mark("bad"), self.formats.mark("doubt")
        self.sheet.conditional_format(area, {"type": "errors", "format": bad})
        for criteria, words, form in (
            ("begins with", "#", bad),
            ("containing", "(illustrative)", doubt),
            ("containing", "pending", doubt),
            ("containing", "committee decision", doubt),
        ):
            rule = {"type": "text", "criteria": criteria, "value": words, "format": form}
            self.sheet.conditional_format(area, rule)
