"""Every file and every line that a new rule needs, with its names in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from string import Template

from skeletons.places import (
    Place,
    after,
    at_end,
    before,
    behind_the_last_statement,
    in_order,
    under_the_newest_release,
)

HERE = Path(__file__).parent
COMPLIANCE = "tests/committee/annual/test_compliance.py"
DATA = "xl_vsm/parameters/data"
EXAMPLES = "tests/rules/examples.py"
FIELDS = "xl_vsm/sheets/fields.toml"
PARITY = "tests/hosts/parity.csv"
REASONS = "tests/udfs/reasons.py"
STATEMENTS = "docs/making/statements.toml"
TABLES = "xl_vsm/parameters/tables"
VIEW = "xl_vsm/parameters/parameters.py"


@dataclass(frozen=True)
class Asked:
    """A rule that is to be.

    Attributes:
        root: the project.
        name: what the rule gives.
        topic: its folder.
        source: key of its document.
        table: its figures.
        code: that of its check; empty where it has none.
        fault: the check's name.
        function: the worksheet function that asks it; empty where there is none.
        letter: the kind of statement that it carries.
    """

    root: Path
    name: str
    topic: str
    source: str
    table: str
    code: str
    fault: str
    function: str
    letter: str

    def holds(self, path: str) -> str:
        """Return what a file of the project holds; nothing where there is none."""
        file = self.root / path
        return file.read_text(encoding="utf-8") if file.is_file() else ""

    @property
    def names(self) -> dict[str, str]:
        """What the skeletons call things."""
        carriers = [f"rule:{self.name}", f"figures:{self.table}"]
        carriers += [f"check:{self.code}"] if self.code else []
        statement = self.holds(STATEMENTS).count(f"\n[statement.{self.letter}") + 1
        return {
            "name": self.name,
            "words": self.name.replace("_", " "),
            "table": self.table,
            "view": self.table.replace("-", "_"),
            "shape": "".join(word.capitalize() for word in self.table.split("-")),
            "source": self.source,
            "code": self.code,
            "fault": self.fault,
            "check": self.fault.replace("-", "_"),
            "function": self.function,
            "statement": f"{self.letter}{statement}",
            "carriers": ", ".join(f'"{each}"' for each in carriers),
            "number": f"{len(self.holds(PARITY).splitlines()):03}",
        }


@dataclass(frozen=True)
class Piece:
    """One thing that is written: a whole new file, or lines in one that there is.

    Attributes:
        path: where, below the project.
        text: what.
        place: where in the file; None for a new one.
    """

    path: str
    text: str
    place: Place | None = None

    def into(self, held: str) -> str:
        """Return what its file is to hold, of which this much is there.

        Raises:
            SystemExit: a new file is there already, or its place in a file is gone.
        """
        if self.place is not None:
            return self.place(held, self.text)
        if held:
            raise SystemExit(f"{self.path} is there already")
        return self.text


def pieces(asked: Asked) -> Iterator[Piece]:
    """Give everything that is to be written for a rule."""
    yield from _figures(asked)
    yield from _rule(asked)
    if asked.code:
        yield from _check(asked)
    if asked.function:
        yield from _function(asked)
    behind = behind_the_last_statement(asked.letter)
    yield Piece(STATEMENTS, skeleton("statement.toml", asked), behind)
    yield Piece("CHANGELOG.md", skeleton("changelog.md", asked), under_the_newest_release)


def skeleton(name: str, asked: Asked) -> str:
    """Return a skeleton with its names in it."""
    text = (HERE / f"{name}.txt").read_text(encoding="utf-8")
    return Template(text).substitute(asked.names)


def _figures(asked: Asked) -> Iterator[Piece]:
    sources, data = f"{DATA}/sources.toml", f"{DATA}/{asked.table}.toml"
    if f"\n[{asked.source}]\n" not in asked.holds(sources):
        yield Piece(sources, skeleton("source.toml", asked), at_end)
    if asked.holds(data):
        return
    shape, module = asked.names["shape"], asked.names["view"]
    every, line = f"{TABLES}/__init__.py", f"from xl_vsm.parameters.tables.{module} import {shape}"
    yield Piece(data, skeleton("table.toml", asked))
    yield Piece(f"{TABLES}/{module}.py", skeleton("shape.py", asked))
    yield Piece(every, f"{line}\n", before("from xl_vsm"))
    yield Piece(every, f'    "{shape}",\n', after("__all__"))
    yield Piece(every, f'    "{asked.table}": {shape},\n', in_order("KINDS"))
    yield Piece(VIEW, f"        {shape},\n", after("    from xl_vsm.parameters.tables import ("))
    yield Piece(VIEW, skeleton("view.py", asked), before("    def _table("))


def _rule(asked: Asked) -> Iterator[Piece]:
    folder = f"xl_vsm/rules/{asked.topic}"
    yield from _topic(asked, folder)
    yield Piece(f"{folder}/{asked.name}.py", skeleton("rule.py", asked))
    yield from _named("xl_vsm/rules", f"xl_vsm.rules.{asked.topic}.{asked.name}", asked.name)
    yield Piece(EXAMPLES, skeleton("example.py", asked), before("}", "EXAMPLES:"))
    yield Piece(EXAMPLES, skeleton("facts.py", asked), before("}", "FACTS:"))
    golden = asked.function or f"rules/{asked.name}"
    yield Piece(f"tests/golden/{golden}.csv", skeleton("golden.csv", asked))


def _check(asked: Asked) -> Iterator[Piece]:
    folder = f"xl_vsm/checks/{asked.topic}"
    yield from _topic(asked, folder)
    yield Piece(f"{folder}/{asked.names['check']}.py", skeleton("check.py", asked))
    if f"[row.{asked.name}]" not in asked.holds(FIELDS):
        row = f"    {asked.name}: Amount = None\n"
        yield Piece(FIELDS, skeleton("field.toml", asked), before("[row.afc_band]"))
        yield Piece("xl_vsm/sheets/post.py", row, before("    afc_band:"))
    if asked.code[:3] in {"APR", "AWD", "PAY"}:
        yield Piece(COMPLIANCE, skeleton("slip.py", asked), in_order("SLIPS"))
    yield Piece("tests/checks/wrong.py", skeleton("wrong.py", asked), before("]", "\nWRONG ="))


def _function(asked: Asked) -> Iterator[Piece]:
    yield Piece(f"udfs/{asked.name}.py", skeleton("function.py", asked))
    yield from _named("udfs", f"udfs.{asked.name}", asked.function)
    asks = f'    "{asked.function}": "{asked.name}",\n'
    yield Piece("xl_vsm/reference/authority.py", asks, in_order("ASKS"))
    yield Piece(PARITY, skeleton("parity.csv", asked), at_end)
    yield Piece(REASONS, skeleton("reason.py", asked), before("]", "\nREASONS:"))


def _topic(asked: Asked, folder: str) -> Iterator[Piece]:
    if not asked.holds(f"{folder}/__init__.py"):
        yield Piece(f"{folder}/__init__.py", '"""FILL IN: what the folder is about."""\n')


def _named(package: str, module: str, name: str) -> Iterator[Piece]:
    yield Piece(f"{package}/__init__.py", f"from {module} import {name}\n", before("from "))
    yield Piece(f"{package}/__init__.py", f'    "{name}",\n', after("__all__"))
