"""The codes that occurred, as SARIF's rules."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from xl_vsm.findings import SEVERITIES, Finding, Severity, WorkbookReport


class Rules:
    """Each code that occurred, in order, with the place that a result refers to."""

    def __init__(self, workbooks: Iterable[WorkbookReport]) -> None:
        """Go through every finding once, and keep one of each code."""
        first: dict[str, Finding] = {}
        weight: dict[str, Severity] = {}
        for workbook in workbooks:
            for finding in workbook.findings:
                first.setdefault(finding.code, finding)
                known = weight.get(finding.code, finding.severity)
                weight[finding.code] = min(known, finding.severity, key=SEVERITIES.index)
        self.index = {code: place for place, code in enumerate(sorted(first))}
        self.listed = [_rule(first[code], weight[code]) for code in self.index]


def _rule(finding: Finding, severity: Severity) -> dict[str, Any]:
    """Describe a code by its name: the report has no other words that hold for all its findings."""
    words = finding.name.replace("-", " ")
    rule = {
        "id": finding.code,
        "name": "".join(map(str.capitalize, finding.name.split("-"))),
        "shortDescription": {"text": f"{words.capitalize()}."},
        "fullDescription": {
            "text": f"{words.capitalize()} ({finding.code}), a check of pay workbooks under the"
            " NHS very senior manager pay framework and the rules that go with it."
        },
        "help": {
            "text": f"`xl-vsm explain {finding.code}` says what is wrong, what is right and why."
            f" The same words are at {finding.help_url}."
        },
        "defaultConfiguration": {"level": severity},
    }
    if finding.help_url.startswith(("https://", "http://")):
        rule["helpUri"] = finding.help_url
    return rule
