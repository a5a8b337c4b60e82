"""What the equality view says in words: what it is, what it cannot show, and what is still due."""

from __future__ import annotations

from typing import Final

from xl_vsm.committee.equality.groups import CHARACTERISTICS
from xl_vsm.committee.paper import Block, Column, Notes, Prompts, Table, ToComplete, Words
from xl_vsm.reports.plain import count
from xl_vsm.sheets.fields import FIELDS

QUESTIONS: Final = (
    "The assessment covers how the framework is applied here, and not the framework alone.",
    "Pay was looked at by each protected characteristic, from other records where need be.",
    "Posts of equal work were compared with each other, and not only groups of posts.",
    "Starting salaries, premia, awards withheld and places in the range were each looked at.",
    "It was settled who may see the characteristics of so few people beside their pay.",
)


def what_it_is(posts: int, least: int, small: int) -> tuple[Block, ...]:
    """Return what the view shows, and what it keeps back."""
    return (
        Words(
            f"{count(posts, 'very senior manager post')} with a stated salary and somebody in it"
            " on the day, in groups by the protected characteristics that the workbook has. Pay"
            " is the full-time salary, without premia and awards. No characteristic is shown post"
            " by post."
        ),
        Words(
            f"A group of fewer than {least} is not shown, nor named, nor is any other that would"
            " give it away. A post for which nothing is stated, and one whose holder prefers not"
            " to say, is in a group of its own words and in no other.",
            small,
        ),
        Words(
            "Salaries are shown to the nearest £1,000, and gaps, worked out before that, in whole"
            " percentages. Exact averages beside a list of salaries, as in the annual pay report,"
            " would tell who is in a group; of so few posts rounded ones can still tell it of some."
        ),
        Words(
            "Do not hand this paper and a list of salaries to anybody who may not know the"
            " characteristics of the people in it.",
            strong=True,
        ),
    )


def what_it_cannot_show(least: int) -> tuple[Block, ...]:
    """Return what nobody may read out of so few posts."""
    return (
        Words("What small numbers cannot show:"),
        Words(
            f"With fewer than {least} in a group nothing is shown, which does not mean that"
            " nothing is wrong there."
        ),
        Words(
            "In groups this small one appointment or one leaver can move a median, or turn a gap"
            " round. A change from one year to the next may be no more than that."
        ),
        Words(
            "Where everybody in a group is paid the same, or stands in one position, no average or"
            " share by that characteristic is shown, as it would tell that of each. Where they are"
            " paid much alike, an average still nearly does."
        ),
        Words(
            "A gap shows no cause. Groups differ in their roles, bands and years in post, and a"
            " chief executive's salary alone can make a mean."
        ),
        Words(
            "A gap does not say whether there is equal pay for equal work, and no gap does not say"
            " that there is. That is a comparison of posts, which this is not."
        ),
        Words(
            "Each characteristic is looked at by itself: there are too few posts to show two at"
            " once."
        ),
    )


def still_due(notes: Notes) -> tuple[Block, ...]:
    """Return what the framework expects besides, as questions and marked blanks."""
    assess = notes.briefing(
        "equality impact assessment",
        "Every organisation that the framework covers is expected to assess the effect on"
        " equality of how it is put into practice locally. The framework's own words on it were"
        " not read.",
        "S29",
    )
    equalise = notes.briefing(
        "equalisation",
        "All very senior managers are assessed against protected characteristics, and pay"
        " equalised where that is possible.",
        "S30",
    )
    return (
        Words(
            "This view is not an equality impact assessment, which is still expected. These"
            " questions are this package's own: no form of words for it was among the sources.",
            assess,
        ),
        Prompts(QUESTIONS, assess),
        ToComplete("What the equality impact assessment found, and when it was made.", 4, assess),
        ToComplete("What differences remain, and what explains each of them.", 4, equalise),
        ToComplete("What will be done to equalise pay, by whom and by when.", 4, equalise),
    )


def columns_read(fields: tuple[str, ...] = CHARACTERISTICS) -> Table:
    """Return the headings by which the columns of characteristics are found.

    Args:
        fields: the characteristics to tell of.
    """
    columns = (Column("Characteristic", wide=34), Column("Read from a column headed", wide=90))
    rows = tuple((FIELDS[each].label, ", ".join(FIELDS[each].headers)) for each in fields)
    return Table(columns, rows, "Columns that would be read")
