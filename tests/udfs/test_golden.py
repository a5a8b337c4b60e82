from __future__ import annotations

import pytest

import udfs
from tests.golden_cases import GOLDEN, GoldenCase, golden_cases

EXPLAINS = {"VSM_EXPLAIN", "VSM_STATUS"}


@pytest.mark.parametrize("case", golden_cases(), ids=str)
def test_answers_as_the_document_says(case: GoldenCase) -> None:
    function = getattr(udfs, case.function)
    if case.expected.startswith("error:"):
        with pytest.raises(ValueError, match=r"(?i)" + case.expected.removeprefix("error:")):
            function(*case.arguments)
        return
    answer = function(*case.arguments)
    if isinstance(answer, list):
        assert answer == [case.expected_row]
    elif isinstance(answer, str):
        assert answer == case.expected
    else:
        assert answer == float(case.expected)


def test_every_case_names_its_authority() -> None:
    assert all(case.who_says for case in golden_cases())


def test_every_function_that_answers_has_golden_cases() -> None:
    # A file of headings alone is no case.
    asked = {case.function for case in golden_cases()}
    assert asked == set(udfs.__all__) - EXPLAINS, "tests/golden: cases for each function"
    assert {path.stem for path in GOLDEN.glob("*.csv")} == asked
