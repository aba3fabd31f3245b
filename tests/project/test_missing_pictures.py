"""Pictures that a damaged kit file did not hold any more: which of them are still missed."""

from __future__ import annotations

from dataclasses import replace

from htpm_studio.project.missing_pictures import lost_sentence, shared_sentence, still_lost
from htpm_studio.project.model import Brand, LostPicture, Partner, Photo, Project
from htpm_studio.scene.nodes import FontSource, PictureSource

PICTURE = PictureSource("a" * 64, "png", b"", (1, 1))
FONT = FontSource("a" * 64, b"", "Own", bold=False, weight=400)
LOGO, FRIEND, PHOTO = LostPicture("logo"), LostPicture("partner", "Friend"), LostPicture("photo", "a.jpg")
HEAD, TEXT = LostPicture("font", "heading"), LostPicture("font", "text")
ALL = (LOGO, FRIEND, PHOTO, HEAD, TEXT)
BRAND = Brand("Riverbend", partners=(Partner("Friend"),))
PROJECT = Project(BRAND, 2, 2027, lost=(*ALL, PHOTO))


def missed(brand: Brand) -> tuple[LostPicture, ...]:
    return still_lost(replace(PROJECT, brand=brand))


def without(*found: LostPicture) -> tuple[LostPicture, ...]:
    return tuple(one for one in ALL if one not in found)


def test_what_nobody_brought_again_is_missed_once() -> None:
    assert missed(BRAND) == ALL


def test_what_came_in_again_is_no_longer_missed_and_the_rest_is() -> None:
    assert missed(replace(BRAND, logo=PICTURE)) == without(LOGO)
    assert missed(replace(BRAND, partners=(Partner("Friend", PICTURE),))) == without(FRIEND)
    assert missed(replace(BRAND, partners=(Partner("Another"),))) == without(FRIEND)
    assert missed(replace(BRAND, heading_font=(FONT,))) == without(HEAD)
    assert missed(replace(BRAND, text_font=(FONT,))) == without(TEXT)
    again = replace(PROJECT, photos=(Photo(PICTURE, "a.jpg"),))
    assert still_lost(again) == without(PHOTO)
    assert still_lost(replace(again, photos=(Photo(PICTURE, "b.jpg"),))) == ALL


def test_each_loss_has_a_sentence_of_its_own_and_that_of_a_photo_names_no_file_to_others() -> None:
    assert len({str(lost_sentence(one)) for one in ALL}) == len(ALL)
    assert "a.jpg" in lost_sentence(PHOTO)
    assert "Friend" in lost_sentence(FRIEND)
    assert "a.jpg" not in shared_sentence(PHOTO)
    assert [shared_sentence(one) for one in without(PHOTO)] == [lost_sentence(one) for one in without(PHOTO)]
