from __future__ import annotations

import pytest

from xl_vsm.checks.cannot import CannotCheck
from xl_vsm.checks.titles import role_of_title
from xl_vsm.rules import Role


@pytest.mark.parametrize(
    "title",
    [
        "Chief Executive",
        "chief executive officer",
        "CEO",
        "Group Chief Executive",
        "Interim Chief Executive",
        "Chief Executive and Accountable Officer",
    ],
)
def test_chief_executives(title: str) -> None:
    assert role_of_title(title) is Role.CHIEF_EXECUTIVE


@pytest.mark.parametrize(
    "title",
    [
        "Director of Finance",
        "Medical Director",
        "Chief Nurse",
        "Chief Finance Officer",
        "Chief Digital and Information Officer",
        "CFO",
        "COO",
        "CPO",
        "Deputy Chief Executive",
        "Director of Finance and Deputy Chief Executive",
        "Executive Director of Workforce",
        "Director of Research, Office of the Chief Executive",
        "Chief Finance & Performance Officer",
        "CIO",
        "CDO",
        "CTO",
        "CSO",
    ],
)
def test_directors(title: str) -> None:
    assert role_of_title(title) is Role.DIRECTOR


@pytest.mark.parametrize(
    "title",
    [
        "Non-Executive Director",
        "Non executive director",
        "Non-Exec Director",
        "Associate NED",
        "Chair",
        "Vice-Chair",
        "Lay Member",
        "Executive Assistant to the Chief Executive",
    ],
)
def test_who_is_not_an_executive(title: str) -> None:
    with pytest.raises(CannotCheck, match="not an executive post"):
        role_of_title(title)


@pytest.mark.parametrize(
    "title",
    [
        "Deputy Director of Finance",
        "Associate Medical Director",
        "Assistant Director",
        "Deputy Chief Nurse",
        "Deputy CFO",
        "Deputy Chief Finance Officer",
    ],
)
def test_who_is_below_director(title: str) -> None:
    with pytest.raises(CannotCheck, match="is below director"):
        role_of_title(title)


@pytest.mark.parametrize("title", ["Strategic Lead", "Company Secretary", "1001"])
def test_titles_that_do_not_tell(title: str) -> None:
    with pytest.raises(CannotCheck, match="does not tell"):
        role_of_title(title)
