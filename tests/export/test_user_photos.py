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
from htpm_studio.campaign.language.harm_words import about_harm
from htpm_studio.compose.frames import PictureRef
from htpm_studio.export.kit.edits import ADDED, LEFT_OUT, ORDER, PICTURE, TEMPLATE, YES, social_piece
from htpm_studio.export.kit.kit import Kit, Options, build_kit, load_resources
from htpm_studio.export.kit.photo_placement import reasons, slots_of, takes_picture
from htpm_studio.export.kit.specs import PageSpec
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.project.focus import usual_focus
from htpm_studio.project.model import CENTER, Brand, Edits, Photo, Project
from htpm_studio.project.pictures import load_photo
from htpm_studio.scene.nodes import PictureSource
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.sweeps import SAMPLE_OF_KITS, SAMPLE_OF_WEEKS

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
    project = Project(Brand("Riverbend"), week, 2027, (photo,))
    return build_kit(project, bundled_campaign(), bundled_resources(), Options(), TODAY)


def pages_with(kit: Kit, photo: Photo) -> list[str]:
    """The headings of all pages that show the photo."""
    return [
        str(page.content.get("head", ""))
        for spec in plan(kit)
        for page in spec.pages
        if isinstance(picture := page.content.get("picture"), PictureRef) and picture.source.key == photo.source.key
    ]


@pytest.mark.parametrize("week", range(1, 6))
def test_a_photo_of_real_people_is_never_beside_words_about_harm(photo: Photo, week: int) -> None:
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
    assert drawn


def places_of(kit: Kit) -> dict[str, bool]:
    """The pieces of a week that take a photo, and whether photos of people may be there."""
    slides = [
        (f"w{kit.week.number}/deck/{deck.id}/{name}", slide.layout, slide.illustrated)
        for deck in kit.week.decks
        for name, slide in deck.named.items()
    ]
    graphics = [(social_piece(kit.week.number, one), one.graphic.template, one.graphic.illustrated)
                for one in kit.week.posts]  # fmt: skip
    handouts = [(f"w{kit.week.number}/print/{one.id}", one.template, one.illustrated) for one in kit.week.handouts]
    found = {
        piece: not harm and template != "deck/quote"
        for piece, template, harm in (*slides, *graphics, *handouts)
        if takes_picture(kit, template)
    }
    return found | {f"w{kit.week.number}/background/photo-wall": False}


def shapes(photo: Photo, *sizes: tuple[int, int]) -> tuple[Photo, ...]:
    """Photos in other sizes."""
    made = (source_of(Image.radial_gradient("L").resize(size)) for size in sizes)
    return tuple(replace(photo, source=source, name=f"{number}.jpg") for number, source in enumerate(made))


def uses(kit: Kit) -> dict[str, list[PageSpec]]:
    """The pages of each photo, each piece once."""
    found: dict[str, dict[str, PageSpec]] = {photo.source.key: {} for photo in kit.project.photos}
    for spec in plan(kit):
        for page in spec.pages:
            picture = page.content.get("picture")
            if isinstance(picture, PictureRef) and picture.source.key in found:
                found[picture.source.key].setdefault(page.piece or spec.piece, page)
    return {key: list(pages.values()) for key, pages in found.items()}


def next_to(piece: str, row: list[str]) -> set[str]:
    """The slides or posts before and after one."""
    if piece in row:
        return {row[at] for at in (row.index(piece) - 1, row.index(piece) + 1) if 0 <= at < len(row)}
    start, _, number = piece.rpartition("/")
    return {f"{start}/{int(number) + by}" for by in (-1, 1)} if number.isdigit() else set()


def pieces_with(kit: Kit, photo: Photo) -> set[str]:
    """The pieces that show a photo."""
    return {
        page.piece or spec.piece
        for spec in plan(kit)
        for page in spec.pages
        if isinstance(picture := page.content.get("picture"), PictureRef) and picture.source.key == photo.source.key
    }


def with_photos(kit: Kit, *photos: Photo) -> Kit:
    """The kit with other photos."""
    return build_kit(replace(kit.project, photos=photos), kit.campaign, kit.resources, kit.options, kit.today)


@pytest.mark.parametrize("week", SAMPLE_OF_WEEKS)
def test_a_photo_with_nobody_in_it_goes_wherever_a_photo_can(photo: Photo, week: int) -> None:
    kit = kit_with(photo, week)
    places = places_of(kit)
    of_people = pieces_with(kit, photo)
    of_nobody = pieces_with(with_photos(kit, replace(photo, people="nobody")), photo)
    assert of_people
    assert all(places[piece] for piece in of_people)
    assert of_nobody <= set(places)
    days = kit.post_days
    row = [social_piece(week, post) for post in sorted(kit.week.posts, key=lambda one: days.get(one.id, dt.date.max))]
    for piece in set(places) - of_nobody:
        assert next_to(piece, row) & of_nobody, "only what is next to itself keeps its drawing"
    assert not any(next_to(piece, row) & of_nobody for piece in of_nobody)


