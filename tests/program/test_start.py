"""What a start imports: the window nothing but what it shows, the command line no window."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

NOT_BEFORE_USE = (
    # libraries
    "reportlab", "pptx", "docx", "pypdfium2", "pikepdf", "openpyxl", "pillow_heif", "typer", "segno",
    "importlib.metadata", "bidi", "distributed",
    # reading toolkits, making files, and what only some kits have
    "htpm_studio.campaign.toolkit_import.make_pack", "htpm_studio.campaign.toolkit_import.reading",
    "htpm_studio.export.run.exporter", "htpm_studio.export.sources.toolkit_import",
    "htpm_studio.render.pdf", "htpm_studio.render.pptx.deck", "htpm_studio.render.pptx.deck_template.reader",
    "htpm_studio.render.writing.docx", "htpm_studio.export.folder.start_here",
    # pages and dialogs that a start does not show
    "htpm_studio.gui.features.brand.page", "htpm_studio.gui.features.calendar", "htpm_studio.gui.features.editor.page",
    "htpm_studio.gui.features.partners.page", "htpm_studio.gui.features.pictures.page",
    "htpm_studio.gui.features.printing", "htpm_studio.gui.features.texts", "htpm_studio.gui.features.toolkit_import",
    "htpm_studio.gui.help.about", "htpm_studio.gui.kit_file.history_panel", "htpm_studio.gui.settings.window",
)  # fmt: skip
"""What the window does without until somebody uses it; a package stands for all that is in it."""

MOST = {"htpm_studio.gui.app": 393, "htpm_studio.cli.commands": 30}
"""How many modules of the program a start imports at most: look for one that could wait before this is raised."""


@cache
def imported(module: str) -> frozenset[str]:
    """All modules that there are once one is imported, in a process of its own."""
    script = f"import sys, {module}; print(*sys.modules)"
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", script]
    return frozenset(
        subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=120).stdout.split()
    )


def test_the_window_starts_without_what_it_does_not_show() -> None:
    found = imported("htpm_studio.gui.app")
    ahead = {name: f"{name}." for name in NOT_BEFORE_USE}
    assert sorted(one for one in found if one in ahead or one.startswith(tuple(ahead.values()))) == []


def test_the_command_line_starts_without_a_window_and_without_what_draws() -> None:
    tops = {name.partition(".")[0] for name in imported("htpm_studio.cli.commands")}
    assert not tops & {"PySide6", "skia", "lxml", "PIL", "uharfbuzz", "reportlab", "pptx", "stretchable"}


@pytest.mark.parametrize("module", MOST)
def test_a_start_imports_few_modules(module: str) -> None:
    ours = [name for name in imported(module) if name.startswith("htpm_studio.")]
    assert len(ours) <= MOST[module]
