"""A table of figures in Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from making.markdown import link, table
from xl_vsm.parameters.tables import Table
from xl_vsm.reference.figure_tables import SourceKey, grids


def shown(figures: Table) -> Iterator[str]:
    """Return the lines of a table, whatever its shape."""
    for grid in grids(figures):
        if grid.before:
            yield f"{grid.before}\n"
        yield from table(grid.heads, [[_cell(each) for each in row] for row in grid.rows])


def _cell(text: str) -> str:
    return link(text, f"#source-{text}") if isinstance(text, SourceKey) else text