def test_several_photos_are_used_evenly(photo: Photo) -> None:
    three = shapes(replace(photo, people="nobody"), (2400, 1200), (1500, 1500), (1200, 1800))
    month = dict.fromkeys((one.source.key for one in three), 0)
    kit = kit_with(photo, 1)
    for week in range(1, 6):
        of_week = with_photos(replace(kit, project=replace(kit.project, week=week)), *three)
        found = {key: len(pages) for key, pages in uses(of_week).items()}
        assert max(found.values()) - min(found.values()) <= 2
        month = {key: count + found[key] for key, count in month.items()}
    assert min(month.values()) > 1
    assert uses(kit_with(photo, 2)) == uses(kit_with(photo, 2))


def test_a_change_in_one_piece_gives_no_other_piece_another_photo(photo: Photo) -> None:
    nobody = replace(photo, people="nobody")
    kit = with_photos(kit_with(photo, 2), *shapes(nobody, (2400, 1200), (1500, 1500), (1200, 1800)))
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
    wide, tall = shapes(replace(photo, people="nobody"), (2400, 1200), (1300, 1480))
    kit = with_photos(kit_with(photo, 2), tall, wide)
    found = {key: {page.template for page in pages} for key, pages in uses(kit).items()}
    assert {"deck/photo_text", "deck/steps"} & found[tall.source.key]
    assert "print/flyer" in found[wide.source.key]
    assert "print/flyer" not in found[tall.source.key]


def test_photos_that_no_place_was_left_for_come_in_a_later_week(photo: Photo) -> None:
    many = shapes(replace(photo, people="nobody"), *((1600 + 8 * number, 1200) for number in range(14)))
    kit = kit_with(photo, 1)
    seen: set[str] = set()
    for week in range(1, 6):
        of_week = with_photos(replace(kit, project=replace(kit.project, week=week)), *many)
        seen |= {key for key, pages in uses(of_week).items() if pages}
    assert seen == {one.source.key for one in many}


@pytest.mark.parametrize(("week", "language"), SAMPLE_OF_KITS)
def test_a_photo_of_unknown_people_is_never_where_it_could_harm_them(photo: Photo, week: int, language: str) -> None:
    campaign = bundled_campaign(language)
    kit = build_kit(
        Project(Brand("Riverbend"), week, 2027, (photo,), language), campaign, bundled_resources(), Options(), TODAY
    )
    places, found = places_of(kit), pieces_with(kit, photo)
    assert found
    assert all(places[piece] for piece in found)
    barred = {piece for (piece, _), reason in reasons(kit, photo).items() if reason in ("harm", "quote", "camera")}
    assert barred == {piece for piece, free in places.items() if not free}
    for post in kit.week.posts:
        if social_piece(week, post) in found:
            assert not about_harm(map(str, post.graphic.fields.values()), (campaign.month.name,))


def test_a_design_of_ones_own_takes_photos_without_being_named_anywhere(photo: Photo, tmp_path: Path) -> None:
    folder = tmp_path / "own" / "social"
    folder.mkdir(parents=True)
    (folder / "wide.xml").write_text(
        """<template id="social/wide" title="Wide" canvases="square portrait story landscape" fields="head picture?">
  <column ground="surface"><picture of="picture" height="60" frame="full"/>
    <text style="title" tag="H1">{head}</text><foot-band/></column></template>""",
        encoding="utf-8",
    )
    resources = load_resources(replace(paths.folders(), own_templates=tmp_path / "own"))
    edits = Edits.from_mapping({"w2/social/w2-rules-protect": {TEMPLATE: "social/wide"}})
    two = shapes(replace(photo, people="nobody"), (1600, 1000), (1600, 1100))
    project = Project(Brand("Riverbend"), 2, 2027, two, edits=edits)
    campaign = bundled_campaign()
    kit = build_kit(project, campaign, resources, Options(), TODAY)
    assert takes_picture(kit, "social/wide")
    assert "w2/social/w2-rules-protect" in pieces_with(kit, two[0]) | pieces_with(kit, two[1])
    frames = {slot.canvas: slot.pixels for slot in slots_of(kit, "social/wide")}
    assert frames["square"] == (1080, 720)


def test_a_photo_whose_people_said_no_appears_nowhere(photo: Photo) -> None:
    assert pages_with(kit_with(replace(photo, withdrawn=True), 2), photo) == []


def test_a_photo_for_certain_pieces_comes_into_no_other(photo: Photo) -> None:
    assert pages_with(kit_with(replace(photo, placed=True), 2), photo) == []


def test_the_photographer_is_named_on_the_closing_slide(photo: Photo) -> None:
    specs = plan(kit_with(photo, 2))
    for spec in specs:
        named = [str(page.content["credit"]) for page in spec.pages if page.template == "deck/closing"]
        uses = any(
            isinstance(picture := page.content.get("picture"), PictureRef) and picture.source.key == photo.source.key
            for page in spec.pages
        )
        assert all(credit.endswith("Photos: Ana Ruiz.") == uses for credit in named)
    training = next(spec for spec in specs if spec.id == "deck/training")
    assert any("Ana Ruiz" in str(page.content.get("credit", "")) for page in training.pages)


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
