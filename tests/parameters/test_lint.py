from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.conftest import ROOT
from xl_vsm.parameters.lint import CODES, lint
from xl_vsm.parameters.lint_rules import MEANINGS
from xl_vsm.parameters.store import SHIPPED

from .folders import HEAD, change, copy, entry, thresholds

TODAY = date(2026, 10, 1)
A = entry("a", "2025-04-01", "2025-04-01")
TIERS, AFC = "member-contribution-tiers", "afc-pay-points"
AFC_8D_TOP = '    { band = "8d", point = "top", pay = 105_337 },\n'


def codes(folder: Path, today: date = TODAY) -> list[str]:
    return [fault.code for fault in lint(folder, today)]


def test_the_shipped_tree_is_clean() -> None:
    assert lint(SHIPPED, TODAY) == []


EDITS = [
    ("DAT001", TIERS, "basis = ", "basic = 1\nbasis = "),
    ("DAT001", TIERS, 'certainty = "primary"', 'certainty = "sure"'),
    ("DAT001", TIERS, 'key = "2015-04"', 'key = "April 2015"'),
    ("DAT001", TIERS, "rate = 0.050", 'rate = "5%"'),
    ("DAT001", TIERS, 'title = "', 'titel = "x"\ntitle = "'),
    ("DAT001", TIERS, 'id = "member', 'id = "members'),
    ("DAT001", "sources", '\nseen = "whole"', '\nseen = "half"'),
    ("DAT001", "sources", 'publisher = "NHS Providers"\n', ""),
    ("DAT002", TIERS, "schema = 1", "schema = 1\nschema = 1"),
    ("DAT002", "sources", 'publisher = "NHS Providers"', 'publisher = "a"\npublisher = "b"'),
    ("DAT002", AFC, AFC_8D_TOP, AFC_8D_TOP + AFC_8D_TOP),
    ("DAT003", TIERS, 'source = "si-2015-96"\n', ""),
    ("DAT003", TIERS, 'locator = "regulation 22, table"', 'locator = ""'),
    ("DAT003", "premia", 'locator = "Pay premia, first ground (S31, S32)"\n', ""),
    ("DAT004", TIERS, 'source = "si-2015-96"', 'source = "si-2015-69"'),
    ("DAT005", "sources", "https://nhsproviders", "http://nhsproviders"),
    ("DAT005", "sources", "https://nhsproviders", "ftp://nhsproviders"),
    ("DAT102", TIERS, "published = 2026-03-31", "published = 2026-10-02"),
    ("DAT102", TIERS, "checked = 2026-09-30", "checked = 2026-10-02"),
    ("DAT103", TIERS, "published = 2015-02-12", "published = 2018-04-05"),
    ("DAT103", TIERS, "published = 2015-02-12", "published = 1956-07-03"),
    ("DAT104", TIERS, 'replaces = ["2025-03"]\n', ""),
    ("DAT105", TIERS, "rate = 0.056", "rate = 0.050"),
    ("DAT105", TIERS, "from = 15_432", "from = 0"),
    ("DAT105", "pay-ranges", "operational_maximum = 160_000", "operational_maximum = 140_000"),
    ("DAT105", AFC, 'point = "top", pay = 105_337', 'point = "top", pay = 96_941'),
    ("DAT106", TIERS, "from = 0,", "from = 1,"),
    ("DAT106", "pay-ranges", '{ band = "E", from = 800_000_000 },', ""),
    ("DAT106", "pay-ranges", '"chief executive", band = "E"', '"director", band = "E"'),
    ("DAT106", AFC, '    { band = "2", point = "only", pay = 22_383 },\n', ""),
    ("DAT107", TIERS, "from = 15_432", "from = 15_431.50"),
    ("DAT107", TIERS, "rate = 0.056", "rate = 0.0565"),
    ("DAT107", AFC, "pay = 105_337", "pay = 105_337.25"),
    ("DAT107", "pay-ranges", "minimum = 140_000", "minimum = 140_000.5"),
    ("DAT107", "central-approval", "above = 170_000", "above = 170_000.01"),
    ("DAT107", "employer-national-insurance", "threshold = 5_000", "threshold = 5_000.5"),
    ("DAT107", "apprenticeship-levy", "allowance = 15_000", "allowance = 15_000.5"),
    ("DAT108", TIERS, "checked = 2026-09-30", "checked = 2025-09-30"),
    ("DAT109", TIERS, "from = 111_377", "from = 999_999"),
    ("DAT109", "central-approval", "above = 170_000", "above = 9_999"),
    ("DAT109", "withholding-terms", "until = 2027-04-01", "until = 2099-12-31"),
    ("DAT109", "sources", "published = 2025-05-15", "published = 3000-01-01"),
    ("DAT110", "employer-pension", "centrally = 0.063", "centrally = 0.064"),
    ("DAT110", "withholding-terms", "decided = true", "decided = false"),
    ("DAT110", TIERS, 'replaces = ["2025-03"]', 'replaces = ["2025-03", "2025-02"]'),
    ("DAT110", "pay-ranges", "illustrative = true\n", ""),
    ("DAT110", "withholding-terms", "until = 2027-04-01", "until = 2026-04-01"),
    ("DAT110", "withholding-terms", 'pay_year = "2026/27"', 'pay_year = "2025/26"'),
    ("DAT110", "annual-award", 'pay_year = "2026/27"', 'pay_year = "2025/26"'),
    ("DAT111", "withholding-terms", "until = 2026-04-01", "until = 2026-03-31"),
    ("DAT111", "annual-award", "until = 2024-04-01", "until = 2024-03-01"),
]


