"""`xl-vsm report`: the papers of a remuneration committee."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from xl_vsm.checks.one_workbook import Question
from xl_vsm.cli.errors import CommandError
from xl_vsm.cli.whole_file import whole_file
from xl_vsm.clock import today
from xl_vsm.committee import KINDS, Checked, Kind, NotAsked, Settings, checked
from xl_vsm.committee.paper import Paper
from xl_vsm.committee.settings import posts_and_salaries, settings_of
from xl_vsm.committee.writing.book import FORBIDDEN
from xl_vsm.reports.plain import count, inert
from xl_vsm.reports.sheet_words import rely
from xl_vsm.sheets import Layout, RefusedFile

ENDINGS: Final = (".docx", ".xlsx")
LONGEST: Final = 100
"""Signs of a paper's name in that of its file: file systems have their limits."""
MISSING: Final = (
    'a Word document needs the package {name}: pip install "xl-vsm[papers]", or ask for a workbook'
    " with an --output that ends in .xlsx"
)


def run_report(options: Namespace) -> int:
    """Read and check the workbook, write the paper, and say what it rests on.

    Raises:
        CommandError: the workbook cannot be read, or the paper not be made or written.
    """
    try:
        _report(options)
    except RefusedFile as refused:
        raise CommandError(refused.message) from refused
    except NotAsked as reason:
        raise CommandError(str(reason)) from reason
    except ModuleNotFoundError as missing:
        raise CommandError(MISSING.format(name=missing.name)) from missing
    return 0


def _report(options: Namespace) -> None:
    kind = KINDS[options.kind]
    given = vars(options)
    posts, asked = posts_and_salaries(given.get("post", ()), given.get("proposed", ()))
    settings = _settings(options, posts)
    target = _target(options, kind)
    layout = None if options.layout is None else Layout.load(options.layout)
    question = Question(today(), options.effective, options.known, layout)
    of = checked(options.path, question, asked)
    for path in _write(kind, of, settings, target, force=options.force):
        print(f"{kind.title}: {path}")
    _tell(of)


def _settings(options: Namespace, posts: Sequence[str]) -> Settings:
    given = vars(options)
    return settings_of(
        posts=posts,
        workforce=given.get("workforce") or "",
        scenarios=given.get("scenario", ()),
        multipliers=given.get("multipliers") or "",
        first=given.get("first") or "",
        last=given.get("last") or "",
        known_then=given.get("known_then"),
        award=not given.get("no_award", False),
    )


def _target(options: Namespace, kind: Kind) -> Path:
    path: Path = options.output or Path(f"{options.path.stem} {options.kind}.{kind.usual}")
    if _is_folder(path):
        if options.kind != "pay-case":
            raise CommandError(f"{path}: name a file that ends in .docx or .xlsx")
        return path
    if path.suffix.lower() not in ENDINGS:
        raise CommandError(f"{path}: a paper is a .docx or an .xlsx file")
    _may_be_written(path, options.path, force=options.force)
    return path


def _is_folder(path: Path) -> bool:
    return path.is_dir() or (not path.suffix and not path.exists())


def _may_be_written(path: Path, workbook: Path, *, force: bool) -> None:
    if path.exists() and path.resolve() == workbook.resolve():
        raise CommandError(f"{path} is the workbook itself, which is never written to")
    if path.is_file() and not force:
        raise CommandError(
            f"{path} is there already, perhaps completed: choose another name, or write over it"
            " with --force"
        )


def _write(kind: Kind, of: Checked, settings: Settings, target: Path, *, force: bool) -> list[Path]:
    if not _is_folder(target):
        with whole_file(target) as out:
            kind.write(of, settings, target.suffix.lower().removeprefix("."), out)
        return [target]
    papers = kind.make(of, settings)
    named = list(zip(_names_in(target, papers), papers, strict=True))
    for path, _ in named:  # every one of them, before the first is written
        _may_be_written(path, Path(of.report.path), force=force)
    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CommandError(f"{target}: no folder for the papers: {error.strerror}") from error
    for path, paper in named:
        with whole_file(path) as out:
            kind.write_papers([paper], out)
    return [path for path, _ in named]


def _names_in(folder: Path, papers: Sequence[Paper]) -> list[Path]:
    """Return where each paper goes, no two to one place: names may differ by case alone."""
    found: list[Path] = []
    for paper in papers:
        name = inert(paper.name).translate(FORBIDDEN).translate(str.maketrans('<>"|', "()'-"))
        path = folder / f"{name[:LONGEST].strip('. ')}.docx"
        taken = {each.name.casefold() for each in found}
        number, plain = 2, path
        while path.name.casefold() in taken:
            path, number = plain.with_name(f"{plain.stem} ({number}).docx"), number + 1
        found.append(path)
    return found


def _tell(of: Checked) -> None:
    """Say on stderr what whoever reads the paper must know, and what was found on the way."""
    for mark, names, meaning in rely(of.rests_on):
        print(f"{mark.upper()}: {', '.join(names)}: {meaning}", file=sys.stderr)
    if of.left_out:
        print(f"{count(len(of.left_out), 'row')} left out: the paper says which", file=sys.stderr)
    if found := len(of.report.findings):
        print(
            f"The check has {count(found, 'finding')} in this workbook: xl-vsm check"
            f" {of.report.path}",
            file=sys.stderr,
        )
