"""What only the committee can state, left as marked blanks; and the questions on equality."""

from __future__ import annotations

from xl_vsm.committee.paper import Block, Notes, Prompts, ToComplete, Words
from xl_vsm.committee.post import Post
from xl_vsm.rules import Position


def grounds(post: Post, notes: Notes) -> tuple[Block, ...]:
    """Return the grounds to be stated for this salary: those of every case, then of this one."""
    rationale = notes.briefing(
        "rationale",
        "Committees give a clear rationale for how they decided on the pay of a very senior"
        " manager, in the annual report and accounts too.",
        "S27",
    )
    local = notes.briefing(
        "local factors",
        "Base pay may reflect local factors, such as where it is hard to recruit and an"
        " applicant's present salary and experience.",
        "S16",
    )
    complexity = notes.briefing(
        "the role",
        "Pay rests on the organisation's circumstances and the complexity of the role, and does"
        " not rise of itself.",
        "S17",
    )
    always: list[Block] = [
        ToComplete("The rationale for this salary, in full.", 5, rationale),
        ToComplete(
            "The organisation's circumstances and the complexity of the role.", 3, complexity
        ),
        ToComplete(
            "Local factors, with the evidence: difficulty of recruiting, the applicant's present"
            " salary and experience.",
            3,
            local,
        ),
    ]
    return (*always, *_for_position(post, notes))


def _for_position(post: Post, notes: Notes) -> list[Block]:
    place = post.position(post.proposed.value).value
    if place is Position.BELOW:
        note = notes.briefing(
            "pay below the range",
            "Committees take a system-wide approach to anyone whose pay is below the range.",
            "S3",
        )
        said = "Why the salary is below the range's minimum, and the system-wide approach to it."
        return [ToComplete(said, 3, note)]
    if place is Position.EXCEPTION_ZONE:
        note = notes.briefing(
            "the exception zone",
            "The exception zone allows for some discrepancy where it is necessary, appropriate"
            " and justified; salaries in it appear to need central approval at any level.",
            "S13",
            "S24",
        )
        return [ToComplete("Why a salary in the exception zone is needed here.", 4, note)]
    if place is Position.ABOVE:
        note = notes.briefing(
            "comply or explain",
            "The framework is not mandatory; whoever does not comply explains why in the annual"
            " report. Nobody in post above the range is expected to be reduced to it.",
            "S4",
            "S5",
        )
        return [ToComplete("Explain why the salary is above the range.", 5, note)]
    return []


_QUESTIONS = """\
The equality impact assessment of how the framework is used here is complete, and covers this case.
This salary was compared with others in like roles, by protected characteristic.
Any difference that this showed can be explained.
Where pay is unequal, what will be done to equalise it, and by when, is written down.
The starting salary does not rest on an earlier one alone, which may carry on an inequality."""


def equality(notes: Notes) -> tuple[Block, ...]:
    """Return the questions on equality, to be ticked off, and room for the answers."""
    note = notes.briefing(
        "equality",
        "An equality impact assessment of local implementation is expected; all very senior"
        " managers are assessed against protected characteristics and pay equalised where"
        " possible.",
        "S29",
        "S30",
    )
    return (
        Words("To be considered before the decision:", note),
        Prompts(tuple(_QUESTIONS.splitlines())),
        ToComplete("What was found, and what follows from it.", 3, note),
    )
