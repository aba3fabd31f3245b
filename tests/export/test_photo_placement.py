"""Where a photo may go, by its shape, its sharpness and who is in it, and which places are beside each other."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from PIL import Image

from htpm_studio.decoding.values import FieldValue
from htpm_studio.export.kit.edits import ADDED, ORDER, PICTURE, TEMPLATE
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.kit.photo_placement import (
    chosen_against,
    free_photos,
    large_enough,
    photo_for,
    reasons,
    slots_on,
    takes_picture,
)
from htpm_studio.project.model import Brand, Edits, Photo, Project
from htpm_studio.scene.nodes import PictureSource
from tests.helpers.bundled import bundled_campaign, bundled_resources

TRAINING, POST, FLYER = "w3/deck/training", "w3/social/w3-quick-guide", "w3/print/flyer"
QUOTE, HARM, WALL = f"{TRAINING}/12", f"{TRAINING}/2", "w3/background/photo-wall"


@cache
def drawn() -> bytes:
    data = io.BytesIO()
    Image.radial_gradient("L").resize((64, 64)).save(data, "JPEG")
    return data.getvalue()


def photo(key: str, size: tuple[int, int] = (2400, 1600), **more: Any) -> Photo:
    return replace(Photo(PictureSource(key, "jpeg", drawn(), size), f"{key}.jpg"), **more)


def kit(*photos: Photo, **edits: dict[str, str]) -> Kit:
    """The third week with these photos; the edits are by piece, named by the constants above."""
    names = {"post": POST, "flyer": FLYER, "quote": QUOTE, "harm": HARM, "wall": WALL, "deck": TRAINING}
    own = Edits.from_mapping({names.get(name, f"{TRAINING}/{name}"): fields for name, fields in edits.items()})
    project = Project(Brand("Riverbend"), 3, 2027, photos, edits=own)
    return build_kit(project, bundled_campaign(), bundled_resources(), Options(), date(2026, 11, 25))


def shown(made: Kit, piece: str) -> str:
    found = photo_for(made, piece, "", "")
    return found.source.key if found else ""


NOBODY, ANYBODY = photo("nobody", people="nobody"), photo("anybody")


def test_a_place_has_the_photo_or_a_reason_why_not() -> None:
    made = kit(NOBODY, ANYBODY)
    assert [shown(made, piece) for piece in (HARM, QUOTE, WALL, FLYER)] == ["nobody"] * 4
    why = reasons(made, ANYBODY)
    assert [why[piece, "picture"] for piece in (HARM, QUOTE, WALL, FLYER)] == ["harm", "quote", "camera", "harm"]
    assert shown(made, POST) == "anybody"
    assert (POST, "picture") not in why
    assert reasons(made, NOBODY)[POST, "picture"] == "other"
    assert set(reasons(made, NOBODY).values()) == {"other", "beside"}


def test_what_is_next_to_a_photo_is_the_reason_only_where_the_place_has_no_other_photo() -> None:
    alone = kit(NOBODY)
    empty = {piece for piece, _ in reasons(alone, NOBODY)}
    assert set(reasons(alone, NOBODY).values()) == {"beside"}
    assert all(not shown(alone, piece) for piece in empty)
    other = photo("other", people="nobody")
    both = kit(NOBODY, other)
    assert sum(bool(shown(both, piece)) for piece in empty) >= len(empty) // 2
    for one in (NOBODY, other):
        for (piece, _), why in reasons(both, one).items():
            assert why == ("other" if shown(both, piece) else "beside")


def test_words_of_the_user_about_harm_take_the_photo_of_people_away_and_other_edits_do_not() -> None:
    threat = {"head": "He was threatened at work"}
    changed = kit(ANYBODY, post=threat)
    assert (shown(changed, POST), reasons(changed, ANYBODY)[POST, "picture"]) == ("", "harm")
    assert shown(kit(NOBODY, photo("x", people="nobody"), post=threat), POST)
    for field in ("@day", "@picture.1"):
        assert shown(kit(ANYBODY, post={field: "He was threatened at work"}), POST) == "anybody"
    assert photo_for(kit(), POST, "", "") is None


def test_a_picture_that_the_user_chose_is_the_reason_unless_it_is_this_photo() -> None:
    assert reasons(kit(NOBODY, flyer={PICTURE: "open-hands"}), NOBODY)[FLYER, "picture"] == "chosen"
    assert (FLYER, "picture") not in reasons(kit(NOBODY, flyer={PICTURE: "nobody"}), NOBODY)


def test_photos_of_people_that_the_user_put_where_they_would_not_go_are_named() -> None:
    mine = {PICTURE: "anybody"}

    def against(one: Photo, **edits: dict[str, str]) -> dict[str, str]:
        return dict(chosen_against(kit(one, **edits), one))

    assert against(ANYBODY) == against(ANYBODY, post=mine) == {}
    assert against(ANYBODY, harm=mine, quote=mine, wall=mine) == {HARM: "harm", QUOTE: "quote", WALL: "camera"}
    assert against(ANYBODY, post={**mine, "head": "He was threatened at work"}) == {POST: "harm"}
    assert against(ANYBODY, quote={**mine, "who": "He was threatened at work"}) == {QUOTE: "harm"}
    assert against(replace(ANYBODY, people="nobody"), harm=mine, quote=mine) == {}
    assert against(ANYBODY, harm={PICTURE: "open-hands"}) == {}


def test_photos_that_are_kept_back_withdrawn_or_flat_go_nowhere_by_themselves() -> None:
    assert free_photos(kit(NOBODY)) == (NOBODY,)
    for kept in (replace(NOBODY, placed=True), replace(NOBODY, withdrawn=True)):
        assert free_photos(kit(kept)) == ()
        assert shown(kit(kept), FLYER) == ""
    data = io.BytesIO()
    Image.new("RGB", (64, 64), "#808080").save(data, "JPEG")
    flat = replace(NOBODY, source=PictureSource("flat", "jpeg", data.getvalue(), (2400, 1600)))
    assert free_photos(kit(NOBODY, flat)) == (NOBODY,)


def test_a_photo_is_large_enough_where_one_design_shows_it_sharply() -> None:
    assert large_enough(kit(), NOBODY)
    assert large_enough(kit(), photo("small", (900, 900)))
    assert not large_enough(kit(), photo("tiny", (300, 200)))


def test_only_designs_with_a_picture_have_places_and_only_on_their_page_sizes() -> None:
    made = kit()
    assert takes_picture(made, "deck/photo_text")
    assert not takes_picture(made, "deck/bullets")
    assert not takes_picture(made, "deck/nowhere")
    assert slots_on(made, "deck/photo_text", "slide")
    assert slots_on(made, "deck/photo_text", "letter") == slots_on(made, "deck/nowhere", "slide") == ()


def test_a_slide_of_the_users_own_takes_what_is_left_and_a_changed_design_keeps_the_others() -> None:
    made = kit(NOBODY, n1={ADDED: "deck/photo_text", "head": "New"}, deck={ORDER: "1 2 3 n1"})
    usual = kit(NOBODY)
    assert [shown(made, piece) for piece in (HARM, QUOTE, FLYER, f"{TRAINING}/n1")] == ["nobody"] * 4
    assert reasons(made, NOBODY) == reasons(usual, NOBODY)
    threat = {ADDED: "deck/photo_text", "head": "New", "text": "He was threatened at work"}
    assert shown(kit(ANYBODY, n1=threat), f"{TRAINING}/n1") == ""
    bullets = {"3": {TEMPLATE: "deck/photo_text"}}
    assert not takes_picture(usual, usual.week.deck("training").slides[2].layout)
    third = f"{TRAINING}/3"
    assert (third, "picture") in {*reasons(kit(NOBODY, **bullets), NOBODY)} or shown(kit(NOBODY, **bullets), third)
    assert not shown(usual, third)
    left = kit(NOBODY, harm={TEMPLATE: "deck/bullets"})
    assert reasons(left, NOBODY) == reasons(usual, NOBODY), "its share stays there"


def test_words_of_the_campaign_about_harm_keep_people_away_and_addresses_say_nothing() -> None:
    made = kit(ANYBODY)
    (flyer,) = (one for one in made.week.handouts if one.id == "flyer")

    def why(**fields: FieldValue) -> str | None:
        other = replace(flyer, illustrated=False, fields=fields)
        return reasons(replace(made, week=replace(made.week, handouts=(other,))), ANYBODY).get((FLYER, "picture"))

    threat = "He was threatened at work"
    assert why(head=threat) == why(points=({"head": threat},)) == why(items=("One", threat)) == "harm"
    assert why(url=threat, picture=threat) != "harm"
