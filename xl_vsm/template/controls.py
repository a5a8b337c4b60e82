"""What the workbook checks about itself, so that a sum cannot silently leave a post out.

Excel's SUM passes over texts: a salary typed as "£90,000 pa", a date typed as text, or one of this
package's own faults, which some hosts can only put into a cell as text. It passes over a formula's
empty answer too, where a fact is missing. So each column is counted.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from xl_vsm.template.columns import BY_KEY, COLUMNS, Column
from xl_vsm.template.places import BELOW, FIRST, INPUTS, PAY, START, STATUS_ROW, Posts, letters
from xl_vsm.template.start import FIRST_DAY


@dataclass(frozen=True)
class Control:
    """One check.

    Attributes:
        title: what must be so.
        where: the sheet and the cells.
        formula: what counts how often it is not, without the equals sign.
        remedy: what to do then.
        is_fault: whether it has to be put right; else it is to be known.
        total: the column whose total rests on it.
        blank: what it counts in a workbook in which nothing is filled in.
    """

    title: str
    where: str
    formula: str
    remedy: str
    is_fault: bool = True
    total: str = ""
    blank: int = 0


def controls(posts: Posts, given: Collection[str] = ()) -> list[tuple[str, list[Control]]]:
    """Return every check, under the headings of their kinds.

    Args:
        posts: the rows for posts.
        given: the names of the organisation's cells that are filled in from the start.
    """
    return [
        ("The functions and the organisation", list(_organisation(given))),
        ("What is filled in", [*_typed(posts), *_chosen(posts), *_whole_rows(posts)]),
        ("What is worked out", list(_answers(posts))),
        ("Totals: rows without an amount", list(_totals(posts))),
        ("To be known", list(_known(posts))),
    ]


def _organisation(given: Collection[str]) -> Iterator[Control]:
    def at(name: str) -> str:
        return f"{START}!B{INPUTS[name]}"

    yield Control(
        "The worksheet functions answer",
        START,
        f"IF(LEFT('{START}'!$B${STATUS_ROW},6)=\"xl_vsm\",0,1)",
        "Start xl_vsm, then press Ctrl+Alt+F9.",
        blank=1,
    )
    yield Control(
        "The organisation type is one on the list",
        at("Organisation_type"),
        "IF(SUMPRODUCT(--(List_organisation_types=Organisation_type))=1,0,1)",
        "Choose it from the list.",
        blank=int("Organisation_type" not in given),
    )
    yield Control(
        "One size is filled in: turnover, or weighted population",
        at("Turnover"),
        "IF(ISNUMBER(Size),IF(Size>0,0,1),1)",
        "Fill in the one that belongs to the organisation type, as a number; clear the other.",
        blank=1,
    )
    yield Control(
        "The size is the one for the organisation type",
        at("Turnover"),
        'IF(OR(AND(Organisation_type="ICB",Turnover<>""),'
        'AND(Organisation_type="trust",Weighted_population<>"")),1,0)',
        "A trust has a turnover, an ICB a weighted population.",
    )
    yield Control(
        "The effective date is a date",
        at("Effective_date"),
        f"IF(ISNUMBER(Effective_date),IF(Effective_date>={_day()},0,1),1)",
        "Fill in the day that the answers are for, as a date and not as text.",
        blank=int("Effective_date" not in given),
    )


def _day() -> str:
    return f"DATE({FIRST_DAY.year},{FIRST_DAY.month},{FIRST_DAY.day})"


def _cells(posts: Posts, column: Column) -> str:
    return f"{PAY}!{posts.column(column.key)}"


def _typed(posts: Posts) -> Iterator[Control]:
    for column in (column for column in COLUMNS if column.is_typed):
        area = posts.away(column.key)
        kind = "dates" if column.kind == "date" else "numbers"
        early = f'+COUNTIF({area},"<"&{_day()})' if column.kind == "date" else ""
        yield Control(
            f"{column.heading}: every entry is one of Excel's {kind}, not text",
            _cells(posts, column),
            f"ROWS({area})-COUNTBLANK({area})-COUNT({area}){early}",
            f"Type the red cells again as {kind}. What was pasted as text, or has words in it, is"
            " none.",
        )


def _chosen(posts: Posts) -> Iterator[Control]:
    for column in (column for column in COLUMNS if column.choices):
        area = posts.away(column.key)
        yield Control(
            f"{column.heading}: every entry is on its list",
            _cells(posts, column),
            f'SUMPRODUCT(({area}<>"")*(COUNTIF(List_{column.choices},{area})=0))',
            "Choose the red cells again from the list.",
        )


def _whole_rows(posts: Posts) -> Iterator[Control]:
    def missing(key: str, where: str = "salary") -> str:
        return f'SUMPRODUCT(({posts.away(where)}<>"")*({posts.away(key)}=""))'

    reference = posts.away("reference")
    yield Control(
        "Every post reference stands once",
        _cells(posts, BY_KEY["reference"]),
        f'SUMPRODUCT(({reference}<>"")*(COUNTIF({reference},{reference})>1))',
        "Give each post a reference of its own.",
    )
    for key in ("reference", "role", "fte", "pensionable_pay"):
        column = BY_KEY[key]
        yield Control(
            f"{column.heading}: filled in wherever there is a salary",
            _cells(posts, column),
            missing(key),
            "Fill it in: without it the post is left out of some answers.",
        )
    yield Control(
        "Salary: filled in wherever there is pensionable pay",
        _cells(posts, BY_KEY["salary"]),
        missing("salary", "pensionable_pay"),
        "Fill it in, or clear the pensionable pay of a vacant post.",
    )
    for key in BY_KEY["premium_amount"].due:
        yield Control(
            f"Premium ground: filled in wherever there is a {BY_KEY[key].heading.lower()}",
            _cells(posts, BY_KEY["premium_ground"]),
            missing("premium_ground", key),
            "Choose what the premium is paid for, or clear what is said of it.",
        )
    yield Control(
        "No row is left blank between posts",
        _cells(posts, BY_KEY["reference"]),
        f'SUMPRODUCT(({posts.away("reference", last=posts.last - 1)}="")'
        f'*({posts.away("salary", last=posts.last - 1)}="")'
        f'*({posts.away("reference", first=FIRST + 1)}<>""))',
        "Move the posts up, so that nobody takes the gap for the end.",
    )
    below = f"{PAY}!$A${posts.last + 1}:${letters(COLUMNS[-1].key)}${posts.last + BELOW}"
    yield Control(
        "Nothing is filled in below the last row that has formulas",
        below.replace("$", ""),
        f"COUNTA({below})",
        "Insert rows above the last one instead, or write a template with more: --rows.",
    )


def _answers(posts: Posts) -> Iterator[Control]:
    for column in (column for column in COLUMNS if not column.is_input):
        area = posts.away(column.key)
        yield Control(
            f"{column.heading}: no answer is an error",
            _cells(posts, column),
            f'SUMPRODUCT(ISERROR({area})+ISNUMBER(SEARCH("#",{area})))',
            "Read the red cells: they say which fact is missing or cannot be.",
        )


def _totals(posts: Posts) -> Iterator[Control]:
    for column in (column for column in COLUMNS if column.total):
        area = posts.away(column.key)
        yield Control(
            f"{column.heading}: rows in which an amount is due, and there is none",
            _cells(posts, column),
            f"ROWS({area})-COUNTBLANK({area})-COUNT({area}){_empty(posts, column)}",
            "Until each has an amount, the total above the column shows words and no sum.",
            is_fault=False,
            total=column.key,
        )


def _empty(posts: Posts, column: Column) -> str:
    """Return what counts the empty rows in which an amount is due, less the "n/a" of a formula.

    COUNTIFS, for an error in one row would make a SUMPRODUCT over all rows an error too.
    """
    area = posts.away(column.key)
    empty = f'{area},""'
    counted = "" if column.is_input else f'-COUNTIF({area},"n/a")'
    for key in column.due:
        counted += f'+COUNTIFS({empty},{posts.away(key)},"<>")'
        empty += f',{posts.away(key)},""'
    if column.key == "pension_contribution":
        # Who is not in the scheme contributes nothing.
        counted += f'-COUNTIFS({area},"",{posts.away("pensionable_pay")},0)'
    return counted


def _known(posts: Posts) -> Iterator[Control]:
    position, needed = posts.away("position"), posts.away("approval_needed")
    outcome, difference = posts.away("award_outcome"), posts.away("payroll_difference")
    salary, met = posts.away("salary"), posts.away("objectives_met")
    medical = posts.away("medical_contract")
    for title, key, formula, remedy in (
        (
            "Posts on a medical contract",
            "medical_contract",
            f'COUNTIF({medical},"Yes")',
            "Their range and award are not VSM ones. xl-vsm check says what approval is due.",
        ),
        (
            "Answers that rest on made-up pay ranges",
            "position",
            f'COUNTIF({position},"*(illustrative)")+COUNTIF({needed},"*(illustrative)")',
            "Load the published ranges: xl-vsm rates import. Until then do not quote them.",
        ),
        (
            "Awards that are pending, or for the committee to decide",
            "award_outcome",
            f'COUNTIF({outcome},"pending")+COUNTIF({outcome},"committee decision")',
            "No amount is settled for these posts.",
        ),
        (
            "Posts whose objectives are not said to be met or not",
            "objectives_met",
            f'SUMPRODUCT(({salary}<>"")*({met}=""))',
            "Their award is left open.",
        ),
        (
            "Posts for which payroll deducts another amount than is due",
            "payroll_difference",
            f'COUNTIF({difference},">=0.01")+COUNTIF({difference},"<=-0.01")',
            "Ask payroll which pensionable pay and which table it used.",
        ),
    ):
        yield Control(title, _cells(posts, BY_KEY[key]), formula, remedy, is_fault=False)
