"""The report as JSON, as `docs/reference` describes it."""

from __future__ import annotations

import json

from xl_vsm.findings import Report


def as_json(report: Report) -> str:
    """Write the report as JSON text, indented, ending in a line break."""
    return report.model_dump_json(by_alias=True, indent=2) + "\n"


def in_ascii(text: str) -> str:
    """Write the same JSON with escapes for every sign that a terminal may not have."""
    return json.dumps(json.loads(text), indent=2) + "\n"
