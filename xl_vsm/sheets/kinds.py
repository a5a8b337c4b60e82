"""What a file that is not an .xlsx or .xlsm workbook is, told from its own bytes."""

from __future__ import annotations

from typing import Final, NoReturn

from xl_vsm.sheets.refused import OtherKind, RefusedFile

OLE: Final = b"\xd0\xcf\x11\xe0"
SAVE_AS: Final = "open it in Excel and save it as an Excel Workbook (.xlsx)"

SIGNATURES: Final = (
    (b"%PDF", "a PDF document"),
    (b"{\\rtf", "a rich text document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x1f\x8b", "a gzip archive"),
)

CONTENT_KINDS: Final = (
    (b"wordprocessingml", "a Word document"),
    (b"presentationml", "a PowerPoint presentation"),
    (b"visio", "a Visio drawing"),
)


def refuse_other_kinds(data: bytes, name: str) -> None:
    """Refuse whatever does not begin as a zip package does, and say what it looks like.

    Raises:
        RefusedFile: WBK002, WBK003, WBK004 or WBK005.
    """
    if not data:
        raise RefusedFile("WBK002", f"{name} is empty (0 bytes): copy or download it again")
    if data.startswith(OLE):
        _refuse_ole(data, name)
    if not data.startswith(b"PK"):
        _refuse_text(data, name)


def refuse_package(content_types: bytes, names: frozenset[str], mimetype: bytes, name: str) -> None:
    """Refuse a zip package that is something else than an Excel workbook.

    Args:
        content_types: the package's [Content_Types].xml; empty when it has none.
        names: the parts, in lower case.
        mimetype: what an OpenDocument package says of itself; empty when it says nothing.
        name: the file, for the message.
    """
    if b"opendocument.spreadsheet" in mimetype:
        raise OtherKind("WBK005", f"{name} is an OpenDocument spreadsheet (.ods): {SAVE_AS}")
    if not content_types:
        what = "an OpenDocument file" if mimetype else "a zip archive with no workbook in it"
        hint = ": unpack it and check the workbook inside" if any(map(_is_book, names)) else ""
        raise RefusedFile("WBK003", f"{name} is {what}, not an Excel workbook{hint}")
    lower = content_types.lower()
    if b"sheet.binary" in lower:
        raise OtherKind("WBK005", f"{name} is an Excel binary workbook (.xlsb): {SAVE_AS}")
    if b"excel.addin" in lower:
        raise RefusedFile("WBK003", f"{name} is an Excel add-in, not a workbook")
    if b"spreadsheetml" not in lower and b"ms-excel" not in lower:
        what = next((kind for word, kind in CONTENT_KINDS if word in lower), "an Office document")
        raise RefusedFile("WBK003", f"{name} is {what}, not an Excel workbook")


def _refuse_ole(data: bytes, name: str) -> NoReturn:
    # A password puts the whole package inside an OLE file, under this stream name.
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise RefusedFile(
            "WBK004",
            f"{name} is protected by a password: save a copy without it "
            "(File, Info, Protect Workbook, Encrypt with Password, clear the box)",
        )
    if "WordDocument".encode("utf-16-le") in data:
        raise RefusedFile("WBK003", f"{name} is a Word document (.doc), not an Excel workbook")
    raise OtherKind("WBK005", f"{name} is in the old Excel 97-2003 format (.xls): {SAVE_AS}")


def _refuse_text(data: bytes, name: str) -> NoReturn:
    if name.startswith("~$"):
        raise RefusedFile(
            "WBK003",
            f"{name} is the lock file that Excel keeps while a workbook is open, not the workbook",
        )
    start = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    lower = start.lower()
    if b"urn:schemas-microsoft-com:office:spreadsheet" in lower:
        raise RefusedFile("WBK005", f"{name} is an XML Spreadsheet 2003 file: {SAVE_AS}")
    what = next((kind for mark, kind in SIGNATURES if start.startswith(mark)), "")
    what = what or _kind_of_text(lower)
    raise RefusedFile(
        "WBK003", f"{name} looks like {what}, not an Excel workbook: save it as .xlsx"
    )


def _kind_of_text(lower: bytes) -> str:
    if lower.startswith(b"<") and (b"<html" in lower or b"<table" in lower):
        return "a web page (HTML)"
    if lower.startswith(b"<"):
        return "an XML file"
    if lower.startswith((b"{", b"[")):
        return "a JSON file"
    if b"\x00" in lower:
        return "a binary file of another kind"
    first = lower.split(b"\n", 1)[0]
    if any(mark in first for mark in (b",", b"\t", b";")):
        return "a text file of separated values (CSV)"
    return "a text file"


def _is_book(part: str) -> bool:
    return part.endswith((".xlsx", ".xlsm"))
