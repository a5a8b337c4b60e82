"""From the empty table to answers without the mark, as a user goes."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

import xl_vsm
from tests.conftest import ROOT, forget_figures
from tests.loading.filled import filled_template
from udfs import VSM_BAND
from xl_vsm.cli import main
from xl_vsm.findings import Finding
from xl_vsm.loading.template import SHEET

EXAMPLES = ROOT / "workbooks" / "examples"
FACTS = {
    "--name": "pay-ranges",
    "--source": "https://www.example.org/ranges",
    "--published": "2025-05-15",
    "--effective-from": "2025-04-01",
    "--checked-by": "Head of Reward",
}


def imported(path: Path, *more: str, **facts: str) -> int:
    options = FACTS | {f"--{key.replace('_', '-')}": value for key, value in facts.items()}
    words = [word for pair in options.items() for word in pair]
    code = main(["rates", "import", str(path), *words, *more])
    forget_figures()
    return code


def findings(name: str) -> list[Finding]:
    report = xl_vsm.check(EXAMPLES / f"{name}.xlsx")
    return [each for workbook in report.workbooks for each in workbook.findings]


def test_the_mark_goes_away(tmp_path: Path, rates_folder: Path, capsys: Any) -> None:
    assert VSM_BAND("trust", 201_000_000, date(2025, 10, 1)) == "B (illustrative)"
    path = filled_template(tmp_path / "t.xlsx")
    assert imported(path, effective_from="2025-10-01") == 0
    said = capsys.readouterr().out
    assert f"Stored in {rates_folder / 'pay-ranges.toml'}" in said
    assert "  B         £200,000,001    £159,993 to £180,004 (£190,006)" in said
    assert 'for days from 1 October 2025: from then on the mark "(illustrative)" is gone' in said
    assert "For the day before, 30 September 2025: pay ranges: illustrative" in said
    assert VSM_BAND("trust", 200_000_000, date(2025, 10, 1)) == "A"
    assert VSM_BAND("trust", 200_000_001, date(2025, 10, 1)) == "B"
    assert VSM_BAND("ICB", 3_000_003, date(2026, 10, 1)) == "D"
    assert VSM_BAND("trust", 200_000_001, date(2025, 9, 30)) == "B (illustrative)"


def test_a_check_rests_on_the_loaded_ranges(tmp_path: Path) -> None:
    def marked(name: str) -> dict[tuple[str, str | None], Finding]:
        return {(f.code, f.cell): f for f in findings(name)}

    before = marked("trust_board_pay_faults")
    assert ("BND001", None) in marked("trust_board_pay")
    assert imported(filled_template(tmp_path / "t.xlsx")) == 0
    assert findings("trust_board_pay") == []
    after = marked("trust_board_pay_faults")
    assert before.keys() - after.keys() == {("BND001", None)}
    assert after.keys() <= before.keys()
    assert not any(finding.illustrative for finding in after.values())
    assert (before["BND101", "K17"].severity, after["BND101", "K17"].severity) == (
        "warning",
        "error",
    )
    report = xl_vsm.check(EXAMPLES / "trust_board_pay.xlsx")
    assert report.parameters.illustrative == ()
    (used,) = [each for each in report.parameters.used if each.name == "pay-ranges"]
    assert used.source.url == FACTS["--source"]


def test_the_rates_verb_shows_the_loaded_table(tmp_path: Path, capsys: Any) -> None:
    main(["rates"])
    assert "pay ranges" in _made_up(capsys.readouterr().out)
    imported(filled_template(tmp_path / "t.xlsx"))
    capsys.readouterr()
    main(["rates"])
    every = capsys.readouterr().out
    assert "pay ranges" not in _made_up(every)
    assert "published 15 May 2025; primary; loaded by your organisation" in every
    main(["rates", "pay-ranges", "--effective", "2025-04-01"])
    one = capsys.readouterr().out
    assert "loaded by your organisation" in one
    assert "checked by Head of Reward, from file t.xlsx sha256 " in one
    main(["rates", "pay-ranges", "premia", "--json"])
    shown = json.loads(capsys.readouterr().out)["rates"]
    assert shown["pay-ranges"]["loaded_by_organisation"] is True
    assert shown["premia"]["loaded_by_organisation"] is False


def _made_up(said: str) -> str:
    return next((line for line in said.splitlines() if line.startswith("Made up: ")), "")


def test_a_table_that_a_later_one_covers_says_so(tmp_path: Path, capsys: Any) -> None:
    path = filled_template(tmp_path / "t.xlsx")
    assert imported(path, published="2025-07-01") == 0
    capsys.readouterr()
    assert imported(path, effective_until="2026-04-01") == 0
    said = capsys.readouterr().out
    assert "A later publication answers for the same days" in said


def test_an_end_is_said(tmp_path: Path, capsys: Any) -> None:
    imported(filled_template(tmp_path / "t.xlsx"), effective_until="2026-04-01")
    assert "for days from 1 April 2025 until 31 March 2026: from" in capsys.readouterr().out
    with pytest.raises(ValueError, match="nothing published says what follows"):
        VSM_BAND("trust", 1, date(2026, 4, 1))


def test_every_fault_is_listed_and_nothing_is_stored(
    tmp_path: Path, rates_folder: Path, capsys: Any
) -> None:
    path = filled_template(tmp_path / "t.xlsx")
    workbook = load_workbook(path)
    workbook[SHEET]["E7"] = "12O,000"
    workbook[SHEET]["G9"] = None
    workbook.save(path)
    assert imported(path, source="http://www.example.org", published="2999-01-01") == 2
    said = capsys.readouterr().err
    assert said.startswith("xl-vsm: nothing was loaded:\n")
    for words in ("--source: ", "--published: ", "minimum ('Pay ranges'!E7)", "'Pay ranges'!G9"):
        assert words in said
    assert not rates_folder.exists()


def test_what_is_missing_is_listed(capsys: Any) -> None:
    assert main(["rates", "import"]) == 2
    said = capsys.readouterr().err
    for words in (".csv or .xlsx", "--name", "--source", "--published", "--effective-from"):
        assert words in said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["import", "t.csv", "--name", "premia"], "only pay-ranges are imported; the premia are"),
        (["import", "t.csv", "--name", "ranges"], "no figures are called 'ranges'"),
        (["import", "t.csv", "--effective", "2025-04-01"], "is --effective-from"),
        (["import", "t.csv", "--template", "x.csv"], "not both"),
        (["import", "--template", "x.doc"], "x.doc: is of another kind"),
        (["pay-ranges", "--checked-by", "x"], "--checked-by is for importing a table"),
    ],
)
def test_a_command_that_makes_no_sense_is_refused(words: list[str], said: str, capsys: Any) -> None:
    assert main(["rates", *words]) == 2
    assert said in capsys.readouterr().err


def test_a_place_for_the_table_must_be_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    path = filled_template(tmp_path / "t.xlsx")
    monkeypatch.setattr("xl_vsm.cli.rates_import.own_folder", lambda: None)
    assert imported(path) == 2
    assert "environment variable XL_VSM_RATES" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["t.csv", "t.xlsx"])
def test_the_template_says_what_goes_where(tmp_path: Path, capsys: Any, name: str) -> None:
    path = tmp_path / name
    assert main(["rates", "import", "--template", str(path), "--name", "pay-ranges"]) == 0
    assert path.exists()
    assert "The first band begins at 0." in capsys.readouterr().out


def test_a_broken_file_of_the_organisation_stops_every_answer(
    rates_folder: Path, capsys: Any
) -> None:
    rates_folder.mkdir(parents=True)
    (rates_folder / "pay-ranges.toml").write_text("broken", encoding="utf-8")
    for words in (["rates"], ["check", str(EXAMPLES / "trust_board_pay.xlsx")]):
        assert main(words) == 2
        said = capsys.readouterr().err
        assert "pay-ranges.toml: is not valid TOML" in said
        assert "move it out of the folder" in said
    (row,) = VSM_BAND([["trust"]], 5)
    assert row[0].startswith("#VSM! the figures that your organisation loaded cannot be used")


def test_another_fault_is_not_taken_for_a_broken_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(options: object) -> int:
        raise ValueError("a fault in this tool")

    monkeypatch.setattr("xl_vsm.cli.rates.run_rates", broken)
    with pytest.raises(ValueError, match="a fault in this tool"):
        main(["rates"])


def test_the_help_teaches_it(capsys: Any) -> None:
    with pytest.raises(SystemExit):
        main(["rates", "--help"])
    said = capsys.readouterr().out
    assert "xl-vsm rates import --template pay-ranges.xlsx" in said
    assert '--effective-from 2025-04-01 --checked-by "Head of Reward"' in said


def test_nobody_named_is_recorded_as_nobody(
    tmp_path: Path, rates_folder: Path, capsys: Any
) -> None:
    path = filled_template(tmp_path / "t.xlsx")
    facts = {key: value for key, value in FACTS.items() if key != "--checked-by"}
    words = [word for pair in facts.items() for word in pair]
    assert main(["rates", "import", str(path), *words]) == 0
    forget_figures()
    assert "Have somebody compare it with the document" in capsys.readouterr().out
    kept = (rates_folder / "pay-ranges.toml").read_text(encoding="utf-8")
    assert "checked by nobody named" in kept
