"""A rule on a whole pandas column at once.

Needs the extra `columns`: pandas and numpy are brought in here and nowhere else.
"""

from __future__ import annotations

from xl_vsm.columns.answered import column

__all__ = ["column"]
