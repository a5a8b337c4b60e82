"""Write the messy workbooks again, and the answers to each, the same every time.

python workbooks/make_messy.py [FOLDER]

Each is kept as trusts really keep such workbooks. The CSV file beside it says which cell is which
field and value, as a person reads it; it was written before any program read the workbook. Every
post, organisation and amount is invented.
"""

from __future__ import annotations

import sys
from pathlib import Path

from making import messy_sheets, messy_tables, messy_values
from making.messy_book import Messy

MESSY = Path(__file__).parent / "messy"
LAYOUTS = {**messy_tables.LAYOUTS, **messy_sheets.LAYOUTS, **messy_values.LAYOUTS}


def main(folder: Path = MESSY) -> None:
    """Write every workbook and its answers."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, lay_out in LAYOUTS.items():
        book = Messy(folder / f"{name}.xlsx", date1904=name == "mac_and_filter")
        lay_out(book)
        book.close()


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
