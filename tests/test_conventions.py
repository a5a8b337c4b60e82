"""What every rule, check and file keeps to, so that a new one is like the others."""

from __future__ import annotations

import ast
import re
from collections import Counter
from importlib import import_module
from inspect import getdoc
from pathlib import Path
from types import ModuleType

import pytest

from install.skeletons.left import left
from tests.conftest import ROOT
from xl_vsm.checks.check import Check
from xl_vsm.checks.registry import all_checks
from xl_vsm.checks.troubles import TROUBLES
from xl_vsm.parameters import shipped
from xl_vsm.parameters.lint import CODES
from xl_vsm.parameters.tables import KINDS
from xl_vsm.rules import REGISTRY
from xl_vsm.sheets.refused import REFUSALS
from xl_vsm.sheets.workbook import FAULTS

PACKAGE = ROOT / "xl_vsm"
CORE = sorted(
    path for folder in ("rules", "parameters") for path in (PACKAGE / folder).rglob("*.py")
)
RULES = sorted((PACKAGE / "rules").rglob("*.py"))
CHECKS = sorted((PACKAGE / "checks").glob("*/*.py"))
PYTHON = sorted(
    path
    for folder in ("xl_vsm", "udfs", "tests", "workbooks", "install")
    for path in (ROOT / folder).rglob("*.py")
)
LONGEST = 300

ARITHMETIC = {
    -1: "the last of a list, or one place before",
    0: "nothing: a bound, or the first of a list",
    1: "the whole of a rate, or one more",
    2: "two places, as of pence",
    3: "how many near names to offer",
    12: "months in a year",
    100: "a rate as a percentage",
}
"""Numbers that a rule may write, for they come from no document. Any other is a parameter."""


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def module_of(path: Path) -> ModuleType:
    return import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))


def test_nothing_is_left_to_fill_in() -> None:
    assert left(ROOT) == [], "what install/new_rule.py wrote, and nobody has filled in"


@pytest.mark.parametrize("path", [p for p in CHECKS if p.stem != "__init__"], ids=named)
def test_a_file_holds_one_check_which_it_is_named_for(path: Path) -> None:
    module = module_of(path)
    made = [
        name
        for name, value in vars(module).items()
        if isinstance(value, Check) and all_checks().count(value)
    ]
    registered = [
        node.name
        for node in tree_of(path).body
        if isinstance(node, ast.FunctionDef)
        and any("check" in ast.unparse(mark) for mark in node.decorator_list)
    ]
    assert len(registered) <= 1
    assert set(registered) <= set(made)
    if registered:
        check = getattr(module, registered[0])
        assert path.stem == registered[0] == check.name.replace("-", "_")
        assert (module.__doc__ or "").startswith(f"{check.code}.")


def test_every_check_has_a_file() -> None:
    files = {path.stem for path in CHECKS}
    assert {check.name.replace("-", "_") for check in all_checks()} <= files


@pytest.mark.parametrize("check", all_checks(), ids=lambda c: c.code)
def test_a_check_says_what_is_wrong_what_is_right_and_why(check: Check) -> None:
    title, *rest = check.doc.split("\n")
    assert title.endswith(".")
    body = "\n".join(rest)
    wrong, right, why = (body.index(word) for word in ("Wrong: ", "Right: ", "Why: "))
    assert wrong < right < why


@pytest.mark.parametrize("check", all_checks(), ids=lambda c: c.code)
def test_a_check_rests_on_figures_that_there_are(check: Check) -> None:
    assert set(check.rests_on) <= set(KINDS)
    assert check.severity in {"error", "warning", "note"}


@pytest.mark.parametrize("name", REGISTRY)
def test_every_rule_is_described(name: str) -> None:
    made = REGISTRY[name]
    doc = getdoc(made.function) or ""
    assert doc.startswith("Return ")
    assert doc.split("\n")[0].endswith((".", ":", ",")) or doc.count(".")
    assert set(made.rests_on) <= set(KINDS)
    annotations = made.function.__annotations__
    assert list(annotations)[-2:] == ["p", "return"]
    assert annotations["p"] == "Parameters"


def test_every_code_is_used_once_and_well_shaped() -> None:
    codes = [check.code for check in all_checks()]
    codes += [trouble.code for trouble in TROUBLES] + list(CODES)
    assert [code for code, number in Counter(codes).items() if number > 1] == []
    assert all(re.fullmatch(r"[A-Z]{3}\d{3}", code) for code in codes)
    # Every code that a workbook can be refused or faulted with is explained.
    assert {*REFUSALS, *FAULTS} <= set(codes)


def test_every_name_is_used_once_and_well_shaped() -> None:
    names = [check.name for check in all_checks()]
    names += list({trouble.name for trouble in TROUBLES})
    assert [name for name, number in Counter(names).items() if number > 1] == []
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", name) for name in names)


@pytest.mark.parametrize("path", CORE, ids=named)
def test_no_float_in_rules_and_parameters(path: Path) -> None:
    for node in ast.walk(tree_of(path)):
        assert not (isinstance(node, ast.Constant) and isinstance(node.value, float)), (
            f"line {node.lineno}"  # type: ignore[attr-defined]
        )
        called = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        assert not (called and node.func.id == "float"), f"line {node.lineno}"  # type: ignore[attr-defined]


@pytest.mark.parametrize("path", RULES, ids=named)
def test_no_number_in_a_rule(path: Path) -> None:
    tree = tree_of(path)
    written = [
        (node.lineno, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, int)
        and not isinstance(node.value, bool)
        and node.value not in ARITHMETIC
    ]
    assert written == []
    # A number may not hide in the text of a Decimal either, but for the penny that money has.
    in_text = [
        node.args[0].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "Decimal"
        and isinstance(node.args[0], ast.Constant)
    ]
    assert set(in_text) <= {"0.01", *ARITHMETIC}


@pytest.mark.parametrize("path", PYTHON, ids=named)
def test_no_file_is_long(path: Path) -> None:
    with path.open(encoding="utf-8") as file:
        assert sum(1 for _ in file) <= LONGEST


def test_every_statement_cited_is_one_of_the_fifty() -> None:
    texts = [path.read_text(encoding="utf-8") for path in PYTHON if PACKAGE in path.parents]
    texts += [path.read_text(encoding="utf-8") for path in (PACKAGE / "parameters").rglob("*.toml")]
    numbers = {int(n) for text in texts for n in re.findall(r"\bS(\d{1,3})\b", text)}
    assert numbers
    assert all(1 <= number <= 50 for number in numbers)


def test_every_rule_cites_statements_that_there_are() -> None:
    for made in REGISTRY.values():
        for cite in made.cites:
            assert cite.source in shipped().sources
            assert re.fullmatch(r"S([1-9]|[1-4]\d|50)", cite.locator)
