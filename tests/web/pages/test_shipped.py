"""What the pages load: all from here, as it was published, without what may not be used."""

from __future__ import annotations

import hashlib
import json
import re

import pytest

from install.nhsuk import ship
from tests.conftest import ROOT
from tests.web import plainly
from tests.web.running import Running

STATIC = ROOT / "xl_vsm" / "web" / "static"
TEMPLATES = ROOT / "xl_vsm" / "web" / "templates"
OURS = sorted(
    path
    for folder in (STATIC, TEMPLATES)
    for path in folder.rglob("*")
    if path.is_file() and path.suffix in {".css", ".js", ".html", ".svg"}
)
RECORD = json.loads((ship.SHIPPED / ship.RECORD).read_text(encoding="utf-8"))


def test_the_design_system_is_as_the_script_ships_it() -> None:
    assert (RECORD["package"], RECORD["version"]) == ("nhsuk-frontend", ship.VERSION)
    there = {
        path.relative_to(ship.SHIPPED).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in ship.SHIPPED.rglob("*")
        if path.is_file() and path.name not in {ship.RECORD, "LICENCE.txt"}
    }
    assert there == RECORD["sha256"]
    assert "MIT License" in (ship.SHIPPED / "LICENCE.txt").read_text(encoding="utf-8")


def test_the_font_and_the_logo_are_taken_out() -> None:
    published = (
        '@charset "UTF-8";@font-face{font-family:Frutiger W01;src:url(https://assets.nhs.uk/f.woff)}'
        "body{font-family:Frutiger W01,arial,sans-serif;background:url(/assets/images/x.svg)}\n"
        "/*# sourceMappingURL=x.css.map */\n"
    )
    assert ship.without_font(published) == (
        '@charset "UTF-8";body{font-family:arial,sans-serif;background:url(images/x.svg)}\n'
    )
    style = (ship.SHIPPED / "nhsuk-frontend.min.css").read_text(encoding="utf-8")
    assert "frutiger" not in style.lower()
    assert "font-family:arial,sans-serif" in style
    for name in re.findall(r"url\(([^)]*)\)", style):
        assert (ship.SHIPPED / name).is_file()


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_nothing_is_asked_of_a_network(path: object) -> None:
    text = path.read_text(encoding="utf-8")  # type: ignore[attr-defined]
    assert re.findall(r"https?://(?!www\.w3\.org/)[^\s\"')]+", text) == []


@pytest.mark.parametrize("path", [p for p in OURS if p.suffix == ".html"], ids=lambda p: p.name)
def test_no_page_has_a_script_a_style_or_a_handler_of_its_own(path: object) -> None:
    text = path.read_text(encoding="utf-8")  # type: ignore[attr-defined]
    assert "<style" not in text
    assert " style=" not in text
    assert re.findall(r"\son[a-z]+=", text) == []
    assert re.findall(r"<script(?![^>]*\ssrc=)", text) == []
    assert "nhsuk-header__logo" not in text


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("pages.js", "text/javascript"),
        ("pages.css", "text/css"),
        ("icon.svg", "image/svg+xml"),
        ("nhsuk/nhsuk-frontend.min.js", "text/javascript"),
        ("nhsuk/images/nhsuk-icon-cross.svg", "image/svg+xml"),
    ],
)
def test_files_come_with_their_kind_and_may_be_kept(server: Running, path: str, kind: str) -> None:
    answer = plainly.get(f"{server.base}/static/{path}")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(kind)
    assert answer.headers["cache-control"] == "public, max-age=3600"
    assert answer.content == (STATIC / path).read_bytes()


@pytest.mark.parametrize(
    "path", ["", "nhsuk", "../app.py", "%2e%2e/app.py", "..%2f..%2fclock.py", "none.css", "a\\b"]
)
def test_nothing_else_is_given_away(server: Running, path: str) -> None:
    answer = plainly.get(f"{server.base}/static/{path}")
    assert answer.status_code == 404
    assert "There is no such page" in answer.text
