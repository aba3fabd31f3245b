"""Where things are: the files that come with the program, and the user's own folders."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_config_path, user_data_path

from htpm_studio.errors import StudioError

HOME_VARIABLE = "HTPM_STUDIO_HOME"
APP_NAME = "HTPM Studio"


def assets() -> Path:
    """The bundled fonts, icons, illustrations and campaigns; raises StudioError when they are missing."""
    return bundled("assets")


def templates() -> Path:
    """The bundled templates; raises StudioError when they are missing."""
    return bundled("templates")


def bundled(name: str, package: Path = Path(__file__).resolve().parent) -> Path:
    """A folder that comes with the program.

    Installed and frozen programs have it inside the package, a checkout beside it.
    """
    for folder in (package / name, package.parent / name):
        if folder.is_dir():
            return folder
    raise StudioError(f'The program\'s own folder "{name}" is missing.', "Install HTPM Studio again.")


def user_data() -> Path:
    """The user's own templates, campaign packs and recovered kits; whoever writes there makes the folder."""
    override = os.environ.get(HOME_VARIABLE)
    return Path(override) if override else user_data_path(APP_NAME, appauthor=False)


def settings_file() -> Path:
    """The file that holds the user's settings."""
    override = os.environ.get(HOME_VARIABLE)
    folder = Path(override) if override else user_config_path(APP_NAME, appauthor=False)
    return folder / "settings.json"
