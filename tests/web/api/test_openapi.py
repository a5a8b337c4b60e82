"""The OpenAPI document is one, and the server answers as it says: schemathesis tries it out."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from tests.conftest import ROOT
from tests.web import plainly
from tests.web.api.asking import FAULTS
from tests.web.running import Running

DOCUMENT = "/api/openapi.json"
HOOKS = "tests.web.api.workbooks_for_schemathesis"


def test_it_answers_as_it_says(server: Running, tmp_path: Path) -> None:
    """No check of schemathesis's is left out. What stands for a workbook is one (HOOKS)."""
    command = [sys.executable, "-m", "schemathesis.cli", "run", f"{server.base}{DOCUMENT}"]
    bounds = ["--checks", "all", "--max-examples", "20", "--seed", "1"]
    done = subprocess.run(
        [*command, *bounds, "--generation-database", "none", "--no-color"],
        check=False,
        cwd=tmp_path,
        env={**os.environ, "SCHEMATHESIS_HOOKS": HOOKS, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    numbers = re.search(r"Tested: (\d+).*?(\d+) generated", done.stdout, re.DOTALL)
    assert numbers, done.stdout
    assert int(numbers[1]) == 3
    assert int(numbers[2]) > 20


def test_the_document_is_one(server: Running) -> None:
    document = plainly.get(f"{server.base}{DOCUMENT}").json()
    validate(document)
    assert document["openapi"].startswith("3.1")
    assert {"/api/check", "/api/annotate", "/healthz"} == set(document["paths"])


def test_a_report_is_as_it_says(server: Running) -> None:
    document = plainly.get(f"{server.base}{DOCUMENT}").json()
    said = document["paths"]["/api/check"]["post"]["responses"]["200"]["content"]
    whole = {**said["application/json"]["schema"], "components": document["components"]}
    parts = {"files": {"workbook": FAULTS.read_bytes()}, "timeout": 60}
    report = plainly.post(f"{server.base}/api/check", **parts).json()
    Draft202012Validator.check_schema(whole)
    Draft202012Validator(whole).validate(report)
    with pytest.raises(Exception, match="is a required property"):
        Draft202012Validator(whole).validate({**report, "workbooks": [{}]})
