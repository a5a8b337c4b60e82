from __future__ import annotations

import pytest

from xl_vsm.checks.registry import all_checks
from xl_vsm.checks.troubles import TROUBLES
from xl_vsm.cli import main
from xl_vsm.rules import REGISTRY


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


@pytest.mark.parametrize(
    "subject", ["pen101", " PEN101 ", "contribution-rate-mismatch", "Contribution_Rate_Mismatch"]
)
def test_a_check_however_it_is_typed(subject: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, subject).startswith("PEN101 contribution-rate-mismatch\n")


def test_a_rule_however_it_is_typed(capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "Pay-Range") == said(capsys, "pay_range")


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
