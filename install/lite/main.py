"""NHS very senior manager pay in Excel: the main.py of xlwings Lite.

How it gets into a workbook: docs/how-to/excel-with-xlwings-lite.md. `make_lite.py` fills in the two
empty texts below, where they are wanted.
"""

import base64
import hashlib
import io
import os
import shutil
import sys
import tarfile
from pathlib import Path

import xlwings  # noqa: F401 - before the functions, which then register with it

# The published figures that an organisation has loaded: the files and their text. While there are
# none the pay ranges are made up, and every answer that rests on them says so.
OWN_FIGURES: dict[str, str] = {}

# The package xl_vsm itself, where requirements.txt has no web address of its wheel.
PACKAGE = ""

# A browser has no folders of its own: these last as long as the workbook is open, and the add-in
# runs this more than once meanwhile.
own_folder = Path.home() / "xl-vsm-rates"
shutil.rmtree(own_folder, ignore_errors=True)
os.environ.pop("XL_VSM_RATES", None)
if OWN_FIGURES:
    own_folder.mkdir()
    for name, text in OWN_FIGURES.items():
        (own_folder / name).write_text(text, encoding="utf-8")
    os.environ["XL_VSM_RATES"] = str(own_folder)

if PACKAGE:
    release = hashlib.sha256(PACKAGE.encode()).hexdigest()[:12]
    package_folder = Path.home() / f"xl-vsm-package-{release}"
    if not package_folder.exists():
        # Under another name until it is whole, so that no half of it is ever taken for the package.
        unpacked = package_folder.with_suffix(".new")
        with tarfile.open(fileobj=io.BytesIO(base64.b64decode(PACKAGE))) as packed:
            packed.extraction_filter = getattr(tarfile, "data_filter", None)
            packed.extractall(unpacked)
        unpacked.rename(package_folder)
    if str(package_folder) not in sys.path:
        sys.path.insert(0, str(package_folder))

# What Excel offers: the worksheet functions, and two buttons.
from udfs import *  # noqa: E402, F403 - xlwings Lite offers what it finds in this file
from xl_vsm.open_book.script import check_this_workbook, clear_marks  # noqa: E402, F401
