"""The report as JSON, as `docs/reference` describes it."""

from __future__ import annotations

from xl_vsm.findings import Report


def as_json(report: Report) -> str:
    """Write the report as JSON text, indented, ending in a line break."""
    return report.model_dump_json(by_alias=True, indent=2) + "\n"
