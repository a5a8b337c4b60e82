from __future__ import annotations

from inspect import getdoc
from pathlib import Path

import pytest

from tests.golden_cases import golden_cases
from xl_vsm import rules
from xl_vsm.checks.registry import all_checks
from xl_vsm.checks.troubles import TROUBLES
from xl_vsm.cli import main
from xl_vsm.excel.view import noting
from xl_vsm.golden import worked_examples
from xl_vsm.parameters import shipped
from xl_vsm.parameters.lint import CODES
from xl_vsm.parameters.lint_rules import MEANINGS
from xl_vsm.reference.authority import ASKS, PLAIN, functions
from xl_vsm.reference.entries import explained, names_of
from xl_vsm.rules import REGISTRY
from xl_vsm.rules.words import squeeze


def said(capsys: pytest.CaptureFixture[str], subject: str) -> str:
    assert main(["explain", subject]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


@pytest.mark.parametrize("code", [check.code for check in all_checks()])
def test_every_check(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    out = said(capsys, code)
    check = next(check for check in all_checks() if check.code == code)
    assert out.startswith(f"{code} {check.name}\nSeverity: {check.severity}\n")
    assert check.doc in out
    for name in check.rests_on:
        assert f"xl-vsm rates {name}" in out


@pytest.mark.parametrize("trouble", TROUBLES, ids=lambda t: t.code)
def test_every_trouble(trouble: object, capsys: pytest.CaptureFixture[str]) -> None:
    out = said(capsys, trouble.code)  # type: ignore[attr-defined]
    assert out.startswith(f"{trouble.code} {trouble.name}\n")  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", REGISTRY)
def test_every_rule(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    out = said(capsys, name)
    assert out.startswith(f"{name}\n")
    for statement in REGISTRY[name].cites:
        assert statement.locator in out
    for figures in REGISTRY[name].rests_on:
        assert f"xl-vsm rates {figures}" in out
    assert "\nSource: " in out
    for figures in REGISTRY[name].rests_on:
        for publication in shipped().series(figures).publication:
            assert shipped().sources[publication.source].title in out
            for place in publication.locator.split("; "):
                assert place in out
    if name in ASKS.values() or list(worked_examples(name)):
        assert "\nWorked examples:\n  " in out


@pytest.mark.parametrize("name", ASKS)
def test_a_worksheet_function_rests_on_what_its_rule_does(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out, of_rule = said(capsys, name), said(capsys, ASKS[name])
    assert functions()[name].doc in out
    assert f"xl-vsm explain {ASKS[name]})" in out
    assert f"xl-vsm explain {name})" in of_rule
    for start in ("Source: ", "Figures: "):
        lines = [line for line in out.splitlines() if line.startswith(start)]
        assert lines
        assert lines == [line for line in of_rule.splitlines() if line.startswith(start)]
    examples = out.partition("\nWorked examples:\n")[2]
    assert len(examples.splitlines()) == 5
    assert examples == of_rule.partition("\nWorked examples:\n")[2]


def test_each_worksheet_function_asks_the_rule_that_is_said() -> None:
    asked_first: dict[str, str] = {}
    for case in golden_cases():
        if case.function in asked_first or case.expected.startswith("error:"):
            continue
        function = functions()[case.function]
        with noting() as asked:
            function.function(*function.read(*(cell or None for cell in case.arguments)))
        asked_first[case.function] = asked[0][0].name
    assert asked_first == ASKS
    assert functions().keys() - ASKS.keys() == {"VSM_EXPLAIN", "VSM_STATUS"}


@pytest.mark.parametrize(
    ("name", "cited"),
    [
        ("approver", ["S18"]),
        ("withhold", ["S35", "S36", "S37", "S38", "S39", "S40", "S43", "S44"]),
        ("annual_pay", ["Case 1", "significant change"]),
        ("pensionable", ["Challenged organisations (S46)"]),
    ],
)
def test_a_decision_cites_what_its_examples_rest_on(
    name: str, cited: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    out = said(capsys, name)
    sources = "".join(line for line in out.splitlines() if line.startswith("Source: "))
    for place in cited:
        assert place in sources


def test_broken_figures_of_an_organisation_do_not_stop_an_explanation(
    rates_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rates_folder.mkdir(parents=True)
    (rates_folder / "premia.toml").write_text("broken", encoding="utf-8")
    assert "Source: " in said(capsys, "VSM_WITHHOLD")


@pytest.mark.parametrize("name", PLAIN)
def test_every_plain_rule(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    out = said(capsys, name)
    function, figures = PLAIN[name]
    assert out.startswith(f"{name}\n\n{getdoc(function)}\n")
    for each in figures:
        assert f"xl-vsm rates {each}" in out
    assert ("Source: " in out) == bool(figures)
    assert ("Worked examples:" in out) == bool(list(worked_examples(name)))
    assert ":  (" not in out


def test_every_public_rule_is_known() -> None:
    public = {
        name
        for name in rules.__all__
        if name not in REGISTRY and name[0].islower() and callable(getattr(rules, name))
    }
    assert PLAIN.keys() == public


@pytest.mark.parametrize("code", CODES)
def test_every_fault_in_the_data(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    severity = "warning" if code == "DAT108" else "error"
    expected = f"{code} {CODES[code]}\nSeverity: {severity}\n\n{MEANINGS[code]}\n"
    assert said(capsys, code) == said(capsys, CODES[code]) == expected


def test_no_two_names_are_one_but_for_one_rule_and_its_function(
    capsys: pytest.CaptureFixture[str],
) -> None:
    names = [squeeze(name) for name in names_of(explained())]
    assert {name for name in names if names.count(name) > 1} == {"afcoverlap"}
    assert said(capsys, "AFC_OVERLAP").startswith("=AFC_OVERLAP(")
    assert said(capsys, "afc_overlap").startswith("afc_overlap\n")


@pytest.mark.parametrize(
    "subject", ["pen101", " PEN101 ", "contribution-rate-mismatch", "Contribution_Rate_Mismatch"]
)
def test_a_check_however_it_is_typed(subject: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, subject).startswith("PEN101 contribution-rate-mismatch\n")


def test_a_rule_however_it_is_typed(capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "Pay-Range") == said(capsys, "pay_range")
    assert said(capsys, "PAY RANGE") == said(capsys, "pay_range")


@pytest.mark.parametrize("subject", ["Vsm Band", "vsm-band", "VSMBAND", " vsm_band "])
def test_a_worksheet_function_however_it_is_typed(
    subject: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said(capsys, subject) == said(capsys, "VSM_BAND")


@pytest.mark.parametrize("subject", ["VSM_WITHHOLD", "nhs_pension_rate"])
def test_a_worksheet_function(subject: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, subject).startswith(f"={subject.upper()}(")


@pytest.mark.parametrize(
    ("subject", "near"),
    [("PEN110", "PEN10"), ("withold", "withhold"), ("contribution_rat", "contribution_rate")],
)
def test_a_near_miss(subject: str, near: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", subject]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "did you mean " in err
    assert near in err.partition("did you mean ")[2]


def test_nothing_like_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "@@@@"]) == 2
    err = capsys.readouterr().err
    assert "is called '@@@@'" in err
    assert "did you mean" not in err
