"""Rhythm across a week: neighbors speak in other registers, and there is another mix for whoever asks for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from htpm_studio.compose.schema import GROUNDS as ALL_GROUNDS
from htpm_studio.export.kit.descriptions import shown_picture
from htpm_studio.export.kit.edits import LAYOUT, TEMPLATE, changes_piece, lock_edits
from htpm_studio.export.kit.feed_mix import (
    LEAST_FACES,
    MOST_GROUNDS,
    NINE,
    WINDOW,
    FeedChoice,
    FeedLook,
    FeedPost,
    compositions_of,
    grounds_of,
    lent_to,
    mix_feed,
    register_of,
    tone_of,
)
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.kit.specs import PageSpec
from htpm_studio.export.pages.page_builder import compose
from htpm_studio.export.pages.social import feed_choices, feed_looks, other_mix, social_specs
from htpm_studio.pieces.declared import families, pieces
from htpm_studio.project.model import Brand, Consent, Edits, FaceBox, Photo, Project, Style
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.pptx_pages import photo as scene_photo
from tests.helpers.social_pages import SIZES
from tests.helpers.sweeps import WEEKS, cases

GROUNDS = {piece.id: piece.spec.grounds for piece in pieces().of("social")}
RESOURCES = bundled_resources()
FAMILIES = [(family, style) for family, found in families().items() for style in found.spec.styles]


def kit_of(
    week: int,
    edits: Edits | None = None,
    mix: int = 0,
    family: str = "common-thread",
    style: Style = "classic",
    language: str = "en",
    photos: tuple[Photo, ...] = (),
) -> Kit:
    brand = Brand("Riverbend", family=family, style=style)
    project = Project(brand, week, 2027, edits=edits or Edits(), language=language, photos=photos).with_mix(week, mix)
    return build_kit(project, bundled_campaign(language), RESOURCES.in_family(family), Options(), dt.date(2027, 1, 4))


@cache
def photos() -> tuple[Photo, ...]:
    """A photo of somebody of the staff and one of nobody, sharp enough for every place."""
    found, face = scene_photo(1600, 1600), FaceBox(0.4, 0.3, 0.55, 0.5)
    staff = Photo(
        replace(found, key="staff"),
        "staff.jpg",
        people="staff",
        consent=Consent("Ana Ruiz", record="Office", kind="signed"),
        faces=(face,),
    )
    return staff, Photo(replace(found, key="nobody"), "nobody.jpg", people="nobody", faces=())


def in_order(kit: Kit) -> list[str]:
    """The posts in the order of the days."""
    days = kit.post_days
    return [post.id for post in sorted(kit.week.posts, key=lambda post: days.get(post.id, dt.date.max))]


def feed(kit: Kit) -> list[FeedLook]:
    """Template and ground of each post in that order, as its square picture shows them."""
    found = {spec.group: spec.pages[0] for spec in social_specs(kit) if spec.pages[0].canvas == "square"}
    pages = [found[name] for name in in_order(kit)]
    return [FeedLook(page.template, str(page.content["ground"])) for page in pages]


def chosen(kit: Kit) -> list[FeedChoice]:
    """What the search chose for each post."""
    looks = feed_looks(kit)
    found = {post.id: {choice.look: choice for choice in post.choices} for post in feed_choices(kit)}
    return [found[name][looks[name]] for name in in_order(kit)]


def windows(row: Sequence[FeedChoice]) -> Iterator[Sequence[FeedChoice]]:
    """All posts that are seen at once as three times three, wherever the feed begins; all of a short week."""
    yield from (row[at : at + NINE] for at in range(max(len(row) - NINE, 0) + 1))


def repeats(row: Sequence[FeedChoice]) -> tuple[int, int]:
    """How often a composition comes again among neighbors, and a register right after itself."""
    twice = sum(two.template == one.template for at, one in enumerate(row) for two in row[at + 1 : at + WINDOW])
    return twice, sum(one.register == two.register for one, two in pairwise(row))


def least_repeats(posts: Sequence[FeedPost]) -> tuple[int, int]:
    """As few of them as there can be: compositions first, every way through the feed counted."""
    paths: dict[tuple[FeedChoice, ...], tuple[int, int]] = {(): (0, 0)}
    for post in posts:
        found: dict[tuple[FeedChoice, ...], tuple[int, int]] = {}
        for choice in {(one.template, one.register): one for one in post.choices}.values():
            for last, (twice, alike) in paths.items():
                twice_more = sum(one.template == choice.template for one in last)
                alike_more = bool(last) and last[-1].register == choice.register
                key, cost = (*last, choice)[1 - WINDOW :], (twice + twice_more, alike + alike_more)
                found[key] = min(found.get(key, cost), cost)
        paths = found
    return min(paths.values())


# ------------------------------------------------------------------ what is declared


def test_every_design_has_grounds_and_at_least_two_compositions_with_the_same_fields() -> None:
    posts = {name for name in RESOURCES.library.templates if name.startswith("social/")}
    assert {name for piece in GROUNDS for name in compositions_of(piece)} == posts
    assert {ground for grounds in GROUNDS.values() for ground in grounds} <= set(ALL_GROUNDS)
    for name in GROUNDS:
        names = compositions_of(name)
        assert len(names) >= 2
        assert set(names) <= set(RESOURCES.library.templates)
        assert all(pieces().fields[one] == pieces().fields[name] for one in names)
        assert len({RESOURCES.library.templates[one].audience for one in names}) == 1


@pytest.mark.parametrize(("family", "style"), FAMILIES)
def test_every_composition_says_how_it_speaks_on_each_of_its_grounds(family: str, style: Style) -> None:
    kit = kit_of(2, family=family, style=style)
    for template in (name for piece in GROUNDS for name in compositions_of(piece)):
        grounds = grounds_of(template, kit.grounds)
        assert grounds
        assert all(register_of(template, tone_of(ground), kit.resources.registers) for ground in grounds), template


def test_a_register_is_that_of_the_family_or_else_of_the_page_on_color_or_on_a_light_ground() -> None:
    assert register_of("social/question", "brand", {}) == "wall"
    assert register_of("social/question", "tint", {}) == "paper"
    assert register_of("social/question", "tint", {"question": ("number",)}) == "number"
    assert register_of("social/of-a-user", "brand", {}) is None


def test_a_composition_is_on_the_grounds_that_a_family_or_its_page_names_for_it() -> None:
    grounds = {"photo": ("surface",), "photo-second": ("panel", "tint-2")}
    assert grounds_of("social/photo", grounds) == ("surface",)
    assert grounds_of("social/photo-second", grounds) == ("panel", "tint-2")
    assert grounds_of("social/photo-second", {"photo": ("deep",)}) == ("deep",), "those of the first composition"
    assert grounds_of("social/checklist-second") == ("surface",) != grounds_of("social/checklist")
    assert grounds_of("social/of-a-user") == ()


def test_a_family_that_draws_some_compositions_itself_shows_those_alone() -> None:
    first, second = compositions_of("social/photo")
    assert compositions_of("social/photo", {second, "social/quote"}) == (second,)
    assert compositions_of("social/photo", {"social/quote"}) == (first, second)
    assert lent_to("social/close-up", {"social/statement-second"}) == ("social/statement-second",)
    assert lent_to("social/photo") == ()


@pytest.mark.parametrize("family", families())
def test_a_design_has_room_for_as_many_letters_as_it_says(family: str) -> None:
    """Where a page says nothing, its limits hold; a word longer than that is not the feed's."""
    pages: dict[tuple[str, str], tuple[Kit, PageSpec]] = {}
    for week in WEEKS:
        kit = kit_of(week, family=family)
        pages |= {(page.template, page.canvas): (kit, page) for spec in social_specs(kit) for page in spec.pages}
    shown = 0
    for (usual, canvas), (kit, page) in sorted(pages.items(), key=lambda item: item[0]):
        for template in compositions_of(usual, kit.resources.drawn):
            room = pieces().owners[template].spec.page[template.partition("/")[2]].room
            for field, most in room.items():
                words = _words(most)
                value = (words,) * 3 if field == "items" else words
                content = {**page.content, field: value, "ground": grounds_of(template, kit.grounds)[0]}
                made = compose(replace(page, template=template, content=content), kit.page_inputs)
                assert made.findings == (), (template, canvas)
                shown += 1
    assert shown >= len(SIZES)


