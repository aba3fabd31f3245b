"""Runs before the packaged program: programs that it opens (a browser, a file window) get their own libraries again.

PyInstaller puts the folder of the program first on the search path for libraries and keeps what was there before.
"""

from __future__ import annotations

import os

for _name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"):
    _before = os.environ.pop(f"{_name}_ORIG", None)
    if _before:
        os.environ[_name] = _before
    else:
        os.environ.pop(_name, None)
