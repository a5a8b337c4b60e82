"""What each verb says of itself when asked for --help."""

from __future__ import annotations

ABOUT = """\
Check NHS very senior manager pay workbooks against the pay framework, the NHS Pension
Scheme's tiers and the employer's costs. Every answer names its day and its source.

Start here:
  xl-vsm check pay.xlsx                            what is wrong, in which cell, and why
  xl-vsm check pay.xlsx --effective 2025-04-01     for a day other than the workbook states
  xl-vsm check pay.xlsx --known 2025-06-01         by what had been published by a day
  xl-vsm check pay.xlsx --annotate checked         and a copy with the wrong cells marked
  xl-vsm layout pay.xlsx                           how its columns are read
  xl-vsm report pay-case pay.xlsx                  a committee's papers, from the same workbook
  xl-vsm rates member-contribution-tiers           the table itself, with its source
  xl-vsm explain PEN101                            what a check looks for
"""

CHECK = """\
Check workbooks and say which cells are wrong, what was expected, and on whose authority.

A PATH is a workbook, a folder (searched for workbooks) or a pattern such as 'pay/*.xlsx'.
The workbook is only read, never written to. Its columns are found by their headings. Formulas of
our functions are answered again and compared; with --recalculate LibreOffice does so for others.
With --annotate DIR a copy of each workbook, its wrong cells marked, is written to DIR.

  xl-vsm check pay.xlsx --format html --output pay.html     a page to read and to print
  xl-vsm check estate --summary estate.xlsx                 every workbook below a folder
  xl-vsm check estate --resume                              go on where an earlier run stopped
  xl-vsm check pay.xlsx --profile submission                as grave as its purpose makes it
  xl-vsm check estate --baseline accepted.json              only what is new since then

Exit code: 0 nothing at or above --fail-on; 1 something; 2 a file that could not be read,
or a fault in this tool.
"""

LAYOUT = """\
Show which column of a workbook is read as which field, what was passed over, and what the workbook
says of its organisation.

Where a column is read wrongly: keep the layout, correct the file, and check with it.
  xl-vsm layout pay.xlsx --save pay.toml
  xl-vsm check pay.xlsx --layout pay.toml
"""

RATES = """\
Show the figures that the answers rest on, with their dates and sources.

  xl-vsm rates                                     every table, and which publication is in force
  xl-vsm rates pay-ranges --effective 2025-04-01   one table
  xl-vsm rates diff member-contribution-tiers --known 2025-06-01 --known 2025-09-01
                                                   what a later publication changed
  xl-vsm rates lint [DIR]                          find faults in the parameter files: without DIR
                                                   those of this release and those you have loaded

The pay ranges of this release are made up, because the published document was not to be had; every
answer that rests on them says so. To load the published ones for your organisation:

  xl-vsm rates import --template pay-ranges.xlsx   an empty table; fill it in from the document
  xl-vsm rates import pay-ranges.xlsx --name pay-ranges \\
    --source https://www.england.nhs.uk/PAGE --published 2025-05-15 \\
    --effective-from 2025-04-01 --checked-by "Head of Reward"

They are kept among your own settings, or in the folder that the environment variable XL_VSM_RATES
names, which a team may share.
"""

TEMPLATE = """\
Write a blank pay workbook: lists to choose from, a message for each cell, the worksheet functions
in range form, and cells that count what is missing or cannot be.

  xl-vsm template pay.xlsx
  xl-vsm template pay.xlsx --type ICB --rows 20 --effective 2025-04-01
"""

DIAGNOSE = """\
Say what is wrong when a cell shows an error, and what to do. Without words, look at this machine:
Python, xlwings, its settings, the add-in, the functions and the figures.

  xl-vsm diagnose "#NAME?"
  xl-vsm diagnose

Exit code: 0 explained, or nothing wrong was found; 1 something is wrong on this machine; 2 nothing
is known of these words.
"""

SERVE = """\
Serve the page on which workbooks are dropped to be checked, and the same as an HTTP interface.

  xl-vsm serve                              http://127.0.0.1:8000/, for this machine alone
  xl-vsm serve --port 8300
  xl-vsm serve --name vsm.example.nhs.uk --proxy 127.0.0.1
                                            behind a proxy on this machine that signs people in

An upload is held in memory while it is worked on, and written nowhere. It needs pip install
"xl-vsm[web]", and runs as an ordinary user. Ctrl-C ends it. For more than this machine, put it
behind your organisation's sign-in: docs/how-to/serve-the-upload-page.md

Exit code: 0 ended by Ctrl-C; 2 it could not be served.
"""

EXPLAIN = (
    "Explain a check or a fault in the figures by its code or name, or a rule or worksheet"
    " function by its name."
)
