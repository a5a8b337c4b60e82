"""The floor: functions that give back what they are given, written as anybody writes one."""

from xlwings import arg, func


@func
def IDENTITY(cell):
    """What it is given, by xlwings' ordinary conversion."""
    return cell


@func
@arg("cell", "raw")
def IDENTITY_RAW(cell):
    """What it is given, with all conversion left out: the least that xlwings can do."""
    return cell
