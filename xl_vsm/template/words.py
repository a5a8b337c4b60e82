"""What the first sheet says, and the lists to choose from."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from xl_vsm.rules.words import Approver, Ground, OrganisationType, Role


class YesNo(StrEnum):
    """The two answers, as the lists show them."""

    YES = "Yes"
    NO = "No"


LISTS: Final[dict[str, tuple[str, type[StrEnum]]]] = {
    "organisation_types": ("Organisation type", OrganisationType),
    "roles": ("Role", Role),
    "grounds": ("Premium ground", Ground),
    "approvers": ("Approved by", Approver),
    "yes_no": ("Yes or no", YesNo),
}
"""A list's name -> its heading, and the rules' own words, so that a choice is always understood."""

NOT_LOADED: Final = (
    "The xl_vsm functions are not loaded in this Excel, or have not been calculated yet. If xl_vsm"
    " is installed, press Ctrl+Alt+F9. If not, see 'When a cell shows an error' below."
)
MADE_UP: Final = (
    "Answers marked (illustrative) rest on made-up pay ranges: never quote them. They become real"
    " once your organisation has loaded the published ranges."
)
NOTHING_YET: Final = "No post is filled in yet."

STEPS: Final = (
    "Fill in 'Your organisation' above. The effective date is the day that every answer is for.",
    (
        "On the sheet Pay, fill in the cream cells of one row for each post, without blank rows"
        " between. Cells with a list offer its words."
    ),
    (
        "Leave the grey cells alone: one formula at the top of each grey column answers for all its"
        " rows. Totals stand above the table."
    ),
    (
        "Read the sheet Checks, and put right what it finds. While a row lacks an amount that is"
        " due, the total over it shows words and no sum."
    ),
    "Save, and have the workbook checked against the rules with: xl-vsm check FILE",
)
LEGEND: Final = (
    ("Input", "cream", "You fill it in. A message says what belongs there."),
    ("Calculation", "grey", "Worked out by a formula. Leave it alone."),
)
ERRORS: Final = (
    ("#NAME?", "The functions are not loaded. Install or start xl_vsm, then press Ctrl+Alt+F9."),
    ("#VSM! and words", "The words say which fact of that row is missing or cannot be."),
    (
        "#VALUE!",
        (
            "As #VSM!, but Excel on the web and on a Mac keeps the words for a formula in one cell:"
            " try the function for that row alone. Or a text stands where a number belongs."
        ),
    ),
    ("#SPILL!", "Something is typed in a grey column. Delete it, and the answers come back."),
    ("#BUSY!", "Excel is waiting for the functions. If it stays, restart xl_vsm."),
)
