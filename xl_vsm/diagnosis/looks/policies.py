"""Does a rule of the organisation stop the desktop add-in?"""

from __future__ import annotations

from xl_vsm.diagnosis.look import ONLY_WINDOWS, Seen
from xl_vsm.diagnosis.machine import Machine

TITLE = "Rules that stop the desktop add-in"
CHILD_PROCESSES = "d4f940ab-401b-4efc-aadc-ad5f3c50688a"
WIN32_CALLS = "92e97fa1-2edf-4476-bdd6-9dd0b4dddc7b"

_NAMES = {
    CHILD_PROCESSES: "Block all Office applications from creating child processes",
    WIN32_CALLS: "Block Win32 API calls from Office macros",
}
_BLOCK = "1"
_DEFENDER = r"SOFTWARE\Policies\Microsoft\Windows Defender"
_BY_GROUP_POLICY = _DEFENDER + r"\Windows Defender Exploit Guard\ASR\Rules"
_BY_INTUNE = _DEFENDER + r"\Policy Manager"
_PROMPT = r"SOFTWARE\Policies\Microsoft\Windows\System"
_EXCEL = r"SOFTWARE\Policies\Microsoft\Office\16.0\Excel\Security"
_UNSIGNED_REFUSED = {
    3: "Excel runs signed macros only, and the add-in is not signed",
    4: "Excel runs no macros at all",
}
_INSTEAD = (
    "Show IT the page install/IT.md of xl_vsm.",
    "Where the rule stays, use xlwings Server or xlwings Lite: neither starts a program.",
)


def look(machine: Machine) -> Seen:
    """Look for the rules that are known to stop it, as far as this person may read them."""
    if not machine.windows:
        return ONLY_WINDOWS
    stopping = [f'Defender\'s rule "{_NAMES[rule]}"' for rule in _NAMES if _blocks(machine, rule)]
    if machine.registry("HKCU", _PROMPT, "DisableCMD") in (1, 2):
        stopping.append("the command prompt, by which the add-in starts Python, is switched off")
    macros = machine.registry("HKCU", _EXCEL, "VBAWarnings")
    if isinstance(macros, int) and macros in _UNSIGNED_REFUSED:
        stopping.append(_UNSIGNED_REFUSED[macros])
    if stopping:
        return Seen("wrong", f"In force here: {'; '.join(stopping)}.", _INSTEAD)
    return Seen(
        "ok",
        "None of the rules known to stop it was found in this PC's registry. Others cannot be seen"
        " from here: Windows Security shows a notice when one strikes.",
    )


def _blocks(machine: Machine, rule: str) -> bool:
    """Say whether a rule of Defender is set to block, by group policy or by Intune."""
    by_group = machine.registry("HKLM", _BY_GROUP_POLICY, rule)
    if by_group is not None:
        return str(by_group) == _BLOCK
    by_intune = str(machine.registry("HKLM", _BY_INTUNE, "ASRRules") or "").casefold()
    return f"{rule}={_BLOCK}" in by_intune.split("|")
