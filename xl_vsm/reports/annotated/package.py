"""The workbook as a package of parts: some changed, some new, and the others as they are."""

from __future__ import annotations

import io
from collections.abc import Iterator
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from xl_vsm.reports.annotated.refused import ANOTHER_KIND, CannotAnnotate

_BLOCK = 1_048_576


class Package:
    """The parts of a workbook. Names are found whatever their case and slashes.

    Attributes:
        changed: the parts that are no longer as they were, by their real names.
        added: the parts that are new.
    """

    def __init__(self, data: bytes) -> None:
        """Take the bytes of the file, which stay as they are.

        Raises:
            CannotAnnotate: it is no zip file, or two parts have one name.
        """
        if not data.startswith(b"PK"):
            raise CannotAnnotate(ANOTHER_KIND)
        try:
            self._zip = ZipFile(io.BytesIO(data))
        except BadZipFile as fault:
            raise CannotAnnotate(f"it is damaged ({fault})") from fault
        self._names: dict[str, str] = {}
        self.changed: dict[str, bytes] = {}
        self.added: dict[str, bytes] = {}
        for name in self._zip.namelist():
            if _key(name) in self._names:
                raise CannotAnnotate(
                    f"it holds the part {name} twice, and programs disagree on which one counts"
                )
            self._names[_key(name)] = name

    @property
    def names(self) -> list[str]:
        """The real names of the parts, in their order, without the new ones."""
        return self._zip.namelist()

    def find(self, name: str) -> str | None:
        """Return the real name of a part; None where there is none."""
        return self._names.get(_key(name))

    def read(self, name: str) -> bytes:
        """Return a part as it is now.

        Raises:
            CannotAnnotate: it is not there, or damaged.
        """
        real = self.find(name)
        if real is None:
            raise CannotAnnotate(f"its part {name} is missing")
        if real in self.added:
            return self.added[real]
        if real in self.changed:
            return self.changed[real]
        return b"".join(self._blocks(self._zip.getinfo(real)))

    def write(self, name: str, data: bytes) -> None:
        """Change a part, or add one."""
        real = self.find(name)
        if real is None:
            self._names[_key(name)] = name
            self.added[name] = data
        elif real in self.added:
            self.added[real] = data
        else:
            self.changed[real] = data

    def free(self, pattern: str) -> str:
        """Return the first name of a pattern with %d in it that no part has."""
        number = 1
        while self.find(pattern % number):
            number += 1
        return pattern % number

    def saved(self) -> bytes:
        """Return the file: the old parts in their order, and then the new ones.

        Raises:
            CannotAnnotate: a part is damaged.
        """
        out = io.BytesIO()
        with ZipFile(out, "w", ZIP_DEFLATED) as copy:
            for entry in self._zip.infolist():
                self._copy(entry, copy)
            for name, data in self.added.items():
                # Always of one day, so that the same findings give the same bytes.
                new = ZipInfo(name)
                new.compress_type = ZIP_DEFLATED
                copy.writestr(new, data)
        return out.getvalue()

    def _copy(self, entry: ZipInfo, copy: ZipFile) -> None:
        fresh = _like(entry)
        if entry.filename in self.changed:
            copy.writestr(fresh, self.changed[entry.filename])
            return
        fresh.file_size = entry.file_size
        with copy.open(fresh, "w") as new:
            for block in self._blocks(entry):
                new.write(block)

    def _blocks(self, entry: ZipInfo) -> Iterator[bytes]:
        try:
            with self._zip.open(entry) as old:
                while block := old.read(_BLOCK):
                    yield block
        # Damage shows as whatever the zip library trips over: zlib.error, NotImplementedError ...
        except Exception as fault:
            raise CannotAnnotate(f"its part {entry.filename} is damaged ({fault})") from fault


def _like(entry: ZipInfo) -> ZipInfo:
    """Return a new entry with the name, day, packing and rights of another."""
    fresh = ZipInfo(entry.filename, entry.date_time)
    fresh.compress_type = entry.compress_type
    fresh.external_attr = entry.external_attr
    fresh.create_system = entry.create_system
    fresh.comment = entry.comment
    return fresh


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()
