"""How Sphinx makes the site of these pages: `sphinx-build -W -b html docs build/site`."""

from __future__ import annotations

import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

project = "xl_vsm"
author = "the authors of xl_vsm"
# Read as text, so that the site can be built where the package is not installed.
release = re.findall(
    r'^VERSION = "(.+)"$', (HERE.parent / "xl_vsm" / "release.py").read_text("utf-8"), re.MULTILINE
)[0]
html_title = f"xl_vsm {release}"

extensions = ["myst_parser", "making.site"]
exclude_patterns = ["making", "site"]
language = "en-GB"
nitpicky = True

# Links to headings as the pages have them elsewhere too, where Markdown is shown without Sphinx.
myst_heading_anchors = 4
myst_links_external_new_tab = False
smartquotes = False
# A block without a language is what a terminal shows.
highlight_language = "text"

html_theme = "furo"
html_static_path = ["site"]
html_css_files = ["site.css"]
html_copy_source = False
html_show_sourcelink = False
html_last_updated_fmt = None

# Addresses of no public place: examples, and the reader's own machine.
linkcheck_ignore = [r"https?://(127\.0\.0\.1|localhost|[^/]*example[^/]*)"]
linkcheck_anchors = False
