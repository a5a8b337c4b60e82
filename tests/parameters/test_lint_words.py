"""What the linter tells whoever brings a table up to date: to the letter, and of which entry."""

from __future__ import annotations

import errno
import os
import tomllib
from datetime import date
from pathlib import Path

import pytest

from xl_vsm.parameters.lint import lint
from xl_vsm.parameters.tables import KINDS

from .folders import HEAD, change, copy, entry, thresholds

TODAY = date(2026, 10, 1)
TIERS, AFC = "member-contribution-tiers", "afc-pay-points"
AFC_8D_TOP = '    { band = "8d", point = "top", pay = 105_337 },\n'
BRIEFING = "nhs-providers-2025-05-15"
FIRST_RANGE = "chief executive band A"
PROVIDERS = "https://nhsproviders.org/resources/"
RISING = "minimum, operational maximum and exception zone maximum must rise"
A_NUMBER = "is not a multiple of 1"

# the file, what is changed in it and to what; the entry blamed, and the words
EDITS = [
    (TIERS, "basis = ", "basic = 1\nbasis = ", "2015-04", "basic: unknown key"),
    (TIERS, 'y = "2015-04"', 'y = "April 15"', "April 15", "key: must be one word without spaces"),
    (TIERS, "0.050", '"5%"', "2015-04", "tiers.0.rate: must be a number, not '5%'"),
    (TIERS, 'title = "', 'titel = "x"\ntitle = "', "", "titel: unknown key"),
    (
        *(TIERS, 'id = "member', 'id = "members', ""),
        "its id is 'members-contribution-tiers', which is not the name of the file",
    ),
    ("sources", 'publisher = "NHS Providers"\n', "", BRIEFING, "publisher: is missing"),
    (AFC, AFC_8D_TOP, AFC_8D_TOP + AFC_8D_TOP, "2025-26", "a pay point stands twice"),
    (
        *("pensionable-pay", 'kind = "wages"', 'kind = "salary"', "2015-04"),
        "a kind of pay stands twice",
    ),
    (TIERS, 'source = "si-2015-96"\n', "", "2015-04", "source: is missing"),
    (
        *("premia", 'locator = "Pay premia, first ground (S31, S32)"\n', "", "2025-05"),
        "grounds.0.locator: is missing",
    ),
    (
        *(TIERS, 'source = "si-2015-96"', 'source = "si-2015-69"', "2015-04"),
        "source 'si-2015-69' is not in sources.toml",
    ),
    (
        *("sources", f"{PROVIDERS}on-the-day-briefing-nhs-pay-", "http://a.org/", BRIEFING),
        "http://a.org/framework-for-very-senior-managers: must begin with https://",
    ),
    (
        *(TIERS, "published = 2026-03-31", "published = 2026-10-02", "2026-04"),
        "published on 2 October 2026, which has not come yet",
    ),
    (
        *(TIERS, "checked = 2026-09-30", "checked = 2026-10-02", ""),
        "checked on 2 October 2026, which has not come yet",
    ),
    (
        *(TIERS, "published = 2015-02-12", "published = 2018-04-05", "2015-04"),
        "published on 5 April 2018, in effect from 1 April 2015: more than three years apart",
    ),
    (
        *(TIERS, 'replaces = ["2025-03"]\n', "", "2025-07"),
        "takes effect with '2025-03', is later, and does not say it replaces it",
    ),
    (TIERS, "0.056", "0.050", "2015-04", "the rates must rise from each step to the next"),
    (TIERS, "15_432", "0", "2015-04", "the tiers must rise from each step to the next"),
    (TIERS, "from = 0,", "from = 1,", "2015-04", "the tiers must begin at 0"),
    (
        *("pay-ranges", "from = 800_000_000", "from = 1", "illustrative"),
        "trust: the bands must rise from each step to the next",
    ),
    (
        *("pay-ranges", "operational_maximum = 160_000", "operational_maximum = 140_000"),
        "illustrative",
        f"trust.ranges.0: {FIRST_RANGE}: {RISING}",
    ),
    (
        *("pay-ranges", '{ band = "E", from = 800_000_000 },', "", "illustrative"),
        "trust: each role needs one range in each band, and no other",
    ),
    (AFC, "105_337", "96_941", "2025-26", "band 8d: top is not above intermediate"),
    (
        *(AFC, '    { band = "2", point = "only", pay = 22_383 },\n', "", "2023-24"),
        "band 2 is missing",
    ),
    (TIERS, "15_432", "15_431.50", "2015-04", f"from: 15431.50 {A_NUMBER}"),
    (TIERS, "0.056", "0.0565", "2015-04", "rate: 0.0565 is not a multiple of 0.001"),
    (AFC, "105_337", "105_337.25", "2025-26", f"band 8d top: 105337.25 {A_NUMBER}"),
    (
        *("pay-ranges", "from = 800_000_000", "from = 800_000_000.5", "illustrative"),
        f"band E from: 800000000.5 {A_NUMBER}",
    ),
    (
        *("pay-ranges", "minimum = 140_000", "minimum = 140_000.5", "illustrative"),
        f"{FIRST_RANGE} minimum: 140000.5 {A_NUMBER}",
    ),
    (
        *("pay-ranges", "l_maximum = 160_000", "l_maximum = 160_000.5", "illustrative"),
        f"{FIRST_RANGE} operational maximum: 160000.5 {A_NUMBER}",
    ),
    (
        *("pay-ranges", "zone_maximum = 170_000", "zone_maximum = 170_000.5", "illustrative"),
        f"{FIRST_RANGE} exception zone maximum: 170000.5 {A_NUMBER}",
    ),
    ("central-approval", "170_000", "170_000.01", "2025-05", f"above: 170000.01 {A_NUMBER}"),
    (
        *("employer-national-insurance", "threshold = 5_000", "threshold = 5_000.5", "2025-26"),
        f"secondary_threshold: 5000.5 {A_NUMBER}",
    ),
    ("apprenticeship-levy", "15_000", "15_000.5", "2017-04", f"allowance: 15000.5 {A_NUMBER}"),
    (
        *(TIERS, "checked = 2026-09-30", "checked = 2025-09-30", ""),
        "last checked on 30 September 2025; look for a newer publication and change the date",
    ),
    (TIERS, "111_377", "999_999", "2015-04", "999999 stands for no limit; leave the key out"),
    (
        *("withholding-terms", "until = 2027-04-01", "until = 2099-12-31", "2026-27"),
        "2099-12-31 stands for no end; leave the key out",
    ),
    (
        *("employer-pension", "centrally = 0.063", "centrally = 0.064", "2019-04"),
        "the employer's part and the central part must make the whole rate",
    ),
    (
        *("withholding-terms", "decided = true", "decided = false", "2025-26"),
        "decided terms state everything, terms under review state nothing",
    ),
    (
        *(TIERS, '["2025-03"]', '["2025-03", "2025-02"]', "2025-07"),
        "replaces '2025-02', which is not here",
    ),
    (
        *("pay-ranges", "illustrative = true\n", "", "illustrative"),
        "is illustrative or synthetic, but not both",
    ),
    (
        *("withholding-terms", "until = 2027-04-01", "until = 2026-04-01", "2026-27"),
        "ends on 1 April 2026, before it has begun",
    ),
    (
        *("annual-award", 'pay_year = "2026/27"', 'pay_year = "2025/26"', "2026-27"),
        "is for the pay year 2025/26, as '2025-26' is, and does not replace it",
    ),
    (
        *("annual-award", "until = 2024-04-01", "until = 2024-03-01", "2023-24"),
        "ends before '2024-25' begins, so that there is no table for 1 March 2024 to 31 March 2024",
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "key", "words"), EDITS)
def test_what_is_said_of_a_fault(
    tmp_path: Path, file: str, old: str, new: str, key: str, words: str
) -> None:
    folder = copy(tmp_path)
    change(folder, file, old, new)
    (fault,) = lint(folder, TODAY)
    assert (fault.file, fault.key, fault.message) == (f"{file}.toml", key, words)


