from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

import udfs
from tests.conftest import forget_figures
from udfs import VSM_APPROVAL, VSM_AWARD, VSM_BAND, VSM_EXPLAIN, VSM_RANGE, VSM_STATUS
from xl_vsm import clock
from xl_vsm.parameters.store import SHIPPED
from xl_vsm.release import VERSION

DAY = date(2025, 6, 1)
TRUST = ("trust", 612_000_000)
DIRECTOR = ("director", *TRUST)
TRANSCRIBED = " (transcribed)"
LONG_AGO = date(2020, 1, 1)

BEFORE: list[tuple[str, tuple[object, ...]]] = [
    ("VSM_BAND", TRUST),
    ("VSM_RANGE", DIRECTOR),
    ("VSM_POSITION", (140_000, *DIRECTOR)),
    ("VSM_APPROVAL", (140_000, *DIRECTOR)),
    ("VSM_PREMIUM", (150_000, "exceptional performance", None, None)),
    ("VSM_WITHHOLD", (2, True, False, LONG_AGO)),
]


@pytest.mark.parametrize(("name", "given"), BEFORE)
def test_before_the_framework_the_earlier_one_is_refused_by_name(
    name: str, given: tuple[object, ...]
) -> None:
    for function, facts in ((getattr(udfs, name), given), (VSM_EXPLAIN, (name, *given))):
        with pytest.raises(ValueError, match="2021/22") as refused:
            function(*facts, date(2025, 3, 31))
        assert "31 March 2025" in str(refused.value)
        assert "February 2017" in str(refused.value)
        assert function(*facts, date(2025, 4, 1))


def test_the_award_before_the_framework_is_not_refused() -> None:
    assert VSM_AWARD(100_000, "award", date(2025, 3, 31)) == 5_000


def status_on(day: date, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(clock, "today", lambda: day)
    return str(VSM_STATUS())


def newest_publication() -> date:
    tables = (
        tomllib.loads(path.read_text(encoding="utf-8"))
        for path in SHIPPED.glob("*.toml")
        if path.name != "sources.toml"
    )
    return max(entry["published"] for table in tables for entry in table["publication"])


def test_the_status_names_release_newest_publication_and_gaps(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    newest = newest_publication()
    said = status_on(date(2026, 9, 30), monkeypatch).split("; ")
    assert said[0] == f"xl_vsm {VERSION}"
    assert said[1] == f"newest publication {newest:%B %Y}"  # its day was not seen
    assert said[2] == "pay ranges: illustrative, made up for this package"
    assert said[3] == "pending: withholding terms"
    assert said[4].startswith("transcribed: Agenda for Change pay points, ")
    assert "member contribution tiers" in said[4]
    assert "annual award" not in said[4]


@pytest.mark.parametrize(
    ("day", "pending"),
    [
        (date(2024, 9, 30), False),  # before the framework nothing waits for its terms
        (date(2025, 4, 1), False),
        (date(2026, 3, 31), False),
        (date(2026, 4, 1), True),
        (date(2027, 3, 31), True),
        (date(2027, 4, 1), True),  # the terms of 2026/27 have ended, and none follow
    ],
)
def test_the_status_says_when_the_terms_are_pending(
    day: date, pending: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = status_on(day, monkeypatch)
    assert ("pending: withholding terms" in said) is pending
    assert ("nothing pending" in said) is not pending


def test_the_status_of_an_early_day(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "2021/22" in status_on(date(2025, 3, 31), monkeypatch)
    assert "illustrative" not in status_on(date(2025, 3, 31), monkeypatch)
    assert "transcribed: nothing" in status_on(date(2015, 4, 1), monkeypatch)
    assert "annual award" in status_on(date(2025, 9, 30), monkeypatch).rpartition("transcribed")[2]


def load_ranges(folder: Path, certainty: str) -> None:
    """Load the ranges that come with the package as if a document had published them."""
    text = (SHIPPED / "pay-ranges.toml").read_text(encoding="utf-8")
    for old, new in (
        ('key = "illustrative"', 'key = "as-published"'),
        ("illustrative = true\n", ""),
        ('certainty = "synthetic"', f'certainty = "{certainty}"'),
        ('source = "illustrative"', 'source = "vsm-pay-ranges"'),
        ('locator = "this file"', 'locator = "tables 1 and 2"'),
    ):
        assert old in text
        text = text.replace(old, new)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pay-ranges.toml").write_text(text, encoding="utf-8")
    forget_figures()


@pytest.mark.parametrize(("certainty", "mark"), [("primary", ""), ("transcribed", TRANSCRIBED)])
def test_once_published_ranges_are_loaded_the_mark_is_gone(
    certainty: str, mark: str, rates_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load_ranges(rates_folder, certainty)
    assert VSM_BAND(*TRUST, DAY) == "D"
    assert VSM_APPROVAL(155_000, *DIRECTOR, DAY) == "NHS England"
    assert VSM_RANGE(*DIRECTOR, DAY) == [[130_000, 150_000, 160_000, "published"]]
    for name, given in BEFORE[:4]:
        said = VSM_EXPLAIN(name, *given, DAY)
        assert said.endswith(f"NHS provider and ICB pay ranges, tables 1 and 2{mark}")
        assert "llustrative" not in said
    said = status_on(date(2026, 9, 30), monkeypatch)
    assert "pay ranges: from 1 April 2025, published 15 May 2025, loaded by your organisation" in (
        said
    )
    assert "illustrative" not in said
    assert ("pay ranges" in said.rpartition("transcribed")[2]) is bool(mark)


def test_an_award_that_settles_no_amount_is_explained() -> None:
    said = VSM_EXPLAIN("vsm award", 150_000, "withhold management allowance only", DAY)
    assert "the doctors' and dentists' award is paid" in said
    said = VSM_EXPLAIN("VSM-AWARD", 150_000, "award", date(2026, 6, 1))
    assert "not to be applied until the criteria" in said
