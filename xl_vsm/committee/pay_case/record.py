"""What a pay case is not, what the check found, and who decided."""

from __future__ import annotations

from xl_vsm.committee.paper import Block, Column, Notes, Prompts, Table, ToComplete, Words
from xl_vsm.committee.post import Post
from xl_vsm.reports.sheet_words import what_is_wrong
from xl_vsm.rules.rule import BRIEFING, Citation

ASKED_BESIDES = (
    "Candidate, and whether the post-holder sits on the board with a vote",
    "Start and end of the contract; for an interim, the day rate and the length",
    "Whether the role was assessed against an Agenda for Change band",
    "Two who authorise it at board level",
    "The day on which the remuneration committee approved it",
)


def not_the_template(notes: Notes) -> tuple[Block, ...]:
    """Say that this is not NHS England's own template, and what that one may ask besides."""
    template = notes.saying(
        "the pay case template",
        "The remuneration committee completes a pay case and justification template when it sets"
        " pay; auditors and regulators may ask for it. The template itself was not to be had.",
        (
            Citation(BRIEFING, "S25"),
            Citation(BRIEFING, "S26"),
            Citation("vsm-operational-guidance", "section 3, recording"),
        ),
    )
    older = notes.saying(
        "an older form",
        "An undated form of NHS Improvement for interim very senior managers asked for these.",
        (Citation("nhsi-interim-form", "fields of the form"),),
    )
    return (
        Words(
            "This is not NHS England's own pay case and justification template, which was not to"
            " be had when this was written. It gathers what the framework speaks of, so that the"
            " template can be completed from it.",
            template,
            strong=True,
        ),
        Words("That template may ask besides, as an older form did:", older),
        Prompts(ASKED_BESIDES),
    )


def found(post: Post) -> tuple[Block, ...]:
    """Return what the checks found in the post's row."""
    rows = tuple(
        (f"{each.code} {each.name}", each.cell or "", what_is_wrong(each), each.severity)
        for each in post.findings
    )
    columns = (
        Column("Check", wide=34),
        Column("Cell", wide=10),
        Column("What is wrong", wide=60),
        Column("Severity", wide=12),
    )
    return (
        Table(
            columns,
            rows,
            "Findings in the post's row of the workbook, to be mended or explained first",
            empty="Nothing was found wrong in the post's row.",
        ),
    )


def record() -> tuple[Block, ...]:
    """Return room for who decided what, and when."""
    return (
        ToComplete("The remuneration committee's decision, and the salary decided on.", 2),
        ToComplete("Day of the meeting; who was present; interests declared.", 2),
        ToComplete("Signed for the committee, by office and not by name where it is published.", 1),
        ToComplete("Central approval, where it is needed: reference and day.", 1),
    )
