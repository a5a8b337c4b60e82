"""Days on the command line of `xl-vsm report`: in one form, and whoever types another is taught."""

from __future__ import annotations

from pathlib import Path

import pytest

from xl_vsm.cli.parser import run
from xl_vsm.committee import NotAsked
from xl_vsm.committee.settings import month

FORM = "days are typed as year-month-day, "
MONTHS = "months are typed as year-month, "


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("31/05/2025", "so for 31 May 2025 type 2025-05-31"),
        ("31 May 2025", "so for 31 May 2025 type 2025-05-31"),
        ("31.5.25", "so for 31 May 2025 type 2025-05-31"),
        ("2025-5-1", "so for 1 May 2025 type 2025-05-01"),
        ("2025-05", "so for the first day of May 2025 type 2025-05-01"),
        ("May", "such as 2025-05-31 for 31 May 2025"),
        ("31/13/2025", "such as 2025-05-31 for 31 May 2025"),
    ],
)
@pytest.mark.parametrize(
    ("kind", "option"),
    [("arrears", "--paid-by"), ("costing", "--effective"), ("annual", "--known")],
)
def test_a_day_in_another_form_says_what_to_type(
    kind: str, option: str, typed: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        run(["report", kind, "pay.xlsx", option, typed])
    assert ended.value.code == 2
    said = " ".join(capsys.readouterr().err.split())
    assert f"{option}: {typed!r} is not a date such as 2025-04-01: {FORM}{told}" in said


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("April 2025", "so for April 2025 type 2025-04"),
        ("1 April 2025", "so for April 2025 type 2025-04"),
        ("04/2025", "so for April 2025 type 2025-04"),
        ("2025-4", "so for April 2025 type 2025-04"),
        ("June", "such as 2025-04 for April 2025"),
    ],
)
def test_a_month_in_another_form_says_what_to_type(typed: str, told: str) -> None:
    with pytest.raises(NotAsked) as refused:
        month(typed)
    assert str(refused.value) == f"{typed!r} is not a month such as 2025-04: {MONTHS}{told}"


def test_what_is_in_the_form_is_taken(tmp_path: Path) -> None:
    assert month("2025-04").isoformat() == month("2025-04-30").isoformat() == "2025-04-01"
    # The day is read, and only then is there no such workbook.
    assert run(["report", "annual", str(tmp_path / "no.xlsx"), "--effective", "2025-05-31"]) == 2
