"""The benchmarks run, and leave no function out."""

from __future__ import annotations

import json
import subprocess
import sys

import udfs
from benchmarks.calls import CALLS, FLOORS, untimed
from benchmarks.looked_up import rules
from benchmarks.start import brought_in
from tests.conftest import ROOT
from xl_vsm.rules import REGISTRY


def test_every_function_is_timed_or_said_not_to_be() -> None:
    assert untimed(udfs.__all__) == set()
    assert untimed([*udfs.__all__, "VSM_NEW"]) == {"VSM_NEW"}


def test_every_call_can_be_answered() -> None:
    for call in CALLS:
        function = getattr(udfs, call.function)
        alone = function(*call.cell)
        rows = function(*call.column)
        assert [rows[0]] == (alone if isinstance(alone, list) else [[alone]])
        assert not any(str(cell).startswith("#") for row in rows for cell in row)


def test_the_calls_are_timed_in_process() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.on_windows", "1"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    )
    took = json.loads(done.stdout)
    timed = {*FLOORS, *(call.function for call in CALLS)}
    assert took["cell"].keys() == took["column"].keys() == timed
    assert all(each > 0 for group in took.values() for each in group.values())


def test_the_columns_are_timed() -> None:
    heading, line, *timed = rules(200)
    # Numbers, then Decimals; each one by one, as two columns, and how many times the second.
    assert heading.count("|") == line.count("|") == 10
    rows = [row.strip("| ").split(" | ") for row in timed]
    assert all(len(row) == 9 and all(float(each) > 0 for each in row[1:]) for row in rows)
    named = {row[0].split("`")[1] for row in rows}
    assert {name for name, made in REGISTRY.items() if made.steps} < named < REGISTRY.keys()


def test_the_page_has_the_figures_of_every_function() -> None:
    page = (ROOT / "docs" / "explanation" / "speed-of-the-functions.md").read_text("utf-8")
    for name in (*FLOORS, *(call.function for call in CALLS)):
        # In process, and through the server.
        assert page.count(f"| {name} |") == 2


def test_the_functions_bring_in_nothing_slow() -> None:
    assert brought_in() == []
