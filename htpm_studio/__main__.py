"""Start HTPM Studio: `python -m htpm_studio export ...`."""

from __future__ import annotations

import sys

from htpm_studio.cli import main as run_command_line


def main() -> int:
    """Run what the user asked for and return the exit status."""
    return run_command_line(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
