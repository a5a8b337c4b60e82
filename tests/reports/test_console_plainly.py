"""The page as plain text is the one that `rich` prints, without its colours."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

import xl_vsm
from tests.reports.text import in_colour, written
from xl_vsm.findings import Report
from xl_vsm.reports import console
from xl_vsm.reports.console.in_colour import renderable
from xl_vsm.reports.console.parts import EMPTY, Across, Box, Cell, Grid, Line, Part, cell, line
from xl_vsm.reports.console.plainly import lines_of, write_plainly

EXAMPLES = sorted(Path("workbooks/examples").glob("*.xlsx"))
WORDS = st.lists(st.text("abcdé-.,", min_size=1, max_size=11), min_size=1, max_size=30)
STYLES = st.sampled_from(["", "bold", "dim italic"])
# A word that is longer than its column is broken at another place by `rich`: none here is.
LINES: st.SearchStrategy[Line] = st.lists(
    st.tuples(WORDS.map(lambda words: "".join(f" {word}" for word in words)), STYLES),
    min_size=1,
    max_size=3,
).map(lambda spans: ((spans[0][0][1:], spans[0][1]), *spans[1:]))


def by_rich(part: Part, width: int) -> list[str]:
    out = StringIO()
    Console(file=out, width=width, highlight=False, force_terminal=False).print(renderable(part))
    return [each.rstrip() for each in out.getvalue().splitlines()]


def plainly(part: Part, width: int) -> list[str]:
    return [each.rstrip() for each in lines_of(part, width)]


@pytest.fixture(scope="module", params=EXAMPLES, ids=lambda path: path.stem)
def report(request: pytest.FixtureRequest) -> Report:
    return xl_vsm.check(request.param)


def test_there_are_examples() -> None:
    assert len(EXAMPLES) > 3


def test_both_ways_print_the_same_page(report: Report) -> None:
    assert written(report) == in_colour(report)


@pytest.mark.parametrize(
    "words",
    [
        "財務部長 " * 30,
        "e\N{COMBINING ACUTE ACCENT}" * 150,
        "Pen-yr-Ŵyddfa £171,250 à “ten” " * 9,
        "a\N{ZERO WIDTH SPACE}b " * 90,
    ],
)
def test_signs_of_every_width_are_laid_out_alike(words: str) -> None:
    parts = (line(words), Grid(((cell(words), cell("B")),)), Box("Here", (line(words),)))
    out = StringIO()
    write_plainly(parts, out)
    assert out.getvalue().splitlines() == [each for part in parts for each in by_rich(part, 110)]


@given(LINES, st.integers(20, 120))
def test_a_line_is_wrapped_alike(words: Line, width: int) -> None:
    assert plainly(words, width) == by_rich(words, width)


@pytest.mark.parametrize("nothing", [EMPTY, line(""), line("   ")])
def test_nothing_is_an_empty_line(nothing: Line) -> None:
    assert plainly(nothing, 80) == by_rich(nothing, 80) == [""]


@given(
    st.integers(1, 3).flatmap(
        lambda columns: st.lists(
            st.tuples(*[st.lists(LINES, min_size=1, max_size=2).map(tuple)] * columns),
            min_size=1,
            max_size=4,
        ).map(tuple)
    ),
    st.integers(60, 120),
)
def test_a_grid_is_laid_out_alike(rows: tuple[tuple[Cell, ...], ...], width: int) -> None:
    assert plainly(Grid(rows), width) == by_rich(Grid(rows), width)


@given(st.lists(LINES, min_size=1, max_size=4).map(tuple), st.integers(40, 120))
def test_a_box_is_drawn_alike(lines: tuple[Line, ...], width: int) -> None:
    box = Box("Before you rely on this", lines)
    assert plainly(box, width) == by_rich(box, width)


def test_a_column_that_is_kept_is_never_made_narrower() -> None:
    grid = Grid(
        ((cell("error"), cell("'Board pay'!AA12345"), cell("a word or two " * 20)),), kept=2
    )
    lines = plainly(grid, 60)
    assert lines == by_rich(grid, 60)
    assert lines[0].startswith("  error  'Board pay'!AA12345  a word")


def test_a_page_too_narrow_loses_nothing() -> None:
    grid = Grid(((cell("one two"), cell("three four"), cell("five six")),))
    said = "".join("".join(plainly(grid, 8)).split())
    assert sorted(said) == sorted("onetwothreefourfivesix")


def test_where_lines_cannot_be_drawn() -> None:
    raw = BytesIO()
    out = TextIOWrapper(raw, encoding="cp1252", newline="\n")
    write_plainly([Across("blue"), Box("Here", (line("words"),))], out)
    out.flush()
    across, top, words, bottom = raw.getvalue().decode("ascii").splitlines()
    assert across == "-" * 110
    assert (top[0], words[0], bottom[0]) == ("+", "|", "+")


@pytest.mark.parametrize("name", ["FORCE_COLOR", "TTY_COMPATIBLE"])
def test_colours_are_asked_for(report: Report, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, "1")
    out = StringIO()
    console.write(report, out)
    assert "\x1b[" in out.getvalue()


def test_a_pipe_does_not_wait_for_rich() -> None:
    code = (
        "import sys; from xl_vsm.cli import main;"
        f"main(['check', {str(EXAMPLES[0])!r}]); print('rich' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.splitlines()[-1] == "False"
