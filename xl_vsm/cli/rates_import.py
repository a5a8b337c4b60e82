"""`xl-vsm rates import`: the published pay ranges, loaded for one organisation."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from xl_vsm.cli.errors import CommandError
from xl_vsm.clock import today
from xl_vsm.loading import Document, Kept, LoadingError, load_pay_ranges, write_template
from xl_vsm.loading.document import FRAMEWORK
from xl_vsm.parameters import Parameters, in_use
from xl_vsm.parameters.days import day
from xl_vsm.parameters.own import VARIABLE, own_folder
from xl_vsm.parameters.standing import PAY_RANGES, standing
from xl_vsm.parameters.tables import KINDS, OrganisationRanges, PayRanges

TITLE = "NHS very senior manager pay framework: NHS provider and ICB pay ranges"
PUBLISHER = "NHS England"

NOBODY = "nobody named"
"""Who compared the table with the document, where --checked-by does not say."""

_NEEDED = {
    "name": "what the table holds: --name pay-ranges",
    "source": "the page of the published document: --source https://...",
    "published": "the day on which it was published: --published 2025-05-15",
    "effective_from": "the first day on which its figures hold: --effective-from 2025-04-01",
}


def run_import(options: Namespace) -> int:
    """Write the empty table, or load a filled-in one, and return the exit code."""
    files: list[str] = options.words[1:]
    if options.name not in {None, PAY_RANGES}:
        raise CommandError(_other_name(options.name))
    if options.template is not None:
        return _template(options, files)
    if options.effective is not None or options.known or options.json:
        raise CommandError(
            "--effective, --known and --json are for showing tables; the day from which a loaded"
            " table holds is --effective-from"
        )
    missing = [words for option, words in _NEEDED.items() if getattr(options, option) is None]
    if len(files) != 1:
        missing.insert(0, "one filled-in .csv or .xlsx file: xl-vsm rates import FILE")
    if missing:
        raise CommandError(_listed("rates import still needs", missing))
    folder = own_folder()
    if folder is None:
        raise CommandError(f"name a folder for the table in the environment variable {VARIABLE}")
    try:
        kept = load_pay_ranges(Path(files[0]), _document(options), folder, today())
    except LoadingError as error:
        faults = [str(fault) for fault in error.faults]
        raise CommandError(_listed("nothing was loaded", faults)) from error
    in_use.cache_clear()
    print("\n".join(_told(kept)))
    return 0


def _other_name(name: str) -> str:
    if name in KINDS:
        return (
            f"only {PAY_RANGES} are imported; the {name.replace('-', ' ')} are published openly and"
            " are part of each release"
        )
    return f"no figures are called {name!r}; only {PAY_RANGES} are imported"


def _template(options: Namespace, files: list[str]) -> int:
    if files:
        raise CommandError("give either a FILE to import or --template FILE, not both")
    try:
        write_template(options.template)
    except LoadingError as error:
        raise CommandError(str(error)) from error
    from xl_vsm.loading.template import NOTES  # noqa: PLC0415 - only said here

    print(f"{options.template}: an empty table of pay ranges.\n\n{NOTES}", end="")
    return 0


def _document(options: Namespace) -> Document:
    return Document(
        title=TITLE if options.title is None else options.title,
        publisher=PUBLISHER if options.publisher is None else options.publisher,
        url=options.source,
        published=options.published,
        effective_from=options.effective_from,
        checked_by=NOBODY if options.checked_by is None else options.checked_by,
        effective_until=options.effective_until,
        replaces=tuple(options.replaces),
    )


def _listed(what: str, items: list[str]) -> str:
    return "\n".join((f"{what}:", *(f"  {item}" for item in items)))


def _told(kept: Kept) -> Iterator[str]:
    new = kept.publication
    assert isinstance(new.table, PayRanges)
    yield f"Stored in {kept.path} as {new.key}"
    yield f"  {new.note}"
    if NOBODY in new.note:
        yield "  Have somebody compare it with the document, and name their post: --checked-by"
    yield ""
    yield from _bands("Trusts, by annual turnover", new.table.trust, "£")
    yield from _bands("Integrated care boards, by weighted population", new.table.icb, "")
    until = f" until {day(new.effective_until - timedelta(days=1))}" if new.effective_until else ""
    first = Parameters(new.effective_from, store=kept.store)
    if first.publication(PAY_RANGES).key == new.key:
        yield (
            f"It answers for days from {day(new.effective_from)}{until}: from then on the mark"
            ' "(illustrative)" is gone.'
        )
    else:
        yield (
            "A later publication answers for the same days; this one is kept for what was known"
            f" before it: {standing(first)}."
        )
    if new.effective_from > FRAMEWORK:
        before = Parameters(new.effective_from - timedelta(days=1), store=kept.store)
        yield f"For the day before, {day(before.effective)}: {standing(before)}."
    yield "Excel, and an upload page that is running, read it when they are started again."


def _bands(heading: str, of: OrganisationRanges, sign: str) -> Iterator[str]:
    yield heading
    roles = list(dict.fromkeys(each.role for each in of.ranges))
    columns = "".join(f"{role:<36}" for role in roles)
    yield f"  band  {'from':>16}    {columns}".rstrip()
    for band in of.bands:
        ranges = [of.range_for(role, band.band) for role in roles]
        shown = "".join(
            f"{f'£{r.minimum:,} to £{r.operational_maximum:,} (£{r.exception_zone_maximum:,})':<36}"
            for r in ranges
        )
        yield f"  {band.band:<4}  {f'{sign}{band.from_:,}':>16}    {shown}".rstrip()
    yield "  (in brackets: the exception zone maximum)"
    yield ""
