"""The published schema holds for what is written, and for nothing else."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

import xl_vsm
from tests.conftest import ROOT
from tests.reports.many import Estate
from xl_vsm.reports.json_report import as_json
from xl_vsm.reports.schema import report_schema

PUBLISHED = ROOT / "docs" / "reference" / "report.schema.json"


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    made: dict[str, Any] = json.loads(PUBLISHED.read_text(encoding="utf-8"))
    return made


@pytest.fixture(scope="module")
def report() -> xl_vsm.Report:
    folders = ("examples", "messy")
    paths = [p for name in folders for p in sorted((ROOT / "workbooks" / name).glob("*.xlsx"))]
    return xl_vsm.check([*paths, ROOT / "README.md"])


def faults(schema: dict[str, Any], made: object) -> list[str]:
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(made)]


def test_the_published_schema_is_that_of_the_models(schema: dict[str, Any]) -> None:
    assert schema == report_schema()


def test_the_schema_is_a_schema_that_says_what_it_is(schema: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"]
    for part in (schema, *schema["$defs"].values()):
        assert part["title"]
        assert part["description"].endswith(".")
    assert "such as H14" in schema["$defs"]["Finding"]["properties"]["cell"]["description"]


def test_what_is_written_holds(schema: dict[str, Any], report: xl_vsm.Report) -> None:
    made = json.loads(as_json(report))
    assert len(made["workbooks"]) > 4
    assert any(each["posts"] for each in made["workbooks"])
    assert any(each["reading"] for book in made["workbooks"] for each in book["sheets"])
    assert any(not each["complete"] for each in made["workbooks"])
    assert faults(schema, made) == []
    streamed = Estate(report, 2, profile="audit", redacted=True, interrupted=True)
    assert faults(schema, json.loads(as_json(streamed))) == []


def test_what_is_not_so_does_not_hold(schema: dict[str, Any], report: xl_vsm.Report) -> None:
    right = json.loads(as_json(report))
    for spoil in (
        lambda made: made.pop("summary"),
        lambda made: made["workbooks"][0].pop("accepted"),
        lambda made: made.update(schema=2),
        lambda made: made.update(extra=1),
        lambda made: made["workbooks"][0].update(effective="yesterday"),
        lambda made: made["summary"].update(error="none"),
    ):
        made = copy.deepcopy(right)
        spoil(made)
        assert len(faults(schema, made)) == 1
