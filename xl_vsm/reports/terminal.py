"""How reports look on a terminal."""

from __future__ import annotations

from typing import Final

COLOUR: Final = {"error": "bold red", "warning": "bold yellow", "note": "bold cyan"}
WIDTH: Final = 110
"""For a file or a pipe, which have no width of their own."""
