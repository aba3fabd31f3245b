"""Slides and sheets made of a toolkit: nothing is said twice, and each page holds what is on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from htpm_studio.campaign.model import Action, Deck, Passage, Post, Resource, Slide, Week
from htpm_studio.campaign.toolkit.make_decks import BULLET, LETTERS, make_decks, make_handouts
from htpm_studio.toml.values import Fields
from tests.helpers.bundled import bundled_campaign

FIRST = {language: bundled_campaign(language).announced_week(1) for language in ("en", "es")}
IDEA = "Cooks work at night. Few of them have a contract."


def week(title: str = "Night kitchens", idea: str = IDEA, **changes: Any) -> Week:
    plain = replace(
        FIRST["en"], number=2, title=title, short=title, eyebrow=f"Week 2: {title}", idea=idea, connect="",
        strengthen="", connecting=(), actions=(), resources=(), posts=(), statistics=(),
    )  # fmt: skip
    return replace(plain, **changes)


def actions(count: int, text: str) -> tuple[Action, ...]:
    return tuple(Action(f"a{number}", text, f"{text}.") for number in range(count))


def decks(one: Week, language: str = "en") -> Sequence[Deck]:
    return make_decks(one, FIRST[language], bundled_campaign(language).words, "May")


def slides(one: Week, layout: str, deck: int = 0) -> list[Slide]:
    return [slide for slide in decks(one)[deck].slides if slide.layout == layout]


@pytest.mark.parametrize(("language", "begins"), [("en", "Say: Welcome"), ("es", "Diga: Les damos la bienvenida")])
def test_the_first_slide_welcomes_and_what_the_week_is_about_is_said_once(language: str, begins: str) -> None:
    training = decks(week(), language)[0]
    assert begins in training.slides[0].notes
    assert "Night kitchens" in training.slides[0].notes
    assert sum(IDEA in slide.notes for slide in training.slides) == 1


def test_a_week_with_nothing_but_its_title_says_that_on_the_first_slide() -> None:
    assert decks(week(idea="Night kitchens"))[0].slides[0].notes.endswith("Say: Night kitchens")


def test_what_a_week_is_about_is_large_where_it_is_short() -> None:
    (large,) = slides(week(), "deck/section")
    assert large.fields == {"head": "Cooks work at night.", "sub": "Few of them have a contract."}
    (alone,) = slides(week(idea="Cooks work at night."), "deck/section")
    assert alone.fields == {"head": "Cooks work at night"}
    (sentence,) = slides(week(idea=f"Cooks work at night{' and at night' * 5}."), "deck/section")
    assert sentence.fields == {"head": f"Cooks work at night{' and at night' * 5}"}
    long = f"Cooks work at night{' and at night' * 6}."
    assert [slide.fields["text"] for slide in slides(week(idea=long), "deck/photo_text")] == [long]


def test_passages_of_a_week_are_not_said_before_they_come() -> None:
    told = (Passage("Doors", ("Nobody asks. Ask once.",)), Passage("Windows", ("Nobody looks. Look twice.",)))
    for idea in ("Nobody asks.", "Doors; Windows."):
        training = decks(week(idea=idea, connecting=told))[0]
        assert [slide.title for slide in training.slides if slide.layout in ("deck/section", "deck/photo_text")] == []
        assert "Welcome" in training.slides[0].notes


def test_a_short_deck_names_the_topics_of_a_week_that_has_three() -> None:
    told = tuple(Passage(head, (f"{head} are locked. Ask.",)) for head in ("Doors", "Windows", "Gates"))
    (overview, *_) = slides(week(connecting=told), "deck/bullets", deck=1)
    assert overview.fields["items"] == ("Doors", "Windows", "Gates")
    assert overview.notes.endswith("Say: Doors are locked. Windows are locked. Gates are locked.")
    (first, *_) = slides(week(connecting=told[:2]), "deck/bullets", deck=1)
    assert first.fields["items"] == ("Doors are locked.", "Ask.")


def test_a_part_of_the_session_has_the_title_of_a_week_whose_short_form_is_its_number() -> None:
    named = slides(week(short="Week 2", actions=actions(1, "Ask a cook")), "deck/agenda")[0].fields["rows"]
    assert isinstance(named, tuple)
    assert isinstance(named[0], Mapping)
    assert named[0]["text"] == "Night kitchens"


def test_points_go_on_to_another_slide_where_letters_have_no_room() -> None:
    assert [len(slide.fields["items"]) for slide in slides(week(actions=actions(6, "x" * 40)), "deck/bullets")] == [
        5,
        1,
    ]
    long = slides(week(actions=actions(6, "x" * BULLET)), "deck/bullets")
    assert [len(slide.fields["items"]) for slide in long] == [LETTERS // BULLET] * 2


def test_a_checklist_has_the_things_to_do_that_fit_it_and_its_groups_have_names_of_their_own() -> None:
    def rows(text: str) -> list[Fields]:
        sheets = make_handouts(week(actions=actions(9, text)), FIRST["en"], bundled_campaign().words, "")
        groups = next(one.fields["groups"] for one in sheets if one.id == "checklist")
        assert isinstance(groups, tuple)
        return [group for group in groups if isinstance(group, Mapping)]

    assert [len(group["items"]) for group in rows("Ask a cook")] == [3, 3, 3]
    assert [len(group["items"]) for group in rows("Ask a cook who works at night and wait for the answer")] == [3, 3, 2]
    heads = [group["head"] for group in rows("Ask a cook")]
    assert len(set(heads)) == 3
    assert bundled_campaign().words.next_step not in heads


def test_one_resource_has_a_sheet_that_says_what_a_scan_leaves_behind() -> None:
    link = Resource("a", "Night work", "website", "learn", "likely", url="https://example.org/night")
    sheets = make_handouts(week(resources=(link,)), FIRST["en"], bundled_campaign().words, "")
    (sheet,) = (one for one in sheets if one.id == "resources")
    assert sheet.fields["items"] == ({"title": "Night work", "url": "example.org/night"},)
    assert "history" in str(sheet.fields["lead"])


@pytest.mark.parametrize(
    ("language", "said"), [("en", "Time: 1 minute.\nSay: W"), ("es", "Tiempo: 1 minuto.\nDiga: L")]
)
def test_a_short_deck_has_a_title_of_its_own_and_its_first_slide_the_minute_that_its_notes_say(
    language: str, said: str
) -> None:
    training, short, _ = decks(week(), language)
    assert short.title.startswith(f"{training.title}, ")
    assert short.slides[0].minutes == 1
    assert short.slides[0].notes.startswith(said)


def test_a_loop_shows_how_posts_begin_but_no_number_without_its_source() -> None:
    base = FIRST["en"].posts[0]
    texts = ("She is somebody's cook. Ask.", "One in three cooks is hungry.", "They do not know.", "Ask a cook today.")
    posts: tuple[Post, ...] = tuple(
        replace(base, id=f"p{at}", text=text, graphic=replace(base.graphic, template="social/statement"))
        for at, text in enumerate(texts)
    )
    shown = [slide.fields["head"] for slide in slides(week(posts=posts), "deck/section", deck=2)]
    assert shown == ["She is somebody's cook", "Ask a cook today"]
