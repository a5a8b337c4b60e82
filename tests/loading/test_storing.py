"""What loading leaves in the organisation's own folder."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from xl_vsm.loading import Kept, LoadingError, load_pay_ranges
from xl_vsm.parameters import ParameterFileError, Store
from xl_vsm.parameters.lint import lint
from xl_vsm.parameters.tables import PayRanges

from .filled import TODAY, as_csv, document, lines, row_of

NAME = "pay-ranges"
KEY = "from-2025-04-01-published-2025-05-15"
DAY = date(2025, 6, 1)


def load(folder: Path, tmp_path: Path, lowest: int = 100_007, **facts: Any) -> Kept:
    """Load a table whose lowest director's minimum tells it from others."""
    table = lines()
    row_of(table, "trust", "A", "director")[4] = lowest
    return load_pay_ranges(as_csv(tmp_path / "t.csv", table), document(**facts), folder, TODAY)


def lowest(store: Store, effective: date = DAY, known: date | None = None) -> int:
    table = store.series(NAME).at(effective, known).table
    assert isinstance(table, PayRanges)
    return int(table.trust.range_for("director", "A").minimum)


def refusal(folder: Path, tmp_path: Path, **facts: Any) -> list[str]:
    with pytest.raises(LoadingError) as refused:
        load(folder, tmp_path, **facts)
    return [str(fault) for fault in refused.value.faults]


def test_a_loaded_table_answers_with_its_document(tmp_path: Path) -> None:
    kept = load(tmp_path / "a" / "rates", tmp_path)
    found = kept.store.series(NAME).at(DAY)
    assert found == kept.publication
    assert found.key == KEY
    assert not found.illustrative
    assert kept.store.is_own(NAME, found)
    source = kept.store.sources[found.source]
    assert (source.title, source.seen) == ("Pay ranges of a test", "whole")
    assert source.url == "https://www.example.org/ranges"


def test_the_record_says_who_when_and_which_file(tmp_path: Path) -> None:
    note = load(tmp_path / "rates", tmp_path).publication.note
    assert note.startswith("loaded on 1 June 2026, checked by Head of Reward, from file t.csv sha2")
    assert len(note.rpartition(" ")[2]) == 12


def test_what_is_not_covered_keeps_the_made_up_figures(tmp_path: Path) -> None:
    store = load(tmp_path / "rates", tmp_path, effective_from=date(2025, 10, 1)).store
    assert store.series(NAME).at(date(2025, 9, 30)).illustrative
    assert not store.series(NAME).at(date(2025, 10, 1)).illustrative


def test_what_was_known_before_it_was_published_stays_as_it_was(tmp_path: Path) -> None:
    store = load(tmp_path / "rates", tmp_path, published=date(2025, 7, 1)).store
    assert store.series(NAME).at(DAY, known=date(2025, 6, 30)).illustrative


def test_an_end_is_kept(tmp_path: Path) -> None:
    kept = load(tmp_path / "rates", tmp_path, effective_until=date(2026, 4, 1))
    assert kept.publication.effective_until == date(2026, 4, 1)


def test_a_later_uplift_stands_behind_the_earlier_table(tmp_path: Path) -> None:
    folder = tmp_path / "rates"
    load(folder, tmp_path, 100_007)
    path = folder / f"{NAME}.toml"
    earlier = "# a note of our own\r\n" + path.read_text(encoding="utf-8")
    path.write_text(earlier, encoding="utf-8", newline="")
    later = {"effective_from": date(2026, 4, 1), "published": date(2026, 5, 21)}
    store = load(folder, tmp_path, 103_007, **later).store
    assert path.read_bytes().decode().startswith(earlier.rstrip())
    assert lowest(store) == 100_007
    assert lowest(store, date(2026, 4, 1)) == 103_007
    assert lowest(store, date(2026, 4, 1), known=date(2026, 5, 20)) == 100_007


def test_the_day_of_the_latest_look_is_kept(tmp_path: Path) -> None:
    folder = tmp_path / "rates"
    load(folder, tmp_path)
    path = folder / f"{NAME}.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("checked = 2026-06-01", "checked = 2025-07-01"), encoding="utf-8")
    later = {"effective_from": date(2026, 4, 1), "published": date(2026, 5, 21)}
    load(folder, tmp_path, **later)
    assert "\nchecked = 2026-06-01\n" in path.read_text(encoding="utf-8")


def test_the_same_dates_again_are_refused(tmp_path: Path) -> None:
    folder = tmp_path / "rates"
    load(folder, tmp_path)
    before = {p: p.read_bytes() for p in folder.iterdir()}
    (fault,) = refusal(folder, tmp_path)
    assert f"a table of these two dates is loaded already ({KEY}; loaded on 1 June 2026" in fault
    assert f"add --replaces {KEY}" in fault
    assert {p: p.read_bytes() for p in folder.iterdir()} == before


def test_a_slip_is_corrected_by_replacing_and_the_slip_is_kept(tmp_path: Path) -> None:
    folder = tmp_path / "rates"
    load(folder, tmp_path, 100_107)
    kept = load(folder, tmp_path, 100_007, replaces=(KEY,))
    assert kept.publication.key == f"{KEY}-2"
    assert lowest(kept.store) == 100_007
    assert lowest(kept.store, known=date(2025, 5, 15)) == 100_007
    assert kept.store.series(NAME).others(DAY)[0].illustrative
    assert "minimum = 100107" in kept.path.read_text(encoding="utf-8")
    again = load(folder, tmp_path, 100_008, replaces=(f"{KEY}-2",))
    assert again.publication.key == f"{KEY}-3"
    assert lowest(again.store) == 100_008


