"""The page of the report as JSON, and its schema."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from making.markdown import GENERATED, anchor, code, link, page, table
from xl_vsm.reports.schema import report_schema

HEAD = """\
# The report as JSON

What `xl-vsm check --format json` writes, part by part. [`report.schema.json`](report.schema.json)
says the same as a JSON Schema (draft 2020-12); it is made of the code that writes the report, and a
test fails where the two differ.

`schema` is 1, and stands first. It becomes 2 when a part is taken away or means something else. A
later release may add parts under the same number, and comes with its own schema: to hold a report
to a schema, take that of the release named in `tool.version`.

Every part is always written: what is not known is `null`, or an empty list. Money is text, such as
`"171250.00"`, so that no reader rounds it. With `--redact` the figures and the titles of posts are
`null` or empty, and `redacted` is `true`. Workbooks come one after the other, so that a report of
thousands can be read as a stream; `summary` stands last.

    python -m pip install check-jsonschema
    xl-vsm check pay.xlsx --format json --output report.json
    check-jsonschema --schemafile docs/reference/report.schema.json report.json
"""
FIRST = "Report"


def report_schema_file() -> str:
    """Return the schema as the text of its file."""
    return json.dumps(report_schema(), indent=2, ensure_ascii=False) + "\n"


def report_page() -> str:
    """Return the page."""
    schema = report_schema()
    parts = {FIRST: schema} | {
        name: schema["$defs"][name] for name in _in_order(schema, schema["$defs"])
    }
    lines = [GENERATED.format(what="the models in xl_vsm/findings"), HEAD]
    for name, part in parts.items():
        lines += [anchor(name), f"## {name}", "", part["description"], ""]
        lines += table(("", "is", ""), _rows(part))
    return page(lines)


def _in_order(part: dict[str, Any], known: dict[str, Any]) -> list[str]:
    """Return the parts in the order in which a reader meets them."""
    met: list[str] = []
    waiting = [part]
    while waiting:
        for spec in waiting.pop(0)["properties"].values():
            for name in _named(spec):
                if name not in met:
                    met.append(name)
                    waiting.append(known[name])
    return met


def _named(spec: dict[str, Any]) -> Iterator[str]:
    if "$ref" in spec:
        yield spec["$ref"].rpartition("/")[2]
    for inner in (*spec.get("anyOf", ()), spec.get("items"), spec.get("additionalProperties")):
        if isinstance(inner, dict):
            yield from _named(inner)


def _rows(part: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    for name, spec in part["properties"].items():
        yield code(name), _kind(spec), spec.get("description", "")


def _kind(spec: dict[str, Any]) -> str:
    """Say in words what a value is."""
    if "$ref" in spec:
        name = spec["$ref"].rpartition("/")[2]
        return link(name, f"#{name.lower()}")
    if "const" in spec:
        return code(json.dumps(spec["const"]))
    if "enum" in spec:
        return ", ".join(code(json.dumps(each)) for each in spec["enum"])
    if "anyOf" in spec:
        return " or ".join(map(_kind, spec["anyOf"]))
    if spec["type"] == "array":
        return f"list of {_kind(spec['items'])}"
    if spec["type"] == "object":
        return f"object of {_kind(spec['additionalProperties'])}"
    if "pattern" in spec:
        return "number, as text"
    words = {"string": "text", "integer": "whole number", "boolean": "true or false"}
    return spec.get("format") or words.get(spec["type"], spec["type"])
