"""NHS very senior manager pay rules, and the pension and paybill rules that go with them.

    import xl_vsm
    report = xl_vsm.check("pay.xlsx")
    p = xl_vsm.Parameters(effective=date(2025, 4, 1))
    xl_vsm.rules.contribution_rate(Decimal(66000), p)

Names are brought in when they are first used, so that a worksheet function starts at once.
"""

from __future__ import annotations

TYPE_CHECKING = False
"""As `typing` has it, which takes longer to bring in than all else that `--version` needs."""

if TYPE_CHECKING:
    from xl_vsm import rules
    from xl_vsm.checks.session import check
    from xl_vsm.columns import column
    from xl_vsm.parameters import Parameters

__all__ = ["Parameters", "check", "column", "rules"]

_HOME = {
    "Parameters": "xl_vsm.parameters",
    "check": "xl_vsm.checks.session",
    "column": "xl_vsm.columns",
}


def __getattr__(name: str) -> object:
    """Bring in a public name when it is first asked for."""
    from importlib import import_module  # noqa: PLC0415 - as `typing`, which it brings in

    if name == "rules":
        return import_module("xl_vsm.rules")
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module 'xl_vsm' has no attribute {name!r}")