def _words(most: int) -> str:
    text = "People who work together find help sooner when neighbors share what they know about rights and pay. " * 2
    return text[: most + 1].rpartition(" ")[0]


# ------------------------------------------------------------------ the rules, in every kit

FEEDS = [
    (family, style, week, language, pictured)
    for family, style in FAMILIES
    for week, language, pictured in product(WEEKS, ("en", "es"), (False, True))
]


@pytest.mark.parametrize(("family", "style", "week", "language", "pictured"), FEEDS)
def test_a_feed_reads_as_a_rhythm(family: str, style: Style, week: int, language: str, pictured: bool) -> None:
    kit = kit_of(week, family=family, style=style, language=language, photos=photos() if pictured else ())
    row, posts = chosen(kit), feed_choices(kit)
    assert [one.template for one in row] == [look.template for look in feed(kit)]
    shown = {ref.own.key for spec in social_specs(kit) if (ref := shown_picture(kit, spec.pages[0])) and ref.own}
    assert bool(shown) == pictured
    assert repeats(row) == (least_repeats(posts) if pictured else (0, 0))
    assert not [one for one, two in pairwise(row) if one.tone == two.tone and one.tone in ("deep", "accent")]
    for at, nine in enumerate(windows(row)):
        able = sum(any(one.face for one in post.choices) for post in posts[at : at + NINE])
        assert sum(one.face for one in nine) >= min(able, LEAST_FACES)
        assert able >= LEAST_FACES or len(nine) < NINE
        assert len({one.tone for one in nine}) >= least_grounds(style, nine)
    helping = [one for one in row if one.look.template in compositions_of("social/help")]
    assert len(helping) <= 1
    assert all(one.tone == "deep" for one in helping)


