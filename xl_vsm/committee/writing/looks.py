"""How papers look, in Word, in a workbook and in a picture."""

from __future__ import annotations

from typing import Final

BLUE: Final = "005EB8"
DARK: Final = "003087"
INK: Final = "212B32"
GREY: Final = "4C6272"
PALE: Final = "E8EDEE"
CREAM: Final = "FFF9DB"
AMBER: Final = "FFE8B3"
LINE: Final = "AEB7BD"
"""The NHS's own blues and greys. Every text on its ground has a contrast of 4.5 to 1 or more."""
FONT: Final = "Arial"
IN_MEMORY: Final = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
"""How a workbook is begun: no words in it act, and on its way to the reader it is on no disk."""
RANGE: Final = "A6C8E8"
ZONE: Final = "FFD79A"
"""A pay range in a picture, and its exception zone."""
SERIES: Final = (BLUE, "AE2573", "007F3B", "ED8B00", GREY)
"""Colours of lines, told apart without colour too: each has a mark of its own."""
