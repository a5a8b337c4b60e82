from __future__ import annotations

import inspect
import re

import pytest
from pydantic import ValidationError

from making.carriers import COMMANDS, all_rules, carriers, families, figures_of, plain
from making.figures_page import figures_page
from making.functions_page import functions_page
from making.golden import Example, chosen
from making.rules_page import rules_page
from making.statements import Statement, statements
from tests.conftest import ROOT
from tests.docs.citations import citations_of
from xl_vsm.cli import abouts
from xl_vsm.parameters import shipped
from xl_vsm.parameters.tables import KINDS, PensionablePay
from xl_vsm.rules.rule import BRIEFING, REGISTRY, Citation

REFERENCE = ROOT / "docs" / "reference"
EVERY = statements()
CARRY = "docs/making/statements.toml: name each in `carried_by` of a statement, or in [besides]"
NAMED = {name for each in EVERY.statement.values() for name in each.carried_by}


def test_the_briefing_is_there_statement_by_statement() -> None:
    numbers = [number for number in EVERY.statement if number.startswith("S")]
    assert numbers == [f"S{i}" for i in range(1, 51)]
    assert {EVERY.statement[number].source for number in numbers} == {BRIEFING}


@pytest.mark.parametrize("letter", "SFDPN")
def test_no_number_is_left_out(letter: str) -> None:
    numbers = [number for number in EVERY.statement if number.startswith(letter)]
    assert numbers == [f"{letter}{i}" for i in range(1, len(numbers) + 1)]


def test_no_statement_is_there_twice() -> None:
    words = [each.words.casefold() for each in EVERY.statement.values()]
    assert len(words) == len(set(words))


def test_a_statement_has_a_carrier_or_a_reason_and_not_both() -> None:
    facts = {"words": "Pay is pay.", "source": BRIEFING, "place": "Key points"}
    with pytest.raises(ValidationError, match="either what carries it or why nothing does"):
        Statement.model_validate(facts)
    with pytest.raises(ValidationError, match="either what carries it or why nothing does"):
        Statement.model_validate({**facts, "carried_by": ["rule:band"], "no_rule": "a view"})


@pytest.mark.parametrize("number", EVERY.statement)
def test_each_row_is_whole(number: str) -> None:
    row = EVERY.statement[number]
    assert bool(row.carried_by) != bool(row.no_rule)
    assert row.source in EVERY.sources()
    assert set(row.carried_by) <= carriers().keys()
    assert len(set(row.carried_by)) == len(row.carried_by)
    assert row.words.endswith(".")
    assert not row.no_rule.endswith(".")
    page = (REFERENCE / "coverage.md").read_text(encoding="utf-8")
    line = next(line for line in page.splitlines() if f'"{number.lower()}"' in line)
    cells = re.split(r"(?<!\\)\|", line)[1:-1]
    assert len(cells) == 4
    assert all(cell.strip() for cell in cells)


def test_every_rule_has_a_statement() -> None:
    without = {f"rule:{name}" for name in all_rules()} - NAMED
    assert without == _besides("rule"), CARRY


def test_every_table_of_figures_has_a_statement() -> None:
    without = {f"figures:{name}" for name in KINDS} - NAMED
    assert without == _besides("figures"), CARRY


def test_every_rule_rests_on_figures_and_every_table_is_used_by_a_rule() -> None:
    assert {figures for name in all_rules() for figures in figures_of(name)} == KINDS.keys()


def test_every_family_of_checks_has_a_statement() -> None:
    named = {name.removeprefix("check:")[:3] for name in NAMED if name.startswith("check:")}
    without = {f"check:{family}" for family in families() - named}
    assert without == _besides("check"), CARRY


def test_every_rule_of_the_registry_is_told_of() -> None:
    assert REGISTRY.keys() <= all_rules().keys()


