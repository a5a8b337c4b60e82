"""A few small workbooks, two of them broken, for runs over several."""

from __future__ import annotations

import shutil
from pathlib import Path

EXAMPLES = Path("workbooks/examples").resolve()


def estate(folder: Path) -> list[Path]:
    """Write them, and return their paths in order."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, example in (
        ("a", "trust_board_pay"),
        ("c", "trust_board_pay_faults"),
        ("e", "afc_2025_26"),
    ):
        shutil.copy(EXAMPLES / f"{example}.xlsx", folder / f"{name}.xlsx")
    (folder / "b.xlsx").write_bytes(b"no workbook at all")
    (folder / "d.xlsx").write_bytes((EXAMPLES / "afc_2025_26.xlsx").read_bytes()[:3_000])
    return sorted(folder.glob("*.xlsx"))
