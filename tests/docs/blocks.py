"""The code blocks of a page, as its readers come to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt

NOT_RUN = re.compile(r"<!-- not run: (.+?) -->", re.DOTALL)
BY_HAND = re.compile(r"<!-- by hand: (.+?) -->", re.DOTALL)


@dataclass(frozen=True)
class Block:
    """One block of a page.

    Attributes:
        line: where it stands.
        language: what the page says it is; empty for one that is only set in.
        text: what it holds.
        not_run: why it is not to be run, where the page says so.
        by_hand: what the reader is to do before it, where that matters to what it shows.
    """

    line: int
    language: str
    text: str
    not_run: str = ""
    by_hand: str = ""

    def commands(self) -> list[str]:
        """Return its lines as a shell would take them, without the notes that stand behind some."""
        joined = re.sub(r"\\\n\s*", "", self.text)
        lines = (re.split(r"\s{3,}|\s+#", line)[0].strip() for line in joined.splitlines())
        return [line for line in lines if line]


def blocks(page: Path) -> Iterator[Block]:
    """Return every block of a page, in order."""
    remark = ""
    for token in MarkdownIt("commonmark").parse(page.read_text(encoding="utf-8")):
        if token.type == "html_block":
            remark += token.content
        elif token.type in ("fence", "code_block"):
            not_run, by_hand = NOT_RUN.search(remark), BY_HAND.search(remark)
            yield Block(
                line=(token.map or [0])[0] + 1,
                language=token.info.strip(),
                text=token.content,
                not_run=not_run[1] if not_run else "",
                by_hand=by_hand[1] if by_hand else "",
            )
            remark = ""
