"""A Visual Basic project: one that there is, its modules changed, written again as source only.

Excel keeps what it compiled beside the source and takes it in place of the source where it can.
Whatever a project had of that is left out, so what Excel runs is what a reviewer reads.
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass, replace
from io import BytesIO

import olefile

from .compound_file import compound_file
from .compression import compress, decompress
from .dir_stream import (
    CODE_PAGE,
    OFFSET,
    PROJECT_NAME,
    Dir,
    Record,
    module_name,
    new_module,
    read_dir,
    source_only,
)

NO_CACHE = bytes.fromhex("cc61ffff000100")
"""The whole of `_VBA_PROJECT` where nothing is compiled, [MS-OVBA] 2.3.4.1."""


@dataclass(frozen=True)
class Project:
    """A project's source, and what is told of it.

    Attributes:
        about: the `PROJECT` stream, which is text.
        records: the `dir` stream.
        sources: each module's source by name, lines ended by a bare line feed.
    """

    about: str
    records: Dir
    sources: dict[str, str]

    def named(self, name: str) -> Project:
        """Return the project under another name."""
        about = re.sub(r'^Name=".*"$', f'Name="{name}"', self.about, flags=re.M)
        project = tuple(
            Record(PROJECT_NAME, name.encode(CODE_PAGE)) if r.kind == PROJECT_NAME else r
            for r in self.records.project
        )
        return replace(self, about=about, records=replace(self.records, project=project))

    def without(self, name: str) -> Project:
        """Return the project less one plain module."""
        about = re.sub(rf"^(Module={name}|{name}=.*)\n", "", self.about, flags=re.M)
        modules = tuple(m for m in self.records.modules if module_name(m) != name)
        sources = {other: source for other, source in self.sources.items() if other != name}
        return Project(about, replace(self.records, modules=modules), sources)

    def adding(self, name: str, source: str) -> Project:
        """Return the project with one plain module more.

        Raises:
            ValueError: the source does not begin by naming the module so.
        """
        if not source.startswith(f'Attribute VB_Name = "{name}"\n'):
            raise ValueError(f"the source of {name} begins with another name")
        about = re.sub(r"^(?=Name=)", f"Module={name}\n", self.about, flags=re.M)
        about = about.rstrip("\n") + f"\n{name}=0, 0, 0, 0, C\n"
        modules = (*self.records.modules, new_module(name))
        return Project(
            about, replace(self.records, modules=modules), {**self.sources, name: source}
        )

    def packed(self) -> bytes:
        """Return the project as `vbaProject.bin`, the same bytes each time."""
        modules = tuple(map(source_only, self.records.modules))
        streams = {name: compress(_encoded(source)) for name, source in self.sources.items()}
        records = replace(self.records, modules=modules).packed()
        vba = {"_VBA_PROJECT": NO_CACHE, "dir": compress(records), **streams}
        return compound_file(
            {"PROJECT": _encoded(self.about), "PROJECTwm": _names(modules), "VBA": vba}
        )


def read_project(data: bytes) -> Project:
    """Read `vbaProject.bin`."""
    with olefile.OleFileIO(BytesIO(data)) as file:

        def stream(path: str) -> bytes:
            return bytes(file.openstream(path).read())

        records = read_dir(decompress(stream("VBA/dir")))
        sources = {}
        for module in records.modules:
            (cached,) = (struct.unpack("<I", r.data)[0] for r in module if r.kind == OFFSET)
            name = module_name(module)
            sources[name] = _decoded(decompress(stream(f"VBA/{name}")[cached:]))
        return Project(_decoded(stream("PROJECT")), records, sources)


def _names(modules: tuple[tuple[Record, ...], ...]) -> bytes:
    """Return the `PROJECTwm` stream: each module's name in the code page and in Unicode."""
    names = [module_name(module) for module in modules]
    pairs = [n.encode(CODE_PAGE) + b"\0" + n.encode("utf-16-le") + b"\0\0" for n in names]
    return b"".join(pairs) + b"\0\0"


def _decoded(data: bytes) -> str:
    return data.decode(CODE_PAGE).replace("\r\n", "\n")


def _encoded(text: str) -> bytes:
    return text.replace("\n", "\r\n").encode(CODE_PAGE)
