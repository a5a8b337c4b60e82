"""What xlwings Server tells Excel: the add-in, its functions, its files, and who may ask."""

from __future__ import annotations

import json
import re
import urllib.error
import urllib.request
import xml.etree.ElementTree as ET
from email.message import Message
from uuid import UUID

import pytest

import udfs
from tests.hosts.server import KEY, PROJECT, Served, missing, serving
from xl_vsm.excel import REGISTRY

pytestmark = pytest.mark.skipif(missing() is not None, reason=str(missing()))

HOST = "https://vsm.example.nhs.uk"


@pytest.fixture(scope="module")
def manifest(served: Served) -> ET.Element:
    return ET.fromstring(served.get("/manifest.xml"))


def named(manifest: ET.Element, name: str) -> list[ET.Element]:
    return [element for element in manifest.iter() if element.tag.rpartition("}")[2] == name]


def test_names_have_no_prefix(manifest: ET.Element) -> None:
    assert named(manifest, "Namespace") == []
    assert named(manifest, "ExtensionPoint")[0].attrib.popitem()[1] == "CustomFunctions"


def test_the_manifest_is_the_organisations_own(manifest: ET.Element) -> None:
    (identity,) = {element.text for element in named(manifest, "Id")}
    assert UUID(identity).version == 4
    assert [element.text for element in named(manifest, "AppDomain")] == [HOST]


def test_all_that_the_manifest_names_is_there(served: Served, manifest: ET.Element) -> None:
    resources = {element.get("id") for element in manifest.iter() if element.get("id")}
    asked_for = {element.get("resid") for element in manifest.iter() if element.get("resid")}
    assert asked_for <= resources
    text = served.get("/manifest.xml")
    paths = set(re.findall(rf'"{HOST}(/[^"]+)"', text))
    assert len(paths) >= 7
    for path in paths:
        with urllib.request.urlopen(served.base + path) as answer:
            assert answer.status == 200
    # Nothing that Excel loads comes from anywhere else.
    assert set(re.findall(r'(?:DefaultValue|resid)="(https?://[^/"]+)', text)) == {HOST}


def test_excel_is_told_of_every_function(served: Served) -> None:
    functions = served.functions()
    assert set(functions) == set(udfs.__all__)
    for name, told in functions.items():
        ours = REGISTRY[name]
        assert told["description"] == ours.summary
        assert told.get("helpUrl") == ours.help_url
        words = {given["name"]: given["description"] for given in told["parameters"]}
        assert words == ours.arguments
        optional = {given["name"] for given in told["parameters"] if given.get("optional")}
        assert optional == {
            parameter.name
            for parameter in ours.signature.parameters.values()
            if parameter.default is not parameter.empty
        }


def test_the_ribbons_button_is_one_that_the_script_answers(
    served: Served, manifest: ET.Element
) -> None:
    (button,) = {element.text for element in named(manifest, "FunctionName")}
    assert f'Office.actions.associate("{button}"' in served.get("/static/js/ribbon.js")


def test_each_button_of_the_pane_is_a_script_that_there_is(served: Served) -> None:
    scripts = json.loads(served.get("/xlwings/custom-scripts-meta.json"))
    buttons = re.findall(r'xw-click="(\w+)"', served.get("/taskpane.html"))
    assert "check_this_workbook" in buttons
    assert {script["function_name"] for script in scripts} == set(buttons)


def call(served: Served, method: str = "POST", **headers: str) -> tuple[int, Message]:
    """Ask for the status as another program does; return how it is answered."""
    asked = {"func_name": "VSM_STATUS", "args": [], "client": "Office.js", "version": "1"}
    asked |= {"content_language": "en-GB", "date_format": "d/m/yyyy", "runtime": "1.4"}
    asked |= {"caller_address": "[Pay.xlsx]Sheet1!A1"}
    request = urllib.request.Request(
        served.base + "/xlwings/custom-functions-call",
        data=json.dumps(asked).encode() if method == "POST" else None,
        headers={name.replace("_", "-"): value for name, value in headers.items()},
        method=method,
    )
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, answer.headers
    except urllib.error.HTTPError as refused:
        refused.close()
        return refused.code, refused.headers


def test_no_page_of_another_site_is_answered(served: Served) -> None:
    for origin in ("https://elsewhere.example", "null", HOST):
        # Of what a page may send unasked nothing is read, and what would be read it may not send.
        unasked, told = call(served, Origin=origin, Content_Type="text/plain")
        assert (unasked, told["Access-Control-Allow-Origin"]) == (422, None)
        may_it = {"Access_Control_Request_Method": "POST"}
        asked_first, told = call(served, "OPTIONS", Origin=origin, **may_it)
        assert (asked_first, told["Access-Control-Allow-Origin"]) == (400, None)
        answered, told = call(served, Origin=origin, Content_Type="application/json")
        assert (answered, told["Access-Control-Allow-Origin"]) == (200, None)


def test_the_list_that_the_proxy_opens_to_all_is_the_manifests(manifest: ET.Element) -> None:
    proxy = (PROJECT / "nginx.conf").read_text(encoding="utf-8")
    opened = re.findall(r"location = (\S+) \{[^}]*Access-Control-Allow-Origin", proxy)
    (named_by,) = [each.get("DefaultValue") for each in manifest.iter() if each.get("id") == "List"]
    assert [HOST + path for path in opened] == [named_by]
    assert proxy.count("Access-Control") == 1


def test_without_a_key_the_server_says_so_and_stops() -> None:
    with pytest.raises(RuntimeError, match="license key"), serving(settings={KEY: ""}):
        pass


def test_with_sign_in_nobody_else_is_answered() -> None:
    sign_in = {
        "XLWINGS_AUTH_PROVIDERS": '["entraid"]',
        "XLWINGS_AUTH_ENTRAID_CLIENT_ID": "11111111-1111-4111-8111-111111111111",
        "XLWINGS_AUTH_ENTRAID_TENANT_ID": "22222222-2222-4222-8222-222222222222",
    }
    with serving(settings=sign_in) as server:
        assert "<WebApplicationInfo>" in server.get("/manifest.xml")
        refused, _ = call(server, Content_Type="application/json")
        assert refused == 401
