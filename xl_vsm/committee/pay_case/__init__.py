"""The pay case and justification: one paper for each decision on a post's pay."""

from xl_vsm.committee.pay_case.pay_case import pay_case, pay_cases

__all__ = ["pay_case", "pay_cases"]
