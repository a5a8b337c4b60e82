"""A workbook's ordinary formulas worked out afresh by LibreOffice, where that is asked for.

Our own functions need no such program: `xl_vsm.replay` answers them.
"""

from xl_vsm.recalculation.recalculate import recalculate

__all__ = ["recalculate"]
