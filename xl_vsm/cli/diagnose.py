"""`xl-vsm diagnose`."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import asdict

from xl_vsm.cli.errors import CommandError
from xl_vsm.diagnosis.look import Seen
from xl_vsm.diagnosis.looks import look_at
from xl_vsm.diagnosis.machine import this_machine
from xl_vsm.diagnosis.trouble import Trouble
from xl_vsm.diagnosis.troubles import all_troubles, troubles_shown_by
from xl_vsm.release import VERSION


def run_diagnose(options: Namespace) -> int:
    """Explain what a cell shows, or look at this machine.

    Returns:
        0 where the trouble is explained, or nothing on this machine is wrong; 1 where something is.

    Raises:
        CommandError: nothing is known of what the cell shows.
    """
    shown = " ".join(options.shown)
    if shown:
        return _explain(shown, as_json=options.json)
    seen = look_at(this_machine())
    if options.json:
        looks = [{"look": title} | asdict(each) for title, each in seen]
        print(json.dumps({"schema": 1, "version": VERSION, "looks": looks}, indent=2))
    else:
        print("\n".join(_told(seen)))
    return 1 if any(each.state == "wrong" for _, each in seen) else 0


def _explain(shown: str, *, as_json: bool) -> int:
    troubles = troubles_shown_by(shown)
    if not troubles:
        known = "\n".join(f"  {trouble.title}" for trouble in all_troubles())
        raise CommandError(
            f"nothing is known of {shown!r}. Without it, xl-vsm diagnose looks at this machine."
            f" Known is:\n{known}"
        )
    if as_json:
        found = [_as_data(trouble) for trouble in troubles]
        print(json.dumps({"schema": 1, "shown": shown, "troubles": found}, indent=2))
    else:
        print("\n\n".join("\n".join(_explained(trouble)) for trouble in troubles))
    return 0


def _as_data(trouble: Trouble) -> dict[str, object]:
    causes = [asdict(cause) for cause in trouble.causes]
    return {"title": trouble.title, "means": trouble.means, "causes": causes}


def _explained(trouble: Trouble) -> Iterator[str]:
    yield trouble.title
    yield f"  {trouble.means}"
    for number, cause in enumerate(trouble.causes, 1):
        yield ""
        yield f"  {number}. {cause.why}"
        yield from (f"     - {step}" for step in cause.do)


def _told(seen: list[tuple[str, Seen]]) -> Iterator[str]:
    for title, each in seen:
        yield f"{each.state:<20} {title}"
        yield f"{'':<20} {each.words}"
        yield from (f"{'':<20} - {step}" for step in each.do)
    wrong = sum(each.state == "wrong" for _, each in seen)
    yield ""
    if wrong:
        yield f"{wrong} thing{'s' if wrong > 1 else ''} wrong."
    else:
        yield 'Nothing wrong was found. If a cell shows an error: xl-vsm diagnose "#NAME?"'
