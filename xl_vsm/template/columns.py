"""The columns of the sheet of posts: what is filled in, and what is worked out from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from xl_vsm.rules.words import Role

TYPED: Final = frozenset({"number", "money", "rate", "date"})
"""Kinds of which a text in the cell is a fault that sums pass over."""


@dataclass(frozen=True)
class Column:
    """One column of the posts' table.

    Attributes:
        key: its name here, and in the formulas of others.
        group: the heading above.
        heading: its own heading; what the package's reader knows it by.
        kind: what it holds: text, choice, number, money, rate or date.
        width: in characters.
        advice: what Excel shows when a cell of it is selected.
        choices: the list that it chooses from.
        formula: what works out the whole column at once, the other columns' keys in braces, with
            _or_empty after those that may be blank; none for a column that is filled in.
        total: whether its sum stands above it.
        due: the columns of which any, when filled in, means that an amount is due in this one.
        unread: whether the reader is to leave it alone, for another column is the one to check.
    """

    key: str
    group: str
    heading: str
    kind: str = "text"
    width: float = 13
    advice: str = ""
    choices: str = ""
    formula: str = ""
    total: bool = False
    due: tuple[str, ...] = ("salary", "pensionable_pay")
    unread: bool = False

    @property
    def is_input(self) -> bool:
        """Whether it is filled in rather than worked out."""
        return not self.formula

    @property
    def is_typed(self) -> bool:
        """Whether it is filled in with numbers or dates, so that a text in it is a fault."""
        return self.is_input and self.kind in TYPED


def or_empty(cells: str) -> str:
    """Return cells as a worksheet function is to get them: an empty text for each blank one.

    Some versions of Excel send a blank cell as 0, which for a rate is 0% and for a yes or no is no.

    Args:
        cells: a range or a cell's name.
    """
    return f'IF({cells}="","",{cells})'


_POST, _PAY, _APPROVAL = "Post", "Base pay", "Approval"
_PREMIUM, _AWARD = "Pay premium", "Annual award"
_PENSION, _PAYBILL = "NHS Pension Scheme", "Paybill"
_DAY: Final = or_empty("Effective_date")
_SIZED: Final = f"{or_empty('Organisation_type')},Size,{_DAY}"
_MEDICAL: Final = '{medical_contract}="Yes"'
"""Neither the VSM ranges nor the VSM award are those of a post on a medical contract (S43, S44)."""

COLUMNS: Final = (
    Column("reference", _POST, "Post reference", "reference", 11,
           "The post's number, each once. Not a person's name."),
    Column("post", _POST, "Post title", width=28,
           advice="The post's title, such as Chief Finance Officer."),
    Column("role", _POST, "Role", "choice", 15, "Which of the framework's roles it is.", "roles"),
    Column("medical_contract", _POST, "Medical contract", "choice", 10,
           "Yes for a medical director who kept a medical contract; else No or blank.", "yes_no"),
    Column("appointed", _POST, "Date appointed", "date", 12,
           "The day of appointment, such as 01/09/2024. Needed for the annual award."),
    Column("fte", _POST, "WTE", "number", 7,
           "Whole time equivalent: more than 0 and up to 1, such as 0.8."),
    Column("salary", _PAY, "Salary (full time)", "money", 14,
           "Full-time equivalent base salary, £ a year: a number without text. Leave it blank"
           " where the post is vacant."),
    Column("actual_pay", _PAY, "Actual pay", "money", 14, total=True,
           formula='IF(({salary}="")+({fte}=""),"",ROUND({salary}*{fte},2))'),
    Column("position", _PAY, "Position in range", width=26,
           formula=f'IF({{salary}}="","",IF(({_MEDICAL})+({{role}}="{Role.DESIGNATED}")>0,"n/a",'
           f"VSM_POSITION({{salary}},{{role_or_empty}},{_SIZED})))"),
    Column("approval_needed", _APPROVAL, "Approval needed", width=36, unread=True,
           formula=f'IF({{salary}}="","",IF({_MEDICAL},"n/a (medical contract)",'
           f"VSM_APPROVAL({{salary}},{{role_or_empty}},{_SIZED})))"),
    Column("approval", _APPROVAL, "Approved by", "choice", 24,
           "Who approved this salary. Leave blank until somebody has.", "approvers"),
    Column("approval_reference", _APPROVAL, "Approval reference", "reference", 14,
           "The reference of the approval or pay case."),
    Column("premium_ground", _PREMIUM, "Premium ground", "choice", 25,
           "What a premium is paid for; blank where none is paid.", "grounds"),
    Column("premium_rate", _PREMIUM, "Premium rate", "rate", 10,
           "Such as 5%. Blank for the full rate of the ground."),
    Column("premium_start", _PREMIUM, "Premium start", "date", 12,
           "The first day on which it is paid."),
    Column("premium_extended", _PREMIUM, "Premium extended", "choice", 10,
           "Yes where the one extension of a challenged organisation's premium was agreed.",
           "yes_no"),
    Column("premium_amount", _PREMIUM, "Premium amount", "money", 13, total=True,
           formula='IF({premium_ground}="","",VSM_PREMIUM({actual_pay},{premium_ground},'
           f"{{premium_rate_or_empty}},{{premium_start_or_empty}},{_DAY},"
           "{premium_extended_or_empty}))",
           due=("premium_rate", "premium_start")),
    Column("objectives_met", _AWARD, "Objectives met", "choice", 11,
           "Whether the appraisal objectives were met. Blank until it is known.", "yes_no"),
    Column("performance_management", _AWARD, "Formal performance management", "choice", 14,
           "Yes during a formal conduct or capability process; else No.", "yes_no"),
    Column("exceptional_circumstances", _AWARD, "Exceptional circumstances", "choice", 14,
           "Yes in circumstances such as maternity leave; else No or blank.", "yes_no"),
    Column("award_outcome", _AWARD, "Award outcome", width=30,
           formula='IF(({salary}="")+({objectives_met}=""),"",VSM_WITHHOLD('
           f"{or_empty('Segment')},{{objectives_met}},{{performance_management_or_empty}},"
           f"{{appointed_or_empty}},{_DAY},{or_empty('Recovery_support')},"
           "{medical_contract_or_empty},{exceptional_circumstances_or_empty}))"),
    Column("award_amount", _AWARD, "Award amount", "money", 13, total=True,
           formula=f'IF({{salary}}="","",IF({_MEDICAL},"n/a",IF({{award_outcome}}="","",'
           f"VSM_AWARD({{actual_pay}},{{award_outcome}},{_DAY}))))"),
    Column("pensionable_pay", _PENSION, "Pensionable pay", "money", 14,
           "Actual pensionable pay, £ a year. 0 where the post-holder is not in the scheme.",
           total=True),
    Column("pension_tier", _PENSION, "Pension tier", "whole", 10,
           formula='IF(({pensionable_pay}="")+({pensionable_pay}=0),"",'
           f"NHS_PENSION_TIER({{pensionable_pay}},{_DAY}))"),
    Column("pension_rate", _PENSION, "Contribution rate", "rate", 14,
           formula='IF(({pensionable_pay}="")+({pensionable_pay}=0),"",'
           f"NHS_PENSION_RATE({{pensionable_pay}},{_DAY}))"),
    Column("pension_contribution", _PENSION, "Member contribution", "money", 13, total=True,
           formula='IF(({pensionable_pay}="")+({pensionable_pay}=0),"",'
           f"NHS_PENSION_CONTRIBUTION({{pensionable_pay}},{_DAY}))"),
    Column("payroll_contribution", _PENSION, "Deducted by payroll", "money", 13,
           "What payroll deducts in a year, to compare. Blank where you do not compare.",
           unread=True),
    Column("payroll_difference", _PENSION, "Payroll less due", "money", 13, unread=True,
           formula='IF(({pension_contribution}="")+({payroll_contribution}=""),"",'
           "ROUND({payroll_contribution}-{pension_contribution},2))"),
    Column("non_pensionable_pay", _PAYBILL, "Non-pensionable pay", "money", 13, unread=True,
           formula='IF(({actual_pay}="")+({pensionable_pay}=""),"",'
           "IF({actual_pay}+IF({premium_amount}=\"\",0,{premium_amount})>{pensionable_pay},"
           "ROUND({actual_pay}+IF({premium_amount}=\"\",0,{premium_amount})-{pensionable_pay},2),"
           "0))"),
    Column("paybill", _PAYBILL, "Total employer cost", "money", 15, total=True,
           formula='IF({non_pensionable_pay}="","",'
           f"NHS_PAYBILL({{pensionable_pay_or_empty}},{{non_pensionable_pay}},{_DAY}))"),
    Column("notes", "", "Notes", width=40, advice="Anything a reader should know of the post."),
)  # fmt: skip
"""From left to right."""

BY_KEY: Final = {column.key: column for column in COLUMNS}
