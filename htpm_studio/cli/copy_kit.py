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
    kit: Annotated[list[Path], typer.Argument(help="Folders of finished kits.")],
    to: Annotated[Path, typer.Option(help="The drive, or a folder on it.")],
    as_json: Annotated[bool, typer.Option("--json", help="Write one JSON object per line.")] = False,
) -> None:
    """Copy finished kits to a drive and read every file back; a folder that is there already stays."""
    reporter = Reporter(as_json=as_json)
    with guarded(reporter) as context:
        for folder in kit:
            if not (folder / MANIFEST).is_file():
                raise InputError(
                    msg("There is no kit in {folder}.", folder=folder),
                    msg("Name a folder that has a {file}.", file=MANIFEST),
                )
        if not to.is_dir():
            raise InputError(msg("There is no folder {folder}.", folder=to), "Plug the drive in, or make the folder.")
        made = copy_kits([folder.resolve() for folder in kit], to, context)
        reporter.close()
        for folder in made:
            count = len(files_of((folder,)))
            if as_json:
                reporter.record({"event": "copied", "folder": str(folder), "files": count})
            else:
                reporter.line(f"{count} files were copied and compared: {folder}")
        if not as_json:
            reporter.line("You can remove the drive.")
