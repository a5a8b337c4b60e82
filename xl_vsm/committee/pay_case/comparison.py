"""The salary beside the tops of Agenda for Change."""

from __future__ import annotations

from xl_vsm.committee.paper import Block, Fact, Facts, Notes, Words
from xl_vsm.committee.post import Post
from xl_vsm.rules.rule import Citation

BANDS = ("8d", "9")


def comparison(post: Post, notes: Notes) -> tuple[Block, ...]:
    """Return how far the salary to be decided on lies above the tops of bands 8d and 9."""
    rows = []
    for band in BANDS:
        above = post.above_band(post.proposed.value, band)
        rows.append(Fact(f"Above the top of band {band}", notes.figure(above, "money"), above.why))
    on_call = notes.saying(
        "on-call pay",
        "Very senior managers are as a rule not paid for time on call, and staff on Agenda for"
        " Change are, so overlap in earnings is more than overlap in pay.",
        (Citation("mip-ssrb-2026-27", "pay overlap"),),
    )
    return (
        Facts(tuple(rows)),
        Words(
            "A negative amount is overlap: the band's top is the higher. Pay for time on call and"
            " other additions to Agenda for Change pay are not in it.",
            on_call,
        ),
    )
