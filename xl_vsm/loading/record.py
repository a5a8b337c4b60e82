"""What is written down of a loaded table: the publication, its document, and who loaded it."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from typing import Any

from xl_vsm.loading.document import Document
from xl_vsm.loading.writing import plain
from xl_vsm.parameters import Publication
from xl_vsm.parameters.days import day

NAME = "pay-ranges"


def record_of(document: Document, file: str, data: bytes, today: date) -> str:
    """Say who loaded what and when, without keeping the file itself."""
    loaded = f"loaded on {day(today)}, checked by {document.checked_by.strip()}"
    return f"{loaded}, from file {file} sha256 {sha256(data).hexdigest()[:12]}"


def entry_of(document: Document, key: str, cites: str, record: str) -> dict[str, Any]:
    """Return a publication as the parameter files have it, but for its table."""
    until = document.effective_until
    return {
        "key": key,
        "effective_from": document.effective_from,
        **({"effective_until": until} if until else {}),
        "published": document.published,
        "stage": "final",
        "certainty": "primary",
        "source": cites,
        "locator": "the tables of bands and pay ranges",
        "note": record,
    }


def withdrawal_of(old: Publication, key: str, record: str) -> dict[str, Any]:
    """Take an earlier loading back, from the day that its document was published."""
    return {
        **old.model_dump(
            exclude={"key", "replaces", "note", "table"}, exclude_none=True, exclude_defaults=True
        ),
        "key": f"{old.key}-withdrawn",
        "stage": "withdrawn",
        "replaces": [old.key],
        "note": f"{key} takes its place: {record}",
        "table": plain(old.table),
    }


def source_of(document: Document) -> dict[str, Any]:
    """Return the document as the list of documents has it."""
    return {
        "title": document.title.strip(),
        "publisher": document.publisher.strip(),
        "url": document.url,
        "published": document.published,
        "seen": "whole",
    }
