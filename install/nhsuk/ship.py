"""Put the NHS design system's look into the package, as it is published but for its font.

python3 install/nhsuk/ship.py

It needs npm and its registry, once for each release that is taken up; nobody needs it to run the
page. Standard library only.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Final

VERSION: Final = "10.6.1"
INTEGRITY: Final = (
    "sha512-PZorqQZjZx/A26yJoskCL9z0ib6AtkAyF0o4K/RHr8zRrJyXrUOCn"
    "Mbjy0VNXsGO4tfTNMwqlkwATKs4a0xayw=="
)
"""What npm's registry says that the release comes to."""

SHIPPED: Final = Path(__file__).resolve().parents[2] / "xl_vsm" / "web" / "static" / "nhsuk"
RECORD: Final = "shipped.json"
IMAGES: Final = (
    "nhsuk-icon-arrow-down.svg",
    "nhsuk-icon-arrow-up-down.svg",
    "nhsuk-icon-arrow-up.svg",
    "nhsuk-icon-cross.svg",
)
"""What the style sheet asks for. The NHS logo is not among them: this is no NHS service."""

_FONT = re.compile(r"@font-face\{[^}]*\}")
_MAP = re.compile(r"\s*(//# sourceMappingURL=\S+|/\*# sourceMappingURL=\S+ \*/)\s*$")


def main() -> int:
    """Fetch the release, and put what the page uses of it in its place."""
    npm = shutil.which("npm")
    if npm is None:
        print("npm is not on the path", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        command = [npm, "pack", f"nhsuk-frontend@{VERSION}", "--silent"]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        if done.returncode:
            print(f"npm cannot fetch it:\n{done.stderr.strip()}", file=sys.stderr)
            return 1
        ship(Path(folder) / f"nhsuk-frontend-{VERSION}.tgz")
    return 0


def ship(archive: Path) -> None:
    """Put the files of a release in their place, and record what each comes to.

    Raises:
        SystemExit: it is not the release that is pinned here.
    """
    digest = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
    if f"sha512-{digest}" != INTEGRITY:
        raise SystemExit(f"this is not nhsuk-frontend {VERSION} as it was pinned: sha512-{digest}")
    with tarfile.open(archive) as opened:
        files = dict(_files(opened))
    for name, data in files.items():
        path = SHIPPED / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    sums = {name: hashlib.sha256(data).hexdigest() for name, data in sorted(files.items())}
    record = {"package": "nhsuk-frontend", "version": VERSION, "licence": "MIT", "sha256": sums}
    (SHIPPED / RECORD).write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")


def without_font(style: str) -> str:
    """Return the style sheet without the font: it is licensed, and comes from a network.

    What is left asks for Arial. Images are beside the style sheet, wherever the page is served.
    """
    style = style.replace("Frutiger W01,", "").replace("/assets/images/", "images/")
    return _MAP.sub("\n", _FONT.sub("", style))


def _files(opened: tarfile.TarFile) -> list[tuple[str, bytes]]:
    inside = "package/dist/nhsuk"
    style = _read(opened, f"{inside}/nhsuk-frontend.min.css").decode("utf-8")
    script = _read(opened, f"{inside}/nhsuk-frontend.min.js").decode("utf-8")
    assets = f"{inside}/assets/images"
    images = [(f"images/{name}", _read(opened, f"{assets}/{name}")) for name in IMAGES]
    return [
        ("nhsuk-frontend.min.css", without_font(style).encode()),
        ("nhsuk-frontend.min.js", _MAP.sub("\n", script).encode()),
        *images,
    ]


def _read(opened: tarfile.TarFile, name: str) -> bytes:
    member = opened.extractfile(name)
    if member is None:
        raise SystemExit(f"the release has no {name}")
    return member.read()


if __name__ == "__main__":
    sys.exit(main())
