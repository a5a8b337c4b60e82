"""IT.md names each package of the server with the licence that the package itself says it has."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, distribution

import pytest

from tests.conftest import ROOT

IT = (ROOT / "install" / "IT.md").read_text(encoding="utf-8")
PINS = (ROOT / "install" / "server" / "requirements.txt").read_text(encoding="utf-8")
PINNED = sorted(re.findall(r"(?m)^([a-z0-9.-]+)==", PINS))
TABLE = IT.partition("## Packages of the server")[2].partition("\n\n## ")[0]
ROWS = [row.split("|")[1:3] for row in TABLE.splitlines() if row.startswith("| ")][1:]
NAMED = [
    (package.strip(), licence.strip())
    for licence, packages in ROWS
    for package in packages.split(",")
]
LICENCE = dict(NAMED)
ELSEWHERE = TABLE.partition("\nPinned, and not installed")[2]
SHORT = {
    "Apache Software License": "Apache-2.0",
    "BSD 3-clause": "BSD-3-Clause",
    "BSD License": "BSD-3-Clause",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
"""What the metadata of some packages says, in the short words of the others."""


def said_by(package: str) -> str:
    """Return the licence that the installed package names, or what its licence file permits."""
    found = distribution(package)
    data = found.metadata
    classified = [
        SHORT.get(each.rpartition(" :: ")[2], each)
        for each in data.get_all("Classifier") or []
        if each.startswith("License :: ") and not each.endswith(" :: OSI Approved")
    ]
    told = data.get("License-Expression") or " OR ".join(sorted(classified, reverse=True))
    if not told:
        told = data.get("License") or ""
    if not told:
        text = " ".join(
            str(file.read_text())
            for file in found.files or []
            if file.name.upper().startswith("LICEN") and ".dist-info" in str(file)
        )
        # The third of its three conditions is what makes it that one.
        told = "BSD-3-Clause" if "Neither the name of" in text else text[:60]
    return SHORT.get(told, told).replace(" OR ", " or ")


def test_every_pinned_package_is_named_once() -> None:
    assert len(PINNED) > 50
    assert sorted(package for package, _ in NAMED) == PINNED


@pytest.mark.parametrize("package", PINNED)
def test_its_licence_is_the_one_that_it_names(package: str) -> None:
    try:
        told = said_by(package)
    except PackageNotFoundError:
        # Its pin says for which systems it is, and so does the page; nothing else may be missing.
        assert re.search(rf"(?m)^{re.escape(package)}==\S+ ;", PINS)
        assert package in ELSEWHERE
        return
    if package == "xlwings-server":
        assert "PolyForm Noncommercial License 1.0.0" in told
        assert "PolyForm Noncommercial 1.0.0" in LICENCE[package]
    else:
        assert told == LICENCE[package]
