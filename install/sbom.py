"""Write the bill of materials (CycloneDX 1.6, JSON) of what users install, from the pins.

python install/sbom.py --output xl-vsm.cdx.json

It lists every package that xl_vsm or one of its extras brings, with the digests that its files may
have, its licence and who asked for it. The same pins give the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import tomllib
from argparse import ArgumentParser
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType, Property
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from locked import EVERYTHING, OURS, Locked, for_users, locked
from packageurl import PackageURL

HERE = Path(__file__).resolve().parent
LICENCES = HERE / "licences.toml"


def main(words: list[str]) -> int:
    """Write the bill to a file or to standard output, and return 0."""
    parser = ArgumentParser(prog="sbom.py", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--output", type=Path, metavar="FILE", help="where it goes (stdout)")
    output = parser.parse_args(words).output
    text = bill()
    if output:
        output.write_text(text, encoding="utf-8", newline="\n")
    else:
        print(text, end="")
    return 0


def bill() -> str:
    """Return the bill of materials as JSON."""
    pins = for_users(locked())
    licences = tomllib.loads(LICENCES.read_text(encoding="utf-8"))["packages"]
    bom = Bom(serial_number=uuid5(NAMESPACE_URL, _digest()))
    ours = Component(
        name="xl-vsm",
        version=_release(),
        type=ComponentType.APPLICATION,
        bom_ref="xl-vsm",
        licenses=[LicenseFactory().make_from_string("MIT")],
    )
    bom.metadata.component = ours
    made = {(pin.name, pin.version): _component(pin, licences[pin.name]) for pin in pins}
    for component in made.values():
        bom.components.add(component)
    bom.register_dependency(ours, _asked_for_by(OURS, pins, made))
    for (name, _), component in made.items():
        bom.register_dependency(component, _asked_for_by({name}, pins, made))
    kept = json.loads(JsonV1Dot6(bom).output_as_string())
    # When it was made says nothing about what is pinned, and would be the one thing that differs.
    del kept["metadata"]["timestamp"]
    return json.dumps(kept, indent=2, ensure_ascii=False) + "\n"


def _component(pin: Locked, licence: str) -> Component:
    name = f"{pin.name}@{pin.version}"
    return Component(
        name=pin.name,
        version=pin.version,
        type=ComponentType.LIBRARY,
        bom_ref=name,
        purl=PackageURL("pypi", None, pin.name, pin.version),
        licenses=[LicenseFactory().make_from_string(licence)],
        # One for each file that the index has of it, of which a machine takes one.
        hashes=[
            HashType(alg=HashAlgorithm.SHA_256, content=digest.removeprefix("sha256:"))
            for digest in pin.digests
        ],
        properties=[Property(name="python:marker", value=pin.marker)] if pin.marker else [],
    )


def _asked_for_by(
    askers: set[str] | frozenset[str], pins: list[Locked], made: dict[tuple[str, str], Component]
) -> list[Component]:
    return [made[pin.name, pin.version] for pin in pins if pin.wanted_by & askers]


def _release() -> str:
    text = (HERE.parent / "xl_vsm" / "release.py").read_text(encoding="utf-8")
    return re.findall(r'VERSION = "([^"]+)"', text)[0]


def _digest() -> str:
    parts = [EVERYTHING.read_bytes(), LICENCES.read_bytes(), _release().encode()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
