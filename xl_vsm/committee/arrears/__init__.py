"""What is owed when an award or a table of tiers is backdated, by post and month."""

from xl_vsm.committee.arrears.model import ArrearsLine, ArrearsResult
from xl_vsm.committee.arrears.papers import as_paper
from xl_vsm.committee.arrears.work import arrears_paper
from xl_vsm.committee.arrears.workbook import write_workbook

__all__ = ["ArrearsLine", "ArrearsResult", "arrears_paper", "as_paper", "write_workbook"]
