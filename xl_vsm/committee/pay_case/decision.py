"""What is to be decided: the post, the organisation, and the salary now and proposed."""

from __future__ import annotations

from decimal import Decimal

from xl_vsm.committee.checked import Checked
from xl_vsm.committee.paper import Block, Fact, Facts, Figure, Notes, Prompts, Words
from xl_vsm.committee.post import Post
from xl_vsm.rules.money import percent, pounds
from xl_vsm.rules.rule import Citation

OCCASIONS = (
    "External or internal appointment after open recruitment",
    "Appointment after an acquisition or a merger",
    "Acting up, with a pay increase",
    "Secondment",
    "Interim or fixed term",
    "Change to the pay of somebody in post",
)


def decision(of: Checked, post: Post, notes: Notes) -> tuple[Block, ...]:
    """Return the particulars of the decision, and the occasions for it to choose among."""
    scope = notes.saying(
        "occasions for a pay case",
        "Appointments of these kinds are in scope, and the template is completed for every"
        " individual or collective decision on pay.",
        (
            Citation("vsm-questions-and-answers", "question 4"),
            Citation("vsm-operational-guidance", "section 3, recording"),
        ),
    )
    role, kind = post.role, post.organisation_type
    facts = [
        Fact("Post", Figure(post.title)),
        Fact("Reference", Figure(post.key if post.key != post.title else None)),
        Fact("Organisation", Figure(of.organisation)),
        Fact("Kind of organisation", notes.figure(kind), kind.why),
        Fact("Role in the framework", notes.figure(role), role.why),
        Fact("Whole time equivalent", Figure(post.fte, "number"), "1 is full time"),
        Fact("Salary now", notes.figure(post.salary, "money"), _stated(post.salary.cell)),
        Fact(
            "Salary to be decided on",
            notes.figure(post.proposed, "money"),
            f"{post.proposed.why}{_at(post.proposed.cell)}",
        ),
        *_change(post),
    ]
    return (
        Facts(tuple(each for each in facts if each.figure.value is not None or each.why)),
        Words("The occasion for the decision:", scope),
        Prompts(OCCASIONS),
    )


def _change(post: Post) -> list[Fact]:
    now, then = post.salary.value, post.proposed.value
    if not now or then is None or now == then:
        return []
    change = then - now
    rate = (change / now).quantize(Decimal("0.0001"))
    side = "more" if change > 0 else "less"
    why = f"{pounds(then)} less {pounds(now)}: {percent(abs(rate))} {side}"
    return [Fact("Change", Figure(change, "money"), why)]


def _stated(cell: str | None) -> str:
    return f"full-time equivalent, as the workbook states it{_at(cell)}"


def _at(cell: str | None) -> str:
    return f" ({cell})" if cell else ""
