"""What IT.md and the checklist say that can be held against the rest of the project."""

from __future__ import annotations

import ast
import re
from datetime import date

import pytest
from finance_pc.environment import START
from finance_pc.pins import for_windows, read_pins
from finance_pc.source import Source

import udfs
from tests.conftest import ROOT
from xl_vsm.diagnosis.looks import policies
from xl_vsm.diagnosis.places import INTERPRETER

IT = (ROOT / "install" / "IT.md").read_text(encoding="utf-8")
CHECKLIST = (ROOT / "docs" / "how-to" / "excel-checklist.md").read_text(encoding="utf-8")
TYPED = re.findall(r"^\| D\d+ \| Type `=(\w+\(.*?\))` \|(.*?)\| ☐ \|$", CHECKLIST, re.MULTILINE)


def test_every_package_is_named_with_its_licence() -> None:
    source = Source(ROOT)
    table = IT.partition("| Package | Licence")[2].partition("\n\n")[0]
    named = {name for row in table.splitlines() for name in re.split(r"[|,]", row)[1:6]}
    named = {name.strip().removesuffix(f" {source.xlwings}") for name in named}
    pins = for_windows(read_pins(source.pins.read_text(encoding="utf-8")), "3.13")
    wanted = {pin.requirement.split("==")[0] for pin in pins}
    assert wanted - named == set()
    assert f"xlwings {source.xlwings}" in table


def test_the_rules_of_defender_are_those_that_diagnose_looks_for() -> None:
    assert set(re.findall(r"`([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})`", IT)) == {
        policies.CHILD_PROCESSES,
        policies.WIN32_CALLS,
    }


def test_every_place_that_the_set_up_writes_to_is_told() -> None:
    for place in (
        r"%LOCALAPPDATA%\xl_vsm\python",
        r"%LOCALAPPDATA%\xl_vsm\installed.json",
        r"%LOCALAPPDATA%\xl_vsm\xl-vsm.cmd",
        START,
        "set_up.log",
        r"%APPDATA%\Microsoft\Excel\XLSTART\xl_vsm.xlam",
        r"%USERPROFILE%\.xlwings\xlwings.conf",
        INTERPRETER,
    ):
        assert place in IT


def test_every_link_and_every_source_is_there() -> None:
    anchors = {
        re.sub(r"[^\w -]", "", head).lower().replace(" ", "-")
        for head in re.findall(r"^## (.+)$", IT, re.MULTILINE)
    }
    for target in re.findall(r"\]\(([^)]+)\)", IT):
        path, _, anchor = target.partition("#")
        assert target.startswith("http") or not path or (ROOT / "install" / path).exists(), target
        assert path or anchor in anchors, target
    listed = IT.partition("## Sources")[2]
    for number in set(re.findall(r"\[(\d)\]", IT)):
        assert f"\n{number}. " in listed


def test_the_numbers_of_the_checklist_run_on() -> None:
    rows = re.findall(r"^\| ([A-H])(\d+) \|", CHECKLIST, re.MULTILINE)
    for letter in "ABCDEFGH":
        numbers = [int(number) for each, number in rows if each == letter]
        assert numbers == list(range(1, len(numbers) + 1))
        assert numbers
    assert len(rows) == CHECKLIST.count("| ☐ |\n") - CHECKLIST.count("| Expect | ☐ |\n")


@pytest.mark.parametrize(("formula", "expected"), TYPED, ids=[typed for typed, _ in TYPED])
def test_what_the_checklist_expects_is_what_the_functions_answer(
    formula: str, expected: str
) -> None:
    assert len(TYPED) >= 8
    call = ast.parse(formula, mode="eval").body
    assert isinstance(call, ast.Call)
    try:
        answer = getattr(udfs, ast.unparse(call.func))(*map(cell, call.args))
    except ValueError as error:
        answer = str(error)
    if isinstance(answer, list):
        answer = answer[-1][-1]
    told = re.findall(r"`([^`]+)`", expected)
    assert str(answer) in told or (not told and "newest publication" in str(answer))


def cell(node: ast.expr) -> object:
    """Return what a cell would hold."""
    if isinstance(node, ast.Call):
        assert ast.unparse(node.func) == "DATE"
        return date(*map(ast.literal_eval, node.args))
    named = {"TRUE": True, "FALSE": False}
    return named[node.id] if isinstance(node, ast.Name) else ast.literal_eval(node)
