"""From a filled-in file to an answer without the mark."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from xl_vsm.loading.document import Document
from xl_vsm.loading.faults import LoadingError
from xl_vsm.loading.pay_ranges import read_pay_ranges
from xl_vsm.loading.record import NAME, record_of
from xl_vsm.loading.stored import Kept, Shelf
from xl_vsm.parameters import shipped
from xl_vsm.parameters.tables import PayRanges


def load_pay_ranges(path: Path, document: Document, folder: Path, today: date) -> Kept:
    """Read, check and store the published pay ranges for this organisation.

    Args:
        path: the filled-in .csv or .xlsx file.
        document: the published document that it was copied from.
        folder: where the organisation keeps what it has loaded.
        today: the day of loading.

    Raises:
        LoadingError: with every fault of the table, of the dates and of the words at once.
            Nothing has been stored.
        ParameterFileError: what the folder holds already cannot be used.
    """
    shelf = Shelf(folder)
    faults = [*document.faults(today), *shelf.faults(document)]
    tables = (p.table for p in shipped().series(NAME).publication if p.illustrative)
    try:
        ranges, data = read_pay_ranges(path, [t for t in tables if isinstance(t, PayRanges)])
    except LoadingError as error:
        raise LoadingError(*faults, *error.faults) from error
    if faults:
        raise LoadingError(*faults)
    return shelf.add(ranges, document, record_of(document, path.name, data, today), today)
