from __future__ import annotations

import re
from dataclasses import fields
from importlib.resources import files

import pytest

from udfs import NHS_PENSION_TIER, VSM_BAND, VSM_PREMIUM
from xl_vsm.diagnosis.trouble import Trouble, trouble_of
from xl_vsm.diagnosis.troubles import FAMILIES, all_troubles, troubles_shown_by
from xl_vsm.excel.errors import COM_ERRORS

SHOWN = {
    "#NAME?": "#NAME?",
    "#Name ?": "#NAME?",
    "=_xldudf_VSM_BAND(A1,A2)": "_xldudf_VSM_BAND",
    "=_xll.VSM_BAND(A1)": "_xldudf_VSM_BAND",
    "=[1]!VSM_BAND(A1,A2)": "_xldudf_VSM_BAND",
    r"='C:\Users\a\XLSTART\xl_vsm.xlam'!VSM_BAND(A1)": "_xldudf_VSM_BAND",
    "#VSM! size must be more than 0": "#VSM! and words",
    "#VALUE! (size must be more than 0)": "#VALUE!",
    "#BUSY!": "#BUSY!",
    "#SPILL!": "#SPILL!",
    "#CALC!": "#CALC!",
    "=@VSM_BAND(A1:A9, B1)": "@ before",
    "@": "@ before",
    "implicit intersection": "@ before",
    "=VSM_BAND(A1, B1)": "The formula itself",
    "########": "########",
    "C (illustrative)": "(illustrative) or pending",
    "pending": "(illustrative) or pending",
    "Could not activate Python COM server, hr = -2147221164 1000": "Could not activate",
    "Could not create Python process. Error message: Access is denied.": "Could not activate",
    "Could not load xlwings64-0.37.8.dll from either of the following folders:": "Could not load",
    "File not found: xlwings32-0.37.8.dll": "Could not load",
    "ModuleNotFoundError: No module named 'udfs'": "No module named",
    "[Errno 13] Permission denied: 'pay.xlsx'": "Permission denied",
    "(-2146777998, 'OLE error 0x800ac472', None, None)": "0x800ac472",
    "Call was rejected by callee.": "0x800ac472",
    "SECURITY RISK Microsoft has blocked macros from running": "SECURITY RISK",
    "#CONNECT!": "#CONNECT!",
    "LicenseError: Couldn't find an xlwings license key.": "LicenseError",
    "Traceback (most recent call last):": "Traceback",
    "An error occurred.": "Traceback",
}


@pytest.mark.parametrize("shown", SHOWN)
def test_what_is_shown_is_known(shown: str) -> None:
    found = troubles_shown_by(shown)
    assert found
    assert any(trouble.title.startswith(SHOWN[shown]) for trouble in found)


@pytest.mark.parametrize("code", sorted(set(COM_ERRORS.values()) - {"#UNKNOWN!", "#FIELD!"}))
def test_every_error_a_cell_can_pass_on_is_explained(code: str) -> None:
    assert len(troubles_shown_by(code)) == 1


@pytest.mark.parametrize(
    "harmless", ["", "12.5%", "B", "remuneration committee", "award", "=A1+B1"]
)
def test_an_answer_is_no_trouble(harmless: str) -> None:
    assert troubles_shown_by(harmless) == ()


def test_the_words_that_the_page_quotes_are_those_of_the_functions() -> None:
    ours = next(each for each in all_troubles() if each.title.startswith("#VSM!"))
    quoted = [cause.why.partition(":")[0] for cause in ours.causes]
    calls = [
        lambda: NHS_PENSION_TIER("abc"),
        lambda: NHS_PENSION_TIER(50000, "never"),
        lambda: VSM_BAND("council", 5),
        lambda: NHS_PENSION_TIER(None),
        lambda: VSM_PREMIUM(150000, "exceptional performance", 0.12),
        lambda: NHS_PENSION_TIER(50000, "1990-01-01"),
        lambda: VSM_PREMIUM([[1, 2]], [["a"], ["b"], ["c"]]),
    ]
    said = [refusal(call) for call in calls]
    pattern = r'"(?:\.\.\. )?(.+?)(?: \.\.\.)?"(?: or| and the like|$)'
    quotations = re.findall(pattern, "\n".join(quoted), re.MULTILINE)
    assert len(quotations) == 8
    for quotation in quotations:
        pieces = quotation.strip('"').split(" ... ")
        assert any(all(piece in words for piece in pieces) for words in said), quotation


def forms_of(quantity: str) -> tuple[list[str], list[str]]:
    """Return the forms that the page says are read as a number or date, and those that are not."""
    ours = next(each for each in all_troubles() if each.title.startswith("#VSM!"))
    first = ours.causes[0]
    if quantity == "number":
        read = first.why.partition("Text such as ")[2].partition(" is read")[0]
        refused = first.do[0].partition(": not ")[2]
    else:
        read, _, refused = first.do[1].partition(": ")[2].partition(", not ")
    return tuple(re.split(r", (?!0)| or ", words.strip(" .")) for words in (read, refused))


def test_the_numbers_that_the_page_names_are_read_or_refused_as_it_says() -> None:
    read, refused = forms_of("number")
    assert read == ["50000", "£50,000", "50 000"]
    assert len(refused) == 5
    assert {NHS_PENSION_TIER(text, "2025-06-01") for text in read} == {4}
    for text in refused:
        assert "must be a number" in refusal(lambda text=text: NHS_PENSION_TIER(text, "2025-06-01"))


def test_the_dates_that_the_page_names_are_read_or_refused_as_it_says() -> None:
    read, refused = forms_of("date")
    assert (len(read), len(refused)) == (2, 2)
    assert {NHS_PENSION_TIER(50000, text) for text in read} == {4}
    for text in refused:
        assert "must be a date" in refusal(lambda text=text: NHS_PENSION_TIER(50000, text))


def refusal(call) -> str:
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - the words are what is looked at
        call()
    return str(caught.value)


@pytest.mark.parametrize("trouble", all_troubles(), ids=lambda each: each.title)
def test_a_trouble_says_what_to_do_in_whole_sentences(trouble: Trouble) -> None:
    assert trouble.shows or trouble.patterns
    assert trouble.means.endswith(".")
    assert trouble.causes
    for cause in trouble.causes:
        assert cause.why.endswith(".")
        assert cause.do
        for step in cause.do:
            assert step.endswith((".", "?"))
            assert step[0].isupper()


def test_every_file_is_told_and_none_twice() -> None:
    kept = [path.name for path in files("xl_vsm.diagnosis.troubles").iterdir()]
    assert sorted(name.removesuffix(".toml") for name in kept if name.endswith(".toml")) == sorted(
        FAMILIES
    )
    titles = [trouble.title for trouble in all_troubles()]
    assert len(set(titles)) == len(titles)


def test_a_file_with_an_unknown_key_is_refused() -> None:
    whole = {"title": "t", "means": "m.", "shows": ["x"], "causes": [{"why": "w.", "do": ["d."]}]}
    assert {field.name for field in fields(trouble_of(whole))} == {*whole, "patterns"}
    with pytest.raises(TypeError, match="meaning"):
        trouble_of(whole | {"meaning": "m."})
    with pytest.raises(TypeError, match="because"):
        trouble_of(whole | {"causes": [{"because": "w.", "do": []}]})
