"""Where the user's photos go: never beside words about harm, never against a refusal, always with their credit."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from htpm_studio import paths
from htpm_studio.campaign.pack import read_pack
from htpm_studio.compose.frames import PictureRef
from htpm_studio.export.catalogue import plan
from htpm_studio.export.kit import Kit, Options, build_kit, load_resources
from htpm_studio.project.focus import usual_focus
from htpm_studio.project.model import CENTER, UPRIGHT_CENTER, Brand, Photo, Project
from htpm_studio.project.pictures import load_photo
from htpm_studio.scene.nodes import PictureSource

ROOT = Path(__file__).parents[1]
TODAY = dt.date(2026, 11, 25)
ALT = "Three people plant a tree."


@pytest.fixture(scope="module")
def photo(tmp_path_factory: pytest.TempPathFactory) -> Photo:
    path = tmp_path_factory.mktemp("photos") / "garden.jpg"
    Image.radial_gradient("L").convert("RGB").resize((1600, 1200)).save(path)
    return Photo(load_photo(path), "garden.jpg", alt=ALT, credit="Ana Ruiz")


def source_of(picture: Image.Image) -> PictureSource:
    data = io.BytesIO()
    picture.save(data, "JPEG")
    return PictureSource(hashlib.sha256(data.getvalue()).hexdigest(), "jpeg", data.getvalue(), picture.size)


def kit_with(photo: Photo, week: int) -> Kit:
    resources = load_resources(paths.folders())
    campaign = read_pack(ROOT / "assets" / "campaigns" / "htpm", "en")
    return build_kit(Project(Brand("Riverbend"), week, 2027, (photo,)), campaign, resources, Options(), TODAY)


def pages_with(kit: Kit, photo: Photo) -> list[str]:
    """The headings of all pages that show the photo."""
    return [
        str(page.content.get("head", ""))
        for order in plan(kit)
        for page in order.pages
        if isinstance(picture := page.content.get("picture"), PictureRef) and picture.source.key == photo.source.key
    ]


@pytest.mark.parametrize("week", range(1, 6))
def test_a_photo_of_real_people_never_stands_beside_words_about_harm(photo: Photo, week: int) -> None:
    kit = kit_with(photo, week)
    drawn = {
        str(fields.get("head", ""))
        for fields in (
            *(slide.fields for deck in kit.week.decks for slide in deck.slides if slide.illustrated),
            *(post.graphic.fields for post in kit.week.posts if post.graphic.illustrated),
        )
    }
    shown = pages_with(kit, photo)
    assert shown
    assert not drawn & set(shown)
    assert bool(drawn) == (week != 2)


def test_a_photo_whose_people_said_no_appears_nowhere(photo: Photo) -> None:
    assert pages_with(kit_with(replace(photo, withdrawn=True), 2), photo) == []


def test_a_photo_for_certain_pieces_comes_into_no_other(photo: Photo) -> None:
    assert pages_with(kit_with(replace(photo, placed=True), 2), photo) == []


def test_the_photographer_is_named_on_the_closing_slide(photo: Photo) -> None:
    orders = plan(kit_with(photo, 2))
    for order in orders:
        named = [str(page.content["credit"]) for page in order.pages if page.template == "deck/closing"]
        uses = any(
            isinstance(picture := page.content.get("picture"), PictureRef) and picture.source.key == photo.source.key
            for page in order.pages
        )
        assert all(credit.endswith("Photos: Ana Ruiz.") == uses for credit in named)
    training = next(order for order in orders if order.id == "deck/training")
    assert any("Ana Ruiz" in str(page.content.get("credit", "")) for page in training.pages)


def test_a_graphic_with_a_photo_says_its_words_before_the_photo(photo: Photo) -> None:
    graphics = [order for order in plan(kit_with(photo, 2)) if order.medium == "social" and ALT in order.alt]
    assert graphics
    assert all(order.alt == f"{order.title.rstrip('.')}. {ALT}" for order in graphics)


def test_faces_in_upright_photos_are_looked_for_higher_up(photo: Photo) -> None:
    assert usual_focus(photo.source) == CENTER
    assert usual_focus(replace(photo.source, size=(1200, 1600))) == UPRIGHT_CENTER


@pytest.mark.parametrize("skin", ["#F1CBAE", "#6C4531"])
@pytest.mark.parametrize("wall", ["#EBEBE6", "#3C503C", "#7896C8"])
def test_a_person_beside_the_middle_is_in_focus(wall: str, skin: str) -> None:
    for middle in (180, 600, 1000):
        picture = Image.new("RGB", (1200, 800), wall)
        pen = ImageDraw.Draw(picture)
        pen.ellipse((middle - 170, 420, middle + 170, 1100), fill="#C83030")
        pen.ellipse((middle - 90, 180, middle + 90, 430), fill=skin)
        assert usual_focus(source_of(picture)) == pytest.approx((middle / 1200, CENTER[1]), abs=0.03)


def test_a_photo_without_one_subject_keeps_its_middle() -> None:
    picture = Image.new("RGB", (1200, 800), "#7896C8")
    pen = ImageDraw.Draw(picture)
    for place in range(24):
        pen.rectangle((place * 50, place * 131 % 700, place * 50 + 40, place * 131 % 700 + 90), fill="#C83030")
    assert usual_focus(source_of(picture)) == CENTER
    assert usual_focus(replace(source_of(picture), data=b"no picture")) == CENTER
