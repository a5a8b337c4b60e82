"""How large a workbook may be."""

from __future__ import annotations

from dataclasses import dataclass

from xl_vsm.sheets.refused import RefusedFile


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a workbook may be.

    The largest of 2,951 real workbooks unpacked to 60 MB at a ratio of 69 in 1,033 parts; bombs
    have ratios of 400 and more.
    """

    file_bytes: int = 25_000_000
    unpacked_bytes: int = 400_000_000
    ratio: int = 150
    parts: int = 5_000
    cells: int = 5_000_000
    sparse_area: int = 20_000_000
    """The used area (last row times last column) above which cells must not be this sparse:"""
    sparse_factor: int = 50
    merged_area: int = 1_000_000


def too_large(name: str, size: int, limits: Limits) -> RefusedFile:
    """Return the refusal of a file over the size limit."""
    return RefusedFile(
        "SEC001",
        f"{name} is {size / 1e6:,.1f} MB; the limit is {limits.file_bytes / 1e6:,.0f} MB: "
        "save a copy with only the pay sheets",
    )
