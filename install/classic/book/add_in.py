"""What makes an add-in of a workbook: its kind in the package, and a tab on the ribbon."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

RIBBON = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<customUI xmlns="http://schemas.microsoft.com/office/2006/01/customui">
  <ribbon>
    <tabs>
      <tab id="xlVsmTab" label="NHS VSM">
        <group id="xlVsmGroup" label="xl_vsm">
          <button id="xlVsmCheck" label="Check this workbook" size="large"
            onAction="xl_vsm_macros.RibbonCheck" imageMso="ReviewAcceptChange"
            supertip="Checks the pay in the open workbook; what is found goes on a sheet."/>
          <button id="xlVsmClear" label="Clear the marks"
            onAction="xl_vsm_macros.RibbonClear" imageMso="ReviewRejectChange"
            supertip="Takes the colours of the last check away again."/>
          <button id="xlVsmDescribe" label="Describe the functions"
            onAction="xl_vsm_macros.RibbonDescribe" imageMso="FunctionWizard"
            supertip="Gives the Insert Function window the words for each function."/>
        </group>
      </tab>
    </tabs>
  </ribbon>
</customUI>
"""
PART = "customUI/customUI.xml"

_RELATION = (
    '<Relationship Id="rIdRibbon" '
    'Type="http://schemas.microsoft.com/office/2007/relationships/ui/extensibility" '
    f'Target="{PART}"/></Relationships>'
)
_EDITS = {
    "[Content_Types].xml": (
        "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
        "application/vnd.ms-excel.addin.macroEnabled.main+xml",
    ),
    "_rels/.rels": ("</Relationships>", _RELATION),
    "xl/workbook.xml": ("<workbookView ", '<workbookView visibility="hidden" '),
}


def as_add_in(workbook: bytes) -> bytes:
    """Return a macro workbook as an add-in with a ribbon tab.

    Raises:
        ValueError: the workbook is not written as was expected, so what to change is not found.
    """
    out = BytesIO()
    with ZipFile(BytesIO(workbook)) as given, ZipFile(out, "w", ZIP_DEFLATED) as made:
        for info in given.infolist():
            content = given.read(info)
            if info.filename in _EDITS:
                content = _edited(content, *_EDITS[info.filename])
            _write(made, info.filename, content)
        _write(made, PART, RIBBON.encode())
    return out.getvalue()


def _edited(content: bytes, old: str, new: str) -> bytes:
    text = content.decode()
    if text.count(old) != 1:
        raise ValueError(f"{old!r} is there {text.count(old)} times, not once")
    return text.replace(old, new).encode()


def _write(package: ZipFile, name: str, content: bytes) -> None:
    """Add a part as of a day that is always the same, so that the package is too."""
    info = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    info.compress_type = ZIP_DEFLATED
    info.external_attr = 0o600 << 16
    package.writestr(info, content)
