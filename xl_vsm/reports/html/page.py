"""A page that is one file: its look and its script are in it, and it may fetch nothing."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Final, TextIO

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from xl_vsm.findings import address
from xl_vsm.reports import sheet_words
from xl_vsm.reports.html import safe, wording
from xl_vsm.reports.plain import count, day

_LOOK: Final = ("colours", "page", "findings", "tables", "chart", "print")
_MADE_UP: Final = "print_illustrative"
"""Put last where made-up figures were used: it says so on every printed page."""
_SCRIPT: Final = ("filter", "opening", "sort")
_BUFFERED: Final = 32


def write_page(name: str, out: TextIO, said: Mapping[str, object], *, illustrative: bool) -> None:
    """Write a page, a piece at a time.

    Args:
        name: its template.
        out: where to.
        said: what the template speaks of.
        illustrative: whether every printed page is to say that figures are made up.
    """
    look = _asset(*(f"{each}.css" for each in (*_LOOK, *([_MADE_UP] if illustrative else []))))
    script = _asset(*(f"{each}.js" for each in _SCRIPT))
    page = _environment().get_template(name)
    stream = page.stream(said, look=look, script=script, policy=_policy(look, script))
    stream.enable_buffering(_BUFFERED)
    for piece in stream:
        out.write(piece)


def _policy(look: str, script: str) -> Markup:
    """Say what a browser may do with the page: use its own look and script, and nothing else."""
    allowed = {"style-src": look, "script-src": script}
    rules = [f"{rule} 'sha256-{_digest(text)}'" for rule, text in allowed.items()]
    nothing = ("default-src", "base-uri", "form-action")
    return Markup("; ".join([*(f"{rule} 'none'" for rule in nothing), *rules]))


def _digest(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()


@cache
def _asset(*names: str) -> Markup:
    folder = files(__package__) / "assets"
    texts = (folder.joinpath(name).read_text(encoding="utf-8") for name in names)
    return Markup("".join(texts))


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader(__package__),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=safe.shown,
        keep_trailing_newline=True,
    )
    made.globals["address"] = address
    made.filters |= {
        "certainty": lambda word: wording.CERTAINTY.get(word, ""),
        "count": count,
        "day": day,
        "link": safe.link,
        "pounds": wording.pounds,
        "skipped_rows": wording.skipped_rows,
        "source": sheet_words.source,
        "what_is_wrong": sheet_words.what_is_wrong,
    }
    return made
