"""A folder that shows some of the installed packages, and hides the others."""

from __future__ import annotations

from importlib.metadata import Distribution, PackageNotFoundError, distribution, distributions
from pathlib import Path

from packaging.requirements import Requirement

PACKAGE = "xl-vsm"


def closure(site: Path, *extras: str) -> dict[str, Distribution]:
    """Return every package that ours brings with these extras, by name, but for itself.

    Args:
        site: where ours is installed, as the wheel says what it needs.
        extras: those that are installed with it.
    """
    (ours,) = distributions(path=[str(site)], name=PACKAGE)
    found: dict[str, Distribution] = {}
    waiting = [(PACKAGE, extra) for extra in ("", *extras)]
    met = set(waiting)
    while waiting:
        name, extra = waiting.pop()
        try:
            about = ours if name == PACKAGE else distribution(name)
        except PackageNotFoundError:
            # Its pin says for which systems it is; what cannot be done without it fails below.
            continue
        if name != PACKAGE:
            found[name] = about
        for line in about.requires or ():
            wanted = Requirement(line)
            if wanted.marker is None or wanted.marker.evaluate({"extra": extra}):
                more = {(wanted.name, each) for each in ("", *wanted.extras)} - met
                met |= more
                waiting += more
    return found


def show(folder: Path, packages: dict[str, Distribution]) -> Path:
    """Fill a new folder with links to the files of packages, for Python to look in."""
    folder.mkdir()
    for about in packages.values():
        for top in {file.parts[0] for file in about.files or () if file.parts[0] != ".."}:
            link, target = folder / top, Path(str(about.locate_file(top)))
            if not link.exists() and target.exists() and top != "__pycache__":
                link.symlink_to(target)
    return folder
