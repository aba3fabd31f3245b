"""The brand file `name.htpmbrand`: a project file that holds a brand and nothing else."""

from __future__ import annotations

from pathlib import Path

from htpm_studio.errors import InputError
from htpm_studio.project.file_forms import FIRST_YEAR
from htpm_studio.project.model import Brand, Project
from htpm_studio.project.store import read_project, save_project

SUFFIX = ".htpmbrand"


def is_brand_file(path: Path) -> bool:
    """Whether a file is a brand file, by its name."""
    return path.suffix.lower() == SUFFIX


def save_brand(brand: Brand, path: Path) -> None:
    """Write logo, colors, name and contact lines to a file; raises StudioError as `save_project` does."""
    save_project(Project(brand, 1, FIRST_YEAR), path)


def open_brand(path: Path) -> Brand:
    """The brand in a brand file or a kit file; raises InputError or Problems as `read_project` does.

    A logo that is missing or damaged in the file raises InputError too: a brand without its logo is not the brand.
    """
    opened = read_project(path)
    if opened.problems:
        raise InputError(opened.problems[0].message, opened.problems[0].hint)
    return opened.project.brand
