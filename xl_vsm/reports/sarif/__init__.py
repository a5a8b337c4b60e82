"""The report as SARIF 2.1.0, for code hosts and whatever else reads the findings of linters."""

from xl_vsm.reports.sarif.log import write

__all__ = ["write"]
