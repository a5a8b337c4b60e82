"""In which order a sheet has its elements."""

from __future__ import annotations

from typing import Final

from xl_vsm.reports.annotated.outline import Element
from xl_vsm.reports.annotated.workbook_part import MAIN

ORDER: Final = (
    "sheetData",
    "sheetCalcPr",
    "sheetProtection",
    "protectedRanges",
    "scenarios",
    "autoFilter",
    "sortState",
    "dataConsolidate",
    "customSheetViews",
    "mergeCells",
    "phoneticPr",
    "conditionalFormatting",
    "dataValidations",
    "hyperlinks",
    "printOptions",
    "pageMargins",
    "pageSetup",
    "headerFooter",
    "rowBreaks",
    "colBreaks",
    "customProperties",
    "cellWatches",
    "ignoredErrors",
    "smartTags",
    "drawing",
    "legacyDrawing",
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "webPublishItems",
    "tableParts",
    "extLst",
)
"""The elements of a sheet from its cells on (ECMA-376 part 1, CT_Worksheet)."""


def rank(element: Element) -> int:
    """Return an element's place in the order; one that is not in it comes last."""
    if element.name == "AlternateContent":
        return ORDER.index("controls")  # what Excel wraps in it
    known = element.namespace == MAIN and element.name in ORDER
    return ORDER.index(element.name) if known else len(ORDER)
