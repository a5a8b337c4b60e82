"""The report as JSON, as `docs/reference` describes it."""

from __future__ import annotations

import json
import re
from typing import Final

from xl_vsm.findings import Report

UNSEEN: Final = re.compile(
    r"[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
"""What a workbook's text may hold that steers a terminal or turns the order of what is shown."""


def as_json(report: Report) -> str:
    """Write the report as JSON text, indented, ending in a line break.

    What cannot be seen is written as its escape, which a reader of JSON takes for the same text.
    """
    text = report.model_dump_json(by_alias=True, indent=2)
    return UNSEEN.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text) + "\n"


def in_ascii(text: str) -> str:
    """Write the same JSON with escapes for every sign that a terminal may not have."""
    return json.dumps(json.loads(text), indent=2) + "\n"
