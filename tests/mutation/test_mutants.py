"""The mutants are made where the rules stand, and what is said of survivors is still about some."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.mutation.explained import Explained, explanations, reasons, why
from tests.mutation.judging import Verdict, verdict
from tests.mutation.mutants import ROOT, Mutant, modules, mutants_of

CENTRAL = ROOT / "xl_vsm" / "rules" / "approvals" / "approver.py"
LEVY = ROOT / "xl_vsm" / "rules" / "paybill" / "apprenticeship_levy.py"


@pytest.fixture(scope="module")
def levy() -> list[Mutant]:
    return mutants_of(LEVY)


def test_a_decorated_rule_is_mutated_and_what_decorates_it(levy: list[Mutant]) -> None:
    changes = {(each.function, *each.change) for each in levy}
    assert ("apprenticeship_levy", "pay * p.apprenticeship_levy.rate") in {c[:2] for c in changes}
    assert ("", '"apprenticeship-levy"', '"XXapprenticeship-levyXX"') in changes
    assert ("_why", "of", "XX of XX") in changes


def test_each_is_one_change_to_the_text_and_is_python(levy: list[Mutant]) -> None:
    text = LEVY.read_text(encoding="utf-8")
    sources = [each.source for each in levy]
    assert len({text, *sources}) == 1 + len(levy)
    for each, source in zip(levy, sources, strict=True):
        assert compile(source, LEVY.name, "exec")
        assert each.line in range(1, text.count("\n") + 1)
    assert [each.number for each in levy] == list(range(1, len(levy) + 1))


def test_types_and_imports_are_left_alone() -> None:
    lines = CENTRAL.read_text(encoding="utf-8").splitlines()
    for each in mutants_of(CENTRAL):
        assert "import" not in lines[each.line - 1]
        assert "Decision[Approver]" not in each.change[0]


def test_every_module_is_mutated() -> None:
    found = {str(path.relative_to(ROOT)) for path in modules()}
    assert {"xl_vsm/rules/pay/premium.py", "xl_vsm/parameters/tables/pay.py"} <= found
    assert modules("premium") == [ROOT / "xl_vsm" / "rules" / "pay" / "premium.py"]


def test_what_is_explained_is_still_there() -> None:
    explained = explanations()
    files = {each.file for each in explained}
    there = [verdict(m, "") for file in sorted(files) for m in mutants_of(ROOT / Path(file))]
    for each in explained:
        assert any(each.is_about(one) for one in there), each
    assert {each.why for each in explained} == reasons().keys()


def test_only_what_is_meant_is_explained() -> None:
    spelling = Verdict("a.py", 1, "f", "text", '"NHS trust"', '"nhs trust"', "")
    other = Verdict("a.py", 1, "f", "text", '"NHS trust"', '"XXNHS trustXX"', "")
    by_case = [Explained("case", "a.py", "f", case_only=True)]
    assert (why(spelling, by_case), why(other, by_case)) == ("case", "")
    assert why(spelling, [Explained("case", "a.py", "g")]) == ""
    assert why(other, [Explained("it", "a.py", "f", after='"XXNHS trustXX"')]) == "it"
