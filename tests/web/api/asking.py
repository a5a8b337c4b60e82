"""A program that asks the HTTP interface."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import httpx

from tests.conftest import ROOT
from tests.web import plainly

EXAMPLES = sorted((ROOT / "workbooks" / "examples").glob("*.xlsx"))
FAULTS = ROOT / "workbooks" / "examples" / "trust_board_pay_faults.xlsx"
PLAIN = ROOT / "workbooks" / "examples" / "trust_board_pay.xlsx"

Part = tuple[str, tuple[str, bytes]]


def sent(name: str, data: bytes) -> Part:
    """Return a workbook as a part of a form."""
    return ("workbook", (name, data))


def file(path: Path) -> Part:
    """Return a workbook from a file as a part of a form."""
    return sent(path.name, path.read_bytes())


def ask(
    base: str,
    *parts: Part,
    route: str = "/api/check",
    headers: dict[str, str] | None = None,
    **fields: str,
) -> httpx.Response:
    """Ask with a form, as curl does."""
    where = f"{base}{route}"
    return plainly.post(where, headers=headers, files=list(parts), data=fields, timeout=120)


def refused(answer: httpx.Response, status: int, code: str, *words: str) -> None:
    """Expect a refusal of just the two parts that the contract names."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/json"
    said = answer.json()
    assert set(said) == {"code", "message"}
    assert said["code"] == code
    for word in words:
        assert word in said["message"]


def form(parts: Iterable[bytes], *, boundary: bytes = b"b", end: bytes = b"--b--\r\n") -> bytes:
    """Return a form's body as it goes over the wire, which may be wrong in any way."""
    return b"".join(b"--" + boundary + b"\r\n" + part + b"\r\n" for part in parts) + end


def part(name: str, data: bytes, filename: str | None = None, more: str = "") -> bytes:
    """Return one part of such a body."""
    named = "" if filename is None else f'; filename="{filename}"'
    head = f'Content-Disposition: form-data; name="{name}"{named}\r\n{more}\r\n'
    return head.encode("utf-8", "surrogateescape") + data
