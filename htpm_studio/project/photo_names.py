"""What a photo is called: by its file's name for its owner, by a number wherever others read it.

The name of a file may be that of the person in the picture. It stays in the project file and in the window.
"""

from __future__ import annotations

from pathlib import PurePath

from htpm_studio.project.model import Photo, Project


def owner_name(photo: Photo) -> str:
    """The name for the people who make the kit: that of its file, without the ending."""
    return PurePath(photo.name).stem or photo.name


def shared_name(project: Project, photo: Photo) -> str:
    """The name for everybody who gets the kit: the photo's number in the project, from 1."""
    keys = [item.source.key for item in project.photos]
    return str(keys.index(photo.source.key) + 1) if photo.source.key in keys else ""
