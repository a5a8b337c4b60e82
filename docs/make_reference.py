"""Write the reference pages again from the code. A test fails when one is stale.

python docs/make_reference.py
"""

from __future__ import annotations

from pathlib import Path

from making.checks_page import checks_page

HERE = Path(__file__).parent
PAGES = {"reference/checks.md": checks_page}


def main(folder: Path = HERE) -> None:
    """Write every generated page below a folder."""
    for name, page in PAGES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
