"""The files that a server is set up from, and that a licence key alone changes nothing."""

from __future__ import annotations

import configparser
import importlib.util
import logging
import os
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from uuid import UUID

import pytest

from tests.hosts.server import KEY, PROJECT


def loaded(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


INSTALLED = importlib.util.find_spec("xlwings_server") is not None
set_up = loaded(PROJECT / "set_up.py")
discreet_log = loaded(PROJECT / "custom_functions" / "discreet_log.py")


def settings_in(path: Path) -> dict[str, str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))


def told_by(code: str, folder: Path, key: str = "") -> list[str]:
    """Run code elsewhere, with nothing of xlwings' in its environment but a key."""
    environment = {n: v for n, v in os.environ.items() if not n.startswith("XLWINGS_")}
    ran = subprocess.run(
        [sys.executable, "-c", code],
        env={**environment, KEY: key},
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    return ran.stdout.split()


def test_each_set_up_has_its_own_identity(tmp_path: Path) -> None:
    for name in ("one", "other"):
        set_up.write_settings("https://VSM.example.nhs.uk/", tmp_path / name)
    one, other = settings_in(tmp_path / "one"), settings_in(tmp_path / "other")
    assert one["XLWINGS_HOSTNAME"] == other["XLWINGS_HOSTNAME"] == "vsm.example.nhs.uk"
    assert UUID(one["XLWINGS_MANIFEST_ID_PROD"]) != UUID(other["XLWINGS_MANIFEST_ID_PROD"])
    assert one["XLWINGS_FUNCTIONS_NAMESPACE"] == ""
    assert one["XLWINGS_ENVIRONMENT"] == "prod"


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights in another way")
def test_only_the_owner_may_read_the_settings(tmp_path: Path) -> None:
    set_up.write_settings("vsm.example.nhs.uk", tmp_path / "settings")
    assert (tmp_path / "settings").stat().st_mode & 0o777 == 0o600


def test_a_second_set_up_leaves_the_settings_alone(tmp_path: Path) -> None:
    (tmp_path / "settings").write_text("mine", encoding="utf-8")
    with pytest.raises(FileExistsError):
        set_up.write_settings("vsm.example.nhs.uk", tmp_path / "settings")
    assert (tmp_path / "settings").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("host", ["", "vsm example", "vsm/path", "-x", "a\nXLWINGS_X=1"])
def test_what_is_no_host_is_refused(tmp_path: Path, host: str) -> None:
    with pytest.raises(ValueError, match="is not the name of a host"):
        set_up.write_settings(host, tmp_path / "settings")
    assert not (tmp_path / "settings").exists()


def test_no_key_is_shipped() -> None:
    assert settings_in(set_up.EXAMPLE)[KEY] == ""
    for path in PROJECT.rglob("*"):
        if path.is_file() and path.suffix not in (".png", ".pyc") and path.name != ".env":
            text = path.read_text(encoding="utf-8")
            assert not re.search(rf"{KEY}[=:][ \t]*\S", text), path


@pytest.mark.skipif(not INSTALLED, reason="xlwings-server is not installed")
def test_every_setting_is_one_that_the_server_knows(tmp_path: Path) -> None:
    text = set_up.EXAMPLE.read_text(encoding="utf-8")
    ours = set(re.findall(r"^(?:# )?XLWINGS_([A-Z_]+)=", text, re.MULTILINE))
    code = "from xlwings_server.config import Settings; print(*Settings.model_fields)"
    known = {name.upper() for name in told_by(code, tmp_path)}
    assert "LICENSE_KEY" in ours
    assert ours <= known
    # One file for systemd, containers and xlwings Server, which disagree about quotation marks.
    assert not any(value[:1] in ("'", '"') for value in settings_in(set_up.EXAMPLE).values())


def test_the_service_gains_no_rights_and_serves_this_machine_alone() -> None:
    unit = configparser.RawConfigParser(strict=False)
    unit.optionxform = str  # type: ignore[assignment]
    unit.read(PROJECT / "xl-vsm-server.service", encoding="utf-8")
    service = unit["Service"]
    for yes in ("DynamicUser", "NoNewPrivileges", "PrivateTmp", "ProtectHome"):
        assert service[yes] == "yes"
    assert service["ProtectSystem"] == "strict"
    assert service["CapabilityBoundingSet"] == ""
    assert " --host 127.0.0.1 " in service["ExecStart"]
    assert service["WorkingDirectory"].endswith("/install/server")


def test_proxy_service_and_container_speak_of_one_port() -> None:
    files = [PROJECT / name for name in ("xl-vsm-server.service", "nginx.conf", "Containerfile")]
    port = re.compile(r"(?:--port(?: |\", \")|127\.0\.0\.1:|EXPOSE )(\d+)")
    assert [set(port.findall(path.read_text("utf-8"))) for path in files] == [{"8100"}] * 3


def test_the_container_takes_pinned_packages_and_an_ordinary_user() -> None:
    lines = (PROJECT / "Containerfile").read_text(encoding="utf-8").splitlines()
    assert any("--require-hashes --only-binary :all:" in line for line in lines)
    (user,) = [line for line in lines if line.startswith("USER ")]
    assert re.fullmatch(r"USER [1-9]\d*:[1-9]\d*", user)
    copied = [line.split()[1:-1] for line in lines if re.match("COPY (?!--from)", line)]
    sources = [PROJECT.parent.parent / source for line in copied for source in line]
    assert len(sources) > 5
    assert [source for source in sources if not source.exists()] == []
    # Not the whole folder, which holds the settings and the key.
    assert PROJECT not in sources


@pytest.mark.parametrize("first", ["sys", "xlwings"])
def test_a_key_alone_leaves_plain_python_plain(tmp_path: Path, first: str) -> None:
    code = (
        f"import {first}, udfs; from xl_vsm.excel.host import host;"
        "print(host(), udfs.NHS_PENSION_RATE(64000, '2025-06-01'))"
    )
    key = os.environ.get(KEY) or "any"
    assert told_by(code, tmp_path, key) == ["plain", "0.107"]


def test_a_fault_is_logged_without_its_words() -> None:
    def fault() -> logging.LogRecord:
        try:
            try:
                raise ValueError("pay of 123987")
            except ValueError as cause:
                raise RuntimeError("post of Avery Example") from cause
        except RuntimeError as error:
            return logging.LogRecord(
                "x", logging.ERROR, __file__, 1, "in %s: %s", ("here", error), sys.exc_info()
            )

    text = logging.Formatter().format(discreet_log.discreet(fault()))
    assert "in here: RuntimeError" in text
    assert "ValueError" in text
    assert f"{__file__}:" in text
    assert "123987" not in text
    assert "Avery" not in text
