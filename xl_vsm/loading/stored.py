"""Keeping a loaded table in the organisation's own folder, behind all that is there already."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain, count
from pathlib import Path

from xl_vsm.loading.document import Document
from xl_vsm.loading.faults import Fault, LoadingError
from xl_vsm.loading.record import NAME, entry_of, source_of, withdrawal_of
from xl_vsm.loading.writing import added, looked_on, plain, replace_file
from xl_vsm.parameters import ParameterFileError, Publication, Store
from xl_vsm.parameters.files import SOURCES
from xl_vsm.parameters.tables import PayRanges

_DATES = "--published, --effective-from"
_OURS = f"{NAME}.toml and {SOURCES} as this command writes them"


@dataclass(frozen=True, slots=True)
class Kept:
    """What was stored, and where."""

    publication: Publication
    path: Path
    store: Store
    """The figures that answer from now on."""


class Shelf:
    """The organisation's own pay ranges, as they are before another table is added.

    Raises:
        ParameterFileError: what is there already cannot be used.
    """

    def __init__(self, folder: Path) -> None:
        """Read what is there."""
        self.folder = folder
        store = Store(own=folder)
        store.read_own()
        self.series = store.series(NAME)
        self.documents = frozenset(store.sources)
        self.own = [p for p in self.series.publication if store.is_own(NAME, p)]

    def faults(self, document: Document) -> list[Fault]:
        """Return why a document cannot be added to what is there."""
        keys = [p.key for p in self.series.publication]
        faults = [
            Fault(
                "--replaces",
                f"no pay ranges have the key {key!r}",
                f"one of {', '.join(keys)}",
                "Look at `xl-vsm rates pay-ranges --json`",
            )
            for key in document.replaces
            if key not in keys
        ]
        same_start = [p for p in self._standing() if p.effective_from == document.effective_from]
        twin = next((p for p in same_start if p.published == document.published), None)
        if twin is not None and twin.key not in document.replaces:
            wrong = f"a table of these two dates is loaded already ({twin.key}; {twin.note})"
            do = f"To put this one in its place add --replaces {twin.key}"
            faults.append(Fault(_DATES, wrong, "a table that is not here yet", do))
        older = [p.key for p in same_start if p.published < document.published]
        if twin is None and older and not set(older) & set(document.replaces):
            wrong = f"{older[-1]} holds from the same day and was published earlier"
            do = f"If this document takes its place add --replaces {older[-1]}"
            faults.append(Fault(_DATES, wrong, "a word on which table this one replaces", do))
        return faults

    def add(self, ranges: PayRanges, document: Document, record: str, today: date) -> Kept:
        """Store a table as a new publication. Nothing that is there is changed or taken out.

        Args:
            ranges: the table.
            document: where it comes from, without faults.
            record: who loaded what, for the publication's note.
            today: the day of loading.

        Raises:
            LoadingError: the files cannot be written, or would not fit together.
        """
        taken_back = [
            p
            for p in self._standing()
            if p.key in document.replaces
            and (p.effective_from, p.published) == (document.effective_from, document.published)
        ]
        key = _free(document.key, frozenset(p.key for p in self.series.publication))
        cites = _free(f"{NAME}-{key}", self.documents)
        entry = entry_of(document, key, cites, record)
        inherited = [older for p in taken_back for older in p.replaces]
        if replaces := list(dict.fromkeys([*document.replaces, *inherited])):
            entry["replaces"] = replaces
        entry["table"] = plain(ranges)
        entries = [*(withdrawal_of(p, key, record) for p in taken_back), entry]
        head = {
            "schema": 1,
            "id": NAME,
            "title": self.series.title,
            "owner": self.series.owner,
            "checked": today,
        }
        # Documents first: one that nothing rests on does no harm, should the second write fail.
        texts = {
            SOURCES: added(self.folder / SOURCES, {}, {cites: source_of(document)}),
            f"{NAME}.toml": looked_on(
                added(self.folder / f"{NAME}.toml", head, {"publication": entries}), today
            ),
        }
        self._try_out(texts)
        for name, text in texts.items():
            replace_file(self.folder / name, text)
        store = Store(own=self.folder)
        publication = next(p for p in store.series(NAME).publication if p.key == key)
        return Kept(publication, self.folder / f"{NAME}.toml", store)

    def _standing(self) -> list[Publication]:
        out = {p.key for p in self.series.known_by(None)}
        return [p for p in self.own if p.key in out]

    def _try_out(self, texts: Mapping[str, str]) -> None:
        """Read the new files before they take the place of the old ones."""
        with tempfile.TemporaryDirectory() as name:
            for file, text in texts.items():
                Path(name, file).write_text(text, encoding="utf-8", newline="")
            try:
                Store(own=Path(name)).read_own()
            except ParameterFileError as error:
                wrong = f"the table cannot be added to what is there: {error.__cause__}"
                do = "Move the files out of that folder and load the published documents again"
                raise LoadingError(Fault(str(self.folder), wrong, _OURS, do)) from error


def _free(key: str, taken: frozenset[str]) -> str:
    """Return the key, with a number behind it where it is taken."""
    numbered = (f"{key}-{number}" for number in count(2))
    return next(each for each in chain([key], numbered) if each not in taken)
