"""When posts go out, and what the user's changes of day, time and words leave in the project."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from htpm_studio.campaign.networks import Network, known_networks
from htpm_studio.errors import InputError
from htpm_studio.export.kit.edits import ALL_PIECES, POSTED, YES
from htpm_studio.export.texts.planned_posts import (
    CAPTION,
    DAY,
    NOT_PLANNED,
    TIME,
    USUAL_TIME,
    PlannedPost,
    all_timed,
    moved,
    planned_posts,
    read_post_text,
    rewritten,
    spread_evenly,
    timed,
    usual_time,
)
from htpm_studio.project.model import Brand, Edits, Project
from htpm_studio.project.store import open_project
from tests.helpers.bundled import bundled_campaign

DAY_12 = date(2027, 1, 12)
POST = PlannedPost("w2/social/a", 2, "A", "Long words", "Short", "", DAY_12, DAY_12)
PROJECT = Project(Brand("Riverbend"), 2, 2027)
NETWORK = Network("x", "letters", 9, "characters", "", "", name="X")


def edits(project: Project) -> dict[str, dict[str, str]]:
    return {piece: dict(fields) for piece, fields in project.edits.to_mapping().items()}


def with_edit(field: str, text: str, piece: str = POST.piece) -> Project:
    return replace(PROJECT, edits=Edits().changed(piece, field, text))


def test_the_usual_time_is_that_of_all_posts() -> None:
    nine = with_edit(TIME, "09:00", ALL_PIECES)
    assert (usual_time(PROJECT), usual_time(nine)) == (time(10), time(9))
    assert edits(timed(PROJECT, POST, time(9))) == {POST.piece: {TIME: "09:00"}}
    assert edits(timed(with_edit(TIME, "09:00"), POST, time(10))) == {}
    assert edits(timed(PROJECT, replace(POST, shifted=True), time(10))) == {POST.piece: {TIME: "10:00"}}
    assert edits(all_timed(with_edit(TIME, "09:00"), time(8))) == {ALL_PIECES: {TIME: "08:00"}}
    assert edits(all_timed(nine, USUAL_TIME)) == {}
    assert edits(all_timed(with_edit(DAY, "2027-01-13"), USUAL_TIME)) == {POST.piece: {DAY: "2027-01-13"}}


def test_a_post_goes_to_another_day_of_its_month_or_off_the_calendar() -> None:
    assert edits(moved(PROJECT, POST, date(2027, 1, 13))) == {POST.piece: {DAY: "2027-01-13"}}
    assert edits(moved(PROJECT, POST, None)) == {POST.piece: {DAY: NOT_PLANNED}}
    assert edits(moved(with_edit(DAY, "2027-01-13"), POST, DAY_12)) == {}
    for day in (date(2027, 2, 12), date(2026, 1, 12)):
        assert moved(PROJECT, POST, day) is PROJECT
    fixed = replace(POST, fixed=True)
    assert moved(PROJECT, fixed, date(2027, 1, 13)) is moved(PROJECT, fixed, None) is PROJECT


def test_new_words_are_for_all_networks() -> None:
    own = with_edit("caption.x", "Only here")
    made = rewritten(own, replace(POST, own=(("x", "Only here"),)), "New")
    assert edits(made) == {POST.piece: {CAPTION: "New"}}


def test_a_network_gets_its_own_words_else_the_long_ones_where_they_fit_else_the_short_ones() -> None:
    wide = replace(NETWORK, text_limit=10)
    assert (POST.text(wide), POST.text(NETWORK)) == ("Long words", "Short")
    assert replace(POST, short=" ").text(NETWORK) == "Long words"
    own = replace(POST, own=(("x", ""),), edited=True)
    assert own.text(NETWORK) == ""
    assert own.usual(NETWORK) == "Short"
    edited = replace(POST, edited=True)
    assert [one.stands_in(NETWORK) for one in (edited, POST, own)] == [True, False, False]
    assert not edited.stands_in(wide)


# ------------------------------------------------------------------ the posts of a campaign

RIGHTS, BEGINS, GOODS, BLUE = (
    f"w2/social/{name}" for name in ("w2-rights", "w2-week-begins", "w2-buy-with-care", "w2-wear-blue")
)


def planned(own: dict[str, dict[str, str]]) -> dict[str, PlannedPost]:
    project = replace(PROJECT, edits=Edits.from_mapping(own))
    return {post.piece: post for post in planned_posts(project, bundled_campaign())}


def test_a_post_with_a_time_of_its_own_has_it_and_others_wait_for_that() -> None:
    own = planned({RIGHTS: {TIME: "10:00"}})
    assert [(own[one].time, own[one].shifted) for one in (RIGHTS, BEGINS)] == [(time(10), False), (time(10, 30), True)]
    both = planned({RIGHTS: {TIME: "10:00"}, BEGINS: {TIME: "10:00"}})
    assert {both[one].time for one in (RIGHTS, BEGINS)} == {time(10)}, "as the user says"
    eight = planned({ALL_PIECES: {TIME: "08:00"}})
    assert (eight[BEGINS].time, eight[RIGHTS].time, eight[RIGHTS].shifted) == (time(8), time(8, 30), True)


def test_a_post_says_what_the_user_did_with_it_and_one_of_a_certain_day_stays_there() -> None:
    own = {"caption": "Mine", "caption.x": "Here", "caption.facebook": "There", "alt": "A field", POSTED: YES}
    usual, mine = planned({})[RIGHTS], planned({RIGHTS: own, BLUE: {DAY: "2027-01-13"}})
    made = mine[RIGHTS]
    assert (made.caption, made.alt, made.posted, made.edited) == ("Mine", "A field", True, True)
    assert made.own == (("facebook", "There"), ("x", "Here"))
    assert (usual.posted, usual.edited, usual.own, usual.fixed, made.short) == (False, False, (), False, usual.short)
    assert (mine[BLUE].fixed, mine[BLUE].day) == (True, date(2027, 1, 11))
    assert planned({RIGHTS: {DAY: "2027-01-06"}})[RIGHTS].day == date(2027, 1, 6)
    assert planned({RIGHTS: {POSTED: "no"}})[RIGHTS].posted is False


def test_free_posts_are_spread_two_a_day_around_those_that_went_out() -> None:
    own = {GOODS: {POSTED: YES, DAY: "2027-01-06"}, **{piece: {DAY: "2027-01-06"} for piece in (RIGHTS, BEGINS)}}
    before = replace(PROJECT, edits=Edits.from_mapping(own))
    after = spread_evenly(before, bundled_campaign())
    found = {post.piece: post for post in planned_posts(after, bundled_campaign())}
    assert (found[GOODS].day, found[BLUE].day) == (date(2027, 1, 6), date(2027, 1, 11))
    days = [post.day for post in found.values()]
    assert None not in days
    assert max(map(days.count, days)) == 2
    kept = {(one.piece, one.text) for one in after.edits.items if one.field == DAY}
    assert all(found[piece].suggested.isoformat() != text for piece, text in kept), "the suggested day is no edit"
    assert spread_evenly(after, bundled_campaign()) == after


def test_a_post_that_the_full_month_has_no_place_for_waits_until_the_user_gives_it_a_day() -> None:
    one = bundled_campaign().weeks[0]
    posts = tuple(replace(one.posts[0], id=f"p{number}") for number in range(70))
    crowded = replace(bundled_campaign(), weeks=(replace(one, posts=posts),))

    def waiting(project: Project) -> list[PlannedPost]:
        return [post for post in planned_posts(project, crowded) if post.day is None]

    found = planned_posts(PROJECT, crowded)
    assert len(found) == 70
    assert (len(waiting(PROJECT)), found[-1].suggested, found[-1].placed) == (70 - 2 * 29, date(2027, 1, 31), False)
    put = moved(PROJECT, found[-1], found[-1].suggested)
    assert len(waiting(put)) == len(waiting(PROJECT)) - 1
    assert moved(put, found[-1], None) == PROJECT


def test_a_file_of_words_is_read_and_any_other_one_refused(tmp_path: Path) -> None:
    (tmp_path / "post.txt").write_bytes("¿Qué?".encode())
    assert read_post_text(tmp_path / "post.txt") == "¿Qué?"
    (tmp_path / "photo.txt").write_bytes(b"\xff\xd8\xff\x00\x00\x01\x80" * 20)
    with pytest.raises(InputError, match=r"photo\.txt is not a text file"):
        read_post_text(tmp_path / "photo.txt")


def test_texts_of_an_older_program_stay_with_their_networks() -> None:
    """A project saved before posts had a text for each network, with texts for all and for single ones."""
    project = open_project(Path(__file__).parents[2] / "data" / "projects" / "v3" / "posts.htpm")
    posts = {post.piece: post for post in planned_posts(project, bundled_campaign())}
    networks = known_networks()

    def said(name: str) -> dict[str, str]:
        post = posts[f"w2/social/{name}"]
        return {network.id: post.text(network) for network in networks.texts}

    first, second = said("w2-week-begins"), said("w2-rights")
    assert (first["x"], first["linkedin"]) == ("Only for X.", "For LinkedIn.")
    assert {first[name] for name in ("bluesky", "threads", "mastodon", "instagram", "facebook")} == {
        "Our words for all."
    }
    assert first["sms"].startswith("Starting a job?")
    assert second["facebook"] == "For Facebook: 1-888-373-7888."
    assert second["instagram"].startswith("You can quit a job.")


@pytest.mark.parametrize(
    ("number", "contact", "end"),
    [
        ("555-0100", "riverbend.org", "send them this. Near you: 555-0100."),
        ("", "Ask at the desk.", "send them this. Near you: Ask at the desk."),
        ("", "", "just send them this."),
    ],
)
def test_whom_to_ask_near_the_user_ends_a_text_and_leaves_no_gap(number: str, contact: str, end: str) -> None:
    project = replace(PROJECT, brand=Brand("Riverbend", contact=contact, local_number=number))
    post = next(post for post in planned_posts(project, bundled_campaign()) if post.piece == "w2/social/w2-week-begins")
    assert post.text(known_networks().network("facebook")).removesuffix("\n\n#Partner2Prevent").endswith(end)
