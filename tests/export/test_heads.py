"""Photos of people: no head is cut off where nobody said where it is, on no page of any family and size."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from htpm_studio.compose.bleed import with_bleed
from htpm_studio.compose.compose_page import Composed
from htpm_studio.compose.crop import ASIDE, HEADROOM, can_keep_heads, cover, cuts_face, with_heads
from htpm_studio.export.kit.edits import FOCUS, PICTURE
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.pages.page_builder import PageBuilder
from htpm_studio.export.preflight.model import Check, applied
from htpm_studio.export.preflight.report import preflight
from htpm_studio.export.run.exporter import general_findings
from htpm_studio.project.model import Brand, Consent, Edits, FaceBox, Photo, Project
from htpm_studio.scene.nodes import Crop, Page, Picture, PictureSource, Shape, TextBlock
from htpm_studio.scene.walk import walk
from htpm_studio.units import Box
from tests.helpers.bundled import bundled_campaign, bundled_resources, bundled_tools
from tests.helpers.sweeps import WEEKS, in_turn, sampled

FAMILIES = sorted(bundled_resources().designs.by_id)
SHAPES = ((1200, 1800), (1500, 1500), (1600, 1200), (1920, 1080))
EVERYTHING, POSTS = Options(), Options(media=("social",))
NEAR = 1e-6


def person(size: tuple[int, int]) -> Photo:
    data = io.BytesIO()
    Image.radial_gradient("L").convert("RGB").resize(size).save(data, "JPEG")
    source = PictureSource(f"{size[0]}x{size[1]}", "jpeg", data.getvalue(), size)
    return Photo(
        source,
        "name-of-a-person.jpg",
        (0.4, 0.4),
        people="staff",
        consent=Consent("Ana", record="Office", kind="signed"),
    )


def kit_with(
    photo: Photo, family: str, week: int = 2, edits: Edits | None = None, options: Options = EVERYTHING
) -> Kit:
    project = Project(Brand("Riverbend", family=family), week, 2027, (photo,), edits=edits or Edits())
    return build_kit(project, bundled_campaign(), bundled_resources(), options, date(2026, 11, 25))


def shown(made: Page, photo: Photo) -> list[Crop]:
    return [node.crop for node in walk(made.nodes) if isinstance(node, Picture) and node.source.key == photo.source.key]


def on_page(picture: Picture, face: FaceBox) -> Box:
    """Where a face of a photo is on its page."""
    box, crop = picture.box, picture.crop
    wide, high = 1 - crop.left - crop.right, 1 - crop.top - crop.bottom
    x, y = box.x + box.width * (face.left - crop.left) / wide, box.y + box.height * (face.top - crop.top) / high
    return Box(x, y, box.width * (face.right - face.left) / wide, box.height * (face.bottom - face.top) / high)


def crops(kit: Kit, photo: Photo) -> dict[str, Crop]:
    """What every file of a kit shows of a photo."""
    builder, found = PageBuilder(), dict[str, Crop]()
    for spec in plan(kit):
        for page in () if spec.repeats else spec.pages:
            ref = page.content.get("picture")
            if ref is not None and getattr(ref, "own", None) is photo.source:
                composed: Composed = builder.compose(page, kit.page_inputs)
                for made in (composed.page, with_bleed(composed.page)) if spec.medium == "print" else (composed.page,):
                    found |= {f"{spec.path} {page.info.name} {made.bleed}": crop for crop in shown(made, photo)}
    return found


@pytest.mark.parametrize(("family", "size"), in_turn(FAMILIES, SHAPES))
@pytest.mark.parametrize("week", sampled(WEEKS, 2))
def test_every_page_shows_a_photo_of_people_from_its_top_and_middle(
    family: str, size: tuple[int, int], week: int
) -> None:
    photo = person(size)
    kit = kit_with(photo, family, week)
    found = crops(kit, photo)
    assert bool(found) != any(one.code == "photo-unused" for one in general_findings(kit)), "shown, or named"
    assert {
        name: crop
        for name, crop in found.items()
        if crop.top > HEADROOM + NEAR or max(crop.left, crop.right) > ASIDE + NEAR
    } == {}


FACES: Mapping[str, tuple[FaceBox, ...]] = {
    "high on the left": (FaceBox(0.1, 0.1, 0.25, 0.3),),
    "low on the right": (FaceBox(0.7, 0.55, 0.85, 0.8),),
    "two apart": (FaceBox(0.12, 0.2, 0.24, 0.38), FaceBox(0.66, 0.25, 0.78, 0.43)),
    "large": (FaceBox(0.35, 0.2, 0.65, 0.65),),
    "one at the back": (FaceBox(0.4, 0.3, 0.6, 0.6), FaceBox(0.02, 0.02, 0.06, 0.08)),
}


@pytest.mark.parametrize(("family", "faces"), in_turn(FAMILIES, sorted(FACES)))
def test_no_head_is_cut_on_any_page_where_it_is_known_where_heads_are(family: str, faces: str) -> None:
    found: dict[str, Crop] = {}
    for size in SHAPES:
        photo = replace(person(size), faces=FACES[faces])
        kit = kit_with(photo, family)
        found |= {f"{size} {name}": crop for name, crop in crops(kit, photo).items()}
    assert found
    assert {name for name, crop in found.items() if cuts_face(crop, FACES[faces])} == set()


def test_a_head_that_the_user_cuts_off_is_named_and_one_click_shows_it() -> None:
    photo = replace(person((1600, 1200)), faces=FACES["high on the left"])
    kit = kit_with(photo, "common-thread", options=POSTS)
    piece = next(spec.piece for spec in plan(kit) if any(path.startswith(spec.path) for path in crops(kit, photo)))
    moved = Edits.from_mapping({piece: {PICTURE: photo.source.key, FOCUS: "0.9 0.9"}})

    def cut(edits: Edits) -> list[Check]:
        found = preflight(kit_with(photo, "common-thread", edits=edits, options=POSTS), bundled_tools(), PageBuilder())
        return [check for check in found.checks if check.code == "face-cut"]

    (check,) = cut(moved)
    assert (check.piece, check.group) == (piece, "look")
    back = applied(Project(Brand("Hope"), 2, 2027, edits=moved), check.fixes[0].changes)
    assert cut(back.edits) == []


sides = st.floats(50, 4000)
shares = st.floats(0, 1)


@given(sides, sides, sides, sides, shares, shares)
def test_a_frame_that_can_keep_heads_keeps_them(
    wide: float, high: float, across: float, down: float, x: float, y: float
) -> None:
    usual = cover((wide, high), Box(0, 0, across, down), (x, y))
    kept = with_heads(usual)
    assert kept.left + kept.right == pytest.approx(usual.left + usual.right)
    assert kept.top + kept.bottom == pytest.approx(usual.top + usual.bottom)
    assert kept.top <= HEADROOM
    if can_keep_heads((wide, high), across / down):
        assert max(kept.left, kept.right) <= ASIDE + NEAR
        assert 1 - kept.bottom >= 0.44 - NEAR


def test_an_upright_photo_of_a_person_is_in_the_sizes_that_suit_it_and_a_drawing_in_the_others() -> None:
    photo = person((1200, 1802))
    for family in FAMILIES:
        kit = kit_with(photo, family, options=POSTS)
        assert {"story", "portrait"} <= {name.split("/")[1] for name in crops(kit, photo)}, family
        drawn = {spec.path for spec in plan(kit) if spec.format == "png"}
        assert drawn


def test_what_the_user_moved_by_hand_stays_where_it_was_put() -> None:
    photo = person((1600, 1200))
    kit = kit_with(photo, "common-thread", options=POSTS)
    piece = next(spec.piece for spec in plan(kit) if any(path.startswith(spec.path) for path in crops(kit, photo)))
    moved = {PICTURE: photo.source.key, FOCUS: "0.5 0.9"}
    own = kit_with(photo, "common-thread", edits=Edits.from_mapping({piece: moved}), options=POSTS)
    assert max(crop.top for crop in crops(own, photo).values()) > 2 * HEADROOM


def test_a_photo_that_is_in_no_piece_is_named_with_its_reason_by_its_number_in_the_kit() -> None:
    tower = person((1200, 6000))
    found = [one for one in general_findings(kit_with(tower, "quilt")) if one.code == "photo-unused"]
    assert [one.shared for one in found] == [
        "Photo 1 is in no piece of this kit: no place has its shape, and too much of it would be cut off."
    ]
    assert "name-of-a-person" in found[0].message
    usual = general_findings(kit_with(person((1600, 1200)), "quilt"))
    assert "photo-unused" not in {one.code for one in usual}


def test_a_photo_in_fewer_than_two_posts_is_named_with_its_reason() -> None:
    found = [note for note in general_findings(kit_with(person((1600, 1200)), "quilt")) if note.code == "photo-few"]
    assert [note.shared for note in found] == [
        "Fewer than two posts show photo 1: no other post has a place for a photo."
    ]
    assert "photo-few" not in {note.code for note in general_findings(kit_with(person((1600, 1200)), "quilt", 3))}


@pytest.mark.parametrize("family", FAMILIES)
def test_a_close_up_with_a_photo_is_laid_out_as_the_photo_post(family: str) -> None:
    photo = replace(person((2400, 2000)), faces=(FaceBox(0.42, 0.3, 0.55, 0.45),))
    piece = "w4/social/w4-connection"
    chosen = Edits.from_mapping({piece: {PICTURE: photo.source.key}})

    def designs(edits: Edits) -> set[str]:
        kit = kit_with(replace(photo, placed=True), family, 4, edits, POSTS)
        found = (page.template for spec in plan(kit) if spec.piece == piece for page in spec.pages)
        return {template.removesuffix("-second") for template in found}

    assert designs(Edits()) == {"social/close-up"}
    assert designs(chosen) == {"social/photo"}


@pytest.mark.parametrize("top", [0.2, 0.62])
@pytest.mark.parametrize("family", FAMILIES)
def test_the_photo_post_is_mostly_photo_with_its_credit_on_it_and_nothing_over_a_face(family: str, top: float) -> None:
    face, builder, sizes = FaceBox(0.42, top, 0.55, top + 0.15), PageBuilder(), set[str]()
    photo = replace(person((2400, 2000)), faces=(face,), credit="María Fernández")
    kit = kit_with(photo, family, options=POSTS)
    for spec in plan(kit):
        if spec.repeats or spec.format != "jpg":
            continue
        made: Composed = builder.compose(spec.pages[0], kit.page_inputs)
        nodes = list(walk(made.page.nodes))
        at = next(
            n for n, node in enumerate(nodes) if isinstance(node, Picture) and node.source.key == photo.source.key
        )
        picture = nodes[at]
        assert isinstance(picture, Picture)
        page = made.page.size
        assert picture.box.width * picture.box.height >= 0.44 * page.width * page.height, spec.path
        assert any("María" in node.text for node in nodes[at:] if isinstance(node, TextBlock)), spec.path
        seen = on_page(picture, face)
        over = [
            node.name for node in nodes[at + 1 :] if isinstance(node, Shape | TextBlock) and node.box.overlaps(seen)
        ]
        assert over == [], spec.path
        sizes.add(spec.pages[0].canvas)
    assert sizes


def test_a_photo_that_the_user_put_below_words_is_named_where_they_cover_a_face() -> None:
    low = replace(person((1500, 1500)), placed=True, faces=FACES["low on the right"])
    kit = kit_with(person((1600, 1200)), "broadside", options=POSTS)
    piece = next(spec.piece for spec in plan(kit) if spec.format == "jpg")
    edits = Edits.from_mapping({piece: {PICTURE: low.source.key}})
    own = kit_with(low, "broadside", edits=edits, options=POSTS)
    found = [check for check in preflight(own, bundled_tools(), PageBuilder()).checks if check.code == "face-cut"]
    assert [check.piece for check in found] == [piece]
