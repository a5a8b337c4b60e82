"""Which pay is pensionable."""

from __future__ import annotations

from decimal import Decimal
from difflib import get_close_matches

from xl_vsm.parameters import Parameters
from xl_vsm.rules.rule import Citation, Decision, Unanswerable, decision
from xl_vsm.rules.words import squeeze


@decision(rests_on=("pensionable-pay",))
def pensionable(kind_of_pay: str, p: Parameters) -> Decision[bool | None]:
    """Return whether a kind of pay is pensionable: yes, no, or None where no source says.

    Args:
        kind_of_pay: such as "salary", "bonus" or "challenged organisation premium".
        p: the day the answer is for.

    Raises:
        Unanswerable: the sources do not speak of that kind; the message offers near ones.
    """
    kinds = {
        squeeze(name): each for each in p.pensionable_pay.kinds for name in (each.kind, *each.also)
    }
    found = kinds.get(squeeze(kind_of_pay))
    if found is None:
        near = get_close_matches(squeeze(kind_of_pay), kinds) or list(kinds)[:3]
        offer = '", "'.join(kinds[each].kind for each in near)
        raise Unanswerable(f'kind_of_pay must be one the sources name, such as "{offer}"')
    said = {
        True: "is pensionable",
        False: "is not pensionable",
        None: "is not said to be pensionable or not",
    }[found.pensionable]
    return Decision(
        found.pensionable,
        f"{found.kind} {said}",
        (Citation(found.source, found.locator),),
    )


@decision(rests_on=("annual-pay-assessment",))
def pensionable_hours(hours_worked: Decimal, p: Parameters) -> Decision[Decimal]:
    """Return the hours a week that are pensionable at the standard rate: up to whole time.

    Extra hours of a part-timer count up to whole time; overtime above it never does.

    Args:
        hours_worked: hours a week, contracted and additional.
        p: the day the answer is for.

    Raises:
        Unanswerable: the hours are below nothing.
    """
    if hours_worked < 0:
        raise Unanswerable(f"hours_worked must be 0 or more, not {hours_worked:f}")
    whole = p.annual_pay_assessment.whole_time_hours
    counted = min(hours_worked, whole)
    over = hours_worked - counted
    beyond = f"; {over:f} above whole time are not" if over else ""
    return Decision(
        counted,
        f"{counted:f} of {hours_worked:f} hours are pensionable, up to whole time at"
        f" {whole:f}{beyond}",
        (
            Citation(
                "nhsbsa-pay-and-contributions",
                "Pensionable overtime for part-time NHS staff",
            ),
        ),
    )
