"""The annual pay report: every very senior manager post, decisions, compliance and banded pay."""

from xl_vsm.committee.annual.annual_report import annual_report
from xl_vsm.committee.annual.multiples import Workforce

__all__ = ["Workforce", "annual_report"]
