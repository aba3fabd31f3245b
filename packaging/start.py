"""What the packaged program runs."""

from __future__ import annotations

import sys

from htpm_studio.__main__ import main

sys.exit(main())
