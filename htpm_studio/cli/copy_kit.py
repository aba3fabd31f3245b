"""The command `copy-kit`: finished kits on a drive, each file read back and compared."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from htpm_studio.cli.console import Reporter, guarded
from htpm_studio.errors import InputError, msg
from htpm_studio.export.folder.kit_folder import MANIFEST
from htpm_studio.export.run.copy_kit import copy_kits, files_of


def copy_kit(
    kit: Annotated[list[Path], typer.Argument(help="Folders of finished kits, or of several kits.")],
    to: Annotated[Path, typer.Option(help="The drive, or a folder on it.")],
    as_json: Annotated[bool, typer.Option("--json", help="Write one JSON object per line.")] = False,
) -> None:
    """Copy finished kits to a drive and read every file back; a folder that is there already stays."""
    reporter = Reporter(as_json=as_json)
    with guarded(reporter) as context:
        kits = [found.resolve() for folder in kit for found in _kits_in(folder)]
        if not to.is_dir():
            raise InputError(msg("There is no folder {folder}.", folder=to), "Plug the drive in, or make the folder.")
        made = copy_kits(kits, to, context)
        reporter.close()
        for folder in made:
            count = len(files_of((folder,)))
            if as_json:
                reporter.record({"event": "copied", "folder": str(folder), "files": count})
            else:
                reporter.line(f"{count} files were copied and compared: {folder}")
        if not as_json:
            reporter.line("You can remove the drive.")


def _kits_in(folder: Path) -> list[Path]:
    """The folder if it is a kit, else the kits in it, as `export --out` makes them; raises InputError for none."""
    found = [file.parent for file in (folder / MANIFEST, *sorted(folder.glob(f"*/{MANIFEST}"))) if file.is_file()]
    if not found:
        raise InputError(
            msg("There is no kit in {folder}.", folder=folder),
            msg("Name a folder that has a {file}.", file=MANIFEST),
        )
    return found[:1] if found[0] == folder else found
