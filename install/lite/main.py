"""NHS very senior manager pay in Excel: the main.py of xlwings Lite.

How it gets into a workbook: docs/how-to/excel-with-xlwings-lite.md. `make_lite.py` fills in the two
empty texts below, where they are wanted.
"""

import base64
import io
import os
import sys
import tarfile
from pathlib import Path

import xlwings  # noqa: F401 - before the functions, which then register with it

# The published figures that an organisation has loaded: the files and their text. While there are
# none the pay ranges are made up, and every answer that rests on them says so.
OWN_FIGURES: dict[str, str] = {}

# The package xl_vsm itself, where requirements.txt has no web address of its wheel.
PACKAGE = ""

# A browser has no folders of its own: these last as long as the workbook is open.
own_folder = Path.home() / "xl-vsm-rates"
if OWN_FIGURES:
    own_folder.mkdir(exist_ok=True)
    for name, text in OWN_FIGURES.items():
        (own_folder / name).write_text(text, encoding="utf-8")
    os.environ["XL_VSM_RATES"] = str(own_folder)

package_folder = Path.home() / "xl-vsm-package"
if PACKAGE and not package_folder.exists():
    with tarfile.open(fileobj=io.BytesIO(base64.b64decode(PACKAGE))) as packed:
        packed.extractall(package_folder, filter="data")
    sys.path.insert(0, str(package_folder))

# What Excel offers: the worksheet functions, and two buttons.
from udfs import *  # noqa: E402, F403 - xlwings Lite offers what it finds in this file
from xl_vsm.open_book.script import check_this_workbook, clear_marks  # noqa: E402, F401
