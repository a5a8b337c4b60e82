"""The settings shown in the documents are settings."""

from __future__ import annotations

import re
from pathlib import Path

from tests.conftest import ROOT
from tests.policy.test_purpose import CODES
from xl_vsm.policy import Settings
from xl_vsm.sheets import Caps, Limits


def test_the_settings_in_the_how_to_can_be_used(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "how-to" / "check-many-workbooks.md").read_text(encoding="utf-8")
    (toml,) = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    path = tmp_path / "xl-vsm.toml"
    path.write_text(toml, encoding="utf-8")
    settings = Settings.load(path, CODES)
    assert settings.purpose().name == "quarterly"
    said, limits, caps = settings.limits, Limits(), Caps()
    assert (said.file_megabytes, said.unpacked_megabytes, said.memory_megabytes) == (
        limits.file_bytes / 1e6,
        limits.unpacked_bytes / 1e6,
        caps.memory_bytes / 1e6,
    )
    assert (said.ratio, said.parts, said.cells, said.seconds) == (
        limits.ratio,
        limits.parts,
        limits.cells,
        caps.seconds,
    )
