"""Windows PCs that were never built: folders, a registry and marks, all made up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from xl_vsm.diagnosis.machine import Machine
from xl_vsm.diagnosis.places import INTERPRETER, INTERPRETER_VALUE, Places
from xl_vsm.diagnosis.receipt import Receipt, digest, write_receipt

XLWINGS = "0.37.8"
LINUX = Machine(
    windows=False,
    environ={},
    python=Path("/usr/bin/python3"),
    prefix=Path("/usr"),
    base=Path("/usr"),
    version=(3, 11, 7),
    package=lambda _: None,
)


def windows_environ(root: Path) -> dict[str, str]:
    """Return the variables of a person whose profile is a folder of a test."""
    return {
        "USERPROFILE": str(root),
        "LOCALAPPDATA": str(root / "AppData" / "Local"),
        "APPDATA": str(root / "AppData" / "Roaming"),
    }


def finance_pc(root: Path) -> Machine:
    """Return a PC on which everything is as the set-up leaves it."""
    environ = windows_environ(root)
    places = Places.of(environ)
    python = places.environment / "Scripts" / "python.exe"
    for path in (python, places.add_in, places.settings):
        path.parent.mkdir(parents=True)
    python.write_bytes(b"a program")
    # The settings file names it with backslashes, which are letters of a name off Windows.
    Path(INTERPRETER_VALUE.replace("%LOCALAPPDATA%", environ["LOCALAPPDATA"])).write_bytes(b"it")
    for bits in ("64", "32"):
        (places.environment / f"xlwings{bits}-{XLWINGS}.dll").write_bytes(b"a library")
    places.add_in.write_bytes(b"an add-in")
    places.settings.write_text(f'"{INTERPRETER}","{INTERPRETER_VALUE}"\n', encoding="ascii")
    write_receipt(places, Receipt(release="1", xlwings=XLWINGS, add_in=digest(places.add_in)))
    return Machine(
        windows=True,
        environ=environ,
        python=python,
        prefix=places.environment,
        base=Path("C:/Users/somebody/AppData/Local/Programs/Python/Python312"),
        version=(3, 12, 4),
        package=lambda _: XLWINGS,
        registry=lambda _hive, _key, _name: None,
        mark=lambda _: None,
    )


def with_registry(machine: Machine, values: Mapping[tuple[str, str], object]) -> Machine:
    """Return the machine with values in its registry, by hive and name."""
    return replace(machine, registry=lambda hive, _key, name: values.get((hive, name)))


def places_of(machine: Machine) -> Places:
    """Return the places of a Windows PC."""
    assert machine.places is not None
    return machine.places
