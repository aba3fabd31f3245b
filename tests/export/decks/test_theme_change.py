"""A deck whose theme somebody changes: every slide has the new colors, and no old one is left but in pictures."""

from __future__ import annotations

import datetime as dt
import io
import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from htpm_studio.export.decks.file_specs import deck_specs
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.pages.page_builder import compose
from htpm_studio.export.run.render_file import render_file
from htpm_studio.pieces.declared import families
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.family_roles import WALL
from htpm_studio.project.model import Brand, Project
from htpm_studio.scene.nodes import Page
from htpm_studio.scene.walk import pictures
from tests.helpers.bundled import bundled_campaign, bundled_resources

OFFICE = shutil.which("soffice")
SHEETS = ("ppt/slides/", "ppt/slideLayouts/", "ppt/slideMasters/")
OTHER = {
    "dk1": "3A0030", "lt1": "FFF2DC", "dk2": "5A0A46", "lt2": "FFE3C0", "accent1": "8A1C6E", "accent2": "E0561B",
    "accent3": "B03A2E", "accent4": "6E2C8F", "accent5": "A0522D", "accent6": "D6278A", "hlink": "7A0F5C",
    "folHlink": "6B4A3A",
}  # fmt: skip
"""A theme with no color near those of the teal brand."""

WIDE, HIGH, FAR = 960, 540, 10


def deck(name: str, family: str = "common-thread", week: int = 2) -> tuple[FileSpec, Kit]:
    project = Project(Brand("Riverbend Coalition", ("#0F5C5C",), family=family), week, 2027)
    kit = build_kit(project, bundled_campaign(), bundled_resources(), Options(), dt.date(2026, 11, 25))
    return next(spec for spec in deck_specs(kit) if spec.id == f"deck/{name}"), kit


@pytest.mark.parametrize(
    ("name", "family"), [("training", "common-thread"), *(("short", family) for family in sorted(families()))]
)
def test_no_sheet_of_a_deck_has_a_color_or_face_of_its_own(name: str, family: str) -> None:
    spec, kit = deck(name, family)
    with zipfile.ZipFile(io.BytesIO(render_file(spec, kit.inputs, JobContext()).data)) as made:
        for part in made.namelist():
            if part.startswith(SHEETS) and part.endswith(".xml"):
                sheet = made.read(part).decode()
                assert "srgbClr" not in sheet, part
                faces = set(re.findall(r'<a:latin typeface="([^"]+)"', sheet))
                assert faces <= {"+mj-lt", "+mn-lt"}, part


@pytest.mark.parametrize("family", sorted(families()))
def test_only_photos_and_drawings_that_are_described_are_pictures(family: str) -> None:
    """All other art is native shapes, which follow the theme."""
    spec, kit = deck("training", family)
    for page in spec.pages:
        assert all(one.slot == "picture" and one.alt for one in pictures(compose(page, kit.page_inputs).page)), page.id


def recolored(data: bytes) -> bytes:
    """The file with the colors of another theme, as "Design > Variants > Colors" changes them."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "ppt/theme/theme1.xml":
                text = content.decode()
                for slot, color in OTHER.items():
                    text = re.sub(rf'<a:{slot}><a:srgbClr val="\w+"', f'<a:{slot}><a:srgbClr val="{color}"', text)
                content = text.encode()
            new.writestr(name, content)
    return made.getvalue()


def drawn(data: bytes, folder: Path) -> list[Image.Image]:
    """The slides as LibreOffice draws them."""
    pdfium = pytest.importorskip("pypdfium2")
    folder.mkdir()
    (folder / "deck.pptx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder.parent / 'profile').as_uri()}"
    command = [str(OFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, str(folder / "deck.pptx")], check=True, capture_output=True, timeout=180)
    with pdfium.PdfDocument(folder / "deck.pdf") as pdf:
        return [page.render(scale=WIDE / page.get_width()).to_pil().convert("RGB") for page in pdf]


def old_share(page: Page, shown: Image.Image, old: list[tuple[int, ...]]) -> float:
    """The part of a slide, without its pictures, that still has a color of the old theme."""
    mask = Image.new("1", shown.size, 1)
    for one in pictures(page):
        ImageDraw.Draw(mask).rectangle((one.box.x - 2, one.box.y - 2, one.box.right + 2, one.box.bottom + 2), fill=0)
    bands = np.asarray(shown, dtype=int)[np.asarray(mask)]
    colors, counts = np.unique(bands @ (1 << 16, 1 << 8, 1), return_counts=True)  # far fewer than pixels
    parts = np.stack((colors >> 16, colors >> 8 & 255, colors & 255), axis=1)
    near = [np.abs(parts - np.array(color)).max(axis=1) <= FAR for color in old]
    return float(counts[np.logical_or.reduce(near)].sum() / counts.sum()) if near else 0.0


@pytest.mark.slow
@pytest.mark.skipif(not (OFFICE and os.environ.get("HTPM_SLOW")), reason="needs LibreOffice and HTPM_SLOW=1")
@pytest.mark.parametrize(("family", "week"), [("common-thread", 2), ("quilt", 1), ("quilt", 3)])
def test_a_changed_theme_changes_every_slide(family: str, week: int, tmp_path: Path) -> None:
    spec, kit = deck("training", family, week)
    data = render_file(spec, kit.inputs, JobContext()).data
    pages = [compose(page, kit.page_inputs).page for page in spec.pages]
    slides = ((role, color) for role, color in kit.look.palette.items() if role not in WALL)
    palette = {tuple(bytes.fromhex(color[1:])) for _, color in slides}
    old = [color for color in palette if max(color) - min(color) > 24 or max(color) < 100]
    before, after = drawn(data, tmp_path / "before"), drawn(recolored(data), tmp_path / "after")
    assert len(before) == len(after) == len(pages)
    for number, (page, one, two) in enumerate(zip(pages, before, after, strict=True), 1):
        assert old_share(page, one, old) > 0.001, number
        assert old_share(page, two, old) < 0.0005, number
