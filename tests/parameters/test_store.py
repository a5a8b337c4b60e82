from __future__ import annotations

from pathlib import Path

import pytest

from xl_vsm.parameters import ParameterFileError, Store, shipped
from xl_vsm.parameters.store import read_series
from xl_vsm.parameters.tables import KINDS

from .folders import HEAD, change, copy, entry, thresholds

GOOD = entry("a", "2025-04-01", "2025-04-01")


def test_every_shipped_file_can_be_read() -> None:
    for name in KINDS:
        assert shipped().series(name).id == name


def test_the_shipped_store_is_made_once() -> None:
    assert shipped() is shipped()


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ParameterFileError, match=r"premia\.toml: cannot be read: No such file"):
        Store(tmp_path).series("premia")


def test_a_file_of_another_name_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "premiums.toml"
    path.write_text("", encoding="utf-8")
    with pytest.raises(ParameterFileError, match=r"premiums\.toml: not a parameter known here"):
        read_series(path)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("schema = 1\nschema = 1\n", "is not valid TOML"),
        ("title = \N{LATIN SMALL LETTER E WITH ACUTE}", "is not valid TOML"),
        (HEAD, "publication: is missing"),
        ("publication = 3\n" + HEAD, "publication: "),
        (HEAD + "\n[publication]\nkey = 'a'\n", "publication: "),
        (HEAD + GOOD + "extra = 1\n", "extra: unknown key"),
        (HEAD + GOOD.replace('"a"', '"two words"'), "key: must be one word without spaces"),
        (HEAD + GOOD.replace('"a"', "7"), "key: must be one word without spaces"),
        (HEAD + GOOD.replace("above = 100\n", ""), "above: is missing"),
        (HEAD + GOOD.split("[publication.table]", maxsplit=1)[0], "table: is missing"),
        (HEAD.replace("central-approval", "premia") + GOOD, "its id is 'premia'"),
        (HEAD.replace("schema = 1", "schema = 2") + GOOD, "schema: "),
        (HEAD + GOOD + GOOD, "publication 'a' stands twice"),
        (
            HEAD + entry("a", "2025-04-01", "2025-04-01", 1, 'replaces = ["b"]'),
            "'a' replaces 'b', which is not here",
        ),
    ],
)
def test_a_broken_file_is_refused_in_words(tmp_path: Path, text: str, message: str) -> None:
    folder = copy(tmp_path)
    (folder / "central-approval.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ParameterFileError, match=rf"central-approval\.toml: .*{message}"):
        Store(folder).series("central-approval")


def test_bytes_that_are_not_utf_8_are_refused(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    (folder / "premia.toml").write_bytes(b'title = "\xa3"\n')
    with pytest.raises(ParameterFileError, match=r"premia\.toml: is not valid TOML"):
        Store(folder).series("premia")


def test_the_table_of_a_publication_is_refused_by_its_own_shape(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    change(folder, "member-contribution-tiers", "from = 15_432", "from = 0")
    with pytest.raises(ParameterFileError, match="the tiers must rise from each step to the next"):
        Store(folder).series("member-contribution-tiers")


TABLE = "[publication.table]"


@pytest.mark.parametrize(
    ("name", "old", "new", "words"),
    [
        (
            *("member-contribution-tiers", "from = 15_432", "from = 0"),
            "the tiers must rise from each step to the next",
        ),
        ("central-approval", TABLE, f"extra = 1\n{TABLE}", "publication.0.extra: unknown key"),
        (
            *("central-approval", 'id = "central-approval"', 'id = "premia"'),
            "its id is 'premia', which is not its name",
        ),
        (
            *("premia", "rate = 0.10", 'rate = "10%"'),
            "grounds.0.rate: must be a number, not '10%'",
        ),
    ],
)
def test_what_is_said_of_a_broken_file(
    tmp_path: Path, name: str, old: str, new: str, words: str
) -> None:
    folder = copy(tmp_path)
    change(folder, name, old, new)
    with pytest.raises(ParameterFileError) as refused:
        Store(folder).series(name)
    assert str(refused.value) == f"{name}.toml: {words}"


def test_a_file_of_another_name_is_told_those_that_there_are(tmp_path: Path) -> None:
    (tmp_path / "premiums.toml").write_text("", encoding="utf-8")
    with pytest.raises(ParameterFileError) as refused:
        read_series(tmp_path / "premiums.toml")
    known = ", ".join(sorted(KINDS))
    assert str(refused.value) == f"premiums.toml: not a parameter known here: {known}"


def test_an_unknown_key_of_a_document_is_refused(tmp_path: Path) -> None:
    folder = thresholds(tmp_path, GOOD)
    change(folder, "sources", 'title = "', 'titel = "x"\ntitle = "')
    with pytest.raises(ParameterFileError, match=r"sources\.toml: .*titel: unknown key"):
        _ = Store(folder).sources


def test_the_documents_are_read_once(tmp_path: Path) -> None:
    store = Store(copy(tmp_path))
    assert store.sources is store.sources
