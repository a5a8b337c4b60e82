"""`python -m xl_vsm` is the command line."""

import sys

from xl_vsm.cli import main

sys.exit(main())
