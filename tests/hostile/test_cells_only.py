"""The reference reader: what is drawn over the cells neither slows it nor stands in its way."""

import pytest

from tests.fuzz.seeds import BOOK, HEAD, LINKS, PACKAGE, REL, STYLES
from tests.hostile.attacks import SHEET_RELS, book
from tests.sheets.books import with_part
from xl_vsm.sheets import RefusedFile
from xl_vsm.sheets.cells import CellValue
from xl_vsm.sheets.openpyxl_reader import read_cells


def salary(data: bytes) -> CellValue:
    return read_cells(data, "pay.xlsx").sheets[0].at(2, 2).value


CACHE = "xl/pivotCache/pivotCacheDefinition1.xml"


def related(kind: str, target: str) -> bytes:
    return (
        HEAD
        + (
            f'<Relationships xmlns="{PACKAGE.decode()}/relationships"><Relationship Id="rId1"'
            f' Type="{REL.decode()}/{kind}" Target="/{target}"/></Relationships>'
        ).encode()
    )


@pytest.mark.parametrize("kind", ["drawing", "comments", "vmlDrawing", "pivotTable"])
def test_a_part_that_cannot_be_read_and_holds_no_cells(kind):
    data = book(more=((SHEET_RELS, related(kind, "xl/odd.xml")), ("xl/odd.xml", b"<odd/>")))
    assert salary(data) == 171250


def test_a_pivot_cache_is_not_read():
    """openpyxl reads every cache for every sheet: minutes, where a trust keeps its pivots."""
    data = book(more=((CACHE, b"<not><a/>"),))
    link = b'<Relationship Id="rId9" Type="%b/pivotCacheDefinition" Target="/%b"/>'
    data = with_part(
        data,
        "xl/_rels/workbook.xml.rels",
        lambda _: LINKS.replace(b"</Rel", link % (REL, CACHE.encode()) + b"</Rel"),
    )
    caches = b'<pivotCaches><pivotCache cacheId="1" r:id="rId9"/></pivotCaches></workbook>'
    data = with_part(data, "xl/workbook.xml", lambda _: BOOK.replace(b"</workbook>", caches))
    assert salary(data) == 171250


def test_nothing_is_printed_of_a_style_that_is_not_there(capsys):
    """openpyxl prints it, which would end up in a report of JSON."""
    named = b'<cellStyle name="Odd" xfId="9"/></cellStyles>'
    data = with_part(book(), "xl/styles.xml", lambda _: STYLES.replace(b"</cellStyles>", named))
    with pytest.raises(RefusedFile, match="IndexError"):
        read_cells(data, "pay.xlsx")
    assert capsys.readouterr() == ("", "")


def test_links_of_cells_stay(tmp_path):
    link = b'<hyperlinks><hyperlink ref="A2" r:id="rId1"/></hyperlinks>'
    data = book(after=link, more=((SHEET_RELS, related("hyperlink", "xl/x")),))
    assert salary(data) == 171250
