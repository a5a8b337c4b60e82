from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.web.hostile.wire import HEAD, LIMIT, UPLOAD
from tests.web.running import Running, running


@pytest.fixture(scope="package")
def impatient(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Give a server that takes small workbooks alone, and waits for nobody long."""
    settings = {"file_bytes": LIMIT, "upload_seconds": UPLOAD, "head_seconds": HEAD, "workers": 1}
    with running(tmp_path_factory.mktemp("impatient"), **settings) as it:
        yield it
