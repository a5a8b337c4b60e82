"""The JSON Schema of the report, made of the models that the report is written from."""

from __future__ import annotations

import ast
import inspect
import re
from itertools import pairwise
from textwrap import dedent
from typing import Any, Final

from pydantic import BaseModel

from xl_vsm import findings
from xl_vsm.findings import Report

ID: Final = "urn:xl-vsm:report:1"
"""A name and no address, as the project has no home on the web that a reader could rely on."""
DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"


def report_schema() -> dict[str, Any]:
    """Return the schema of what `xl-vsm check --format json` writes.

    It is of the draft 2020-12. What each part means is taken from the models' own words.
    """
    schema = Report.model_json_schema(mode="serialization", by_alias=True)
    models = {
        name: model
        for name, model in vars(findings).items()
        if inspect.isclass(model) and issubclass(model, BaseModel)
    }
    for name, part in schema["$defs"].items():
        _describe(part, models[name])
    _describe(schema, Report)
    head = {
        "$schema": DRAFT,
        "$id": ID,
        "title": "Report of xl-vsm check",
        "description": schema.pop("description"),
    }
    return head | {key: value for key, value in schema.items() if key not in head}


def _describe(part: dict[str, Any], model: type[BaseModel]) -> None:
    """Put the words below each field of a model into its schema; every field is written."""
    part["required"] = list(part["properties"])
    words = _words(model)
    for name, field in model.model_fields.items():
        if name in words:
            part["properties"][field.alias or name]["description"] = words[name]


def _words(model: type[BaseModel]) -> dict[str, str]:
    """Return what stands below each field. Python keeps it in the source alone."""
    (tree,) = ast.parse(dedent(inspect.getsource(model))).body
    body = tree.body if isinstance(tree, ast.ClassDef) else []
    return {
        field.target.id: _for_json(text.value.value)
        for field, text in pairwise(body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(text, ast.Expr)
        and isinstance(text.value, ast.Constant)
        and isinstance(text.value.value, str)
    }


def _for_json(words: str) -> str:
    return re.sub(r"\bNone\b", "null", " ".join(words.split()))
