"""What may differ between a workbook and its annotated copy, and what may not."""

from __future__ import annotations

import io
import re
from collections import Counter
from dataclasses import dataclass, field
from zipfile import ZipFile

from xl_vsm.findings import (
    Finding,
    ParametersReport,
    Report,
    Tool,
    WorkbookReport,
    summarise,
)
from xl_vsm.reports.annotated import Annotated
from xl_vsm.reports.annotated.package import Package
from xl_vsm.reports.annotated.workbook_part import workbook_part

MESSAGE = "it says <b>&amp; £5, =1+1, \x0b\x07\U0001f600]]>"
TAG = re.compile(rb"<([A-Za-z_][\w.:-]*)")
MAY_CHANGE = re.compile(
    r"(\[content_types\]\.xml|.*\.rels|.*workbook\d*\.xml|.*styles\d*\.xml|.*\.vml|"
    r".*comments[^/]*\.xml|.*sheets[/\\].*\.xml|sheet\d*\.xml|stylesheet\.xml)$",
    re.IGNORECASE,
)
"""The parts that a copy may change: no chart, table, macro, shared text or stored calculation."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What is not as it should be, in words; nothing where all is well."""

    parts_lost: list[str] = field(default_factory=list)
    altered: list[str] = field(default_factory=list)
    fewer: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.parts_lost or self.altered or self.fewer)


def finding(
    sheet: str | None, cell: str | None, severity: str = "error", message: str = MESSAGE
) -> Finding:
    return Finding.model_validate(
        {
            "code": "PAY101",
            "name": "salary-below-minimum",
            "severity": severity,
            "sheet": sheet,
            "cell": cell,
            "field": "salary",
            "row_key": "=1001",
            "stated": "@stated",
            "expected": "-1",
            "message": message,
            "why": "+why",
            "source": {"title": "The framework", "url": "https://www.england.nhs.uk/a?b=1&c=2"},
            "help_url": "https://example.org",
        }
    )


def report(*findings: Finding, path: str = "pay.xlsx") -> Report:
    workbook = WorkbookReport(
        path=path,
        sha256=None,
        rows=3,
        effective=None,
        sheets=(),
        findings=findings,
        not_checked=(),
    )
    return Report(
        tool=Tool(version="1"),
        parameters=ParametersReport(
            release="1", effective=None, known=None, illustrative=("pay ranges",)
        ),
        workbooks=(workbook,),
        summary=summarise((workbook,)),
    )


def sheet_names(data: bytes) -> list[str]:
    """Return the worksheets of a workbook that cells can be marked on, in small letters."""
    parts = workbook_part(Package(data)).sheets
    return [name for name, part in parts.items() if part]


def three_findings(data: bytes) -> Report:
    """Return three findings on each of a workbook's first two sheets, one of each severity."""
    return report(
        *(
            finding(name, cell, severity)
            for name in sheet_names(data)[:2]
            for cell, severity in (("A1", "error"), ("B2", "warning"), ("D4", "note"))
        )
    )


def difference(before: bytes, copy: Annotated) -> Difference:
    """Compare a workbook with its copy, part for part."""
    found = Difference()
    with ZipFile(io.BytesIO(before)) as old, ZipFile(io.BytesIO(copy.data)) as new:
        names = new.namelist()
        assert names == [*old.namelist(), *copy.added]
        assert new.testzip() is None
        for name in old.namelist():
            was = old.read(name)
            if name not in names:
                found.parts_lost.append(name)
                continue
            now = new.read(name)
            if was == now:
                continue
            if name not in copy.touched or not MAY_CHANGE.match(name):
                found.altered.append(name)
            elif not is_in_order(was, now):
                found.altered.append(f"{name}: not what it was with something put in")
            less = Counter(TAG.findall(was)) - Counter(TAG.findall(now))
            found.fewer.extend(f"{name}: {tag.decode()}" for tag in less)
    return found


def is_in_order(was: bytes, now: bytes) -> bool:
    """Say whether the later part is the earlier one with whole stretches put in.

    An empty element may have been opened, and a count raised.
    """
    following = iter(pieces(now))
    return all(piece in following for piece in pieces(was))


def pieces(xml: bytes) -> list[bytes]:
    """Return a part cut at every tag, without counts, and without how its tags end."""
    cut = re.split(rb"(?=<)|(?<=>)", re.sub(rb"""\scount=(["'])\d*\1""", b"", xml))
    return [re.sub(rb"\s*/?>\Z", b"", piece) for piece in cut if piece]