A = entry("a", "2025-04-01", "2025-04-01")


@pytest.mark.parametrize(
    ("entries", "key", "words"),
    [
        ([A, entry("a", "2025-05-01", "2025-05-01")], "a", "stands more than once"),
        (
            [A, entry("b", "2025-04-01", "2025-04-01")],
            "b",
            "has both dates of 'a', so neither can be preferred",
        ),
        ([A.replace('key = "a"', "")], "", "key: is missing"),
        (
            [A, entry("b", "2025-04-01", "2025-05-01", 1, 'stage = "withdrawn"')],
            "b",
            "is withdrawn but does not say in `replaces` what it cancels",
        ),
    ],
)
def test_what_is_said_of_publications_together(
    tmp_path: Path, entries: list[str], key: str, words: str
) -> None:
    (fault,) = lint(thresholds(tmp_path, *entries), TODAY)
    assert (fault.file, fault.key, fault.message) == ("central-approval.toml", key, words)


def test_what_is_said_of_files(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    for name in ("premia", "sources", "annual-award"):
        (folder / f"{name}.toml").unlink()
    (folder / "premia.toml").mkdir()
    (folder / "premiums.toml").write_text("", encoding="utf-8")
    (folder / "pay-ranges.toml").write_text("= 1", encoding="utf-8")
    found = lint(folder, TODAY)
    said = [(fault.code, fault.file, fault.message) for fault in found]
    assert [fault.key for fault in found] == [""] * len(found)  # it is the whole file's
    with pytest.raises(tomllib.TOMLDecodeError) as invalid:
        tomllib.loads("= 1")
    assert said == [
        ("DAT006", "sources.toml", "no such file; no figure can be traced"),
        ("DAT006", "annual-award.toml", "no such file; nothing can be looked up"),
        ("DAT002", "pay-ranges.toml", f"is not valid TOML: {invalid.value}"),
        ("DAT002", "premia.toml", f"cannot be read: {os.strerror(errno.EISDIR)}"),
        (
            *("DAT001", "premiums.toml"),
            "not a parameter known here; those are " + ", ".join(sorted(KINDS)),
        ),
    ]


def test_what_is_said_of_an_organisations_own_folder(tmp_path: Path) -> None:
    (fault,) = lint(tmp_path, TODAY)
    assert (fault.code, fault.file, fault.message) == (
        "DAT006",
        tmp_path.name,
        "holds none of the tables",
    )
    path = tmp_path / "central-approval.toml"
    path.write_text(HEAD + entry("2025-05", "2025-05-01", "2025-05-01"), encoding="utf-8")
    documents = 'title = "T"\npublisher = "P"\nseen = "whole"\n'
    (tmp_path / "sources.toml").write_text(f"[{BRIEFING}]\n{documents}", encoding="utf-8")
    said = [(fault.code, fault.key, fault.message) for fault in lint(tmp_path, TODAY)]
    assert said == [
        ("DAT002", BRIEFING, "is a document of this release; call it something else"),
        ("DAT002", "2025-05", "is a publication of this release; call yours something else"),
    ]


def test_an_entry_that_is_no_publication_has_no_key(tmp_path: Path) -> None:
    (fault,) = lint(thresholds(tmp_path, "publication = [3]\n"), TODAY)
    assert (fault.code, fault.key) == ("DAT001", "")
