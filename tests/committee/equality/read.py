"""What a paper says, for tests to look through."""

from __future__ import annotations

from xl_vsm.committee.paper import Facts, Figure, Paper, Prompts, Section, Table, ToComplete, Words
from xl_vsm.committee.paper.blocks import value_of


def section(paper: Paper, heading: str) -> Section:
    """Return the section under a heading."""
    return next(each for each in paper.sections if each.heading == heading)


def table(paper: Paper, heading: str, caption: str) -> Table:
    """Return the table of a section that has a caption."""
    blocks = section(paper, heading).blocks
    return next(b for b in blocks if isinstance(b, Table) and b.caption == caption)


def values(found: Table) -> list[tuple[object, ...]]:
    """Return a table's rows, without marks."""
    return [tuple(value_of(cell) for cell in row) for row in found.rows]


def texts(paper: Paper, *, without: tuple[str, ...] = ()) -> str:
    """Return everything that a paper says, but for sections that are not asked for."""
    said: list[str] = [paper.title, *(f"{n.title} {n.says}" for n in paper.notes)]
    for part in paper.sections:
        if part.heading in without:
            continue
        said.append(part.heading)
        for block in part.blocks:
            match block:
                case Words():
                    said.append(block.text)
                case Facts():
                    said += [f"{f.label} {f.figure.text} {f.why}" for f in block.rows]
                case Table():
                    said += [block.caption, block.empty, *(c.heading for c in block.columns)]
                    cells = [cell for row in block.rows for cell in row]
                    said += [c.text if isinstance(c, Figure) else str(c) for c in cells]
                case ToComplete():
                    said.append(block.prompt)
                case Prompts():
                    said += block.items
    return "\n".join(said)
