"""A reader who follows a page to the letter, in a folder of their own."""

from __future__ import annotations

import doctest
import re
import shlex
import shutil
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT, forget_figures
from tests.docs.blocks import Block
from tests.loading.filled import filled_template
from xl_vsm.cli import main
from xl_vsm.cli.parser import _parser

OURS = ("xl-vsm", "python3 install/try_it.py")
"""How pages start the command line."""
THE_SUITE = "python3 install/run_tests.py"
"""What runs this very test."""
WORDS_ALONE = ("serve", "report")
"""Verbs of which only the words are looked at: tests/web starts the page, and tests/committee
writes every paper, which takes seconds for each."""
NEEDS_MORE = ("--scheduler", "--recalculate")
"""Options that need a cluster or LibreOffice, which tests/batch and tests/recalculation have."""
STANDS_FOR_SOMETHING = re.compile(r"\.\.\.|\b(URL|CODE|FILE|NAME)\b")
EXAMPLES = ROOT / "workbooks" / "examples"


@dataclass
class Reader:
    """Somebody with the examples beside them, and a workbook of their own.

    Attributes:
        folder: where they are.
        terminal: what they see.
        said: what the last command said.
        python: what they have typed into Python, which a page goes on with.
    """

    folder: Path
    terminal: pytest.CaptureFixture[str]
    said: str = ""
    python: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        shutil.copytree(EXAMPLES, self.folder / "workbooks" / "examples")
        shutil.copy(EXAMPLES / "trust_board_pay_faults.xlsx", self.folder / "pay.xlsx")
        for name in ("estate", "pay", "returns"):
            (self.folder / name).mkdir()
            shutil.copy(EXAMPLES / "trust_board_pay.xlsx", self.folder / name / "a.xlsx")

    def follows(self, block: Block) -> None:
        """Do what a block says, and look whether it shows what the page says it shows."""
        if block.by_hand:
            self.by_hand(block.by_hand)
        if block.language in ("python", "pycon", "") and ">>> " in block.text:
            self.types(block)
        elif block.language == "python":
            exec(compile(block.text, f"line {block.line}", "exec"), self.python)
        elif block.language == "sh" or block.text.startswith("xl-vsm "):
            self.said = ""
            for command in block.commands():
                self.runs(command)
        elif block.language == "text" and self.said:
            self.sees(block.text)
            self.said = ""

    def runs(self, command: str) -> None:
        """Run one line."""
        words = shlex.split(command)
        if command == THE_SUITE:
            return
        if words[0] == "cp":
            shutil.copy(self.folder / words[1], self.folder / words[2])
            return
        how = next((each for each in OURS if command.startswith(each)), None)
        if how is None:
            pytest.fail(
                f"{command!r} is nothing that is tried here: mark it, with why it is not run"
            )
        words = words[len(how.split()) :]
        if more_than_words(words):
            _parser().parse_args(words)
            return
        forget_figures()
        code, seen = main(words), self.terminal.readouterr()
        if "is there already" in seen.err:
            # A page lists ways to do one thing, of which a reader takes one.
            code, seen = main([*words, "--force"]), self.terminal.readouterr()
        assert code in (0, 1), seen.err
        self.said += seen.out

    def sees(self, shown: str) -> None:
        """Find what a page shows in what was said, however long its lines are."""
        said = " ".join(self.said.split())
        for part in re.split(r"(?m)^\.\.\.$", shown):
            assert " ".join(part.split()) in said

    def types(self, block: Block) -> None:
        """Type a session into Python."""
        session = doctest.DocTestParser().get_doctest(
            block.text, self.python, f"line {block.line}", None, block.line
        )
        runner = doctest.DocTestRunner(verbose=False)
        # The session's own copy of the names is put back, so that the next one goes on with them.
        runner.run(session, clear_globs=False)
        self.python |= session.globs
        assert runner.summarize(verbose=False).failed == 0

    def by_hand(self, what: str) -> None:
        """Do what a page leaves to the reader: fill in a table, or mend one cell and save."""
        if what.endswith(" is filled in"):
            table = self.folder / what.split(maxsplit=1)[0]
            table.unlink()
            filled_template(table)
            return
        cell, value, name = re.fullmatch(r"(\w+) becomes ([\d.]+) in (\S+)", what).groups()  # type: ignore[union-attr]
        mended(self.folder / name, cell, value)


def more_than_words(words: list[str]) -> bool:
    """Say whether a command can only be read here, and not carried out."""
    return (
        words[0] in WORDS_ALONE
        or not {*words}.isdisjoint(NEEDS_MORE)
        or any(STANDS_FOR_SOMETHING.search(word) for word in words)
    )


def mended(path: Path, cell: str, value: str) -> None:
    """Change one number on the first sheet, and nothing else, as Excel would save it."""
    with zipfile.ZipFile(path) as workbook:
        parts = {name: workbook.read(name) for name in workbook.namelist()}
    name = "xl/worksheets/sheet1.xml"
    there = re.compile(rb'(<c r="' + cell.encode() + rb'"[^>]*><v>)[^<]*')
    parts[name], number = there.subn(rb"\g<1>" + value.encode(), parts[name])
    assert number == 1
    with zipfile.ZipFile(path, "w") as workbook:
        for part, content in parts.items():
            workbook.writestr(part, content)
