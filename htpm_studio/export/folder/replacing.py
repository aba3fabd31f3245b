"""Which folder a new kit goes to: an older kit that nobody touched makes room, everything else stays."""

from __future__ import annotations

from pathlib import Path

from htpm_studio.errors import InputError, msg
from htpm_studio.export.folder.kit_folder import MANIFEST, check_folder, read_manifest
from htpm_studio.export.folder.manifest import POSTS, REVIEW, START, digest_of

MOST = 1000
_NOBODYS = frozenset((".ds_store", "thumbs.db", "desktop.ini"))


def free_folder(out: Path, name: str) -> tuple[str, bool]:
    """The name of the folder for a new kit, and whether a kit that is there is replaced.

    A kit of ours as it was written is replaced; a folder that somebody touched or made stays, and " (2)" follows.
    Raises InputError after a thousand of them.
    """
    for number in range(1, MOST + 1):
        candidate = name if number == 1 else f"{name} ({number})"
        target = out / candidate
        if not target.exists():
            return candidate, False
        if is_untouched(target):
            return candidate, True
    raise InputError(
        msg("There are already {most} kits called {name} in {out}.", most=MOST, name=name, out=out),
        "Choose another folder.",
    )


def is_untouched(folder: Path) -> bool:
    """Whether a folder is a kit of ours with exactly the files that were written, none changed."""
    try:
        document = read_manifest(folder)
        changed = any(check.code in ("gone", "changed", "path") for check in check_folder(folder).checks)
    except InputError:
        return False
    own = {name: document[name] for name in (START, POSTS, REVIEW) if isinstance(document.get(name), dict)}
    if changed or START not in own or any(digest_of(folder / name) != row.get("sha256") for name, row in own.items()):
        return False
    listed = {str(row.get("path")) for row in document["files"] if isinstance(row, dict)} | {*own, MANIFEST}
    found = (path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir())
    return all(path.relative_to(folder).as_posix() in listed or path.name.lower() in _NOBODYS for path in found)
