"""The parameter files: one TOML file a kind of figure, and one list of the documents they cite."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache, cached_property, lru_cache
from hashlib import sha256
from pathlib import Path

from xl_vsm.parameters.errors import ParameterFileError
from xl_vsm.parameters.files import SOURCES, Source, read_series, read_sources
from xl_vsm.parameters.own import own_folder
from xl_vsm.parameters.publication import Publication, Series
from xl_vsm.parameters.tables import KINDS

__all__ = [
    "SHIPPED",
    "Source",
    "Store",
    "in_use",
    "read_series",
    "read_sources",
    "shipped",
]

SHIPPED = Path(__file__).parent / "data"


class Store:
    """A folder of parameter files, each read once, when it is first asked for.

    Args:
        folder: the files of this release.
        own: a folder with what an organisation has loaded besides; its publications and
            documents are added to those of the release, and replace none of them.
    """

    def __init__(self, folder: Path = SHIPPED, own: Path | None = None) -> None:
        """Take the folders; nothing is read yet."""
        self.folder = folder
        self.own = own
        self._series: dict[str, Series] = {}
        self._own_keys: dict[str, frozenset[str]] = {}
        # Every check of a workbook asks for the same few; a server is asked for any day there is.
        self._kept = lru_cache(maxsize=1_000)(self._answer)

    def answer(self, name: str, effective: date, known: date | None) -> Publication:
        """Return the publication of a kind that answers for a day, by what was known.

        Raises:
            NotInForce: none does.
        """
        return self._kept(name, effective, known)

    def _answer(self, name: str, effective: date, known: date | None) -> Publication:
        return self.series(name).at(effective, known)

    def series(self, name: str) -> Series:
        """Return every publication of a kind of figure, by its id."""
        if name not in self._series:
            series = read_series(self.folder / f"{name}.toml")
            if self.own is not None and name in self._own_names:
                series = self._with_own(series, self.own / f"{name}.toml")
            self._series[name] = series
        return self._series[name]

    @cached_property
    def digest(self) -> str:
        """What every file of figures comes to, so that two runs can be known to have the same."""
        digest = sha256()
        for folder in (self.folder, self.own):
            names = sorted(folder.glob("*.toml")) if folder else ()
            for path in names:
                digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
        return digest.hexdigest()

    @cached_property
    def sources(self) -> dict[str, Source]:
        """The documents that the figures cite, by key."""
        shipped = read_sources(self.folder / SOURCES)
        if self.own is None or "sources" not in self._own_names:
            return shipped
        with _blaming(self.own):
            own = read_sources(self.own / SOURCES)
            if both := sorted(own.keys() & shipped.keys()):
                raise ParameterFileError(
                    f"{SOURCES}: {both[0]!r} is a document of this release; call it something else"
                )
        return shipped | own

    def is_own(self, name: str, publication: Publication) -> bool:
        """Say whether a publication was loaded by the organisation itself."""
        self.series(name)
        return publication.key in self._own_keys.get(name, ())

    @property
    def has_own(self) -> bool:
        """Whether the organisation has loaded anything."""
        return bool(self._own_names)

    def read_own(self) -> None:
        """Read the organisation's own folder now.

        Raises:
            ParameterFileError: something in it cannot be used.
        """
        for name in sorted(self._own_names - {"sources"}):
            if name not in KINDS:
                with _blaming(self.own):
                    raise ParameterFileError(f"{name}.toml: there are no figures of this name")
            for publication in self.series(name).publication:
                if publication.source not in self.sources:
                    with _blaming(self.own):
                        raise ParameterFileError(
                            f"{name}.toml: {publication.key!r} rests on {publication.source!r},"
                            f" which is not in {SOURCES}"
                        )

    @cached_property
    def _own_names(self) -> frozenset[str]:
        if self.own is None:
            return frozenset()
        with _blaming(self.own):
            try:
                files = [p for p in self.own.iterdir() if p.suffix == ".toml"]
            except FileNotFoundError:
                return frozenset()  # nothing has been loaded yet
            except OSError as error:
                raise ParameterFileError(f"the folder cannot be read: {error.strerror}") from error
        # Some systems put a hidden file of their own beside each file on a shared drive.
        return frozenset(p.stem for p in files if not p.name.startswith("."))

    def _with_own(self, series: Series, path: Path) -> Series:
        keys = frozenset(p.key for p in series.publication)
        with _blaming(self.own):
            own = read_series(path, besides=keys)
            own_keys = frozenset(p.key for p in own.publication)
            if both := sorted(keys & own_keys):
                raise ParameterFileError(
                    f"{path.name}: {both[0]!r} is a publication of this release;"
                    " call yours something else"
                )
        self._own_keys[series.id] = own_keys
        together = (*series.publication, *own.publication)
        checked = max(series.checked, own.checked)
        return series.model_copy(update={"publication": together, "checked": checked})


@cache
def shipped() -> Store:
    """Return the parameters that come with this release."""
    return Store()


@cache
def in_use() -> Store:
    """Return the parameters of this release and those that the organisation has loaded.

    What the organisation has loaded is read at once: a fault there must stop every answer with
    its reason, rather than let the made-up ranges answer in its place.

    Raises:
        ParameterFileError: a file of the organisation cannot be used; the message says what to do.
    """
    store = Store(own=own_folder())
    store.read_own()
    return store if store.has_own else shipped()


@contextmanager
def _blaming(folder: Path | None) -> Iterator[None]:
    """Say of a fault that it is in the organisation's own folder, and what to do about it."""
    try:
        yield
    except ParameterFileError as error:
        raise ParameterFileError(
            f"the figures that your organisation loaded cannot be used. In {folder},"
            f" {error}. Correct that file, or move it out of the folder and load the published"
            " document again with `xl-vsm rates import`"
        ) from error