@pytest.mark.parametrize(("code", "file", "old", "new"), EDITS)
def test_each_fault_is_found_and_only_that(
    tmp_path: Path, code: str, file: str, old: str, new: str
) -> None:
    folder = copy(tmp_path)
    change(folder, file, old, new)
    found = lint(folder, TODAY)
    assert [fault.code for fault in found] == [code], found
    assert found[0].name == CODES[code]
    assert found[0].file == f"{file}.toml"
    assert found[0].severity == ("warning" if code == "DAT108" else "error")


@pytest.mark.parametrize(
    ("code", "entries"),
    [
        ("DAT001", ["\n[publication]\nkey = 'a'\n"]),
        ("DAT001", ["publication = []\n"]),
        ("DAT001", ["publication = [3]\n"]),
        ("DAT001", [A.split("[publication.table]", maxsplit=1)[0]]),
        ("DAT001", [A.replace("above = 100", "above = true")]),
        ("DAT001", [A.replace("above = 100", "above = nan")]),
        ("DAT002", [A, entry("a", "2025-05-01", "2025-05-01")]),
        ("DAT101", [A, entry("b", "2025-04-01", "2025-04-01")]),
        ("DAT104", [A, entry("b", "2025-04-01", "2025-05-01")]),
        ("DAT110", [A, entry("b", "2025-04-01", "2025-05-01", 1, 'stage = "withdrawn"')]),
    ],
)
def test_faults_between_publications(tmp_path: Path, code: str, entries: list[str]) -> None:
    assert codes(thresholds(tmp_path, *entries)) == [code]


def test_a_date_that_is_not_one_is_misshapen(tmp_path: Path) -> None:
    head = HEAD.replace("2026-09-30", "2026-09-30T10:00:00")
    assert codes(thresholds(tmp_path, A, head=head)) == ["DAT001"]


