"""Has every workbook looked at, and shows what could not be as such beside the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from xl_vsm.clock import today
from xl_vsm.findings import Report
from xl_vsm.web.answers import look_at, report_of
from xl_vsm.web.pages.carried import Brought
from xl_vsm.web.pages.choices import Choices
from xl_vsm.web.refusals import Refusal, of_file
from xl_vsm.web.service import Service
from xl_vsm.web.work import Asked, Looked


@dataclass(frozen=True, slots=True)
class Seen:
    """A workbook, and what came of looking at it.

    Attributes:
        brought: the workbook.
        looked: what came of it.
    """

    brought: Brought
    looked: Looked

    @property
    def broken(self) -> bool:
        """Whether it could not be read at all."""
        return self.looked.checked.workbook.sha256 is None

    @property
    def refusal(self) -> Refusal:
        """Why a broken one could not be read, as programs are told."""
        finding = self.looked.checked.workbook.findings[0]
        return of_file(finding.code, finding.message)


def asked_of(choices: Choices, brought: Brought | None = None) -> Asked:
    """Return what is asked of a workbook; of all together without one."""
    layout = brought.layout if brought else None
    return Asked(today=today(), effective=choices.effective, known=choices.known, layout=layout)


async def look(brought: Sequence[Brought], choices: Choices, service: Service) -> list[Seen]:
    """Have each workbook looked at, all at the same time.

    Raises:
        Refusal: there is no room just now.
    """
    every = [(each.upload, asked_of(choices, each)) for each in brought]
    looked = await look_at(every, service, choices.purpose())
    return [Seen(each, result) for each, result in zip(brought, looked, strict=True)]


def report(seen: Sequence[Seen], choices: Choices) -> Report:
    """Return the report on all of them."""
    return report_of([each.looked for each in seen], asked_of(choices), choices.purpose())
