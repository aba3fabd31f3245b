"""What serves every kit, read once by a process that makes several: until a file of the user's templates changes."""

from __future__ import annotations

from htpm_studio.export.kit.kit import Resources, load_resources
from htpm_studio.frozen import dataclass
from htpm_studio.paths import Folders
from htpm_studio.pieces.declared import Declarations, additions, use

MOST_FILES = 2_000
"""How many files of the user are compared; a folder with more is read each time."""

_State = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read from which folders, and what the user's templates declared then."""

    folders: Folders
    state: _State
    resources: Resources
    declared: Declarations | None


_last: list[_Read] = []


def kept_resources(folders: Folders) -> Resources:
    """What `load_resources` reads, or what it read the last time in this process where no file has changed since."""
    state = _state_of(folders)
    last = _last[0] if _last else None
    if state is not None and last is not None and (last.folders, last.state) == (folders, state):
        use(last.declared)
        return last.resources
    resources = load_resources(folders)
    _last[:] = [] if state is None else [_Read(folders, state, resources, additions())]
    return resources


def _state_of(folders: Folders) -> _State | None:
    """The files of the user's templates with sizes and times; None where there are too many or they cannot be seen."""
    own = folders.own_templates
    found: list[tuple[str, int, int]] = []
    try:
        for path in own.rglob("*") if own is not None and own.is_dir() else ():
            if len(found) == MOST_FILES:
                return None
            status = path.stat()
            found.append((path.as_posix(), status.st_size, status.st_mtime_ns))
    except OSError:
        return None
    return tuple(sorted(found))
