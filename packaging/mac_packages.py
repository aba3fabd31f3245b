"""The package for Macs: the .app, signed for this computer's rules only (ad hoc), in a .dmg."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
ICONS = HERE.parent / "build" / "icons"


def pack(program: Path, dist: Path, version: str, machine: str) -> None:
    """Make the .dmg of the .app that lies beside the folder `program`."""
    app = program.parent / "HTPM Studio.app"
    shutil.copyfile(ICONS / "document.icns", app / "Contents" / "Resources" / "document.icns")
    # What was added to the bundle after it was signed needs a new signature.
    subprocess.run(["codesign", "--force", "--deep", "--sign", "-", str(app)], check=True)
    subprocess.run(["codesign", "--verify", "--deep", "--strict", str(app)], check=True)
    disk = program.parent / "disk"
    shutil.rmtree(disk, ignore_errors=True)
    disk.mkdir()
    # ditto keeps the links inside the bundle, without which it does not start.
    subprocess.run(["ditto", str(app), str(disk / app.name)], check=True)
    (disk / "Applications").symlink_to("/Applications")
    shutil.copyfile(program / "README.txt", disk / "README.txt")
    shutil.copytree(program / "licenses", disk / "licenses")
    words = ["-volname", f"HTPM Studio {version}", "-srcfolder", str(disk), "-format", "ULFO", "-ov"]
    subprocess.run(["hdiutil", "create", *words, str(dist / f"htpm-studio-{version}-mac-{machine}.dmg")], check=True)
