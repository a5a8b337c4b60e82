"""What `xl-vsm report` and each kind of paper say of themselves when asked for --help."""

from __future__ import annotations

REPORT = """\
Write the papers that the framework asks of a remuneration committee, from a pay workbook.

  xl-vsm report pay-case pay.xlsx --post 1011      a pay case and justification, as Word
  xl-vsm report annual pay.xlsx                    the annual pay report
  xl-vsm report costing pay.xlsx                   what the award costs, as a workbook
  xl-vsm report arrears pay.xlsx --from 2025-04 --to 2025-07 --paid-by 2025-05-31
  xl-vsm report equality pay.xlsx                  pay by protected characteristic

Each names the rule and the source of each figure, and opens with what is made up, under review or
known only from copies. What only the committee can say is left as a marked blank. The workbook is
checked first; it is never written to. Word documents need pip install "xl-vsm[papers]".
Days are typed as year-month-day, 2025-05-31, and months as year-month, 2025-05.

  xl-vsm report KIND --help                        what each kind can be asked besides

Exit code: 0 written; 2 it could not be.
"""

_END = """
Exit code: 0 written; 2 it could not be.
"""

KINDS = {
    "pay-case": (
        "a pay case and justification for each decision",
        """\
Write a pay case and justification for each decision on a post's pay: the post, its band and range,
the salary proposed, premia, approvals needed and why, pay beside Agenda for Change, the grounds
that the committee must state (blank), and questions on equality.

It is not NHS England's own template, and says what that may ask besides.

  xl-vsm report pay-case pay.xlsx                              each post with a proposed salary
  xl-vsm report pay-case pay.xlsx --post 1011 --output 1011.docx
  xl-vsm report pay-case pay.xlsx --proposed "1011=£150,000"
  xl-vsm report pay-case pay.xlsx --output cases               a file for each, in the folder
"""
        + _END,
    ),
    "annual": (
        "the annual pay report",
        """\
Write the annual pay report: every VSM post, the decisions of the year, whether each complies, for
each departure the paragraph that explains it (blank), pay in bands of £5,000, and pay multiples.

  xl-vsm report annual pay.xlsx
  xl-vsm report annual pay.xlsx --output annual.xlsx --workforce "£27,500 £36,000 £47,250"
"""
        + _END,
    ),
    "costing": (
        "what an award costs, in scenarios side by side",
        """\
Write what the annual award costs: by post and in total, consolidated and not, with employer
pension, National Insurance and levy, part of a year as such, withheld and pending apart. As a
workbook each figure is a formula on a sheet of assumptions, so that it can be traced and altered.

  xl-vsm report costing pay.xlsx
  xl-vsm report costing pay.xlsx --scenario "Higher: award 4%, ranges 3%" --output costing.xlsx
  xl-vsm report costing pay.xlsx --multipliers "1.05 1.31"     the Department's method beside it
"""
        + _END,
    ),
    "arrears": (
        "what is owed where an award or a table is backdated",
        """\
Write what was taken, what was due and the difference, by post and month, where an award or a table
of pension contributions is backdated.

  xl-vsm report arrears pay.xlsx --from 2025-04 --to 2025-07 --paid-by 2025-05-31
  xl-vsm report arrears pay.xlsx --from 2025-04 --to 2025-08 --paid-by 2025-05-31 --no-award
"""
        + _END,
    ),
    "equality": (
        "pay and position by protected characteristic",
        """\
Write pay and position in the range by each protected characteristic that the workbook has a column
for, with small groups hidden, and what small numbers cannot show.

  xl-vsm report equality pay.xlsx
"""
        + _END,
    ),
}
