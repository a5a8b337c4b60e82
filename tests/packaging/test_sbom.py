"""The bill of materials is one, by CycloneDX's own schema, and lists what is pinned."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest
from jsonschema.validators import validator_for
from referencing import Registry, Resource

from install.locked import for_users, locked
from tests.conftest import ROOT

SCHEMAS = files("cyclonedx.schema") / "_res"


@pytest.fixture(scope="module")
def bill(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("bill") / "xl-vsm.cdx.json"
    command = [sys.executable, "-W", "error", "install/sbom.py", "--output", str(path)]
    subprocess.run(command, cwd=ROOT, check=True)
    return path


def test_it_keeps_to_the_schema(bill: Path) -> None:
    # The schemas name each other by file.
    registry = Registry().with_resources(
        (beside, Resource.from_contents(json.loads(path.read_text(encoding="utf-8"))))
        for path in SCHEMAS.iterdir()
        for beside in (path.name, f"http://cyclonedx.org/schema/{path.name}")
        if path.name.endswith(".schema.json")
    )
    schema = json.loads((SCHEMAS / "bom-1.6.SNAPSHOT.schema.json").read_text(encoding="utf-8"))
    checker = validator_for(schema)(schema, registry=registry)
    made = json.loads(bill.read_text(encoding="utf-8"))
    assert [error.message for error in checker.iter_errors(made)] == []
    del made["specVersion"]
    assert not checker.is_valid(made)


def test_it_lists_what_users_install(bill: Path) -> None:
    made = json.loads(bill.read_text(encoding="utf-8"))
    listed = {(each["name"], each["version"]): each for each in made["components"]}
    pins = {(pin.name, pin.version): pin for pin in for_users(locked())}
    assert set(listed) == set(pins)
    for which, pin in pins.items():
        assert len(listed[which]["hashes"]) == len(set(pin.digests))
        assert listed[which]["licenses"]
    asked = {each["ref"]: each.get("dependsOn", []) for each in made["dependencies"]}
    assert {each.split("@")[0] for each in asked["xl-vsm"]} >= {"pydantic", "fastapi", "sphinx"}
    # Each is there because somebody asked for it.
    assert {each["bom-ref"] for each in listed.values()} == {
        ref for refs in asked.values() for ref in refs
    }


def test_the_same_pins_give_the_same_bytes(bill: Path) -> None:
    again = subprocess.run(
        [sys.executable, "install/sbom.py"], cwd=ROOT, capture_output=True, check=True
    )
    assert again.stdout.decode("utf-8").replace("\r\n", "\n") == bill.read_text(encoding="utf-8")
