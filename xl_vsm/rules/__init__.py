"""The rules: pure functions, one idea a file. No files, no numbers of their own, no clock."""

from xl_vsm.rules.approvals.approver import above_central_limit, approver
from xl_vsm.rules.awards.award import award
from xl_vsm.rules.awards.withhold import Appointed, withhold
from xl_vsm.rules.banding.band import band
from xl_vsm.rules.overlap.afc_overlap import afc_overlap
from xl_vsm.rules.pay.pay_range import pay_range
from xl_vsm.rules.pay.position import position
from xl_vsm.rules.pay.premium import OverLimit, premium
from xl_vsm.rules.pay.vsm_terms import must_be_on_vsm_terms
from xl_vsm.rules.paybill.apprenticeship_levy import apprenticeship_levy
from xl_vsm.rules.paybill.employer_national_insurance import employer_national_insurance
from xl_vsm.rules.paybill.employer_pension import employer_pension, employer_pension_parts
from xl_vsm.rules.paybill.estimated_paybill import (
    estimated_paybill,
    is_discrepant,
    rounded_estimate,
    shown_fte,
)
from xl_vsm.rules.paybill.paybill import paybill
from xl_vsm.rules.pension.annual_pay import (
    annual_pay,
    pay_to_assess,
    rate_without_estimate,
)
from xl_vsm.rules.pension.arrears import BackdatedMonth, MonthArrears, arrears
from xl_vsm.rules.pension.contribution import contribution
from xl_vsm.rules.pension.contribution_rate import contribution_rate
from xl_vsm.rules.pension.contribution_tier import contribution_tier
from xl_vsm.rules.pension.pensionable import pensionable, pensionable_hours
from xl_vsm.rules.rule import (
    REGISTRY,
    Citation,
    Decision,
    Explanation,
    Rule,
    Unanswerable,
)
from xl_vsm.rules.words import Approver, Ground, OrganisationType, Outcome, Position, Role

__all__ = [
    "REGISTRY",
    "Appointed",
    "Approver",
    "BackdatedMonth",
    "Citation",
    "Decision",
    "Explanation",
    "Ground",
    "MonthArrears",
    "OrganisationType",
    "Outcome",
    "OverLimit",
    "Position",
    "Role",
    "Rule",
    "Unanswerable",
    "above_central_limit",
    "afc_overlap",
    "annual_pay",
    "apprenticeship_levy",
    "approver",
    "arrears",
    "award",
    "band",
    "contribution",
    "contribution_rate",
    "contribution_tier",
    "employer_national_insurance",
    "employer_pension",
    "employer_pension_parts",
    "estimated_paybill",
    "is_discrepant",
    "must_be_on_vsm_terms",
    "pay_range",
    "pay_to_assess",
    "paybill",
    "pensionable",
    "pensionable_hours",
    "position",
    "premium",
    "rate_without_estimate",
    "rounded_estimate",
    "shown_fte",
    "withhold",
]