def least_grounds(style: Style, nine: Sequence[FeedChoice]) -> int:
    """Calm is paper, its tint and the brand: the deep ground is that of help alone, where the week has it."""
    helped = any(one.look.template in compositions_of("social/help") for one in nine)
    return MOST_GROUNDS if style == "classic" or helped else MOST_GROUNDS - 1


@pytest.mark.parametrize("mix", [1, 7])
@pytest.mark.parametrize("week", WEEKS)
def test_other_mixes_keep_the_rules(week: int, mix: int) -> None:
    kit = kit_of(week, mix=mix)
    row = chosen(kit)
    assert repeats(row) == (0, 0)
    assert all(len({one.tone for one in nine}) >= MOST_GROUNDS for nine in windows(row))
    assert feed(kit) == feed(kit_of(week, mix=mix))
    assert feed(kit_of(week, mix=other_mix(kit))) != feed(kit)


# ------------------------------------------------------------------ what a change of one post changes


def test_the_users_design_is_kept_and_its_neighbors_make_room() -> None:
    kit = kit_of(4)
    post = next(post for post in kit.week.posts if post.graphic.template == "social/statement")
    changed = kit_of(4, Edits().changed(f"w4/social/{post.id}", TEMPLATE, "social/photo-second"))
    row = chosen(changed)
    assert row[in_order(changed).index(post.id)].template == "social/photo-second"
    assert repeats(row) == (0, 0)


@pytest.mark.parametrize("week", WEEKS)
def test_words_that_fit_move_no_other_post_and_words_too_long_for_a_design_move_few(week: int) -> None:
    usual, order = feed(kit_of(week)), in_order(kit_of(week))
    moved = []
    for post in (post for post in kit_of(week).week.posts if "head" in post.graphic.fields):
        name = f"w{week}/social/{post.id}"
        assert feed(kit_of(week, Edits().changed(name, "head", "Other words"))) == usual
        longer = feed(kit_of(week, Edits().changed(name, "head", _words(66))))
        others = zip(order, usual, longer, strict=True)
        moved.append(sum(one != two for other, one, two in others if other != post.id))
    assert max(moved) <= WINDOW
    assert sum(count > 0 for count in moved) <= 1


