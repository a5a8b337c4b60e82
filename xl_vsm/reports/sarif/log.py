"""The whole SARIF file, written as it is made: workbooks are gone through, and never held."""

from __future__ import annotations

import json
from collections.abc import Iterable
from tempfile import TemporaryFile
from typing import IO, Any, TextIO

from xl_vsm.findings import AnyReport
from xl_vsm.reports.run_words import cautions
from xl_vsm.reports.sarif.results import artifact, notifications, results
from xl_vsm.reports.sarif.rules import Rules
from xl_vsm.reports.sarif.text import message
from xl_vsm.reports.sarif.uris import BASE

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def write(report: AnyReport, out: TextIO) -> None:
    """Write the report as a SARIF file of one run, with a line for each result.

    The workbooks are gone through twice, as the codes that occurred stand before the results. Only
    ASCII is written, so that any text file can hold it.
    """
    rules = Rules(report.workbooks)
    whole = not report.interrupted
    out.write(f'{{\n"$schema": "{SCHEMA}",\n"version": "2.1.0",\n"runs": [{{\n')
    for name, value in _about(report, rules).items():
        out.write(f'"{name}": {json.dumps(value)},\n')
    # What stands behind the results is put by meanwhile, on the disk.
    with _put_by() as first, _put_by() as second:
        artifacts, told = _Lines(first), _Lines(second)
        told.add({"level": "warning", "message": message(words)} for words in cautions(report))
        found = _Lines(out)
        out.write('"results": [\n')
        for index, workbook in enumerate(report.workbooks):
            found.add(results(workbook, index, rules))
            artifacts.add([artifact(workbook, index)])
            told.add(notifications(workbook, index))
            whole = whole and workbook.complete
        out.write('\n],\n"artifacts": [\n')
        artifacts.copy_to(out)
        out.write(f'\n],\n"invocations": [{{"executionSuccessful": {json.dumps(whole)},')
        out.write('\n"toolExecutionNotifications": [\n')
        told.copy_to(out)
        out.write("\n]}]\n}]\n}\n")


def _put_by() -> IO[str]:
    return TemporaryFile("w+", encoding="ascii", newline="\n")


class _Lines:
    """The members of a JSON list, each on a line of its own."""

    def __init__(self, file: IO[str]) -> None:
        self.file = file
        self.between = ""

    def add(self, members: Iterable[dict[str, Any]]) -> None:
        for each in members:
            self.file.write(self.between + json.dumps(each))
            self.between = ",\n"

    def copy_to(self, out: TextIO) -> None:
        self.file.seek(0)
        out.writelines(self.file)


def _about(report: AnyReport, rules: Rules) -> dict[str, Any]:
    """Return what is known before any workbook is looked at."""
    tool = {"name": report.tool.name, "version": report.tool.version, "rules": rules.listed}
    return {
        "tool": {"driver": tool},
        # The part before the last stroke is the category that a host keeps the results under.
        "automationDetails": {"id": f"{report.tool.name}/{report.profile or 'check'}/"},
        "originalUriBaseIds": {
            BASE: {"description": {"text": "The folder that the check was run in."}}
        },
        "properties": {
            "profile": report.profile,
            "redacted": report.redacted,
            "interrupted": report.interrupted,
            "parameters": report.parameters.model_dump(mode="json"),
            "summary": report.summary.model_dump(mode="json"),
        },
    }