def test_good_files_that_look_odd_are_left_alone(tmp_path: Path) -> None:
    made_up = entry("made-up", "2025-04-01", "2025-04-01", 1, "illustrative = true")
    folder = thresholds(
        tmp_path,
        A,
        entry("b", "2025-04-01", "2025-05-01", 1, 'replaces = ["a"]'),
        entry("c", "2025-04-01", "2025-06-01", 1, 'replaces = ["b"]'),
        entry("no-c", "2025-04-01", "2025-06-01", 1, 'stage = "withdrawn"\nreplaces = ["c"]'),
        made_up.replace('"primary"', '"synthetic"'),
    )
    assert codes(folder) == []


@pytest.mark.parametrize("name", [TIERS, "sources"])
def test_a_missing_file_is_a_fault(tmp_path: Path, name: str) -> None:
    folder = copy(tmp_path)
    (folder / f"{name}.toml").unlink()
    found = lint(folder, TODAY)
    assert [(fault.code, fault.file) for fault in found] == [("DAT006", f"{name}.toml")]


def test_a_file_that_no_parameter_has_is_a_fault(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    (folder / "premiums.toml").write_text("", encoding="utf-8")
    found = lint(folder, TODAY)
    assert [(fault.code, fault.file) for fault in found] == [("DAT001", "premiums.toml")]


def test_a_file_that_cannot_be_read_is_a_fault(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    (folder / "premia.toml").unlink()
    (folder / "premia.toml").mkdir()
    (folder / "sources.toml").write_bytes(b'title = "\xa3"\n')
    assert codes(folder) == ["DAT002", "DAT002"]


def test_every_fault_of_a_file_is_reported_and_not_only_the_first(tmp_path: Path) -> None:
    folder = thresholds(
        tmp_path,
        entry("a", "2025-04-01", "2029-04-01", 99_999, 'extra = "x"\nextra_too = "y"'),
        entry("b", "2025-04-01", "2029-04-01").replace("illustrative", "nowhere"),
        entry("c", "2025-04-01", "2030-04-01"),
        head=HEAD.replace("2026-09-30", "2020-01-01").replace("owner", "ower"),
    )
    found = [(fault.code, fault.key) for fault in lint(folder, TODAY)]
    assert found == [
        ("DAT109", "a"),
        ("DAT001", "a"),
        ("DAT001", "a"),
        ("DAT001", ""),
        ("DAT001", ""),
        ("DAT108", ""),
        ("DAT004", "b"),
        ("DAT102", "b"),
        ("DAT103", "b"),
        ("DAT102", "c"),
        ("DAT103", "c"),
        ("DAT104", "c"),
    ]


def test_a_fault_of_the_table_and_one_of_the_publication_are_both_reported(tmp_path: Path) -> None:
    broken = A.replace("above = 100", "abuve = 100").replace('locator = "page 1"', "")
    assert sorted(codes(thresholds(tmp_path, broken))) == ["DAT001", "DAT001", "DAT003"]


@pytest.mark.parametrize(("days_on", "expected"), [(365, []), (366, ["DAT108"])])
def test_a_check_lasts_twelve_months_to_the_day(
    tmp_path: Path, days_on: int, expected: list[str]
) -> None:
    folder = thresholds(tmp_path, A)
    today = date(2026, 9, 30) + timedelta(days=days_on)
    found = lint(folder, today)
    assert [f.code for f in found if f.file == "central-approval.toml"] == expected


def test_every_code_has_a_file_that_trips_it() -> None:
    tried = {edit[0] for edit in EDITS} | {"DAT006", "DAT101"}
    assert tried == set(CODES)


def test_every_code_says_what_it_means() -> None:
    assert list(MEANINGS) == list(CODES)
    for words in MEANINGS.values():
        assert words.endswith(".")
        assert words.count(". ") == 0


def test_every_code_is_on_the_page_of_checks_with_its_words() -> None:
    page = (ROOT / "docs" / "reference" / "checks.md").read_text(encoding="utf-8")
    for code, name in CODES.items():
        severity = "warning" if code == "DAT108" else "error"
        assert f"### {code} {name}\n\nSeverity: {severity}.\n\n{MEANINGS[code]}\n" in page
