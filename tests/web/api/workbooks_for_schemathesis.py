"""What schemathesis is to take for a workbook: any bytes are binary, and few of them are one."""

from __future__ import annotations

import schemathesis
from hypothesis import strategies

from tests.hostile.attacks import book

schemathesis.openapi.format("binary", strategies.just(book()))
