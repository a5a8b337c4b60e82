"""The figures that an organisation has loaded itself, beside those of the release."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

from xl_vsm.parameters import ParameterFileError, Parameters, Store, in_use, shipped
from xl_vsm.parameters.lint import lint
from xl_vsm.parameters.own import VARIABLE, own_folder
from xl_vsm.parameters.standing import standing

from .folders import HEAD, entry, thresholds

DAY = date(2026, 1, 1)
NAME = "central-approval"


def own(folder: Path, *entries: str, head: str = HEAD) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{NAME}.toml").write_text(head + "".join(entries), encoding="utf-8")
    return folder


def refusal(folder: Path) -> str:
    with pytest.raises(ParameterFileError) as refused:
        Store(own=folder).read_own()
    words = str(refused.value)
    assert words.startswith("the figures that your organisation loaded cannot be used. In ")
    assert str(folder) in words
    assert "load the published document again with `xl-vsm rates import`" in words
    return words


def test_without_a_folder_of_its_own_the_shipped_figures_answer(rates_folder: Path) -> None:
    assert in_use() is shipped()
    assert Parameters(DAY).store is shipped()


def test_an_empty_folder_changes_nothing(rates_folder: Path) -> None:
    rates_folder.mkdir(parents=True)
    (rates_folder / "._pay-ranges.toml").write_bytes(b"\x00 what some systems leave")
    (rates_folder / "pay-ranges.xlsx").write_bytes(b"what somebody keeps there")
    assert in_use() is shipped()


def test_own_publications_stand_beside_the_shipped(rates_folder: Path) -> None:
    own(rates_folder, entry("ours", "2025-10-01", "2025-10-01", 123))
    store = in_use()
    assert in_use() is store
    series = store.series(NAME)
    assert [p.key for p in series.publication] == ["2025-05", "ours"]
    assert Parameters(DAY).central_approval.above == 123
    assert Parameters(date(2025, 9, 30)).central_approval.above == 170_000
    assert store.is_own(NAME, series.publication[1])
    assert not store.is_own(NAME, series.publication[0])
    assert not store.is_own("premia", store.series("premia").publication[0])
    assert shipped().series(NAME).publication == series.publication[:1]


def test_the_latest_look_by_either_counts(tmp_path: Path) -> None:
    folder = own(tmp_path, entry("ours", "2025-10-01", "2025-10-01"))
    ours = HEAD.replace("2026-09-30", "2031-01-01")
    assert Store(own=folder).series(NAME).checked == shipped().series(NAME).checked
    assert Store(own=own(tmp_path, entry("ours", "2025-10-01", "2025-10-01"), head=ours)).series(
        NAME
    ).checked == date(2031, 1, 1)


def test_an_own_publication_may_replace_a_shipped_one(tmp_path: Path) -> None:
    more = 'replaces = ["2025-05"]'
    folder = own(tmp_path, entry("ours", "2025-04-01", "2026-01-01", 123, more))
    Store(own=folder).read_own()


def test_own_documents_stand_beside_the_shipped(tmp_path: Path) -> None:
    (tmp_path / "sources.toml").write_text(
        '[ours]\ntitle = "T"\npublisher = "P"\nseen = "whole"\n', encoding="utf-8"
    )
    sources = Store(own=tmp_path).sources
    assert sources["ours"].name == "T"
    assert sources.keys() - shipped().sources.keys() == {"ours"}


def test_a_key_of_the_release_is_refused(tmp_path: Path) -> None:
    folder = own(tmp_path, entry("2025-05", "2025-04-01", "2026-01-01"))
    assert "central-approval.toml: '2025-05' is a publication of this release" in refusal(folder)


def test_a_document_of_the_release_is_refused(tmp_path: Path) -> None:
    folder = own(tmp_path, entry("ours", "2025-04-01", "2026-01-01"))
    text = '[illustrative]\ntitle = "T"\npublisher = "P"\nseen = "whole"\n'
    (folder / "sources.toml").write_text(text, encoding="utf-8")
    assert "sources.toml: 'illustrative' is a document of this release" in refusal(folder)


def test_a_document_that_is_not_listed_is_refused(tmp_path: Path) -> None:
    text = entry("ours", "2025-04-01", "2026-01-01").replace('"illustrative"', '"nowhere"')
    assert "'ours' rests on 'nowhere', which is not in sources.toml" in refusal(own(tmp_path, text))


def test_a_broken_file_is_refused(tmp_path: Path) -> None:
    assert "central-approval.toml: is not valid TOML" in refusal(own(tmp_path, "broken"))


def test_a_file_of_another_name_is_refused(tmp_path: Path) -> None:
    (tmp_path / "pay_ranges.toml").write_text("", encoding="utf-8")
    assert "pay_ranges.toml: there are no figures of this name" in refusal(tmp_path)


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "rates"
    path.write_text("", encoding="utf-8")
    assert "the folder cannot be read: Not a directory" in refusal(path)


def test_a_broken_file_stops_every_answer_until_it_is_mended(rates_folder: Path) -> None:
    own(rates_folder, "broken")
    for _ in range(2):
        with pytest.raises(ParameterFileError, match=r"central-approval\.toml"):
            Parameters(DAY)
    own(rates_folder, entry("ours", "2025-10-01", "2025-10-01", 123))
    assert Parameters(DAY).central_approval.above == 123


def test_the_folder_is_what_the_environment_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XL_VSM_RATES", str(tmp_path))  # as the pages call it
    assert own_folder() == tmp_path
    monkeypatch.setenv(VARIABLE, "~/rates")
    assert own_folder() == Path.home() / "rates"


@pytest.mark.parametrize("named", ["", "  ", None])
def test_the_folder_is_else_among_a_persons_settings(
    monkeypatch: pytest.MonkeyPatch, named: str | None
) -> None:
    monkeypatch.delenv(VARIABLE)
    if named is not None:
        monkeypatch.setenv(VARIABLE, named)
    folder = own_folder()
    assert folder is not None
    assert folder.parts[-2:] == ("xl-vsm", "rates")


def test_on_windows_the_folder_goes_with_the_person(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[tuple[str, ...], dict[str, bool]]] = []

    def config_path(*name: str, **how: bool) -> Path:
        asked.append((name, how))
        return Path("settings")

    monkeypatch.delenv(VARIABLE)
    monkeypatch.setattr("platformdirs.user_config_path", config_path)
    assert own_folder() == Path("settings") / "rates"
    assert asked == [(("xl-vsm",), {"appauthor": False, "roaming": True})]


def test_where_nobody_has_settings_there_is_no_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE)
    monkeypatch.setitem(sys.modules, "platformdirs", None)
    assert own_folder() is None
    assert in_use() is shipped()


def test_what_stands_is_said_in_a_sentence(rates_folder: Path) -> None:
    own(rates_folder, entry("ours", "2025-10-01", "2025-10-02", 123))
    p = Parameters(DAY)
    assert standing(p) == "pay ranges: illustrative, made up for this package"
    assert standing(p, NAME) == (
        "central approval: from 1 October 2025, published 2 October 2025,"
        " loaded by your organisation"
    )
    assert standing(p, "premia").endswith("published 15 May 2025, part of this release")
    assert standing(Parameters(date(2020, 1, 1))).startswith("pay ranges: none. ")


def test_what_was_taken_back_at_once_does_not_share_its_dates(tmp_path: Path) -> None:
    taken_back = entry("b", "2025-04-01", "2025-04-01", 2, 'stage = "withdrawn"\nreplaces = ["a"]')
    folder = thresholds(
        tmp_path,
        entry("a", "2025-04-01", "2025-04-01", 1),
        taken_back,
        entry("c", "2025-04-01", "2025-04-01", 3, 'replaces = ["a"]'),
    )
    assert [f for f in lint(folder, date(2026, 10, 1)) if f.file == f"{NAME}.toml"] == []
    assert Store(folder).series(NAME).at(DAY).key == "c"
