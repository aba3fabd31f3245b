"""Where LibreOffice puts the lines of a deck, against the lines of the scene."""

from __future__ import annotations

import ctypes
import datetime as dt
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from htpm_studio.export.decks.file_specs import deck_specs
from htpm_studio.export.kit.kit import Options, build_kit
from htpm_studio.export.pages.page_builder import compose
from htpm_studio.export.run.render_file import document as document_of
from htpm_studio.project.model import Brand, Project
from htpm_studio.render.pptx.deck import render_pptx
from htpm_studio.scene.nodes import Document, Group, Link, Node, TextBlock
from htpm_studio.scene.walk import texts
from tests.helpers import pptx_pages as pages
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.libreoffice import OFFICE, as_pdf

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (OFFICE and os.environ.get("HTPM_SLOW")), reason="needs LibreOffice and HTPM_SLOW=1"),
]


def convert(document: Document, folder: Path) -> Path:
    """The deck as LibreOffice's PDF; decks of one test share a profile, which is slow to make."""
    folder.mkdir(exist_ok=True)
    return as_pdf(render_pptx(document), folder, folder.parent / "profile")


def letters(page: Any) -> list[tuple[str, float, float]]:
    """Each visible letter of a PDF page with its origin in points of the scene."""
    raw = pytest.importorskip("pypdfium2.raw")
    text, height, scale, found = page.get_textpage(), page.get_height(), 960 / page.get_width(), []
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(text.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(text.raw, index))
        if not letter.isspace():
            raw.FPDFText_GetCharOrigin(text.raw, index, x, y)
            found.append((letter, x.value * scale, (height - y.value) * scale))
    return found


def check_lines(document: Document, folder: Path, listed: str) -> None:
    """Each line of the scene is a line of the rendered slide, at its place; `listed` is a tag to leave out."""
    pdfium = pytest.importorskip("pypdfium2")
    with pdfium.PdfDocument(convert(document, folder)) as pdf:
        drawn = [letters(pdf[number]) for number in range(len(pdf))]
    assert len(drawn) == len(document.pages)
    for page, found in zip(document.pages, drawn, strict=True):
        written = "".join(letter for letter, _, _ in found)
        for block in texts(page):
            if block.tag == listed:
                continue
            for row in block.lines:
                wanted = "".join(row.text.split())
                starts = [n for n in range(len(written)) if written.startswith(wanted, n)]
                assert starts, f"{page.name}: no line {row.text!r}"
                start = min(starts, key=lambda n: abs(found[n][1] - row.x) + abs(found[n][2] - row.baseline))
                line = found[start : start + len(wanted)]
                assert len({round(y) for _, _, y in line}) == 1, f"{page.name}: {row.text!r} breaks elsewhere"
                assert abs(line[0][1] - row.x) < 2, f"{page.name}: {row.text!r} is moved"
                # In a table LibreOffice sets lines by the face rather than by 1.2 x size.
                near = 0.06 if block.tag in ("TH", "TD") else 0.045
                assert abs(line[0][2] - row.baseline) < near * block.style.size + 0.8, row.text


def test_lines_break_and_lie_as_in_the_scene(tmp_path: Path) -> None:
    check_lines(pages.deck(), tmp_path / "deck", "LBody")


def as_measured(node: Node) -> Node:
    """The texts with the no-break spaces that their lines were found with, which people who edit them do not get."""
    if isinstance(node, TextBlock):
        return replace(node, typed="")
    return replace(node, children=tuple(map(as_measured, node.children))) if isinstance(node, Group | Link) else node


@pytest.mark.parametrize("week", [1, 2, 3, 4, 5])
def test_every_deck_of_every_week_breaks_its_lines_as_they_were_measured(week: int, tmp_path: Path) -> None:
    resources = bundled_resources()
    campaign = bundled_campaign()
    project = Project(Brand("Riverbend Coalition", ("#0F5C5C",)), week, 2027)
    kit = build_kit(project, campaign, resources, Options(), dt.date(2026, 11, 25))
    for spec in deck_specs(kit):
        if spec.format == "pptx":
            made = (compose(page, kit.page_inputs).page for page in spec.pages)
            shown = tuple(replace(page, nodes=tuple(map(as_measured, page.nodes))) for page in made)
            check_lines(document_of(spec, shown, kit.inputs), tmp_path / spec.group, "Lbl")
