"""The note of what was set up, written before anything is changed, so that all can be undone."""

from __future__ import annotations

from pathlib import Path

from finance_pc.settings import interpreter_before
from finance_pc.work import Work
from xl_vsm.diagnosis.places import INTERPRETER, INTERPRETER_VALUE, Places
from xl_vsm.diagnosis.receipt import Receipt, digest, read_receipt, write_receipt


def write_note(work: Work) -> None:
    """Write down what is about to be made, beside what an earlier set-up made."""
    places = work.places
    earlier = read_receipt(places)
    made = tuple(str(path) for path in missing_folders(places))
    settings = {INTERPRETER: interpreter_before(places)}
    if earlier is not None:
        made = (*earlier.made, *(path for path in made if path not in earlier.made))
        if settings[INTERPRETER] == INTERPRETER_VALUE:
            settings = earlier.settings_before
    places.folder.mkdir(parents=True, exist_ok=True)
    source = work.source
    note = Receipt(source.release, source.xlwings, digest(source.add_in), made, settings)
    write_receipt(places, note)
    work.journal.touch("wrote", places.receipt)


def missing_folders(places: Places) -> list[Path]:
    """Return the folders that the set-up has to make, outermost first."""
    wanted = [places.folder, places.start_folder, places.settings.parent]
    return [
        path
        for folder in wanted
        for path in (*reversed(folder.parents), folder)
        if not path.is_dir()
    ]
