"""The user's words and choices laid over what the campaign says: which reach the page, and how."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from htpm_studio.compose.context import Value
from htpm_studio.compose.frames import PictureRef
from htpm_studio.export.kit.edits import (
    LEAST_LOGO,
    MOST_LOGO,
    changes_piece,
    edited,
    is_in_week,
    is_left_out,
    kept_look,
    logo_size,
    lost_templates,
    picture_name,
    picture_named,
    piece_id,
    social_piece,
    template_of,
)
from htpm_studio.export.kit.feed_mix import FeedLook
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.project.model import Brand, Edits, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources

PIECE = "w2/social/w2-rights"


def kit_with(**fields: str) -> Kit:
    """A kit whose only edits are these; "_at" in a name is the "@" of a choice, "__" a point."""
    own = {
        name.replace("at_", "@", 1).replace("__", ".").replace("left_out", "left-out"): text
        for name, text in fields.items()
    }
    project = Project(Brand("Hope"), 2, 2027, edits=Edits.from_mapping({PIECE: own}))
    return build_kit(project, bundled_campaign(), bundled_resources(), Options(), date(2026, 11, 25))


def shown(content: Mapping[str, Value], part: str = "", **fields: str) -> Mapping[str, Value]:
    return edited(kit_with(**fields), PIECE, content, part=part)


CONTENT: Mapping[str, Value] = {"head": "H", "items": ("a", "b", "c"), "points": ({"head": "p", "text": "t"},)}


def test_words_go_to_their_place_in_texts_lists_and_groups() -> None:
    assert shown(CONTENT) == CONTENT
    assert shown(CONTENT, head="new")["head"] == "new"
    assert shown(CONTENT, items__1="new")["items"] == ("a", "new", "c")
    assert shown(CONTENT, points__0__text="new")["points"] == ({"head": "p", "text": "new"},)
    assert shown(CONTENT, points__0__sub="new")["points"] == ({"head": "p", "text": "t", "sub": "new"},)
    assert shown(CONTENT, other="new")["other"] == "new"


def test_a_list_grows_by_the_line_after_its_last_and_loses_emptied_lines() -> None:
    assert shown(CONTENT, items__3="new")["items"] == ("a", "b", "c", "new")
    assert shown(CONTENT, items__4="new")["items"] == ("a", "b", "c")
    assert shown(CONTENT, items__3__head="new")["items"] == ("a", "b", "c")
    assert shown(CONTENT, items__x="new")["items"] == ("a", "b", "c")
    assert shown(CONTENT, items__0="", items__2="new")["items"] == ("b", "new")
    assert shown(CONTENT, points__0__text="")["points"] == ({"head": "p", "text": ""},)
    assert shown({"items": ("a", "")})["items"] == ("a", "")  # where nothing is edited, nothing goes away


def test_a_page_takes_only_the_words_of_its_part_and_choices_are_no_words() -> None:
    fields = {"en__head": "E", "es__head": "S", "at_day": "2027-01-12"}
    assert shown({"head": "H"}, "en", **fields) == {"head": "E"}
    assert shown({"head": "H"}, "es", **fields) == {"head": "S"}
    assert "@day" not in shown({"head": "H"}, **fields)


def test_the_part_of_a_picture_and_its_size_come_from_the_page_size_before_the_piece() -> None:
    scene = next(iter(kit_with().scenes.values()))
    content: Mapping[str, Value] = {"picture": scene}

    def seen(size: str, **fields: str) -> tuple[tuple[float, float] | None, float, bool]:
        found = edited(kit_with(**fields), PIECE, content, size)["picture"]
        assert isinstance(found, PictureRef)
        return found.focus, found.zoom, found.moved

    usual = scene.focus, scene.zoom, False
    assert seen("square") == usual
    fields = {"at_focus": "0.25 0.75", "at_focus__story": "0.1 0.2", "at_zoom": "1.5", "at_zoom__story": "2"}
    assert seen("square", **fields) == ((0.25, 0.75), 1.5, True)
    assert seen("story", **fields) == ((0.1, 0.2), 2.0, True)
    assert seen("square", at_focus="0.25") == usual
    assert seen("square", at_focus="0.25 0.75") == ((0.25, 0.75), scene.zoom, True)
    assert seen("square", at_zoom="1.5") == (scene.focus, 1.5, True)


def test_another_picture_and_its_description_replace_those_of_the_campaign() -> None:
    kit = kit_with()
    first, second = list(kit.scenes)[:2]
    content: Mapping[str, Value] = {"picture": kit.scenes[first]}
    other = shown(content, at_picture=second, alt="Said by the user.")["picture"]
    assert isinstance(other, PictureRef)
    assert (other.name, other.alt) == (kit.scenes[second].name, "Said by the user.")
    same = shown(content, at_picture="unknown")["picture"]
    assert isinstance(same, PictureRef)
    assert (same.name, same.alt, same.duotone) == (kit.scenes[first].name, kit.scenes[first].alt, False)
    assert picture_named(kit, first) == kit.scenes[first]
    assert picture_named(kit, "unknown") is None
    assert (picture_name(kit.scenes[first]), picture_name("words")) == (kit.scenes[first].key, "")


@pytest.mark.parametrize(
    ("text", "size"),
    [("1.5", 1.5), ("0.1", LEAST_LOGO), ("9", MOST_LOGO), ("inf", 1.0), ("-inf", 1.0), ("nan", 1.0), ("large", 1.0)],
)
def test_the_logo_is_between_the_smallest_and_the_largest_and_never_what_is_no_number(text: str, size: float) -> None:
    assert logo_size({"@logo": text}) == size
    assert logo_size({}) == 1.0


def test_marks_and_days_do_not_change_a_piece_and_words_and_pictures_do() -> None:
    assert [changes_piece(name) for name in ("@locked", "@people", "@layout", "@added", "@shared")] == [False] * 5
    assert [changes_piece(name) for name in ("@day", "@time", "@posted", "@fine.x")] == [False] * 4
    assert [changes_piece(name) for name in ("head", "@picture", "@template", "@left-out", "@focus.story")] == [
        True
    ] * 5


def test_a_piece_belongs_to_its_week_and_a_post_to_the_week_that_it_comes_from() -> None:
    kit = kit_with()
    assert piece_id(kit, "deck/x") == "w2/deck/x"
    post = kit.week.posts[0]
    assert social_piece(2, replace(post, home=0)) == f"w2/social/{post.id}"
    assert social_piece(2, replace(post, home=4)) == f"w4/social/{post.id}"
    assert is_in_week(kit, "w2/deck/x")
    assert not is_in_week(kit, "w4/deck/x")
    guest = replace(kit, week=replace(kit.week, posts=(replace(post, home=4),)))
    assert is_in_week(guest, f"w4/social/{post.id}")
    assert not is_in_week(guest, "w4/social/other")


def test_a_chosen_template_counts_where_it_is_here_and_has_the_size() -> None:
    assert template_of(kit_with(), PIECE, "social/quote", "square") == "social/quote"
    assert template_of(kit_with(at_template="social/help"), PIECE, "social/quote", "square") == "social/help"
    assert template_of(kit_with(at_template="social/help"), PIECE, "social/quote", "letter") == "social/quote"
    assert template_of(kit_with(at_template="gone"), PIECE, "social/quote", "square") == "social/quote"
    assert list(lost_templates(kit_with(at_template="gone"))) == [(PIECE, "gone")]
    assert list(lost_templates(kit_with(at_template="social/help", head="gone"))) == []


def test_only_yes_leaves_a_piece_out() -> None:
    assert is_left_out(kit_with(at_left_out="yes"), PIECE)
    assert not is_left_out(kit_with(at_left_out="no"), PIECE)
    assert not is_left_out(kit_with(at_left_out="yes"), "w2/other")


def test_a_locked_graphic_keeps_its_layout_while_the_template_is_here() -> None:
    assert kept_look(kit_with(at_layout="social/help brand"), PIECE) == FeedLook("social/help", "brand")
    assert kept_look(kit_with(at_layout="gone brand"), PIECE) is None
    assert kept_look(kit_with(), PIECE) is None