def test_a_close_up_beside_another_takes_the_words_of_its_neighbor_without_a_face_where_they_fit() -> None:
    kit = kit_of(3)
    closes = [post.id for post in kit.week.posts if post.graphic.template == "social/close-up"]
    looks = [feed_looks(kit)[name].template for name in closes]
    statements = compositions_of("social/statement")
    assert sum(name in statements for name in looks) == 1
    lent = closes[[name in statements for name in looks].index(True)]
    long = kit_of(3, Edits().changed(f"w3/social/{lent}", "head", _words(66)))
    assert feed_looks(long)[lent].template not in statements
    with_picture = kit_of(3, Edits().changed(f"w3/social/{lent}", "@picture", "close-elder"))
    assert feed_looks(with_picture)[lent].template not in statements


@pytest.mark.parametrize("week", [2, 3])
def test_a_locked_graphic_keeps_its_layout_in_every_mix(week: int) -> None:
    """In the third week, the design is lent to a close-up."""
    kit = kit_of(week)
    spec = next(spec for spec in social_specs(kit) if spec.pages[0].template.startswith("social/statement"))
    page, edits = spec.pages[0], Edits()
    for field, text in lock_edits([page], on=True).items():
        edits = edits.changed(spec.piece, field, text)
    assert edits.text(spec.piece, LAYOUT) == f"{page.template} {page.content['ground']}"
    assert not changes_piece(LAYOUT)
    for mix in range(6):
        again = next(one for one in social_specs(kit_of(week, edits, mix)) if one.piece == spec.piece).pages[0]
        assert (again.template, again.content["ground"]) == (page.template, page.content["ground"])
    gone = edits.changed(spec.piece, LAYOUT, "social/no-such deep")
    assert feed(kit_of(week, gone)) == feed(kit)


# ------------------------------------------------------------------ the search itself


def choice(template: str, ground: str = "surface", *, face: bool = False, melts: bool = False) -> FeedChoice:
    name = f"social/{template}"
    return FeedChoice(
        FeedLook(name, ground), name, register_of(name, tone_of(ground), {}), tone_of(ground), face, melts=melts
    )


TRIES = st.lists(
    st.sets(
        st.builds(
            choice, st.sampled_from(["photo", "quote", "steps", "question"]), st.sampled_from(["panel", "tint-1"])
        ),
        min_size=1,
        max_size=3,
    ),
    min_size=1,
    max_size=5,
)


@given(TRIES, st.text(max_size=3))
@cases(100)
def test_no_other_way_through_a_short_feed_repeats_itself_less(tries: list[set[FeedChoice]], seed: str) -> None:
    posts = [FeedPost(str(at), tuple(sorted(choices, key=lambda one: one.look))) for at, choices in enumerate(tries)]
    known = {one.look: one for choices in tries for one in choices}
    assert repeats([known[look] for look in mix_feed(posts, seed)]) == least_repeats(posts)


def test_grounds_that_melt_into_a_picture_are_chosen_last_in_every_mix() -> None:
    for seed in map(str, range(4)):
        row = FeedPost("p", (choice("series", "panel", melts=True), choice("series", "deep")))
        assert mix_feed([row], seed)[0].ground == "deep"
        both = FeedPost("p", (choice("series", "panel", melts=True), choice("series", "deep", melts=True)))
        assert mix_feed([both], seed)[0].ground in {"panel", "deep"}


def test_papers_in_a_row_are_the_same_where_they_look_alike() -> None:
    posts = [
        FeedPost("a", (choice("quote", "surface"),)),
        FeedPost("b", (choice("photo", "tint-1"), choice("photo", "panel"))),
    ]
    assert {mix_feed(posts, str(seed), ("paper", "tint"))[1].ground for seed in range(9)} == {"panel"}
    assert {mix_feed(posts, str(seed))[1].ground for seed in range(9)} == {"panel", "tint-1"}
