"""Text that came from a workbook, as a message that readers of SARIF show."""

from __future__ import annotations

from xl_vsm.reports.plain import inert


def message(text: str) -> dict[str, str]:
    """Return a message that says a text as it stands.

    In SARIF a number in braces stands for an argument and a pair of brackets may be a link. A cell
    can hold both, and neither may come alive: braces are doubled, as SARIF has it, and a space
    keeps the two parts of a link apart.
    """
    plain = inert(text).replace("{", "{{").replace("}", "}}").replace("](", "] (")
    return {"text": plain or "-"}
