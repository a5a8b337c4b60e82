"""Writing a report in the form that was asked for, to where it was asked for."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, Final, TextIO, cast

from xl_vsm.cli.errors import CommandError
from xl_vsm.cli.terminal import speaks_utf8
from xl_vsm.cli.whole_file import whole_file
from xl_vsm.findings import AnyReport, FailOn

Write = Callable[[AnyReport, TextIO], None]

FORMATS: Final = {
    "console": "xl_vsm.reports.console",
    "json": "xl_vsm.reports.json_report",
    "sarif": "xl_vsm.reports.sarif",
    "junit": "xl_vsm.reports.junit",
    "html": "xl_vsm.reports.html",
    "csv": "xl_vsm.reports.csv_report",
}
"""Each form, and the module that writes it; brought in only when it is asked for."""

REDACTED: Final = ("sarif", "junit")
"""The forms that go to code hosts and CI servers, where many people read them."""


def writer(form: str, fail_on: Callable[[str], FailOn]) -> Write:
    """Return what writes a report in a form.

    Args:
        form: what it is called.
        fail_on: from which severity on a finding fails a test, by the path of its workbook.
    """
    module = import_module(FORMATS[form])
    write: Write = partial(module.write, fail_on=fail_on) if form == "junit" else module.write
    return write


def write_report(report: AnyReport, form: str, write: Write, output: Path | None) -> None:
    """Write a report to a file, or to stdout.

    Raises:
        CommandError: it cannot be written.
    """
    if output is not None:
        with whole_file(output) as binary, as_text(binary) as out:
            write(report, out)
        return
    try:
        with _stdout(form) as out:
            write(report, out)
            out.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        _forget_stdout()
        raise CommandError(f"the report cannot be written: {error.strerror}") from error


def _forget_stdout() -> None:
    """Let what could not be written go, or Python tries again when it ends, and says so."""
    with suppress(OSError, ValueError):  # a test's stdout is no file
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def as_text(binary: BinaryIO) -> Iterator[TextIO]:
    """Give a file as one of UTF-8 text, whose line ends are as they are written."""
    out = io.TextIOWrapper(binary, encoding="utf-8", newline="")
    try:
        yield out
        out.flush()
    finally:
        out.detach()


@contextmanager
def _stdout(form: str) -> Iterator[TextIO]:
    """Give stdout, with escapes for what it cannot hold where the form has any."""
    if form == "csv":  # has line ends of its own, and no escapes
        with as_text(cast("BinaryIO", sys.stdout.buffer)) as out:
            yield out
    elif form in _ESCAPES and not speaks_utf8(sys.stdout):
        yield cast("TextIO", _Escaping(sys.stdout, _ESCAPES[form]))
    else:
        yield sys.stdout


class _Escaping(io.TextIOBase):
    """Writes each sign outside ASCII as its escape."""

    def __init__(self, out: TextIO, escape: Callable[[str], str]) -> None:
        self._out = out
        self._escape = escape

    def write(self, text: str) -> int:
        self._out.write("".join(ch if ch.isascii() else self._escape(ch) for ch in text))
        return len(text)


def _in_json(sign: str) -> str:
    return json.dumps(sign)[1:-1]


def _in_markup(sign: str) -> str:
    return f"&#{ord(sign)};"


_ESCAPES: Final = {
    "json": _in_json,
    "sarif": _in_json,
    "html": _in_markup,
    "junit": _in_markup,
}
