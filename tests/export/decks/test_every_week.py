"""A slide of the user's in the decks of all weeks."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from htpm_studio.campaign.model import Deck, Slide
from htpm_studio.errors import InputError
from htpm_studio.export.decks.every_week import can_be_in_every_week, in_every_week
from htpm_studio.export.decks.file_specs import deck_pages
from htpm_studio.export.decks.slides import MOST_OWN, with_new_slide
from htpm_studio.export.kit.edits import ADDED, ALT, DESCRIBED, LEFT_OUT, LOCKED, ORDER, PICTURE, SHARED, TEMPLATE, YES
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.kit.specs import PageSpec
from htpm_studio.export.pages.page_builder import compose
from htpm_studio.project.model import Brand, Edits, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources

SECOND, LAST = "w2/deck/short/2", "w2/deck/training/19"
POINTS, PHOTO, COLUMNS = "w2/deck/training/5", "w2/deck/training/10", "w2/deck/training/9"


@pytest.fixture(scope="module")
def kit() -> Kit:
    resources = bundled_resources()
    campaign = bundled_campaign()
    return build_kit(Project(Brand("Riverbend"), 2, 2027), campaign, resources, Options(), dt.date(2026, 11, 25))


def having(kit: Kit, edits: Edits, week: int = 2) -> Kit:
    shown = next(one for one in kit.campaign.weeks if one.number == week)
    return replace(kit, project=replace(kit.project, edits=edits), week=shown)


def slides(kit: Kit, edits: Edits, week: int, deck: str) -> list[PageSpec]:
    there = having(kit, edits, week)
    return list(deck_pages(there, next(one for one in there.week.decks if one.id == deck)))


def about_us(kit: Kit, after: str) -> tuple[Kit, str]:
    edits, piece = with_new_slide(kit, after, "deck/bullets")
    for field, text in {"head": "About us", "items.0": "Since 1998", "items.1": "Free", "notes": "Hello."}.items():
        edits = edits.changed(piece, field, text)
    return having(kit, edits), piece


def heads(pages: list[PageSpec]) -> list[str]:
    return [page.info.title for page in pages]


def test_an_added_slide_goes_to_the_same_place_of_every_week(kit: Kit) -> None:
    changed, piece = about_us(kit, SECOND)
    spread = in_every_week(changed, piece)
    assert (spread.added, spread.renewed) == ((1, 3, 4, 5), ())
    for week in range(1, 6):
        pages = slides(kit, spread.edits, week, "short")
        assert [page.info.title for page in pages].index("About us") == 2
        assert heads(pages).count("About us") == 1
        assert (pages[2].content["items"], pages[2].info.notes) == (("Since 1998", "Free"), "Hello.")
        assert len(heads(slides(kit, spread.edits, week, "training"))) == (23 if week == 1 else 24)


def test_doing_it_again_doubles_nothing_and_renews_the_words(kit: Kit) -> None:
    changed, piece = about_us(kit, SECOND)
    edits = in_every_week(changed, piece).edits
    assert in_every_week(having(kit, edits), piece).edits == edits
    edits = edits.changed("w4/deck/short/n1", LOCKED, YES).changed("w3/deck/short/n1", LEFT_OUT, YES)
    edits = edits.changed(piece, "head", "Who we are").changed(piece, "items.1", None)
    spread = in_every_week(having(kit, edits), piece)
    assert (spread.added, spread.renewed) == ((), (1, 3, 5))
    shown = {week: heads(slides(kit, spread.edits, week, "short"))[2] for week in range(1, 6)}
    assert shown == {1: "Who we are", 2: "Who we are", 3: "Who we are", 4: "About us", 5: "Who we are"}
    from_there = in_every_week(
        having(kit, spread.edits.changed("w5/deck/short/n1", "head", "Us"), 5), "w5/deck/short/n1"
    )
    assert heads(slides(kit, from_there.edits, 2, "short"))[2] == "Us"


@pytest.mark.parametrize("piece", [POINTS, PHOTO, COLUMNS])
def test_a_changed_slide_of_the_campaign_says_the_same_in_every_week(kit: Kit, piece: str) -> None:
    assert not can_be_in_every_week(kit, piece)
    changed = having(kit, kit.project.edits.changed(piece, "head", "Our own words"))
    spread = in_every_week(changed, piece)
    here = next(page for page in slides(kit, spread.edits, 2, "training") if page.piece == piece)
    there = next(page for page in slides(kit, spread.edits, 4, "training") if page.piece == "w4/deck/training/n1")
    own = ("eyebrow", "head", "items", "left", "right", "text", "note", "picture")
    assert {name: here.content.get(name) for name in own} == {name: there.content.get(name) for name in own}
    assert (there.template, there.info.notes) == (here.template, here.info.notes)
    assert compose(there, having(kit, spread.edits, 4).page_inputs).findings == ()
    assert spread.edits.text(piece, ADDED) is None


def test_what_every_week_has_anyway_cannot_be_put_there(kit: Kit) -> None:
    closing = having(kit, kit.project.edits.changed(LAST, "head", "Goodbye"))
    social = having(kit, kit.project.edits.changed("w2/social/w2-rights", "head", "Rights"))
    for there, piece in ((closing, LAST), (social, "w2/social/w2-rights"), (kit, POINTS)):
        assert not can_be_in_every_week(there, piece)
        with pytest.raises(InputError, match="cannot be in every week"):
            in_every_week(there, piece)


def test_a_full_deck_of_another_week_is_said(kit: Kit) -> None:
    changed, piece = about_us(kit, SECOND)
    rows = {f"w3/deck/short/n{number}": {ADDED: "deck/section"} for number in range(1, MOST_OWN + 1)}
    edits = Edits.from_mapping({**changed.project.edits.to_mapping(), **rows})
    with pytest.raises(InputError, match="already has"):
        in_every_week(having(kit, edits), piece)


# ------------------------------------------------------------------ small decks


def small(kit: Kit, own: dict[str, dict[str, str]], **counts: int) -> Kit:
    """The kit with weeks whose training has so many slides ("w3=2"), and with these edits in the second one."""
    slide = Slide("deck/photo_text", {"head": "A slide", "text": "Its words."}, "One", 2.0, notes="Say: ask.")

    def deck(count: int) -> tuple[Deck, ...]:
        slides = tuple(replace(slide, fields={**slide.fields, "head": f"Slide {at}"}) for at in range(count))
        return (Deck("training", "Talk", "", slides),) if count else ()

    weeks = tuple(replace(week, decks=deck(counts.get(f"w{week.number}", 0))) for week in kit.campaign.weeks)
    edits = Edits.from_mapping({f"w2/deck/training{name}": fields for name, fields in own.items()})
    campaign = replace(kit.campaign, weeks=weeks)
    return having(replace(kit, campaign=campaign), edits)


def spread(made: Kit, name: str) -> dict[str, dict[str, str]]:
    """The edits of the other weeks after the slide was put there."""
    edits = in_every_week(made, f"w2/deck/training/{name}").edits.to_mapping()
    return {piece: fields for piece, fields in edits.items() if not piece.startswith("w2/")}


def test_the_place_is_counted_from_the_end_that_is_nearer(kit: Kit) -> None:
    def spec(place: int, there: int) -> str:
        names = ["1", "2", "3", "4"]
        names.insert(place, "n1")
        own = {"": {ORDER: " ".join(names)}, "/n1": {ADDED: "deck/bullets", "head": "New"}}
        return spread(small(kit, own, w2=4, w3=there), "n1")["w3/deck/training"][ORDER]

    assert [spec(place, 8).split().index("n1") for place in range(5)] == [0, 1, 2, 7, 8]
    assert [spec(place, 1).split().index("n1") for place in range(5)] == [0, 1, 1, 0, 1]


def test_a_deck_that_no_other_week_has_keeps_its_slides(kit: Kit) -> None:
    own = {"/n1": {ADDED: "deck/bullets", "head": "New"}}
    assert not can_be_in_every_week(small(kit, own, w2=2), "w2/deck/training/n1")
    assert can_be_in_every_week(small(kit, own, w2=2, w5=2), "w2/deck/training/n1")
    assert not can_be_in_every_week(small(kit, {"/1": {LOCKED: YES}}, w2=2, w5=2), "w2/deck/training/1")
    out = {"/n1": {ADDED: "deck/bullets", "head": "New", LEFT_OUT: YES}}
    assert not can_be_in_every_week(small(kit, out, w2=2, w5=2), "w2/deck/training/n1")


def test_a_slide_of_the_campaign_takes_along_all_that_it_says_and_shows_but_not_its_lock(kit: Kit) -> None:
    first, second = list(kit.scenes)[:2]
    own = {"head": "Ours", PICTURE: first, LOCKED: YES, "@zoom": "1.5", TEMPLATE: "deck/full_photo"}
    (there,) = (fields for name, fields in spread(small(kit, {"/1": own}, w2=1, w3=1), "1").items() if ADDED in fields)
    assert there == {
        ADDED: "deck/full_photo", "head": "Ours", "notes": "Say: ask.", PICTURE: first, "@zoom": "1.5",
        SHARED: "2-1", **{name: text for name, text in there.items() if name in ("eyebrow", "sub", "text", "credit")},
    }  # fmt: skip
    said = {"head": "Ours", PICTURE: second, ALT: "Two people talk."}
    (there,) = (fields for name, fields in spread(small(kit, {"/1": said}, w2=1, w3=1), "1").items() if ADDED in fields)
    assert (there["text"], there[ALT], there[DESCRIBED]) == ("Its words.", "Two people talk.", second)
    plain = {"head": "Ours", PICTURE: second}
    (there,) = (
        fields for name, fields in spread(small(kit, {"/1": plain}, w2=1, w3=1), "1").items() if ADDED in fields
    )
    assert (there[PICTURE], ALT in there, DESCRIBED in there) == (second, False, False)
