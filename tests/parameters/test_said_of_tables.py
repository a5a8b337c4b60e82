"""What people are told where no table answers or theirs cannot be used, and which one stands."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.conftest import forget_figures
from xl_vsm.parameters import NotInForce, ParameterFileError, Parameters, Store, shipped
from xl_vsm.parameters.days import day
from xl_vsm.parameters.parameters import in_words
from xl_vsm.parameters.publication import Publication, Series
from xl_vsm.parameters.standing import standing

from .folders import HEAD, change, copy, entry

TERMS, TIERS = "withholding-terms", "member-contribution-tiers"
SCHEME = "NHS Pension Scheme member contribution tiers"
BEFORE = (
    "The framework is not retrospective (S2). Until 31 March 2025 trusts went by NHS Improvement's"
    " guidance of February 2017, and integrated care boards by NHS England's executive pay"
    " framework of 2021/22; neither is covered"
)
FIRST = "the first table here is from 1 April 2025; there is none for"
TOO_EARLY = f"{FIRST} 31 March 2025. {BEFORE}"
NAME = "central-approval"


AWARD = "Terms for withholding the annual award: the latest known to hold"
ENDED = f"{AWARD} began on 1 April 2026 and ended before 1 April 2027; nothing published"


@pytest.mark.parametrize(
    ("name", "effective", "known", "words"),
    [
        (
            *(TIERS, date(2015, 3, 31), None),
            f"{SCHEME}: the first table here is from 1 April 2015; there is none for 31 March 2015",
        ),
        (
            *(TIERS, date(2015, 4, 1), date(2015, 2, 11)),
            f"{SCHEME}: nothing for 1 April 2015 had been published by 11 February 2015",
        ),
        (*(NAME, date(2025, 3, 31), date(2025, 6, 1)), f"Central approval threshold: {TOO_EARLY}"),
        (*(TERMS, date(2027, 4, 1), None), f"{ENDED} says what follows"),
        (
            *(TERMS, date(2027, 4, 1), date(2026, 9, 1)),
            f"{ENDED} by 1 September 2026 says what follows",
        ),
    ],
)
def test_why_no_table_answers(name: str, effective: date, known: date | None, words: str) -> None:
    with pytest.raises(NotInForce) as refused:
        shipped().answer(name, effective, known)
    assert str(refused.value) == words


def own(folder: Path, text: str, name: str = NAME) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


NOWHERE = entry("ours", "2025-04-01", "2026-01-01").replace('"illustrative"', '"nowhere"')
DOCUMENT = '[illustrative]\ntitle = "T"\npublisher = "P"\nseen = "whole"\n'


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        (
            *(NAME, HEAD + entry("2025-05", "2025-04-01", "2026-01-01")),
            (
                "central-approval.toml: '2025-05' is a publication of this release; call yours"
                " something else"
            ),
        ),
        (
            *("sources", DOCUMENT),
            "sources.toml: 'illustrative' is a document of this release; call it something else",
        ),
        (
            *(NAME, HEAD + NOWHERE),
            "central-approval.toml: 'ours' rests on 'nowhere', which is not in sources.toml",
        ),
        ("pay_ranges", "", "pay_ranges.toml: there are no figures of this name"),
    ],
)
def test_why_an_organisations_figures_cannot_be_used(
    tmp_path: Path, name: str, text: str, words: str
) -> None:
    store = Store(own=own(tmp_path, text, name))
    with pytest.raises(ParameterFileError) as refused:
        _ = store.read_own(), store.sources
    assert str(refused.value) == (
        f"the figures that your organisation loaded cannot be used. In {tmp_path}, {words}."
        " Correct that file, or move it out of the folder and load the published document again"
        " with `xl-vsm rates import`"
    )


def test_which_table_stands(rates_folder: Path) -> None:
    of_release = "published 10 July 2025, part of this release"
    assert standing(Parameters(date(2025, 6, 1)), TIERS) == (
        f"member contribution tiers: from 1 April 2025, {of_release}"
    )
    assert standing(Parameters(date(2020, 1, 1))) == (
        f"pay ranges: none. VSM pay ranges: {FIRST} 1 January 2020. {BEFORE}"
    )
    ranges = (copy(rates_folder / "made") / "pay-ranges.toml").read_text(encoding="utf-8")
    ranges = ranges.replace('key = "illustrative"', 'key = "ours"')
    ranges = ranges.replace("illustrative = true\n", "").replace('"synthetic"', '"primary"')
    own(rates_folder, ranges, "pay-ranges")
    forget_figures()
    stands = "pay ranges: from 1 April 2025, published 15 May 2025, loaded by your organisation"
    assert standing(Parameters(date(2026, 3, 31))) == stands
    overtaken = standing(Parameters(date(2026, 4, 1)))
    assert overtaken.startswith(f"{stands}; but ")
    assert "3.0% from 1 April 2026" in overtaken
    assert standing(Parameters(date(2026, 4, 1), date(2026, 4, 1))) == stands


def test_names_and_days_as_people_write_them() -> None:
    assert in_words("afc-pay-points") == "Agenda for Change pay points"
    assert in_words("employer-national-insurance") == "employer national insurance"
    assert day(date(2025, 4, 1)) == "1 April 2025"
    assert day(date(2025, 12, 31)) == "31 December 2025"


def only(series: Series, key: str) -> Publication:
    return next(each for each in series.publication if each.key == key)


def test_the_month_where_the_day_of_publication_was_not_seen() -> None:
    tiers = only(shipped().series(TIERS), "2025-07")
    assert tiers.published_words == "10 July 2025"
    month = tiers.model_copy(update={"published_precision": "month"})
    assert month.published_words == "July 2025"


@pytest.mark.parametrize(
    ("certainty", "transcribed"),
    [
        ("primary", False),
        ("briefing", False),
        ("transcribed", True),
        ("derived", True),
        ("synthetic", False),
    ],
)
def test_copies_and_arithmetic_are_marked(certainty: str, transcribed: bool) -> None:
    entry = only(shipped().series(TIERS), "2025-07").model_copy(update={"certainty": certainty})
    assert entry.transcribed is transcribed


def test_the_files_of_two_folders_have_a_digest_of_their_own(tmp_path: Path) -> None:
    one = copy(tmp_path / "one")
    assert Store(one).digest == shipped().digest
    assert len(Store(one).digest) == 64
    ours = own(tmp_path / "ours", HEAD + entry("ours", "2025-10-01", "2025-10-01"))
    assert len({Store(one).digest, Store(one, ours).digest, Store(ours, one).digest}) == 3
    change(one, "premia", "rate = 0.10", "rate = 0.11")
    assert Store(one).digest != shipped().digest
    (ours / f"{NAME}.toml").rename(ours / "premia.toml")
    assert Store(one, ours).digest != Store(one, own(tmp_path / "ours", HEAD)).digest


def test_of_two_changes_announced_the_later_one_counts() -> None:
    series = shipped().series("pay-ranges")
    (change,) = series.announced
    later = change.model_copy(update={"effective_from": date(2027, 4, 1)})
    (made_up,) = series.publication
    real = made_up.model_copy(update={"illustrative": False, "certainty": "primary"})
    both = series.model_copy(update={"publication": (real,), "announced": (later, change)})
    told = change.published
    assert both.overtaken(date(2026, 4, 1), told - timedelta(days=1)) is None
    assert both.overtaken(date(2026, 4, 1), told) == change
    loaded = real.model_copy(update={"key": "ours", "published": told + timedelta(days=1)})
    late = both.model_copy(update={"publication": (made_up, loaded)})
    assert late.overtaken(date(2026, 4, 1), told) is None  # only the made-up one was known
    assert late.overtaken(date(2026, 4, 1)) == change
    assert both.overtaken(date(2027, 3, 31)) == change
    assert both.overtaken(date(2027, 4, 1)) == later
    assert both.overtaken(real.effective_from) is None
    on_its_day = change.model_copy(update={"effective_from": real.effective_from})
    held = series.model_copy(update={"publication": (real,), "announced": (on_its_day,)})
    assert held.overtaken(date(2027, 4, 1)) is None
