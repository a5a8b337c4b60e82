"""The settings kept beside the workbooks."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.policy.test_purpose import CODES
from xl_vsm.policy import Settings, SettingsError, settings_beside

OURS = """\
profile = "quarterly"
fail_on = "note"

[severity]
PAY101 = "error"
PEN104 = "note"

[profiles.quarterly]
like = "submission"
severity = { PEN104 = "warning" }

[limits]
file_megabytes = 50
cells = 10000000
"""


def written(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "xl-vsm.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_what_is_said_closer_to_the_purpose_goes_before(tmp_path: Path) -> None:
    settings = Settings.load(written(tmp_path, OURS), CODES)
    ours = settings.purpose()
    assert ours.name == "quarterly"
    assert ours.severities["PEN104"] == "warning"  # its own profile, before its [severity]
    assert ours.severities["PAY101"] == "error"  # its [severity]
    assert ours.severities["WBK108"] == "warning"  # the profile that it is like
    draft = settings.purpose("draft")
    assert draft.severities["PEN104"] == "note"
    assert draft.severities["WBK102"] == "note"


@pytest.mark.parametrize(
    ("own", "file", "said", "expected"),
    [
        (None, None, None, "warning"),  # as submission says
        (None, "note", None, "note"),
        ("error", "note", None, "error"),
        ("error", "note", "never", "never"),
    ],
)
def test_from_which_severity_a_run_fails(
    own: str | None, file: str | None, said: str | None, expected: str
) -> None:
    profile = {"like": "submission", "fail_on": own}
    settings = Settings(fail_on=file, profiles={"ours": profile})
    assert settings.purpose("ours", said).fail_on == expected


def test_a_name_that_is_empty_is_no_profile() -> None:
    with pytest.raises(SettingsError, match="there is no profile ''; there are draft"):
        Settings().purpose("")


def test_a_profile_of_the_release_can_be_changed() -> None:
    settings = Settings(profiles={"audit": {"severity": {"PAY101": "error"}}})
    changed = settings.purpose("audit")
    assert changed.severities["PAY101"] == "error"
    assert changed.severities["WBK302"] == "error"
    assert changed.fail_on == "warning"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("profil = 'draft'", "profil: there is no such setting; take it out, or correct"),
        ("[limits]\nsize = 3", "limits.size: there is no such setting"),
        ("[profiles.a]\nlevel = 3", "profiles.a.level: there is no such setting"),
        ("[severity]\nPEN999 = 'note'", "severity: there is no code 'PEN999'; `xl-vsm explain`"),
        ("[profiles.a.severity]\nX = 'note'", "profiles.a.severity: there is no code 'X'"),
        ("[severity]\nPEN101 = 'off'", "severity.PEN101: input should be 'error', 'warning' or"),
        ("fail_on = 'all'", "fail_on: input should be 'error', 'warning', 'note' or 'never'"),
        ("[profiles.a]\nlike = 'b'", "profiles.a.like: 'b' is none of draft, submission, audit"),
        ("profile = 'ours'", "profile: there is no profile 'ours'; there are draft, submission"),
        ("[limits]\nratio = 0", "limits.ratio: input should be greater than 0"),
        ("[limits]\nseconds = inf", "limits.seconds: input should be a finite number"),
        ("profile = 'a'\nprofile = 'b'", "cannot be read as TOML"),
        ("profile", "cannot be read as TOML"),
    ],
)
def test_what_means_nothing_is_refused(tmp_path: Path, text: str, said: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(SettingsError) as error:
        Settings.load(path, CODES)
    assert str(error.value).startswith(f"{path}: {said}")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"cannot be read as TOML: .*No such file"):
        Settings.load(tmp_path / "xl-vsm.toml", CODES)


@pytest.mark.parametrize(
    ("kept", "tops", "found"),
    [
        ("estate/north", [], True),  # beside the workbook
        ("estate", [], False),  # above it, in a folder that nobody named
        ("estate", ["estate"], True),
        (".", ["estate"], False),
        (".", ["estate", "."], True),
        ("estate", ["."], True),
        ("estate/south", ["."], False),
    ],
)
def test_where_the_file_may_stand(tmp_path: Path, kept: str, tops: list[str], found: bool) -> None:
    path = written(tmp_path / kept, "profile = 'audit'")
    workbook = tmp_path / "estate" / "north" / "pay.xlsx"
    settings, where = settings_beside(workbook, [tmp_path / top for top in tops], CODES)
    assert where == (path.resolve() if found else None)
    assert settings.profile == ("audit" if found else None)


def test_the_closest_file_counts(tmp_path: Path) -> None:
    written(tmp_path, "profile = 'audit'")
    written(tmp_path / "north", "profile = 'draft'")
    settings, _ = settings_beside(tmp_path / "north" / "pay.xlsx", [tmp_path], CODES)
    assert settings.profile == "draft"
