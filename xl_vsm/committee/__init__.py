"""What a remuneration committee sends out: pay case, annual report, costing, arrears, equality.

    from xl_vsm.committee import KINDS, Settings, checked
    of = checked("pay.xlsx")
    with open("costing.xlsx", "wb") as out:
        KINDS["costing"].write(of, Settings(), "xlsx", out)

Each kind of paper is a package of its own, where its figures can be had without a file:
`xl_vsm.committee.costing.costing(of).award_in_year(Group.PAID)`.
"""

from xl_vsm.committee.answer import NotAsked
from xl_vsm.committee.checked import Checked, checked
from xl_vsm.committee.kinds import KINDS, Kind
from xl_vsm.committee.settings import Settings, settings_of

__all__ = ["KINDS", "Checked", "Kind", "NotAsked", "Settings", "checked", "settings_of"]
