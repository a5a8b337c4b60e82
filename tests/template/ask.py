"""Say that a call is written down, and end once it is answered: what LibreOffice waits for.

python ask.py PORT
"""

from __future__ import annotations

import sys

# The module for everybody brings others along, which takes longer than all of this.
from _socket import AF_INET, SOCK_STREAM, socket

asking = socket(AF_INET, SOCK_STREAM)
asking.connect(("127.0.0.1", int(sys.argv[1])))
asking.send(b"?")
asking.recv(1)  # nothing comes: the other side closes once the answer is written
