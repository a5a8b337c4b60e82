"""The worksheet functions, as a finance team reads them. Thin: the rules are in `xl_vsm.rules`.

In plain Python: `from udfs import VSM_BAND`.
"""

from udfs.awards import VSM_AWARD, VSM_WITHHOLD
from udfs.explain import VSM_EXPLAIN, VSM_STATUS
from udfs.paybill import AFC_OVERLAP, NHS_PAYBILL
from udfs.pension import NHS_PENSION_CONTRIBUTION, NHS_PENSION_RATE, NHS_PENSION_TIER
from udfs.premia import VSM_PREMIUM
from udfs.ranges import VSM_APPROVAL, VSM_BAND, VSM_POSITION, VSM_RANGE

__all__ = [
    "AFC_OVERLAP",
    "NHS_PAYBILL",
    "NHS_PENSION_CONTRIBUTION",
    "NHS_PENSION_RATE",
    "NHS_PENSION_TIER",
    "VSM_APPROVAL",
    "VSM_AWARD",
    "VSM_BAND",
    "VSM_EXPLAIN",
    "VSM_POSITION",
    "VSM_PREMIUM",
    "VSM_RANGE",
    "VSM_STATUS",
    "VSM_WITHHOLD",
]
