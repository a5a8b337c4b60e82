"""What an award costs: by post and in total, in the year and over a full one, in scenarios."""

from xl_vsm.committee.costing.asked import Multipliers, Scenario
from xl_vsm.committee.costing.model import Costing, Group
from xl_vsm.committee.costing.papers import as_paper
from xl_vsm.committee.costing.work import costing
from xl_vsm.committee.costing.workbook import write_workbook

__all__ = [
    "Costing",
    "Group",
    "Multipliers",
    "Scenario",
    "as_paper",
    "costing",
    "write_workbook",
]
