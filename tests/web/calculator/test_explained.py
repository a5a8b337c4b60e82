"""The arguments of VSM_EXPLAIN, read and doubted as the form of the function explained does."""

from __future__ import annotations

import pytest

from tests.web.calculator.asking import Asker, answer, faults, formula

DAY = "31 May 2025"


def asked(function: str, *given: str) -> dict[str, str]:
    """Return the fields of a form that has a function explained."""
    arguments = {f"argument_{number}": said for number, said in enumerate(given, 1)}
    return {"function_name": function, **arguments}


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (
            asked("NHS_PENSION_TIER", "64k", "31/05/2025"),
            '=VSM_EXPLAIN("NHS_PENSION_TIER", 64000, DATE(2025, 5, 31))',
        ),
        (
            asked("vsm range(", "CEO", "provider", "512,400 (£000)", DAY),
            '=VSM_EXPLAIN("vsm range(", "chief executive", "trust", 512400000, DATE(2025, 5, 31))',
        ),
        (
            asked("VSM_PREMIUM", "150k", "exceptional performance", "5%", "", DAY, "no"),
            (
                '=VSM_EXPLAIN("VSM_PREMIUM", 150000, "exceptional performance", 0.05, ,'
                " DATE(2025, 5, 31), FALSE)"
            ),
        ),
    ],
)
def test_they_are_read_as_its_own_form_does(asker: Asker, said: dict[str, str], shown: str) -> None:
    page = asker.ask("VSM_EXPLAIN", **said)
    assert len(answer(page)) == 1
    assert formula(page) == shown
    assert "Look at what you typed" not in page.words
    assert set(said.values()) <= set(page.values("value", "input"))


def test_they_are_doubted_as_its_own_form_does(asker: Asker) -> None:
    page = asker.ask("VSM_EXPLAIN", **asked("VSM_BAND", "trust", "612", DAY))
    warning = page.words.partition(" Answer ")[0]
    assert "Size: 612 is read as £612, which is very little for an annual turnover." in warning
    assert "#argument_2" in page.values("href", "a")
    assert len(answer(page)) == 1


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            asked("VSM_POSITION", "lots", "", "trust", "£612m", "31/05/25"),
            [
                "Salary must be a number, not 'lots'",
                "Enter the role",
                (
                    "Effective date must have its year in full, such as 31/05/2025 or 31 May "
                    '2025, not "31/05/25"'
                ),
            ],
        ),
        (
            asked("NHS_PENSION_TIER", f"64k{' ' * 198}9"),
            ["Argument 1 must be no more than 200 signs"],
        ),
        (
            asked("NHS_PENSION_TIER", "-5", DAY),
            ["Pensionable pay must be £0 or more, not -£5"],
        ),
        (
            asked("NHS_PENSION_TIER", "64k", "31/03/2015"),
            [
                (
                    "Effective date is not covered. NHS Pension Scheme member contribution tiers: "
                    "the first table here is from 1 April 2015; there is none for 31 March 2015"
                )
            ],
        ),
    ],
)
def test_what_is_wrong_stands_at_the_argument(
    asker: Asker, said: dict[str, str], told: list[str]
) -> None:
    page = asker.ask("VSM_EXPLAIN", **said)
    assert faults(page) == told
    assert answer(page) == []


def test_a_function_that_there_is_not_is_said_at_its_name(asker: Asker) -> None:
    (fault,) = faults(asker.ask("VSM_EXPLAIN", **asked("VSM_BADN", "trust")))
    assert fault == "Function name must be a function here, such as VSM_BAND, not 'VSM_BADN'"
