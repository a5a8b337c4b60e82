from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

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
    assert [line.split()[2] for line in removed] == ["27,289", "33,248", "49,914", "63,995"]
    assert [line.split()[2] for line in added] == ["27,798", "33,869", "50,846", "65,191"]
    other_way = said(capsys, "diff", TIERS, *ON, *days[2:], *days[:2])
    assert other_way == out


def test_nothing_changed(capsys: pytest.CaptureFixture[str]) -> None:
    days = ["--known", "2025-08-01", "--known", "2025-09-01"]
    assert "nothing changed" in said(capsys, "diff", TIERS, *ON, *days)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["tiers"], "no figures are called 'tiers'; there are afc-pay-points"),
        (["tiers", "--json"], "no figures are called 'tiers'"),
        (["diff", TIERS], "takes one name and --known twice"),
        (["diff", "--known", "2025-06-01", "--known", "2025-09-01"], "takes one name"),
        (["diff", TIERS, "--known", "2025-06-01"], "--known twice"),
        (
            ["diff", TIERS, *ON, "--known", "2010-06-01", "--known", "2025-09-01"],
            "had been published by 1 June 2010",
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
