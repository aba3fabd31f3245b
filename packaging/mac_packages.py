"""The package for Macs: the .app in a .dmg, signed and notarized where a certificate is named, else ad hoc."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

HERE = Path(__file__).resolve().parent
CERTIFICATE, PROFILE = "HTPM_SIGN_MAC", "HTPM_NOTARIZE_MAC"
ICONS = HERE.parent / "build" / "icons"


def pack(program: Path, dist: Path, version: str, machine: str) -> None:
    """Make the .dmg of the .app that lies beside the folder `program`."""
    app = program.parent / "HTPM Studio.app"
    shutil.copyfile(ICONS / "document.icns", app / "Contents" / "Resources" / "document.icns")
    # What was added to the bundle after it was signed needs a new signature.
    subprocess.run(["codesign", "--force", "--deep", *signature(os.environ), str(app)], check=True)
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
    target = dist / f"htpm-studio-{version}-mac-{machine}.dmg"
    subprocess.run(["hdiutil", "create", *words, str(target)], check=True)
    for command in notarization(os.environ, target):
        subprocess.run(command, check=True)


def signature(environment: Mapping[str, str]) -> list[str]:
    """How codesign is to sign; without a certificate ad hoc, which a Mac with an Apple chip asks for at least."""
    name = environment.get(CERTIFICATE)
    if not name:
        print(f"The app is signed ad hoc: {CERTIFICATE} names no certificate.")
        return ["--sign", "-"]
    return [
        "--sign",
        name,
        "--options",
        "runtime",
        "--timestamp",
        "--entitlements",
        str(HERE / "mac" / "entitlements.plist"),
    ]


def notarization(environment: Mapping[str, str], disk: Path) -> list[list[str]]:
    """The commands that have Apple check the disk and note it there; none without a certificate and a profile."""
    name, profile = environment.get(CERTIFICATE), environment.get(PROFILE)
    if not name or not profile:
        print(f"The disk is not notarized: that needs {CERTIFICATE} and {PROFILE}.")
        return []
    return [
        ["codesign", "--sign", name, "--timestamp", str(disk)],
        ["xcrun", "notarytool", "submit", str(disk), "--keychain-profile", profile, "--wait"],
        ["xcrun", "stapler", "staple", str(disk)],
    ]
