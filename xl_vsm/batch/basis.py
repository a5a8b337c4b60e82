"""What the answers on a workbook rest on besides its own bytes."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from pathlib import Path
from typing import Final

from xl_vsm.checks.one_workbook import Question
from xl_vsm.parameters.store import in_use
from xl_vsm.release import VERSION
from xl_vsm.sheets.beside import beside

LARGEST_LAYOUT: Final = 1_000_000


def basis_of(path: Path, question: Question, figures: str) -> str:
    """Return a digest of what was asked, by which figures, layout and release.

    Args:
        path: the workbook, as a layout file beside it counts.
        question: the days and limits.
        figures: the digest of every figure loaded.
    """
    kept = beside(path)
    said = {
        "release": VERSION,
        "figures": figures,
        "effective": str(question.effective),
        "known": str(question.known),
        "layout": question.layout.model_dump(mode="json") if question.layout else None,
        "beside": digest_of(kept, LARGEST_LAYOUT) if question.layout is None else None,
        "limits": asdict(question.limits),
        "caps": asdict(question.caps),
        "recalculate": question.recalculate,
    }
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def figures_digest(question: Question) -> str:
    """Return the digest of every figure that the question is answered by."""
    return (question.store or in_use()).digest


def digest_of(path: Path, most: int) -> str | None:
    """Return what a file's bytes come to; None for what is no file, cannot be read or is too large.

    Args:
        path: the file.
        most: how many bytes it may have to be read at all.
    """
    try:
        if not path.is_file() or path.stat().st_size > most:
            return None
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
