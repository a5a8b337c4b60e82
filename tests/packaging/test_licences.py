"""Every package that users install comes under a licence that is allowed, and under that one."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import PackageNotFoundError

import pytest

from install.locked import EVERYTHING, for_users, locked
from tests.conftest import ROOT
from tests.install.test_server_papers import said_by

KEPT = tomllib.loads((ROOT / "install" / "licences.toml").read_text(encoding="utf-8"))
PINS = {pin.name: pin for pin in for_users(locked())}
SAYS = {
    "docutils": "public domain, BSD or GPL by file; the GPL is that of one Emacs file",
    "matplotlib": "a licence of its own",
    "partd": "BSD, in the words of three clauses",
    "pebble": "LGPL, in the words of version 3",
    "xlwings-server": "two, of which its user has one",
}
"""What says its licence in words of its own, which somebody read."""


def test_every_list_of_pins_is_read_whole() -> None:
    for path in (ROOT / "install").rglob("requirements*.txt"):
        text = path.read_text(encoding="utf-8")
        if "--hash" in text:
            assert len(locked(path)) == len(re.findall(r"(?m)^[a-z0-9.-]+==", text))
            assert all(pin.digests for pin in locked(path)), path
    # What only the tests need is left out, and what an extra of an extra brings is not.
    assert {"pydantic", "starlette", "dask", "sphinx", "hatchling"} <= set(PINS)
    assert set(PINS).isdisjoint({"pytest", "mypy", "oletools", "ruff"})
    assert {"pytest", "ruff"} <= {pin.name for pin in locked(EVERYTHING)}


def test_every_package_of_users_is_listed_and_no_other() -> None:
    assert set(KEPT["packages"]) == set(PINS)


@pytest.mark.parametrize("package", PINS)
def test_its_licence_is_allowed(package: str) -> None:
    licence = KEPT["packages"][package]
    named = set(re.split(r" (?:OR|AND) ", licence))
    assert named & set(KEPT["allowed"]) or package in KEPT["allowed-by-name"], licence
    if " AND " in licence:
        assert named <= set(KEPT["allowed"])


@pytest.mark.parametrize("package", sorted(set(PINS) - set(SAYS)))
def test_its_licence_is_the_one_that_it_names(package: str) -> None:
    try:
        told = said_by(package)
    except PackageNotFoundError:
        assert PINS[package].marker, f"{package} is for every system, and is not here"
        return
    assert told.replace(" or ", " OR ") == KEPT["packages"][package]


def test_what_is_allowed_is_used() -> None:
    used = {each for line in KEPT["packages"].values() for each in re.split(r" (?:OR|AND) ", line)}
    assert set(KEPT["allowed"]) <= used
    assert set(KEPT["allowed-by-name"]) <= set(KEPT["packages"])
