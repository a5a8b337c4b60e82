"""One run over any number of workbooks."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from xl_vsm.batch.answers import Answer, Executor, Here, Lost
from xl_vsm.batch.basis import basis_of, digest_of, figures_digest
from xl_vsm.batch.checked import Checked, check_file, not_come_back
from xl_vsm.batch.journal import Journal, Line, Place
from xl_vsm.batch.report import RunReport, Workbooks
from xl_vsm.batch.treatment import Treatment
from xl_vsm.checks.figures_used import Together
from xl_vsm.checks.one_workbook import Question
from xl_vsm.findings import Summary, Tool, WorkbookReport, summarise
from xl_vsm.release import VERSION
from xl_vsm.sheets import Caps, Limits
from xl_vsm.writable import writable

AHEAD: Final = 8
"""How many workbooks wait for each process, so that none stands idle behind a slow one."""

OTHER_FIGURES: Final = (
    "was checked where other figures are loaded: install the same release there, and load the same"
    " ranges with `xl-vsm rates import`"
)
ENDED: Final = "ended the process that checked it ({}): check it by itself to see why"

Watch = Callable[[WorkbookReport], None]


@dataclass
class Run:
    """What is asked of every workbook, and where the answers are kept.

    Attributes:
        question: the days, the layout, the limits.
        treatment: what is made of the findings.
        journal: where each result is kept until it is reported, and perhaps longer.
        limits: how large a workbook may be and what reading it may take, by its path.
        profile: the purpose's name, for the report.
        watch: told of each workbook when it is done, as it is reported.
        exit_code: what the run ends with: 0, 1 or 2.
        reused: how many workbooks an earlier run had checked already.
        stopped_by: why the run was stopped, where it was nobody's wish.
    """

    question: Question
    treatment: Treatment
    journal: Journal
    limits: Callable[[Path], tuple[Limits, Caps]] = lambda _: (Limits(), Caps())
    profile: str | None = None
    watch: Watch = lambda _: None
    exit_code: int = 0
    reused: int = 0
    stopped_by: str = ""

    def over(self, paths: Sequence[Path], executor: Executor, jobs: int = 1) -> RunReport:
        """Check the workbooks and return the report on them, in their order.

        Ctrl-C ends the run, and so does a cluster's end: the report then has what was done, and
        says that it is a part.

        Args:
            paths: the workbooks.
            executor: where they are checked.
            jobs: how many are checked at a time.
        """
        interrupted = False
        places: list[Place] = []
        sums = self._sums()
        try:
            for line in self._lines(paths, executor, jobs):
                places.append(self.journal.add(line))
                self.watch(sums.add(line.checked))
        except (KeyboardInterrupt, Lost) as end:
            interrupted, self.stopped_by = True, str(end)
            # It may have come between the two lines above.
            sums = self._sums()
            for place in places:
                sums.add(self.journal.read(place).checked)
        self.exit_code = 2 if interrupted else sums.exit_code
        return RunReport(
            tool=Tool(version=VERSION),
            profile=self.profile,
            redacted=self.treatment.redact,
            interrupted=interrupted,
            parameters=sums.together.report(),
            workbooks=Workbooks(self.journal, tuple(places), self.treatment),
            summary=sums.summary,
        )

    def _sums(self) -> _Sums:
        return _Sums(self.treatment, Together(self.question.effective, self.question.known))

    def _lines(self, paths: Sequence[Path], executor: Executor, jobs: int) -> Iterator[Line]:
        """Give the result of each workbook, asking for no more than will soon be needed."""
        figures = figures_digest(self.question)
        waiting: deque[_Asked] = deque()
        window = 1 if isinstance(executor, Here) else jobs * AHEAD
        ahead = iter(paths)
        try:
            while True:
                while len(waiting) < window and (path := next(ahead, None)) is not None:
                    waiting.append(self._ask(path, executor, figures))
                if not waiting:
                    return
                yield self._answer(waiting.popleft(), figures)
        finally:
            for asked in waiting:
                if not isinstance(asked.answer, Checked):
                    asked.answer.cancel()

    def _ask(self, path: Path, executor: Executor, figures: str) -> _Asked:
        question = self._asking(path)
        place, sha256, basis = writable(path), "", ""
        if self.journal.is_kept:  # else nothing is known of it, and nobody will ask again
            place = writable(path.resolve())
            sha256 = digest_of(path, question.limits.file_bytes) or ""
            basis = basis_of(path, question, figures)
            earlier = self.journal.earlier(place)
            if earlier is not None and sha256 and earlier.holds(sha256, basis, self.question.today):
                self.reused += 1
                return _Asked(path, place, sha256, basis, _called(earlier.checked, path))
        answer = executor.submit(check_file, path, question)
        return _Asked(path, place, sha256, basis, answer)

    def _answer(self, asked: _Asked, figures: str) -> Line:
        checked = asked.answer
        if not isinstance(checked, Checked):
            checked = self._result(asked.path, checked)
            if checked.figures.figures != figures:
                checked = not_come_back(asked.path, self.question, OTHER_FIGURES)
        return Line(
            path=asked.place,
            sha256=checked.workbook.sha256 or asked.sha256,
            basis=asked.basis,
            today=self.question.today,
            checked=checked,
        )

    def _result(self, path: Path, answer: Answer) -> Checked:
        try:
            checked: Checked = answer.result()
        except Lost:
            raise
        except Exception as fault:
            from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415 - where needed

            if isinstance(fault, BrokenProcessPool):
                return self._alone(path)
            return not_come_back(path, self.question, ENDED.format(type(fault).__name__))
        return checked

    def _alone(self, path: Path) -> Checked:
        """Check one workbook in a process of its own, as one beside it ended that of both."""
        from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415 - as above

        from xl_vsm.batch.executors import Processes  # noqa: PLC0415 - as above

        with Processes(1) as executor:
            try:
                alone: Checked = executor.submit(check_file, path, self._asking(path)).result()
            except BrokenProcessPool as fault:
                return not_come_back(path, self.question, ENDED.format(type(fault).__name__))
        return alone

    def _asking(self, path: Path) -> Question:
        """Return what is asked of one workbook, within the limits set for its folder."""
        limits, caps = self.limits(path)
        return replace(self.question, limits=limits, caps=caps)


@dataclass
class _Sums:
    """What the workbooks so far come to."""

    treatment: Treatment
    together: Together
    summary: Summary = field(default_factory=lambda: summarise(()))
    exit_code: int = 0

    def add(self, checked: Checked) -> WorkbookReport:
        """Add one, and return it as it is reported."""
        treated = self.treatment.of(checked.workbook)
        self.together.add(checked.figures)
        one = summarise((treated,))
        self.summary = Summary(**{name: n + getattr(one, name) for name, n in self.summary})
        self.exit_code = max(self.exit_code, self.treatment.exit_code(treated))
        return treated


@dataclass(frozen=True, slots=True)
class _Asked:
    path: Path
    place: str
    sha256: str
    basis: str
    answer: Answer | Checked


def _called(checked: Checked, path: Path) -> Checked:
    """Return an earlier result under the name that the workbook has in this run."""
    workbook = checked.workbook.model_copy(update={"path": writable(path)})
    return checked.model_copy(update={"workbook": workbook})
