"""Where things are: the program's own files in a checkout, a wheel or a frozen program, and the user's folders.

A program that is started from a folder with the file portable.txt keeps everything of the user in that folder, so that
it can be carried on a stick and leaves nothing on the computers that it runs on.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

import platformdirs

from htpm_studio.errors import StudioError, msg
from htpm_studio.frozen import dataclass

APPLICATION = "HTPM Studio"
OVERRIDE = "HTPM_STUDIO_HOME"
PORTABLE = "portable.txt"


@dataclass(frozen=True, slots=True)
class Folders:
    """Where everything that kits are made from is read: the program's own files, and the user's templates.

    `own_templates` need not exist; None reads none. In `replacing` is noted which older kits are out of their place
    while newer ones take it, so that the next start can bring them back; None notes nothing. In `finished` are files of
    earlier kits that need not be made again; None keeps none.
    """

    assets: Path
    templates: Path
    own_templates: Path | None = None
    replacing: Path | None = None
    finished: Path | None = None


def folders() -> Folders:
    """The folders of this program and of this user."""
    return Folders(assets(), templates(), own_templates(), replacing(), finished())


def own_templates() -> Path:
    """The folder of the user's own templates; it may not exist yet."""
    return user_data() / "templates"


def replacing() -> Path:
    """The folder of notes about kits that make room for newer ones just now; it may not exist yet."""
    return user_data() / "replacing"


def finished() -> Path:
    """The folder of finished files of earlier kits, which can be made again; it may not exist yet."""
    return cache_folder(os.environ) / "files"


def assets() -> Path:
    """The folder of fonts, icons, pictures and campaigns."""
    return bundled("assets", Path(__file__), getattr(sys, "_MEIPASS", None))


def templates() -> Path:
    """The folder of templates."""
    return bundled("templates", Path(__file__), getattr(sys, "_MEIPASS", None))


def guide(language: str) -> Path | None:
    """The first page of the guide that comes along, in a language or else in English; None when there is none."""
    try:
        folder = bundled("docs", Path(__file__), getattr(sys, "_MEIPASS", None)) / "guide"
    except StudioError:
        return None
    pages = (folder / f"index.{language}.html", folder / "index.html")
    return next((page for page in pages if page.is_file()), None)


def bundled(name: str, module: Path, frozen: str | None) -> Path:
    """The folder `name` of the program whose module paths.py is at `module`.

    A frozen program (PyInstaller) unpacks its files to `frozen`; a wheel carries them inside the package, a
    checkout beside it. Raises StudioError when it is in neither place.
    """
    package = Path(frozen) / "htpm_studio" if frozen else module.parent
    for folder in (package / name, package.parent / name):
        if folder.is_dir():
            return folder
    raise StudioError(msg("The folder {name} of the program is missing.", name=name), "Install HTPM Studio again.")


def user_data() -> Path:
    """The folder for settings, recovery copies and the user's own templates; it may not exist yet."""
    return data_folder(os.environ)


def settings_file() -> Path:
    """The file that holds the user's settings; it may not exist yet."""
    return user_data() / "settings.json"


def user_documents() -> Path:
    """The folder in which kits and projects are offered to be saved; it may not exist yet."""
    return documents_folder(os.environ)


def portable() -> Path | None:
    """The folder that the program was started from, if it holds portable.txt."""
    executable = Path(sys.executable) if getattr(sys, "frozen", False) else None
    folder = program_folder(Path(__file__), executable)
    return folder if folder is not None and (folder / PORTABLE).is_file() else None


def program_folder(module: Path, executable: Path | None) -> Path | None:
    """The folder that the user has the program in; None when it is installed among the libraries of a Python.

    `executable` is the file of a frozen program, None for any other. On a Mac the folder is the one with the .app.
    """
    if executable is not None:
        bundles = [folder for folder in executable.parents if folder.suffix == ".app"]
        return bundles[-1].parent if bundles else executable.parent
    checkout = module.parent.parent
    return checkout if (checkout / "studio.py").is_file() else None


def data_folder(environment: Mapping[str, str]) -> Path:
    """As `user_data`, for a given environment: `HTPM_STUDIO_HOME` replaces the system's folder."""
    home = environment.get(OVERRIDE) or portable()
    return Path(home) / "data" if home else Path(platformdirs.user_data_dir(APPLICATION, appauthor=False, roaming=True))


def cache_folder(environment: Mapping[str, str]) -> Path:
    """The folder for what can be made again, for a given environment; it may not exist yet."""
    home = environment.get(OVERRIDE) or portable()
    return Path(home) / "cache" if home else Path(platformdirs.user_cache_dir(APPLICATION, appauthor=False))


def documents_folder(environment: Mapping[str, str]) -> Path:
    """As `user_documents`, for a given environment."""
    home = environment.get(OVERRIDE) or portable()
    return Path(home) / "documents" if home else Path(platformdirs.user_documents_dir()) / APPLICATION
