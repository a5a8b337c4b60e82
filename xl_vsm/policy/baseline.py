"""What an accepted run had already, so that only what is new is reported."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

from pydantic import ValidationError

from xl_vsm.findings import Finding, Report, WorkbookReport

Same = tuple[str | None, ...]
"""What makes two findings the same one."""


class BaselineError(ValueError):
    """A baseline that cannot be used; the message says why."""


class Baseline:
    """The findings of an accepted run: a report that `--format json` wrote.

    A finding is the same one while its code, its sheet, its field, its post (its cell, where it
    has none) and both its figures are, or its words where it has no figures. A wrong figure that
    changes is a new finding; a row that moves is not.
    """

    def __init__(self, workbooks: Iterable[WorkbookReport], *, redacted: bool = False) -> None:
        """Take the workbooks of the accepted run."""
        self._redacted = redacted
        self._by_name: dict[str, list[WorkbookReport]] = defaultdict(list)
        for workbook in workbooks:
            self._by_name[_parts(workbook.path)[-1]].append(workbook)

    @classmethod
    def load(cls, path: Path) -> Baseline:
        """Read a report of an earlier run.

        Raises:
            BaselineError: it cannot be read, or is no report of this tool.
        """
        try:
            report = Report.model_validate_json(path.read_bytes())
        except OSError as error:
            raise BaselineError(f"{path}: cannot be read: {error.strerror}") from error
        except ValidationError as error:
            raise BaselineError(
                f"{path}: is no report of this tool; write one with --format json --output {path}"
            ) from error
        return cls(report.workbooks, redacted=report.redacted)

    def new_in(self, workbook: WorkbookReport) -> WorkbookReport:
        """Return the workbook with only what the accepted run did not have, and how many it had.

        A file that cannot be read stays a finding: nobody has seen what is in it.
        """
        if not workbook.complete:
            return workbook
        accepted = self._accepted(workbook)
        new: list[Finding] = []
        for finding in workbook.findings:
            same = _same(finding, redacted=self._redacted)
            if same is not None and accepted[same] > 0:
                accepted[same] -= 1
            else:
                new.append(finding)
        left_out = len(workbook.findings) - len(new)
        return workbook.model_copy(update={"findings": tuple(new), "accepted": left_out})

    def _accepted(self, workbook: WorkbookReport) -> Counter[Same]:
        """Return what the run had in this workbook; nothing where it is not sure which it was."""
        named = self._by_name.get(_parts(workbook.path)[-1], [])
        candidates = [each for each in named if _may_be(each, workbook)]
        exact = [each for each in candidates if each.path == workbook.path]
        found = exact or candidates
        findings = found[0].findings if len(found) == 1 else ()
        same = (_same(each, redacted=self._redacted) for each in findings)
        return Counter(each for each in same if each is not None)


def _same(each: Finding, *, redacted: bool) -> Same | None:
    """Return what makes a finding the same one; None where nothing tells it from another."""
    if redacted:
        return (each.code, each.sheet, each.field, each.cell) if each.cell else None
    place = each.row_key or each.cell
    without_figures = each.stated is None and each.expected is None
    said = each.text if without_figures else None
    return (each.code, each.sheet, each.field, place, each.stated, each.expected, said)


def _parts(path: str) -> tuple[str, ...]:
    kind: type[PurePath] = PureWindowsPath if "\\" in path else PurePosixPath
    parts = tuple(part for part in kind(path).parts if part != "..")
    return parts or ("",)


def _may_be(one: WorkbookReport, other: WorkbookReport) -> bool:
    """Say whether two reports may be of one workbook: a run may be started from another folder."""
    if one.organisation and other.organisation and one.organisation != other.organisation:
        return False
    parts, others = _parts(one.path), _parts(other.path)
    shared = min(len(parts), len(others))
    return parts[-shared:] == others[-shared:]
