"""What Sphinx is told besides: places that links lead to, and pages kept outside this folder."""

from __future__ import annotations

import re
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform

KEPT_OUTSIDE = {
    "install/IT.md": "/explanation/for-whoever-approves-it.md",
    "CHANGELOG.md": "/changelog.md",
}
"""Pages of the project that the site shows under a name of its own."""
_OUT = re.compile(r"\]\((?:\.\./)+(?P<page>[\w./-]+\.md)(?P<place>#[^)]*)?\)")
_ANCHOR = re.compile(r'<a id="(?P<name>[^"]+)">')


class Places(SphinxTransform):
    """Let links lead to `<a id="...">`, as they do where Markdown is shown without Sphinx."""

    # Before MyST gives headings their names, and long before it follows links.
    default_priority = 690

    def apply(self, **_: Any) -> None:
        """Name each place, and leave out a second of the same name."""
        places: dict[str, tuple[int, str, str]] = dict(getattr(self.document, "myst_slugs", {}))
        for raw in list(self.document.findall(nodes.raw)):
            for name in _ANCHOR.findall(raw.astext()):
                places[name] = (raw.line or 0, name, name)
                _becomes_target(raw, name, self.document)
        self.document.myst_slugs = places
        self.env.metadata[self.env.docname]["myst_slugs"] = places


def _becomes_target(raw: nodes.raw, name: str, document: nodes.document) -> None:
    around = raw.parent
    _without_its_end(raw)
    if name in document.ids:
        # The heading has this name itself, and a page may have no name twice.
        around.remove(raw)
    else:
        target = nodes.target("", "", ids=[name])
        document.ids[name] = target
        raw.replace_self(target)
    if isinstance(around, nodes.paragraph) and not around.astext():
        around.replace_self(around.children)


def _without_its_end(raw: nodes.raw) -> None:
    """Take out the end tag that stands behind a start tag by itself."""
    around = raw.parent
    behind = around.index(raw) + 1
    if behind < len(around) and around[behind].astext() == "</a>":
        around.remove(around[behind])


def lead_to_the_site(_: Sphinx, __: str, content: list[str]) -> None:
    """Turn links to pages that are kept outside this folder to where the site shows them."""

    def turned(match: re.Match[str]) -> str:
        page = KEPT_OUTSIDE.get(match["page"])
        return f"]({page}{match['place'] or ''})" if page else match[0]

    content[0] = _OUT.sub(turned, content[0])


def setup(app: Sphinx) -> dict[str, Any]:
    """Be a part of Sphinx."""
    app.add_transform(Places)
    app.connect("source-read", lead_to_the_site)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
