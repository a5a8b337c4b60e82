"""Why a workbook is given back without marks."""

from __future__ import annotations

from typing import Final

ANOTHER_KIND: Final = "it is no .xlsx or .xlsm workbook: save it as one to have it annotated"


class CannotAnnotate(ValueError):
    """A workbook that cannot be marked without the risk of harming it; the message says why."""
