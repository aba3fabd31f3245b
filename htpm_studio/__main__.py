"""Start HTPM Studio: the window without arguments or with a kit or brand file, otherwise the command line."""

from __future__ import annotations

import os
import sys

from htpm_studio import __version__
from htpm_studio.processes import startup

TYPE_CHECKING = False
if TYPE_CHECKING:  # Nothing heavy is imported before `startup.begin`.
    from collections.abc import Mapping, Sequence

NO_WINDOW = 2
FILES = (".htpm", ".htpmbrand")
HINT = 'Use the command line instead: "htpm-studio export --help".'


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what the user asked for and return the exit status; without arguments it is the program that was started."""
    if arguments is None:
        startup.begin()
    import multiprocessing  # noqa: PLC0415 - takes its time

    multiprocessing.freeze_support()  # a frozen program is its own worker process (worker_process.py)
    asked = list(sys.argv[1:] if arguments is None else arguments)
    if asked == ["--version"]:
        sys.stdout.write(f"HTPM Studio {__version__}\n")
        return 0
    if opens_window(asked):
        return open_window(asked)
    from htpm_studio.cli.commands import main as run_command_line  # noqa: PLC0415 - the window starts faster without

    return run_command_line(asked)


def opens_window(arguments: Sequence[str]) -> bool:
    """Whether the arguments ask for the window: none at all, or one kit or brand file."""
    return not arguments or (len(arguments) == 1 and arguments[0].lower().endswith(FILES))


def has_display(platform: str, environment: Mapping[str, str]) -> bool:
    """Whether windows can be shown; Windows and macOS always have a place for them."""
    if not platform.startswith("linux"):
        return True
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def open_window(arguments: Sequence[str]) -> int:
    """Open the window; says in one sentence when there is no place for one."""
    if not has_display(sys.platform, os.environ):
        sys.stderr.write(f"HTPM Studio's window needs a screen, and there is none here. {HINT}\n")
        return NO_WINDOW
    import gc  # noqa: PLC0415

    gc.disable()  # The window tidies up itself, on its own thread (`gui.core.responsiveness`).
    try:
        return _open(arguments)
    finally:
        gc.enable()


def _open(arguments: Sequence[str]) -> int:
    try:
        from htpm_studio.gui.app import run  # noqa: PLC0415 - the command line works without Qt
    except ImportError as error:
        sys.stderr.write(f"The window of HTPM Studio cannot start: {error}. {HINT}\n")
        return NO_WINDOW
    startup.leave_stops()
    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
