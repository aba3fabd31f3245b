"""Where the user's photos go: never beside words about harm, never against a refusal, always with their credit."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from htpm_studio.compose.frames import PictureRef
from htpm_studio.export.catalogue import plan
from htpm_studio.export.edits import ADDED, LEFT_OUT, ORDER, PICTURE, TEMPLATE, YES
from htpm_studio.export.kit import Kit, Options, build_kit
from htpm_studio.export.orders import PageOrder
from htpm_studio.export.photos import PLACES
from htpm_studio.export.preflight.kit import photo_checks
from htpm_studio.export.run import general_findings
from htpm_studio.project.focus import usual_focus
from htpm_studio.project.model import CENTER, UPRIGHT_CENTER, Brand, Edits, Photo, Project
from htpm_studio.project.pictures import load_photo
from htpm_studio.scene.nodes import PictureSource
from tests.bundled import bundled_campaign, bundled_resources

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
    resources = bundled_resources()
    campaign = bundled_campaign()
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


def places_of(kit: Kit) -> tuple[int, int]:
    """How many places of a week take a photo, and how many of these are beside words about harm."""
    layouts = [(slide.layout, slide.illustrated) for deck in kit.week.decks for slide in deck.slides]
    graphics = [(post.graphic.template, post.graphic.illustrated) for post in kit.week.posts]
    found = [harm for template, harm in (*layouts, *graphics) if template in PLACES]
    found += [False for handout in kit.week.handouts if handout.template in PLACES]
    return len(found), sum(found)


def shapes(photo: Photo, *sizes: tuple[int, int]) -> tuple[Photo, ...]:
    """Photos in other sizes."""
    made = (source_of(Image.radial_gradient("L").resize(size)) for size in sizes)
    return tuple(replace(photo, source=source, name=f"{number}.jpg") for number, source in enumerate(made))


def uses(kit: Kit) -> dict[str, list[PageOrder]]:
    """The pages of each photo, each piece once."""
    found: dict[str, dict[str, PageOrder]] = {photo.source.key: {} for photo in kit.project.photos}
    for order in plan(kit):
        for page in order.pages:
            picture = page.content.get("picture")
            if isinstance(picture, PictureRef) and picture.source.key in found:
                found[picture.source.key].setdefault(page.piece or order.piece, page)
    return {key: list(pages.values()) for key, pages in found.items()}


def with_photos(kit: Kit, *photos: Photo) -> Kit:
    """The kit with other photos."""
    return build_kit(replace(kit.project, photos=photos), kit.campaign, kit.resources, kit.options, kit.today)


@pytest.mark.parametrize("week", range(1, 6))
def test_a_photo_with_nobody_in_it_goes_wherever_a_photo_can(photo: Photo, week: int) -> None:
    kit = kit_with(photo, week)
    everywhere, harm = places_of(kit)
    (of_people,) = uses(kit).values()
    (of_nobody,) = uses(with_photos(kit, replace(photo, people="nobody"))).values()
    assert (len(of_people), len(of_nobody)) == (everywhere - harm, everywhere)


def test_several_photos_are_used_evenly(photo: Photo) -> None:
    three = shapes(photo, (2400, 1200), (1500, 1500), (1200, 1800))
    month = dict.fromkeys((one.source.key for one in three), 0)
    kit = kit_with(photo, 1)
    for week in range(1, 6):
        of_week = with_photos(replace(kit, project=replace(kit.project, week=week)), *three)
        found = {key: len(pages) for key, pages in uses(of_week).items()}
        assert max(found.values()) - min(found.values()) <= 1
        month = {key: count + found[key] for key, count in month.items()}
    assert min(month.values()) > 1
    assert uses(kit_with(photo, 2)) == uses(kit_with(photo, 2))


def test_a_change_in_one_piece_gives_no_other_piece_another_photo(photo: Photo) -> None:
    kit = with_photos(kit_with(photo, 2), *shapes(photo, (2400, 1200), (1500, 1500), (1200, 1800)))
    before = {(page.piece, page.info.title): key for key, pages in uses(kit).items() for page in pages}
    changes = {
        "w2/deck/training/3": {TEMPLATE: "deck/full_photo"},
        "w2/deck/training/10": {LEFT_OUT: YES},
        "w2/deck/training": {ORDER: "1 2 14 3"},
        "w2/deck/training/n1": {ADDED: "deck/photo_text", "head": "New"},
        "w2/social/w2-rules-protect": {TEMPLATE: "social/photo"},
        "w2/print/flyer": {PICTURE: "morning-walk"},
    }
    changed = replace(kit.project, edits=Edits.from_mapping(changes))
    now = uses(build_kit(changed, kit.campaign, kit.resources, kit.options, kit.today))
    after = {(page.piece, page.info.title): key for key, pages in now.items() for page in pages}
    assert {name: key for name, key in after.items() if name in before}.items() <= before.items()
    assert len(after) == len(before) - 2 + 3


def test_a_photo_goes_where_its_shape_suits(photo: Photo) -> None:
    wide, tall = shapes(photo, (2400, 1200), (1300, 1480))
    kit = with_photos(kit_with(photo, 2), tall, wide)
    found = {key: {page.template for page in pages} for key, pages in uses(kit).items()}
    assert "deck/photo_text" in found[tall.source.key]
    assert "deck/full_photo" in found[wide.source.key]
    assert "deck/full_photo" not in found[tall.source.key]


def test_photos_that_no_place_was_left_for_come_in_a_later_week(photo: Photo) -> None:
    many = shapes(photo, *((1600 + 8 * number, 1200) for number in range(14)))
    kit = kit_with(photo, 1)
    seen: set[str] = set()
    for week in range(1, 6):
        of_week = with_photos(replace(kit, project=replace(kit.project, week=week)), *many)
        seen |= {key for key, pages in uses(of_week).items() if pages}
    assert seen == {one.source.key for one in many}


@pytest.mark.parametrize(("grain", "flat"), [(0, True), (4, True), (60, False)])
def test_a_photo_of_one_color_is_named_and_goes_nowhere_by_itself(photo: Photo, grain: int, flat: bool) -> None:
    noise = Image.effect_noise((160, 120), grain).resize((1600, 1200))
    plain = replace(photo, source=source_of(Image.merge("RGB", [noise] * 3)), people="nobody", name="grey.jpg")
    kit = with_photos(kit_with(photo, 2), plain)
    assert (uses(kit)[plain.source.key] == []) is flat
    named = [finding.message for finding in general_findings(kit) if finding.code == "photo-flat"]
    assert len(named) == len([check for check in photo_checks(kit) if check.code == "photo-flat"]) == flat
    given = replace(kit.project, edits=Edits.from_mapping({"w2/print/flyer": {PICTURE: plain.source.key}}))
    pages = uses(build_kit(given, kit.campaign, kit.resources, kit.options, kit.today))[plain.source.key]
    assert "print/flyer" in {page.template for page in pages}


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
    assert all(order.alt.startswith(order.title.rstrip(".")) and order.alt.endswith(f" {ALT}") for order in graphics)


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
