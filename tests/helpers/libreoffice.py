"""Files as LibreOffice draws them, with the fonts of a kit in the place of Georgia and Arial."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from tests.helpers.deck_slides import ROOT

OFFICE = shutil.which("soffice")
FONTS = ROOT / "assets" / "fonts"
FONT_SETTINGS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>{fonts}</dir><cachedir>{cache}</cachedir>
<alias binding="same"><family>Georgia</family><prefer><family>Gelasio</family></prefer></alias>
<alias binding="same"><family>Arial</family><prefer><family>Arimo</family></prefer></alias></fontconfig>"""


def as_pdf(data: bytes, folder: Path, profile: Path) -> Path:
    """A presentation as LibreOffice's PDF; presentations of one test share a profile, which is slow to make."""
    source, settings = folder / "deck.pptx", folder / "fonts.conf"
    source.write_bytes(data)
    settings.write_text(FONT_SETTINGS.format(fonts=FONTS, cache=folder / "cache"), encoding="utf-8")
    own = f"-env:UserInstallation={profile.as_uri()}"
    command = [str(OFFICE), own, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)]
    subprocess.run(
        command, check=True, capture_output=True, timeout=300, env={**os.environ, "FONTCONFIG_FILE": str(settings)}
    )
    return folder / "deck.pdf"
