"""The worked examples that `explain` shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from xl_vsm import golden
from xl_vsm.golden import worked_examples


def test_a_case_reads_as_a_sentence() -> None:
    case = next(worked_examples("NHS_PENSION_TIER"))
    assert case.expected == "1"
    assert str(case).startswith("pensionable_pay 0, effective 2015-04-01: 1 (")


def test_a_case_that_is_refused_says_so() -> None:
    refused = [str(case) for case in worked_examples("VSM_PREMIUM") if "error:" in case.expected]
    assert any("is refused, naming 10%" in words for words in refused)


def test_a_rule_without_a_function_has_cases_too() -> None:
    assert any(case.given["kind_of_pay"] == "bonus" for case in worked_examples("pensionable"))


def test_without_the_cases_there_are_no_examples(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(golden, "FOLDER", None)
    assert list(worked_examples("VSM_BAND")) == []


def test_what_has_no_cases_has_no_examples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(golden, "FOLDER", tmp_path)
    assert list(worked_examples("VSM_BAND")) == []
