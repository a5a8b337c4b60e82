"""What makes a finding the same finding in the next run."""

from __future__ import annotations

import hashlib
from collections import Counter

from xl_vsm.findings import Finding

PLACE = "xlVsmPlace/v1"
POST = "xlVsmPost/v1"
SHOWN = "primaryLocationLineHash"
"""The only one that GitHub looks at. Where a result has none it makes one from the text of line 1
of the file, which for a workbook is the same for every finding and another after each save."""


class Fingerprints:
    """The fingerprints of the findings of one workbook."""

    def __init__(self, uri: str) -> None:
        """Take the workbook's address, which is part of what a finding is."""
        self.uri = uri
        self.seen: Counter[str] = Counter()

    def of(self, finding: Finding) -> dict[str, str]:
        """Return them.

        `xlVsmPlace/v1` says where the finding is, by its cell. `xlVsmPost/v1` says whose it is, so
        that it stays the same where rows move; a report without posts has none, as a reference or
        title could be guessed from it. GitHub's own is the second where there is one.
        """
        what = (self.uri, finding.code, finding.sheet, finding.field)
        prints = {PLACE: _digest(*what, finding.cell)}
        if finding.row_key is not None:
            prints[POST] = _digest(*what, finding.row_key)
        best = prints.get(POST, prints[PLACE])
        self.seen[best] += 1
        return prints | {SHOWN: f"{best}:{self.seen[best]}"}


def _digest(*parts: str | None) -> str:
    # A part cannot run into the next: none has this sign, for no cell, path or sheet can hold it.
    text = "\0".join("" if part is None else f"={part}" for part in parts)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
