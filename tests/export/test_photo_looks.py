"""Photos in two tones of the brand, and photos with too few pixels for the place where they show."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from htpm_studio.compose.frames import PictureRef
from htpm_studio.export.kit.edits import ALL_PIECES, DUOTONE, NATURAL, PICTURE, TONE
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.pages.page_builder import compose
from htpm_studio.export.pages.social import social_specs
from htpm_studio.export.run.render_file import render_file
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Edits, Photo, Project
from htpm_studio.project.oklch import lch_of
from htpm_studio.project.pictures import load_photo
from tests.helpers.bundled import bundled_campaign, bundled_resources

RESOURCES = bundled_resources()
CAMPAIGN = bundled_campaign()


def photo_of(folder: Path, wide: int, high: int) -> Photo:
    path = folder / f"{wide}.jpg"
    corners = Image.new("RGB", (2, 2))
    corners.putdata([(250, 250, 250), (200, 30, 30), (30, 160, 60), (5, 5, 5)])
    corners.resize((wide, high), Image.Resampling.BICUBIC).save(path, quality=95)
    return Photo(load_photo(path), path.name, alt="Colors")


def spec_with(photo: Photo, edits: Edits | None = None) -> tuple[FileSpec, Kit]:
    project = Project(Brand("Riverbend", ("#0F5C5C",)), 2, 2027, (photo,), edits=edits or Edits())
    kit = build_kit(project, CAMPAIGN, RESOURCES, Options(), dt.date(2027, 1, 4))
    spec = next(
        spec
        for spec in social_specs(kit)
        if isinstance(ref := spec.pages[0].content.get("picture"), PictureRef) and ref.source.key == photo.source.key
    )
    return spec, kit


def hues(data: bytes) -> set[int]:
    """The hues, in steps of 20 degrees, of the colorful pixels of a strip through the photo of a square post."""
    with Image.open(io.BytesIO(data)) as image:
        high = image.height
        part = image.convert("RGB").crop((0, high // 2, image.width * 9 // 10, high * 4 // 5)).resize((40, 20))
    colors = {color for _, color in part.getcolors(1 << 20) or []}
    found = {lch_of("#{:02X}{:02X}{:02X}".format(*color)) for color in colors}  # type: ignore[misc]
    return {round(hue / 20) for _, chroma, hue in found if chroma > 0.04}


def test_photos_show_in_two_tones_for_the_whole_kit_or_one_piece(tmp_path: Path) -> None:
    photo = photo_of(tmp_path, 1600, 1200)
    plain, kit = spec_with(photo)
    assert len(hues(render_file(plain, kit.inputs, JobContext()).data)) > 2
    one, kit = spec_with(photo, edits=Edits().changed(plain.piece, TONE, DUOTONE))
    assert len(hues(render_file(one, kit.inputs, JobContext()).data)) <= 2
    every = Edits().changed(ALL_PIECES, TONE, DUOTONE)
    kept, kit = spec_with(photo, edits=every)
    assert len(hues(render_file(kept, kit.inputs, JobContext()).data)) <= 2
    back, kit = spec_with(photo, edits=every.changed(plain.piece, TONE, NATURAL))
    assert len(hues(render_file(back, kit.inputs, JobContext()).data)) > 2


@pytest.mark.parametrize(("wide", "soft"), [(1600, False), (720, True)])
def test_too_few_pixels_are_noticed_where_they_show(tmp_path: Path, wide: int, soft: bool) -> None:
    photo = photo_of(tmp_path, wide, wide * 3 // 4)
    piece = spec_with(photo_of(tmp_path, 1700, 1275))[0].piece
    spec, kit = spec_with(photo, edits=Edits().changed(piece, PICTURE, photo.source.key))
    page = spec.pages[0]
    found = compose(page, kit.page_inputs).findings
    assert [finding.code for finding in found] == (["soft-picture"] if soft else [])
    ref = page.content["picture"]
    assert isinstance(ref, PictureRef)
    closer = replace(page, content={**page.content, "picture": replace(ref, zoom=3.0)})
    near = compose(closer, kit.page_inputs).findings
    assert [finding.code for finding in near] == ["soft-picture"]
    assert "pixels of the picture show" in near[0].message
