"""What may stand on a page: texts that came from a workbook, and links that lead to the web."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

from markupsafe import Markup

from xl_vsm.reports.sheet_words import fitted

LINKED: Final = frozenset({"http", "https"})
_IN_NO_ADDRESS = re.compile(r"[\s\"'<>\\^`{|}]")


def shown(value: object) -> object:
    """Make a text inert, and cut it where nobody would read on. The page passes each one here.

    What is markup already, and what is no text, is returned as it is.
    """
    return fitted(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def link(url: str | None) -> str | None:
    """Return an address that a page may lead to; None for any other, such as javascript:."""
    if not url or not url.isprintable() or _IN_NO_ADDRESS.search(url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme.lower() in LINKED and parts.hostname else None


def file_name(path: str) -> str:
    """Return the last part of a path, on whichever system it was written."""
    return re.split(r"[\\/]", path.rstrip("\\/"))[-1] or path


def shortened(text: str, longest: int) -> str:
    """Return a text for a label, cut where there is no more room."""
    text = fitted(text)
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
