from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from xl_vsm.cli import main
from xl_vsm.parameters.store import SHIPPED
from xl_vsm.parameters.tables import KINDS

TIERS = "member-contribution-tiers"
ON = ["--effective", "2025-09-30"]


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("xl_vsm.cli.rates.today", lambda: date(2026, 10, 1))


def said(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["rates", *words]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["rates", *words]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("xl-vsm: ")
    return err


def test_every_table_and_which_is_in_force(capsys: pytest.CaptureFixture[str]) -> None:
    out = said(capsys, *ON)
    assert out.startswith("In force on 30 September 2025:\n")
    for name in KINDS:
        assert name in out
    assert f"{TIERS}".ljust(30) + "from 1 April 2025, published 10 July 2025; primary" in out
    ranges = next(line for line in out.splitlines() if "pay-ranges" in line)
    assert "ILLUSTRATIVE, made up" in ranges


def test_today_is_meant_where_no_day_is_given(capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys).startswith("In force on 1 October 2026:")


def test_what_is_not_in_force_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    out = said(capsys, "--effective", "2025-03-31")
    ranges = next(line for line in out.splitlines() if "pay-ranges" in line)
    assert "none: VSM pay ranges: the first table here is from 1 April 2025" in ranges


def test_one_table_with_its_source(capsys: pytest.CaptureFixture[str]) -> None:
    out = said(capsys, TIERS, *ON)
    assert "NHS Pension Scheme member contribution tiers" in out
    assert "SI 2025/821" in out
    assert "https://www.legislation.gov.uk/uksi/2025/821/made/data.html" in out
    assert "from 65,191   rate 0.125" in out


@pytest.mark.parametrize("name", KINDS)
def test_every_table_can_be_shown(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert len(said(capsys, name, *ON).splitlines()) > 3


def test_the_table_as_first_published(capsys: pytest.CaptureFixture[str]) -> None:
    out = said(capsys, TIERS, *ON, "--known", "2025-06-01")
    assert "from 63,995   rate 0.125" in out


def test_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    made = json.loads(said(capsys, TIERS, *ON, "--known", "2025-06-01", "--json"))
    assert (made["schema"], made["effective"], made["known"]) == (1, "2025-09-30", "2025-06-01")
    shown = made["rates"][TIERS]
    assert shown["key"] == "2025-03"
    assert shown["table"]["tiers"][5]["from"] == "63995"
    assert shown["source"]["url"].startswith("https://")
    every = json.loads(said(capsys, "--effective", "2025-03-31", "--json"))
    assert every["rates"].keys() == KINDS.keys()
    assert "1 April 2025" in every["rates"]["pay-ranges"]["none"]
    assert every["known"] is None


def test_what_a_later_publication_changed(capsys: pytest.CaptureFixture[str]) -> None:
    days = ["--known", "2025-06-01", "--known", "2025-09-01"]
    out = said(capsys, "diff", TIERS, *ON, *days)
    assert "as known on 1 June 2025: 2025-03" in out
    assert "as known on 1 September 2025: 2025-07" in out
    removed = [line for line in out.splitlines() if line.startswith("-")]
    added = [line for line in out.splitlines() if line.startswith("+")]
    assert [line.split()[3] for line in removed] == ["27,289", "33,248", "49,914", "63,995"]
    assert [line.split()[3] for line in added] == ["27,798", "33,869", "50,846", "65,191"]
    assert all(line[2:].startswith("tiers: from ") for line in removed + added)
    other_way = said(capsys, "diff", TIERS, *ON, *days[2:], *days[:2])
    assert other_way == out


def test_nothing_changed(capsys: pytest.CaptureFixture[str]) -> None:
    days = ["--known", "2025-08-01", "--known", "2025-09-01"]
    assert "nothing changed" in said(capsys, "diff", TIERS, *ON, *days)


def test_a_row_that_changed_keeps_its_heading(rates_folder: Path, capsys: Any) -> None:
    rates_folder.mkdir(parents=True)
    text = (SHIPPED / "pay-ranges.toml").read_text(encoding="utf-8")
    for old, new in (
        ('\nkey = "', '\nkey = "ours-'),
        ("\nillustrative = true", ""),
        ('"synthetic"', '"primary"'),
        ("\npublished = 2025-05-15", "\npublished = 2025-06-15"),
        ("minimum = 140_000", "minimum = 141_000"),
        ("from = 1_000_000", "from = 1_100_000"),
    ):
        assert old in text
        text = text.replace(old, new, 1)
    (rates_folder / "pay-ranges.toml").write_text(text, encoding="utf-8")
    days = ["--known", "2025-06-01", "--known", "2025-07-01"]
    changed = said(capsys, "diff", "pay-ranges", *ON, *days).splitlines()[3:]
    assert [line.partition("   operational")[0] for line in changed] == [
        "- trust ranges: role chief executive   band A   minimum 140,000",
        "- icb bands: band B   from 1,000,000",
        "+ trust ranges: role chief executive   band A   minimum 141,000",
        "+ icb bands: band B   from 1,100,000",
    ]


@pytest.mark.parametrize(
    ("name", "line"),
    [("annual-award", "+ rate 0.03"), ("withholding-terms", "+ decided False")],
)
def test_nothing_then_and_this_now(name: str, line: str, capsys: Any) -> None:
    days = ["--known", "2025-08-01", "--known", "2026-06-30"]
    out = said(capsys, "diff", name, "--effective", "2026-06-01", *days).splitlines()
    assert out[1].startswith("  as known on 1 August 2025: nothing. ")
    assert "nothing published by 1 August 2025 says what follows" in out[1]
    assert out[2].startswith("  as known on 30 June 2026: 2026-27, from 1 April 2026")
    assert out[3:] == ["+ pay year 2026/27", line]


def test_this_then_and_nothing_now(rates_folder: Path, capsys: Any) -> None:
    rates_folder.mkdir(parents=True)
    text = (SHIPPED / "annual-award.toml").read_text(encoding="utf-8")
    head, *_, last = text.split("[[publication]]")
    last = (
        last.replace('key = "2026-27"', 'key = "no-award"\nreplaces = ["2026-27"]')
        .replace('stage = "final"', 'stage = "withdrawn"')
        .replace("published = 2026-05-21", "published = 2026-06-15")
    )
    made = f"{head}[[publication]]{last}"
    (rates_folder / "annual-award.toml").write_text(made, encoding="utf-8")
    days = ["--known", "2026-06-01", "--known", "2026-06-30"]
    out = said(capsys, "diff", "annual-award", "--effective", "2026-06-01", *days).splitlines()
    assert out[2].startswith("  as known on 30 June 2026: nothing. ")
    assert out[3:] == ["- pay year 2026/27", "- rate 0.03"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["tiers"], "no figures are called 'tiers'; there are afc-pay-points"),
        (["tiers", "--json"], "no figures are called 'tiers'"),
        (["diff", TIERS], "takes one name and --known twice"),
        (["diff", "--known", "2025-06-01", "--known", "2025-09-01"], "takes one name"),
        (["diff", TIERS, "--known", "2025-06-01"], "--known twice"),
        (
            ["diff", TIERS, *ON, "--known", "2010-06-01", "--known", "2011-09-01"],
            "had been published by 1 September 2011",
        ),
        ([TIERS, "--known", "2025-06-01", "--known", "2025-09-01"], "only for 'rates diff'"),
        (["pay-ranges", "--effective", "2025-03-31"], "there is none for 31 March 2025"),
        (["lint", "nowhere"], "nowhere: not a folder of parameter files"),
    ],
)
def test_what_cannot_be_answered(
    words: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert message in refused(capsys, *words)


def test_a_bad_date(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["rates", "--effective", "next year"])
    assert stopped.value.code == 2
    assert "'next year' is not a date such as 2025-04-01" in capsys.readouterr().err


def test_the_shipped_figures_have_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    out = said(capsys, "lint")
    assert "0 errors" in out


def test_what_the_organisation_has_loaded_is_linted_too(rates_folder: Path, capsys: Any) -> None:
    assert str(rates_folder) not in said(capsys, "lint")
    rates_folder.mkdir(parents=True)
    (rates_folder / "._premia.toml").write_bytes(b"\0")
    assert str(rates_folder) not in said(capsys, "lint")
    (rates_folder / "premia.toml").write_text("schema = 1\n", encoding="utf-8")
    assert main(["rates", "lint"]) == 1
    out = capsys.readouterr().out
    assert f"0 errors, 0 warnings in {SHIPPED}\n" in out
    assert "error premia.toml: " in out
    assert f" in {rates_folder}, loaded by your organisation: premia.toml\n" in out


def test_a_broken_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "data"
    shutil.copytree(SHIPPED, folder)
    assert main(["rates", "lint", str(folder)]) == 0
    capsys.readouterr()
    path = folder / f"{TIERS}.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("from = 13_260", "from = 13_260.50", 1), encoding="utf-8")
    (folder / "premia.toml").unlink()
    assert main(["rates", "lint", str(folder)]) == 1
    out = capsys.readouterr().out
    assert f"error {TIERS}.toml 2022-10" in out or f"error {TIERS}.toml 2024-04" in out
    assert "DAT107 not-a-whole-unit" in out
    assert "DAT006 file-missing" in out
    assert "2 errors, 0 warnings in " in out
