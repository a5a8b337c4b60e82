"""The shapes that published tables take. They hold figures and find the row, no more."""

from __future__ import annotations

from xl_vsm.parameters.tables.afc import AfcPoint, AfcScale
from xl_vsm.parameters.tables.assessment import (
    AnnualPayAssessment,
    KindOfPay,
    PaybillEstimate,
    PensionablePay,
)
from xl_vsm.parameters.tables.base import Measure, Pounds, Rate, Table
from xl_vsm.parameters.tables.pay import (
    AnnualAward,
    Band,
    CentralApproval,
    OrganisationRanges,
    PayRanges,
    Premia,
    Premium,
    Range,
    WithholdingTerms,
)
from xl_vsm.parameters.tables.paybill import (
    ApprenticeshipLevy,
    EmployerNationalInsurance,
    EmployerPension,
)
from xl_vsm.parameters.tables.pension import MemberTiers, Tier

__all__ = [
    "KINDS",
    "AfcPoint",
    "AfcScale",
    "AnnualAward",
    "AnnualPayAssessment",
    "ApprenticeshipLevy",
    "Band",
    "CentralApproval",
    "EmployerNationalInsurance",
    "EmployerPension",
    "KindOfPay",
    "Measure",
    "MemberTiers",
    "OrganisationRanges",
    "PayRanges",
    "PaybillEstimate",
    "PensionablePay",
    "Pounds",
    "Premia",
    "Premium",
    "Range",
    "Rate",
    "Table",
    "Tier",
    "WithholdingTerms",
]

KINDS: dict[str, type[Table]] = {
    "afc-pay-points": AfcScale,
    "annual-award": AnnualAward,
    "annual-pay-assessment": AnnualPayAssessment,
    "apprenticeship-levy": ApprenticeshipLevy,
    "central-approval": CentralApproval,
    "employer-national-insurance": EmployerNationalInsurance,
    "employer-pension": EmployerPension,
    "member-contribution-tiers": MemberTiers,
    "pay-ranges": PayRanges,
    "paybill-estimate": PaybillEstimate,
    "pensionable-pay": PensionablePay,
    "premia": Premia,
    "withholding-terms": WithholdingTerms,
}
"""The shape that each parameter's tables take, by the parameter's id (and file name)."""
