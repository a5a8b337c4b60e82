"""The page of the licences that packages come under."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from pathlib import Path

from making.markdown import GENERATED, code, page, table

FILE = Path(__file__).resolve().parents[2] / "install" / "licences.toml"
HEAD = """\
# Licences of the packages

Every package that is pinned for users, with any extra, and what builds this one. Each licence is
the one that the package's own metadata names, which a test compares. xl_vsm itself is under the MIT
licence. What the tests alone need is not listed, and reaches no user.

Pinned versions and digests are in `install/requirements*.txt`. The same as a bill of materials
(CycloneDX, JSON), for the tools of a security team:

<!-- not run: it needs the tests' own environment; the tests run it -->
```sh
python install/sbom.py --output xl-vsm.cdx.json
```

Whether a fault in one of them is known is asked of a public list, so it needs a network. The hosted
CI asks at each change; here, in an environment of its own:

<!-- not run: it fetches packages, and asks a public list -->
```sh
python -m pip install pip-audit
pip-audit --require-hashes --disable-pip -r install/requirements.txt
```

Without a network there is no answer, and `pip-audit` says so: take the bill of materials to a
machine that has one. A finance PC without a network is set up from [a
wheelhouse](../../install/IT.md).
"""


def licences_page() -> str:
    """Return the page."""
    kept = tomllib.loads(FILE.read_text(encoding="utf-8"))
    by_licence: dict[str, list[str]] = defaultdict(list)
    for package, licence in kept["packages"].items():
        by_licence[licence].append(package)
    lines = [GENERATED.format(what="install/licences.toml"), HEAD]
    lines += table(
        ("Licence", "Packages"),
        [(licence, ", ".join(by_licence[licence])) for licence in sorted(by_licence)],
    )
    lines += ["## What each asks of whoever passes a package on", ""]
    lines += table(("Licence", "It asks"), kept["allowed"].items())
    lines += ["## Allowed by name", ""]
    named = kept["allowed-by-name"].items()
    lines += table(("Package", "Why"), [(code(name), why) for name, why in named])
    return page(lines)
