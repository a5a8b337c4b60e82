"""The benchmarks run, and leave no function out."""

from __future__ import annotations

import json
import subprocess
import sys

import udfs
from benchmarks.calls import CALLS, FLOORS, untimed
from benchmarks.start import brought_in
from tests.conftest import ROOT


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


def test_the_page_has_the_figures_of_every_function() -> None:
    page = (ROOT / "docs" / "explanation" / "speed-of-the-functions.md").read_text("utf-8")
    for name in (*FLOORS, *(call.function for call in CALLS)):
        # In process, and through the server.
        assert page.count(f"| {name} |") == 2


def test_the_functions_bring_in_nothing_slow() -> None:
    assert brought_in() == []
