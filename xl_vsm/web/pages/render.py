"""Makes a page from a template, with what every page carries."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import escape
from starlette.requests import Request
from starlette.responses import HTMLResponse

from xl_vsm.findings import address
from xl_vsm.release import VERSION
from xl_vsm.reports import sheet_words
from xl_vsm.reports.html import safe, wording
from xl_vsm.reports.plain import count, day
from xl_vsm.web.protection import FIELD, form_key, keep_form_key
from xl_vsm.web.shown_sheets import beginning

MENU: Final = (
    ("check", "/", "Check a workbook"),
    ("calculator", "/calculator", "Calculator"),
    ("reference", "/rules", "Rules and checks"),
)
"""What every page leads to: its name here, where it is, and what it is called."""


def render(
    request: Request,
    template: str,
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
    **context: object,
) -> HTMLResponse:
    """Return a page.

    Args:
        request: what asks for it; its key is kept for the page's forms.
        template: the template's name.
        status: the HTTP status.
        headers: what else the answer says.
        context: what the template speaks of. Every text in it is made inert and escaped.
    """
    key = form_key(request)
    root = request.scope.get("root_path", "").rstrip("/")
    shared = {"root": root, "form_field": FIELD, "form_key": key, "menu": MENU, "release": VERSION}
    page = _environment().get_template(template).render({**shared, **context})
    response = HTMLResponse(page, status, headers)
    keep_form_key(response, key, request)
    return response


def sentence(text: str, name: str = "") -> str:
    """Return a text with a large letter at its beginning and a full stop at its end.

    Args:
        text: the text.
        name: a file's name, which stays as it is where the text begins with it.
    """
    end = "" if text.endswith((".", "?", "!", ":")) else "."
    first = text if name and text.startswith(name) else f"{text[:1].upper()}{text[1:]}"
    return f"{first}{end}" if text else ""


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("xl_vsm.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=safe.shown,
        keep_trailing_newline=True,
    )
    made.globals["address"] = address
    made.filters |= {
        "beginning": beginning,
        "certainty": lambda word: wording.CERTAINTY.get(word, word),
        "count": count,
        "day": day,
        "lines": escape,  # a text of several lines for a hidden field, each of them kept
        "link": safe.link,
        "sentence": sentence,
        "skipped_rows": wording.skipped_rows,
        "source": sheet_words.source,
        "what_is_wrong": sheet_words.what_is_wrong,
    }
    return made
