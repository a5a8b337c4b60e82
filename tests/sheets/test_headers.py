"""Headings, and the catalogue of what they mean."""

from datetime import date
from decimal import Decimal
from typing import get_args, get_type_hints

import pytest

from xl_vsm.sheets import Entry, Particulars, PostRow
from xl_vsm.sheets.fields import FIELDS, catalogue, column_field
from xl_vsm.sheets.headers import heading, words

KINDS = {
    "text": Entry[str],
    "money": Entry[Decimal],
    "number": Entry[Decimal],
    "rate": Entry[Decimal],
    "integer": Entry[int],
    "yesno": Entry[bool],
    "date": Entry[date],
}
OWN = {"sheet", "number", "across", "hidden"}


@pytest.mark.parametrize(
    ("model", "fields", "own"),
    [(PostRow, catalogue().rows, OWN), (Particulars, catalogue().particulars, set())],
)
def test_the_catalogue_and_the_models_agree(model, fields, own):
    hints = get_type_hints(model)
    assert set(model.names()) - own == set(fields), "fields.toml and sheets/post.py differ"
    for name, field in fields.items():
        kinds = get_args(hints[name])
        assert kinds[0] == KINDS[field.kind], name


def test_every_heading_is_normal_and_means_one_thing():
    for fields in (catalogue().rows, catalogue().particulars):
        seen = {}
        for field in fields.values():
            for text in field.headers:
                assert heading(text).candidates == (text,), text
                assert seen.setdefault(text, field.name) == field.name, text
            for groups, owns in field.grouped:
                for text in (*groups, *owns):
                    assert text == words(text)
                for pair in ((above, own) for above in groups for own in owns):
                    assert seen.setdefault(pair, field.name) == field.name, pair


def test_what_rows_and_the_organisation_both_state_is_one_kind_of_thing():
    for name in catalogue().rows.keys() & catalogue().particulars.keys():
        one, other = catalogue().rows[name], catalogue().particulars[name]
        assert (one.kind, one.label) == (other.kind, other.label)
    assert FIELDS["salary"].label == "salary"
    assert FIELDS["effective"].kind == "date"


@pytest.mark.parametrize(
    ("text", "field", "scale"),
    [
        ("Post", "post", 1),
        ("Post title (as on ESR)", "post", 1),
        ("JOB TITLE", "post", 1),
        ("Post\nno.", "reference", 1),
        ("Post #", "reference", 1),
        ("Base salary*", "salary", 1),
        ("Base salary\n(FTE) £", "salary", 1),
        ("Base salary (£000)", "salary", 1000),
        ("Base salary £'000", "salary", 1000),
        ("Base salary £\u2019000s", "salary", 1000),
        ("Base salary (£k)", "salary", 1000),
        ("Turnover £m", "turnover", 1_000_000),
        ("Turnover (£ million)", "turnover", 1_000_000),
        ("Salary 2025/26", "salary", 1),
        ("Salary at 1 April 2025 (£ p.a.)", "salary", 1),
        ("Salary as at 01/04/2025", "salary", 1),
        ("Salary¹", "salary", 1),
        ("Salary (1)", "salary", 1),
        ("Salary (a)", "salary", 1),
        ("Salary [2]", "salary", 1),
        ("Employer\u2019s NI", "employer_national_insurance", 1),
        ("Employer's NI (15%)", "employer_national_insurance", 1),
        ("Terms & conditions", "contract", 1),
        ("W.T.E.", "fte", 1),
        ("WTE", "fte", 1),
        ("Contribution rate (%)", "pension_rate", 1),
        ("Objectives met?", "objectives_met", 1),
        ("Pension contribution %", "pension_rate", 1),
        ("EE %", "pension_rate", 1),
        ("Premium (%)", "premium_rate", 1),
        ("FTE %", "fte", 1),
        ("Employer pension %", None, 1),
        ("Name", None, 1),
        ("x" * 200, None, 1),
        ("", None, 1),
    ],
)
def test_headings(text, field, scale):
    found = column_field(text)
    assert (found.name if found else None) == field
    assert heading(text).scale == scale


@pytest.mark.parametrize(
    ("group", "own", "merged", "field"),
    [
        ("Pay premium", "Rate", True, "premium_rate"),
        ("Pay premium", "%", True, "premium_rate"),
        ("Pay premium", "£ a year", True, "premium_amount"),
        ("Pay premium", "Start date", True, "premium_start"),
        ("Pay premium", "Ref", True, None),
        ("Pay premium", "Ref", False, "reference"),
        ("NHS Pension Scheme (2015)", "Rate", True, "pension_rate"),
        ("NHS Pension", "Employer", True, "employer_pension"),
        ("Employer costs", "NI", True, "employer_national_insurance"),
        ("Employer costs", "Apprenticeship levy", True, "apprenticeship_levy"),
        ("Annual award 2025/26", "Award £", True, "award_amount"),
        ("Post", "Title", True, "post"),
        ("Post", "WTE", True, "fte"),
        ("Actual", "Pensionable pay", True, "pensionable_pay"),
        ("Something else", "Salary", True, "salary"),
        ("", "Rate", False, None),
    ],
)
def test_headings_in_two_rows(group, own, merged, field):
    found = column_field(own, group, merged=merged)
    assert (found.name if found else None) == field


def test_units_alone():
    assert heading("£000").unit_only
    assert heading("%").candidates == ("rate",)
    assert heading("2025/26").candidates == ()
    assert not heading("2025/26").unit_only
