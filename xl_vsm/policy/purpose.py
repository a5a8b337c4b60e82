"""How grave each fault is for the purpose at hand, and from which severity a run fails."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Final

from pydantic import BaseModel, ConfigDict

from xl_vsm.findings import FailOn, Finding, Severity, WorkbookReport

SHIPPED: Final = ("draft", "submission", "audit")


class Profile(BaseModel):
    """What one purpose asks for.

    Attributes:
        about: when it is for, in words.
        like: the profile that it begins from.
        fail_on: from which severity on a run fails.
        severity: the severities that differ, by code.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    about: str = ""
    like: str | None = None
    fail_on: FailOn | None = None
    severity: dict[str, Severity] = {}


@dataclass(frozen=True, slots=True)
class Purpose:
    """What a run was asked to make of its findings.

    Attributes:
        name: the profile's name, or None where none was named.
        fail_on: from which severity on a run fails.
        severities: the severities that differ from the checks' own, by code.
    """

    name: str | None = None
    fail_on: FailOn = "error"
    severities: Mapping[str, Severity] = field(default_factory=dict)

    def judge(self, workbook: WorkbookReport) -> WorkbookReport:
        """Return the workbook with each finding as grave as the purpose says."""
        if not self.severities:
            return workbook
        judged = tuple(map(self._judged, workbook.findings))
        return workbook.model_copy(update={"findings": judged})

    def _judged(self, finding: Finding) -> Finding:
        severity = self.severities.get(finding.code, finding.severity)
        if finding.illustrative and severity == "error":
            severity = "warning"
        if severity == finding.severity:
            return finding
        return finding.model_copy(update={"severity": severity})


@cache
def shipped() -> Mapping[str, Profile]:
    """Return the profiles of this release, by name."""
    text = files("xl_vsm.policy").joinpath("profiles.toml").read_text(encoding="utf-8")
    return {name: Profile(**said) for name, said in tomllib.loads(text).items()}
