"""Write the example workbooks again, byte for byte the same figures each time.

python workbooks/make_examples.py [FOLDER]

Every post, organisation and amount is invented. The amounts that follow from others are real
formulas, whose stored values are worked out here from the figures written in the workbook itself,
not by the package that checks them.
"""

from __future__ import annotations

import sys
from pathlib import Path

from making.afc_2025_26 import write_afc
from making.board_pay import write_board_pay
from making.icb_pay import write_icb_pay

EXAMPLES = Path(__file__).parent / "examples"


def main(folder: Path = EXAMPLES) -> None:
    """Write the four workbooks, and the list of the faults put into one of them."""
    folder.mkdir(parents=True, exist_ok=True)
    write_afc(folder / "afc_2025_26.xlsx")
    write_board_pay(folder / "trust_board_pay.xlsx")
    write_board_pay(folder / "trust_board_pay_faults.xlsx", folder / "trust_board_pay_faults.csv")
    write_icb_pay(folder / "icb_pay.xlsx")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
