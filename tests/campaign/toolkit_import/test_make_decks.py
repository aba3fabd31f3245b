"""Slides and sheets made of a toolkit: nothing is said twice, and each page holds what is on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from htpm_studio.campaign.model import Action, Deck, Handout, Passage, Post, Resource, Slide, Week
from htpm_studio.campaign.placeholders import fill
from htpm_studio.campaign.toolkit_import.make_decks import BULLET, LETTERS, make_decks, make_handouts
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


# ------------------------------------------------------------------ what there is room for


WORDS = bundled_campaign().words


def sentence(letters: int, begin: str = "Cooks ") -> str:
    """A sentence of so many letters, in words."""
    return (begin + "work at night and " * 300)[: letters - 2] + "x."


def heads(layout: str, deck: int, **changes: Any) -> list[object]:
    return [slide.fields.get("head") for slide in slides(week(**changes), layout, deck)]


def handouts(theme: str = "", **changes: Any) -> dict[str, Handout]:
    return {one.id: one for one in make_handouts(week(**changes), FIRST["en"], WORDS, theme)}


def agenda(**changes: Any) -> list[Mapping[str, object]]:
    rows = slides(week(**changes), "deck/agenda")[0].fields["rows"]
    assert isinstance(rows, tuple)
    return [row for row in rows if isinstance(row, Mapping)]


def test_the_agenda_has_the_minutes_of_each_part_that_has_a_short_name() -> None:
    told = (Passage("Doors", ("Nobody asks. Ask once.",)), Passage("Gates", ("Nobody looks. Look twice.",)))
    assert agenda(connecting=told)[0] == {
        "time": WORDS.print["guide_part"].replace("{n}", "7"), "text": "Night kitchens",
    }  # fmt: skip
    assert agenda(title="x" * 60)[0]["text"] == "x" * 60
    assert agenda(title="x" * 61)[0]["text"] != "x" * 61


def test_a_passage_of_more_than_sixty_words_takes_five_minutes() -> None:
    for words, minutes in ((60, 2), (61, 5)):
        told = (Passage("Doors", (f"Nobody asks. {'Ask ' * (words - 3)}once.",)),)
        (slide,) = (one for one in decks(week(connecting=told))[0].slides if one.title == "Doors")
        assert slide.minutes == minutes


def test_a_loop_shows_its_week_and_two_or_more_short_things_to_do() -> None:
    assert heads("deck/full_photo", 2, title="x" * 60) == ["x" * 60]
    assert heads("deck/full_photo", 2, title="x" * 61) == []
    (own,) = slides(week(actions=actions(2, "x" * 32)), "deck/checklist", 2)
    assert own.fields["items"] == ("x" * 32,) * 2
    for few in (actions(1, "x" * 32), actions(2, "x" * 33)):
        assert slides(week(actions=few), "deck/checklist", 2) == [
            one for one in FIRST["en"].deck("loop").slides if one.layout == "deck/checklist"
        ]


def test_a_loop_says_two_sentences_of_posts_that_are_whole_and_short() -> None:
    base = FIRST["en"].posts[0]

    def said(*texts: str) -> list[object]:
        posts = tuple(
            replace(base, id=f"p{at}", text=text, graphic=replace(base.graphic, template="social/statement"))
            for at, text in enumerate(texts)
        )
        return heads("deck/section", 2, posts=posts)

    assert said(sentence(60), sentence(61)) == [sentence(60).rstrip(".")]
    assert said("Ask one cook.", "Ask one cook.", "Ask two cooks.", "Ask them all.") == [
        "Ask one cook", "Ask two cooks",
    ]  # fmt: skip
    assert said("Ask a cook:", "\u201cAsk a cook. Do it.\u201d", "Read example.org/a today.") == []


def test_slides_with_the_same_title_are_numbered() -> None:
    told = tuple(Passage("Doors", ("Nobody asks. Ask once.",)) for _ in range(3))
    assert heads("deck/bullets", 0, connecting=told)[:3] == ["Doors", "Doors (2)", "Doors (3)"]
    long = tuple(Passage("x" * 60, ("Nobody asks. Ask once.",)) for _ in range(2))
    assert heads("deck/bullets", 0, connecting=long)[:2] == ["x" * 60, "x" * 56 + " (2)"]


@pytest.mark.parametrize(
    ("letters", "line"), [(43, "{} {{year}}"), (44, "{}"), (48, "{}"), (49, "May {{year}}"), (4, "{} {{year}}")]
)
def test_the_first_slide_names_the_month_with_its_year_where_there_is_room(letters: int, line: str) -> None:
    name = "x" * letters
    (training, *_) = make_decks(week(), FIRST["en"], replace(WORDS, month_name=name), "may")
    assert training.slides[0].fields["eyebrow"] == line.format(name)


def test_the_first_slide_has_the_topic_that_is_not_its_title() -> None:
    def sub(**changes: Any) -> object:
        return decks(week(**changes))[0].slides[0].fields.get("sub")

    assert sub(connect="Farms", strengthen="Care") == "Farms"
    assert sub(connect="Night kitchens", strengthen="Care") == "Care"
    assert sub() is None


def test_a_deck_is_about_the_topic_of_its_week_or_else_about_what_any_is() -> None:
    assert [one.about for one in decks(week(connect="Farms"))[:2]] == ["Farms"] * 2
    lent = [FIRST["en"].deck(name).about for name in ("training", "short")]
    assert [one.about for one in decks(week(connect="Night kitchens"))[:2]] == lent


def test_what_a_week_is_about_is_large_as_far_as_two_lines_hold_it_and_else_beside_a_picture() -> None:
    def layout(idea: str, **changes: Any) -> list[str]:
        made = decks(week(idea=idea, **changes))[0].slides
        return [one.layout for one in made if one.layout in ("deck/section", "deck/photo_text")]

    assert layout(sentence(86)) == layout(f"Ask. {sentence(90)}") == ["deck/section"]
    assert layout(sentence(87)) == layout(f"Ask. {sentence(91)}") == ["deck/photo_text"]
    assert layout("They ask at night.") == layout(sentence(50), strengthen="Care") == ["deck/photo_text"]
    assert layout(sentence(180)) == ["deck/photo_text"]
    assert layout(sentence(181)) == layout("Night kitchens") == layout("Farms", connect="Farms") == []
    (beside,) = slides(week(idea=sentence(50), strengthen="Care"), "deck/photo_text")
    assert (beside.fields["head"], beside.fields["text"]) == ("Care", sentence(50))


def test_passages_that_say_something_else_leave_the_idea_of_the_week_alone() -> None:
    told = (Passage("Doors", ()), Passage("Gates", ("Nobody looks. Look twice.",)))
    assert len(slides(week(connecting=told), "deck/section")) == 1


@pytest.mark.parametrize(
    ("found", "shown"),
    [
        (("A", "B", "C"), True), (("A", "B"), False), (("A", "B", "B"), False), (tuple("ABCDE"), True),
        (tuple("ABCDEF"), False), (("A", "B", "x" * 90), True), (("A", "B", "x" * 91), False),
    ],
)  # fmt: skip
def test_three_to_five_short_topics_are_listed_in_a_short_deck(found: tuple[str, ...], shown: bool) -> None:
    told = tuple(Passage(head, ("Nobody asks. Ask once.",)) for head in found)
    lists = [slide.fields["items"] for slide in slides(week(connecting=told), "deck/bullets", 1)]
    assert (found in lists) is shown


def test_a_week_is_named_by_its_title_only_where_its_short_form_is_its_number() -> None:
    number = fill(WORDS.week_label, {"n": "2"})
    for title, short, name in (
        ("Night kitchens", "Kitchens", "Kitchens"), ("Night kitchens", number, "Night kitchens"),
        ("x" * 60, number, "x" * 60), ("x" * 61, number, number),
    ):  # fmt: skip
        assert slides(week(title=title, short=short, idea=sentence(50)), "deck/section")[0].section == name


def test_a_passage_has_its_own_head_or_that_of_its_week() -> None:
    def head(name: str, connect: str = "") -> object:
        told = (Passage(name, ("Nobody asks. Ask once.",)),)
        return heads("deck/bullets", 0, connecting=told, connect=connect, short="Kitchens")[0]

    assert head("Doors") == "Doors"
    assert head("Doors", connect="Doors") == "Kitchens"
    assert head("x" * 61) == "Kitchens"


def test_points_are_short_sentences_that_need_none_before_them() -> None:
    def items(*rows: str) -> object:
        found = slides(week(connecting=(Passage("Doors", rows),)), "deck/bullets")
        return found[0].fields["items"] if found else None

    assert items(sentence(90), "Ask once.") == (sentence(90), "Ask once.")
    assert items(sentence(91), "Ask once.") == ("Ask once.",)
    assert items("They ask. Ask once.") == ("Ask once.",)
    assert items("Ask once. They answer.") == ("Ask once.", "They answer.")
    assert items(sentence(91), "They answer.", "Ask once.") == ("Ask once.",)
    (beside,) = slides(week(connecting=(Passage("Doors", ("Ask once.",)),)), "deck/photo_text")
    assert beside.fields["text"] == "Ask once"


def test_things_to_do_have_five_lines_and_290_letters_on_a_slide() -> None:
    def groups(*letters: int) -> list[int]:
        made = tuple(Action(f"a{at}", str(at) * count, "Do it.") for at, count in enumerate(letters))
        return [len(slide.fields["items"]) for slide in slides(week(actions=made), "deck/bullets")]

    assert groups(58, 58, 58, 58, 58) == [5]
    assert groups(58, 58, 58, 58, 59) == [4, 1]
    assert groups(9, 9, 9, 9, 9, 9) == [5, 1]
    assert groups(90, 91, 9) == [2]


def place(title: str, address: str = "example.org/a", about: str = "", search: str = "") -> Resource:
    url = f"https://{address}" if address else ""
    return Resource("a", title, "website", "learn", "likely" if url else "unknown", about, url=url, search=search)


@pytest.mark.parametrize(
    ("resource", "row"),
    [
        (place("x" * 44), {"title": "x" * 44, "url": "example.org/a"}),
        (place("x" * 45), None),
        (place("Guide: " + "x" * 37), {"title": "Guide: " + "x" * 37, "url": "example.org/a"}),
        (place("Guide: " + "How to ask " * 4), {"title": "Guide", "text": "How to ask " * 3 + "How to ask"}),
        (place("Guide", "example.org/" + "a" * 26), {"title": "Guide", "url": "example.org/" + "a" * 26}),
        (place("Guide", "example.org/" + "a" * 27), None),
        (place("Guide", about=sentence(75)), {"title": "Guide", "text": sentence(75)}),
        (place("Guide", about=sentence(76)), {"title": "Guide", "url": "example.org/a"}),
        (place("Guide", "", search="example.org"), {"title": "Guide", "search": "example.org"}),
        (place("Guide", ""), None),
    ],
)
def test_a_place_to_read_on_has_a_short_title_and_address(resource: Resource, row: Mapping[str, str] | None) -> None:
    found = slides(week(resources=(resource,)), "deck/resources")
    if row is None:
        assert found == []
    else:
        rows = found[0].fields["items"]
        assert isinstance(rows, tuple)
        assert isinstance(rows[0], Mapping)
        assert {**rows[0], **row} == rows[0]
        assert ("text" in rows[0]) is ("text" in row)


@pytest.mark.parametrize(
    ("about", "text"),
    [
        ("Una guía para leer con calma.", "Una guía para leer con calma (en inglés)."),
        ("Una guía para leer con calma", "Una guía para leer con calma (en inglés)"),
        (sentence(63), f"{sentence(63)[:-1]} (en inglés)."),
        (sentence(64), None),
        ("", None),
    ],
)
def test_a_place_in_spanish_says_that_it_is_only_in_english(about: str, text: str | None) -> None:
    def shown(**changes: Any) -> str | None:
        one = week(resources=(replace(place("Guide", about=about), **changes),))
        (slide,) = (slide for slide in decks(one, "es")[0].slides if slide.layout == "deck/resources")
        rows = slide.fields["items"]
        assert isinstance(rows, tuple)
        assert isinstance(rows[0], Mapping)
        said = rows[0].get("text")
        return None if said is None else str(said)

    assert shown() == (about or None)
    assert shown(in_english=True) == text


def test_at_most_three_places_are_on_a_slide_and_six_on_a_sheet() -> None:
    many = tuple(replace(place(f"Guide {at}", f"example.org/{at}"), id=str(at)) for at in range(7))
    assert [len(one.fields["items"]) for one in slides(week(resources=many), "deck/resources")] == [3]
    assert len(handouts(resources=many)["resources"].fields["items"]) == 6


def test_a_sheet_has_longer_titles_and_addresses_than_a_slide_and_speaks_of_scans_only_beside_addresses() -> None:
    lent = next(one for one in FIRST["en"].handouts if one.id == "resources")

    def sheet(one: Resource) -> Handout:
        return handouts(resources=(one,))["resources"]

    for fits in (place("x" * 50), place("Guide", "example.org/" + "a" * 58)):
        assert sheet(fits).fields["eyebrow"] == "Week 2: Night kitchens"
    for not_fits in (place("x" * 51), place("Guide", "example.org/" + "a" * 59)):
        assert sheet(not_fits) == lent
    assert "lead" in sheet(place("Guide")).fields
    assert "lead" not in sheet(place("Guide", "", search="example.org")).fields


def test_notes_hold_as_many_whole_sentences_as_there_is_room_for() -> None:
    rows = [sentence(100)] * 34
    for last, count in ((65, 35), (66, 34)):
        notes = decks(week(idea=" ".join([*rows, sentence(last)])))[0].slides
        said = max((slide.notes for slide in notes), key=len).partition("Say: ")[2]
        assert said.count("x.") == count


def test_a_flyer_and_a_poster_say_what_is_short_enough() -> None:
    lent = {one.id: one for one in FIRST["en"].handouts}
    fields = handouts()["flyer"].fields
    assert (fields["head"], fields["lead"]) == ("Night kitchens", IDEA)
    assert handouts(title="x" * 60)["flyer"].fields["head"] == "x" * 60
    assert handouts(title="x" * 61)["flyer"] == lent["flyer"]
    assert handouts(idea="https://example.org/a")["flyer"] == lent["flyer"], "an address alone says nothing"
    assert handouts(idea=sentence(200))["flyer"].fields["lead"] == sentence(200)
    assert handouts(idea=f"{sentence(100)} {sentence(100)}")["flyer"].fields["lead"] == sentence(100)
    assert handouts("Doors that open.")["poster"].fields["head"] == "Doors that open"
    assert handouts("x" * 60)["poster"].fields["head"] == "x" * 60
    assert handouts("x" * 61)["poster"] == handouts("")["poster"] == lent["poster"]


def test_a_checklist_has_the_words_of_things_to_do_or_their_short_forms_and_needs_one() -> None:
    def items(text: str, short: str) -> object:
        found = handouts(actions=(Action("a", short, text),))["checklist"].fields["groups"]
        assert isinstance(found, tuple)
        assert isinstance(found[0], Mapping)
        return found[0]["items"]

    lent = next(one.fields["groups"] for one in FIRST["en"].handouts if one.id == "checklist")
    assert isinstance(lent, tuple)
    assert isinstance(lent[0], Mapping)
    assert items("x" * 90, "Short") == ("x" * 90,)
    assert items("x" * 91, "Short") == ("Short",)
    assert items("x" * 91, "x" * 91) == lent[0]["items"]
