"""The report as JSON, as `docs/reference/report.md` describes it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from io import StringIO
from typing import Any, Final, TextIO

from pydantic_core import PydanticSerializationError, to_json, to_jsonable_python

from xl_vsm.findings import AnyReport, Report
from xl_vsm.writable import writable

UNSEEN: Final = re.compile(
    r"[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
"""What a workbook's text may hold that steers a terminal or turns the order of what is shown."""
_BEYOND_ASCII: Final = re.compile(r"[^\x00-\x7f]")
_INDENT: Final = "  "


def write(report: AnyReport, out: TextIO, *, only_ascii: bool = False) -> None:
    """Write the report as JSON, one workbook after the other, ending in a line break.

    What cannot be seen is written as its escape, which a reader of JSON takes for the same text.

    Args:
        report: whatever has the parts of a report; its workbooks are gone through once.
        out: a text file, which holds every sign unless `only_ascii` is set.
        only_ascii: whether to write an escape for every sign that a terminal may not have.
    """
    for piece in _pieces(report):
        out.write(in_ascii(piece) if only_ascii else piece)


def as_json(report: AnyReport) -> str:
    """Return the report as JSON text. It is held as a whole: for one workbook, or a few."""
    text = StringIO()
    write(report, text)
    return text.getvalue()


def in_ascii(text: str) -> str:
    """Return the same JSON with escapes for every sign that a terminal may not have."""
    return _BEYOND_ASCII.sub(_escape, text)


def _pieces(report: AnyReport) -> Iterator[str]:
    """Give the text in the order of the model's own fields, so that a new field is not missed."""
    yield "{"
    between = "\n"
    for name, field in Report.model_fields.items():
        yield f'{between}{_INDENT}"{field.alias or name}": '
        value = getattr(report, name, field.default)
        if name == "workbooks":
            yield from _list(value)
        else:
            yield _text(value, deep=1)
        between = ",\n"
    yield "\n}\n"


def _list(items: Iterable[Any]) -> Iterator[str]:
    between = "[\n"
    for item in items:
        yield f"{between}{_INDENT * 2}{_text(item, deep=2)}"
        between = ",\n"
    yield "[]" if between == "[\n" else f"\n{_INDENT}]"


def _text(value: Any, deep: int) -> str:
    try:
        text = to_json(value, by_alias=True, indent=len(_INDENT)).decode()
    except PydanticSerializationError:
        plain = to_jsonable_python(value, by_alias=True)
        text = writable(json.dumps(plain, indent=len(_INDENT), ensure_ascii=False))
    # Inside a string JSON has no line break, so that each one here is one of the indentation.
    return UNSEEN.sub(_escape, text).replace("\n", "\n" + _INDENT * deep)


def _escape(sign: re.Match[str]) -> str:
    return json.dumps(sign[0])[1:-1]