def test_a_correction_published_later_must_say_what_it_replaces(tmp_path: Path) -> None:
    folder = tmp_path / "rates"
    load(folder, tmp_path, 100_107)
    later = {"published": date(2025, 7, 1)}
    (fault,) = refusal(folder, tmp_path, **later)
    assert f"{KEY} holds from the same day and was published earlier" in fault
    store = load(folder, tmp_path, 100_007, **later, replaces=(KEY,)).store
    assert lowest(store) == 100_007
    assert lowest(store, known=date(2025, 6, 30)) == 100_107
    again = load(
        folder, tmp_path, 100_008, **later, replaces=("from-2025-04-01-published-2025-07-01",)
    )
    assert again.publication.replaces == ("from-2025-04-01-published-2025-07-01", KEY)


def test_an_earlier_document_may_follow_for_what_was_known(tmp_path: Path) -> None:
    folder = tmp_path / "rates"
    load(folder, tmp_path, 100_007, published=date(2025, 7, 1))
    store = load(folder, tmp_path, 100_107).store
    assert lowest(store) == 100_007
    assert lowest(store, known=date(2025, 6, 30)) == 100_107


def test_a_key_that_is_not_there_cannot_be_replaced(tmp_path: Path) -> None:
    (fault,) = refusal(tmp_path / "rates", tmp_path, replaces=("2025",))
    assert "no pay ranges have the key '2025'. Expected one of illustrative" in fault


def test_the_made_up_table_may_be_named_as_replaced(tmp_path: Path) -> None:
    kept = load(tmp_path / "rates", tmp_path, replaces=("illustrative",))
    assert kept.publication.replaces == ("illustrative",)


def test_what_is_stored_passes_the_data_linter(tmp_path: Path) -> None:
    folder = tmp_path / "rates"
    load(folder, tmp_path, 100_107)
    load(folder, tmp_path, 100_007, replaces=(KEY,))
    later = {"effective_from": date(2026, 4, 1), "published": date(2026, 5, 21)}
    load(folder, tmp_path, 103_007, **later)
    # A folder of one's own has only what was loaded; the rest is in the release.
    assert [f for f in lint(folder, TODAY) if f.code != "DAT006"] == []


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"effective_from": date(2025, 3, 31)}, "NHS Improvement, 2017"),
        ({"published": date(2026, 6, 2)}, "2 June 2026 has not come yet: today is 1 June 2026"),
        ({"effective_from": date(2029, 1, 1)}, "are more than 3 years apart"),
        ({"url": "http://www.example.org"}, "begins with https://"),
        ({"url": "https://ranges"}, "is not the address of a page"),
        ({"url": "https://www.example.org/pay ranges"}, "is not the address of a page"),
        ({"checked_by": " "}, "--checked-by: is blank"),
        ({"title": ""}, "--title: is blank"),
        ({"publisher": ""}, "--publisher: is blank"),
        ({"effective_until": date(2025, 4, 1)}, "1 April 2025 is not after 1 April 2025"),
        ({"effective_until": date(2099, 1, 1)}, "stands for no end"),
    ],
)
def test_what_is_said_of_the_document_is_checked(
    tmp_path: Path, facts: dict[str, Any], said: str
) -> None:
    (fault,) = refusal(tmp_path / "rates", tmp_path, **facts)
    assert said in fault
    assert not (tmp_path / "rates").exists()


def test_faults_of_the_document_and_of_the_table_are_told_together(tmp_path: Path) -> None:
    table = lines()[:-1]
    facts = document(url="", checked_by="")
    with pytest.raises(LoadingError) as refused:
        load_pay_ranges(as_csv(tmp_path / "t.csv", table), facts, tmp_path / "rates", TODAY)
    assert len(refused.value.faults) == 3


def test_a_folder_that_is_broken_already_is_not_added_to(tmp_path: Path) -> None:
    folder = tmp_path / "rates"
    load(folder, tmp_path)
    (folder / f"{NAME}.toml").write_text("broken", encoding="utf-8")
    with pytest.raises(ParameterFileError, match=r"pay-ranges\.toml: is not valid TOML"):
        load(folder, tmp_path, published=date(2025, 7, 1))


def test_what_does_not_fit_together_is_not_stored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "rates"
    monkeypatch.setattr("xl_vsm.loading.stored.looked_on", lambda text, *_: text + "x")
    (fault,) = refusal(folder, tmp_path)
    assert "the table cannot be added to what is there: pay-ranges.toml: is not valid" in fault
    assert not folder.exists()


def test_a_document_left_by_a_failed_loading_does_no_harm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "rates"
    load(folder, tmp_path)
    (folder / f"{NAME}.toml").unlink()
    kept = load(folder, tmp_path)
    assert kept.publication.source == f"{NAME}-{KEY}-2"


def test_a_folder_that_cannot_be_written_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(file: int) -> None:
        raise OSError(28, "No space left on device")

    folder = tmp_path / "rates"
    monkeypatch.setattr(os, "fsync", full)
    (fault,) = refusal(folder, tmp_path)
    assert "cannot be written: No space left on device" in fault
    assert "XL_VSM_RATES" in fault
    assert list(folder.iterdir()) == []