@pytest.mark.parametrize("name", all_rules())
def test_every_citation_of_a_rule_is_a_row_that_it_carries(name: str) -> None:
    rows = [EVERY.statement[number] for number in EVERY.carried_by(f"rule:{name}")]
    for cited in citations_of(plain(all_rules()[name])):
        if cited.source == BRIEFING:
            assert cited.locator in EVERY.carried_by(f"rule:{name}")
        else:
            assert any(_is_at(row, cited) for row in rows), cited


def test_citations_are_found_in_the_code() -> None:
    found = citations_of(plain(all_rules()["annual_pay"]))
    assert Citation("si-2015-94", "Case 1") in found
    assert Citation(BRIEFING, "S40") in citations_of(plain(all_rules()["withhold"]))
    assert Citation(BRIEFING, "S9") in citations_of(plain(all_rules()["band"]))


def test_every_kind_of_pay_comes_from_a_document_with_a_row() -> None:
    rows = [EVERY.statement[number] for number in EVERY.carried_by("figures:pensionable-pay")]
    for publication in shipped().series("pensionable-pay").publication:
        assert isinstance(publication.table, PensionablePay)
        sources = {kind.source for kind in publication.table.kinds}
        assert sources <= {row.source for row in rows}


@pytest.mark.parametrize("name", KINDS)
def test_every_document_behind_figures_has_a_row(name: str) -> None:
    made_here = {"illustrative", "transcription"}
    rows = {EVERY.statement[number].source for number in EVERY.carried_by(f"figures:{name}")}
    assert {each.source for each in shipped().series(name).publication} - made_here <= rows


def test_every_command_is_one() -> None:
    words = inspect.getsource(abouts)
    assert all(f"xl-vsm {name}" in words for name in COMMANDS)


@pytest.mark.parametrize("page", sorted(REFERENCE.glob("*.md")), ids=lambda page: page.name)
def test_every_link_of_a_reference_page_finds_its_anchor(page: object) -> None:
    path = REFERENCE / str(page)
    text = path.read_text(encoding="utf-8")
    for target, name in re.findall(r"\]\(([\w./-]*)#([^)]+)\)", text):
        other = (path.parent / target) if target else path
        assert f'<a id="{name}"></a>' in other.read_text(encoding="utf-8"), f"{target}#{name}"


@pytest.mark.parametrize("page", sorted(REFERENCE.glob("*.md")), ids=lambda page: page.name)
def test_no_anchor_stands_twice(page: object) -> None:
    text = (REFERENCE / str(page)).read_text(encoding="utf-8")
    anchors = re.findall(r'<a id="([^"]+)">', text)
    assert len(anchors) == len(set(anchors))


def test_the_pages_tell_of_what_cannot_be_relied_on() -> None:
    text = figures_page()
    assert "**Illustrative:" in text
    assert "**Pending:" in text
    assert "**Transcribed:" in text


def test_examples_name_documents() -> None:
    for text in (rules_page(), functions_page()):
        assert "contract fixed" not in text
        assert "| contract:" not in text


def test_the_examples_chosen_are_few_and_different() -> None:
    cases = [Example((str(i), "2025-04-01"), ("pay", "effective"), str(i), "x") for i in range(40)]
    assert len({case.expected for case in chosen(cases)}) == 6
    assert chosen(cases[:2]) == cases[:2]
    assert chosen([]) == []


def test_a_call_is_written_as_it_is_typed() -> None:
    case = Example(("trust", "1.5", "", "TRUE", ""), ("a", "b", "c", "d", "e"), "error:no", "x")
    assert case.typed("F") == 'F("trust", 1.5, , TRUE)'
    assert case.shown() == 'an error that says "no"'


def _besides(kind: str) -> set[str]:
    return {name for name in EVERY.besides if name.startswith(f"{kind}:")}


def _is_at(row: Statement, cited: Citation) -> bool:
    return row.source == cited.source and cited.locator.casefold() in row.place.casefold()
