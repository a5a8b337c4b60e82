"""Nothing that stands in a workbook does anything on the page, and the page fetches nothing."""

from __future__ import annotations

import tracemalloc
from base64 import b64encode
from hashlib import sha256

import pytest

from tests.reports.hostile import TEXTS, book, finding, hostile_report, report
from tests.reports.html.reading import Page, example, page
from tests.reports.many import Estate
from xl_vsm.findings import (
    ColumnReport,
    NotChecked,
    PostReport,
    SheetReport,
    SkippedRow,
    SourceReference,
    UnknownColumn,
    UsedPublication,
)
from xl_vsm.reports.estate import estate_of
from xl_vsm.reports.html import safe, write, write_estate
from xl_vsm.reports.json_report import UNSEEN

MARKUP = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "' autofocus onfocus='alert(1)",
    "</style><style>*{display:none}",
    "--><svg/onload=alert(1)>",
    "{{ 7 * 7 }}{% raw %}",
    "&lt;script&gt;",
)


def everywhere(text: str) -> Page:
    """Return a page with a text in every place that a workbook has a say in."""
    found = finding(
        code=text,
        name=text,
        sheet=text,
        cell=text,
        row_key=text,
        post=text,
        stated=text,
        expected=text,
        message=text,
        why=text,
        source=SourceReference(title=text, url=text, locator=text, publisher=text),
    )
    column = ColumnReport(
        heading=text,
        confidence="unsure",
        why=text,
        stated=1,
        blank=1,
        blank_means=text,
        converted=1,
        example=text,
    )
    sheet = SheetReport(
        name=text,
        header_row=4,
        columns={text: text},
        reading={text: column},
        notes=(text,),
        skipped=(SkippedRow(row=1, reason=text),),
        unknown=(UnknownColumn(column=text, header=text),),
    )
    post = PostReport(
        key=text,
        post=text,
        sheet=text,
        cell=text,
        salary=1,
        band=text,
        minimum=1,
        operational_maximum=2,
        illustrative=True,
    )
    workbook = book(
        found,
        path=text,
        sha256=text,
        organisation=text,
        sheets=(sheet, SheetReport(name=text, header_row=None, columns={})),
        posts=(post,),
        not_checked=(NotChecked(code=text, name=text, sheet=text, cell=text, reason=text),),
    )
    made = report(workbook)
    used = UsedPublication(
        name=text, publication=text, title=text, certainty=text, source=found.source
    )
    figures = made.parameters.model_copy(
        update={"used": (used,), "illustrative": (text,), "figures": text, "release": text}
    )
    return page(write, made.model_copy(update={"parameters": figures, "profile": text}))


@pytest.mark.parametrize("text", MARKUP)
def test_markup_is_shown_and_not_obeyed(text: str) -> None:
    plain, nasty = everywhere("p" * len(text)), everywhere(text)
    assert nasty.tags == plain.tags
    assert nasty.inside == plain.inside
    names = [(tag, name) for tag, name, _ in plain.attributes]
    assert [(tag, name) for tag, name, _ in nasty.attributes] == names
    assert nasty.words.count(text) > 40


@pytest.mark.parametrize("text", TEXTS)
def test_what_cannot_be_seen_is_not_on_the_page(text: str) -> None:
    source = everywhere(text).source
    assert not UNSEEN.search(source)
    assert all(sign.isprintable() or sign == "\n" for sign in source)
    source.encode()  # no half of a sign


def test_every_part_of_a_hostile_report_is_written() -> None:
    written = page(write, hostile_report())
    assert written.tags["article"] == 2 * len(TEXTS)
    assert "testcase" not in written.tags
    assert "evil.example" not in " ".join(written.values("href"))
    summary = page(write_estate, estate_of(hostile_report()))
    assert "testcase" not in summary.tags
    assert all(sign.isprintable() or sign == "\n" for sign in summary.source)


def test_a_text_that_nobody_would_read_to_its_end_is_cut() -> None:
    written = made = page(write, report(book(finding(stated="x" * 9_000, row_key="y" * 4_000))))
    assert "x" * 3_999 + "…" in written.words
    assert "x" * 4_000 not in written.words
    assert "y" * 4_000 in made.words


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "file:///etc/passwd",
        "vbscript:x",
        "//evil.example",
        "docs/reference/checks.md",
        "https://",
        "https:///path",
        "http://[",
        'https://a.example/"onclick=',
        "https://a.example/\u202e",
        "",
        None,
    ],
)
def test_only_addresses_of_the_web_are_links(url: str | None) -> None:
    assert safe.link(url) is None
    source = SourceReference(title="A document", url=url)
    written = page(write, report(book(finding(source=source))))
    assert "A document" in written.words
    assert all(href.startswith("#") for href in written.values("href"))


@pytest.mark.parametrize(
    "url", ["https://a.example/b?c=1&d=2#e", "HTTP://a.example", "http://é.example/"]
)
def test_addresses_of_the_web_are_links(url: str) -> None:
    assert safe.link(url) == url


def test_the_page_is_one_file_that_may_fetch_nothing() -> None:
    for written in (page(write, example()), page(write_estate, estate_of(example()))):
        assert written.tags["link"] == written.tags["img"] == written.tags["iframe"] == 0
        assert not written.values("src")
        assert not written.values("style")  # the policy would not let it work
        assert not [name for _, name, _ in written.attributes if name.startswith("on")]
        (look,), (script,) = written.inside["style"], written.inside["script"]
        for text in (look, script):
            assert "http" not in text
            assert "url(" not in text.replace("url(#", "")
            assert "@import" not in text
        (policy,) = (value for value in written.values("content", "meta") if "-src" in value)
        assert policy == (
            "default-src 'none'; base-uri 'none'; form-action 'none'; "
            f"style-src 'sha256-{digest(look)}'; script-src 'sha256-{digest(script)}'"
        )
        assert written.source.index("Content-Security-Policy") < written.source.index("<style>")


def test_the_look_and_the_script_are_the_same_in_every_encoding() -> None:
    # Where stdout has no UTF-8 other signs are written as references, which would be text there.
    written = page(write, example())
    assert "".join(written.inside["style"] + written.inside["script"]).isascii()


def digest(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()


class Counted:
    """Somewhere to write to that keeps nothing."""

    signs = 0

    def write(self, text: str) -> int:
        self.signs += len(text)
        return len(text)


def test_of_each_workbook_only_a_line_is_kept() -> None:
    several = report(book(*[finding(stated="x" * 500) for _ in range(20)]))

    def peak(times: int) -> tuple[int, int]:
        out = Counted()
        tracemalloc.start()
        write(Estate(several, times), out)
        top = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return top, out.signs

    peak(1)  # what is made once and kept, such as the templates
    (few, short), (many, long) = peak(10), peak(60)
    assert long - short > 50 * 20_000
    assert many - few < 50 * 2_000
