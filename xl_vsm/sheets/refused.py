"""The refusal of a whole file, before anything in it is believed."""

from __future__ import annotations

from typing import Final

REFUSALS: Final = {
    "SEC001": "file-too-large",
    "SEC002": "unpacks-too-large",
    "SEC003": "duplicate-part",
    "SEC004": "unsafe-part-name",
    "SEC005": "document-type-declaration",
    "SEC006": "cell-outside-grid",
    "SEC007": "too-many-cells",
    "SEC008": "reading-takes-too-long",
    "SEC009": "reading-needs-too-much-memory",
    "SEC010": "reading-crashed",
    "SEC011": "overlapping-parts",
    "WBK001": "file-not-found",
    "WBK002": "file-empty",
    "WBK003": "not-a-workbook",
    "WBK004": "password-protected",
    "WBK005": "old-format",
    "WBK006": "file-damaged",
    "WBK204": "layout-does-not-fit",
}
"""Every code that a file can be refused with, and its name."""


class RefusedFile(ValueError):
    """A file that cannot or will not be read.

    Attributes:
        code: three letters and three digits, such as "WBK004".
        name: the code's name, such as "password-protected".
        message: what is wrong and what to do, in words.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.name = REFUSALS[code]
        self.message = message

    def __reduce__(self) -> tuple[type[RefusedFile], tuple[str, str]]:
        """Let it go from one process to another, which Python's own way loses the code on."""
        return type(self), (self.code, self.message)


class OtherKind(RefusedFile):
    """A workbook of another kind, whose values another library may be able to read."""
