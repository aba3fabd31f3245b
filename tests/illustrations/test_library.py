"""The picture library: heads are whole in every frame, nobody is crowded, casts are fair, the imagery rules hold."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, partial
from itertools import combinations, pairwise, permutations, product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from htpm_studio.campaign.pictures import FORMER
from htpm_studio.compose.drawings import APART, LINE_CONTRAST, role_colors, shown_in
from htpm_studio.compose.frames import PictureRef
from htpm_studio.export.kit.kit_cast import next_person, week_cast, week_pictures, week_scenes
from htpm_studio.illustrations.alt_text import title_of
from htpm_studio.illustrations.arrange import HAIR_GAP, Arranged, arranged, covers, hair_gap, in_depth
from htpm_studio.illustrations.casting import cast_scenes, shows_profession
from htpm_studio.illustrations.crop import WORLD, Opening, fitted
from htpm_studio.illustrations.figure import Figure
from htpm_studio.illustrations.library import Drawing, PictureLibrary
from htpm_studio.illustrations.people import Person, covering
from htpm_studio.illustrations.scene_file import FRONT, FRONT_Z, Scene
from htpm_studio.languages.declared import drawn_languages
from htpm_studio.project.model import STYLES, Brand, DrawnPeople, FixedPerson, Project, Style
from htpm_studio.project.oklch import contrast, distance
from htpm_studio.project.palette import derive_palette
from htpm_studio.project.palette_styles import in_style
from htpm_studio.render.pdf.vector import vector
from htpm_studio.scene.nodes import Picture, Rectangle
from htpm_studio.units import Box
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.sweeps import cases

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "assets" / "illustrations"
LIBRARY = bundled_resources().pictures
SCENES = tuple(LIBRARY.scene(name) for name in LIBRARY.names)
OPENINGS = {
    "1:1": Opening(1.0), "4:5": Opening(0.8), "9:16": Opening(0.5625), "1.91:1": Opening(1.91), "16:9": Opening(1.778),
    "circle": Opening(1.0, is_oval=True), "arch": Opening(0.9, (0.5, 0.5)), "tall arch": Opening(0.6, (0.5, 0.5)),
    "wide arch": Opening(1.4, (0.5, 0.5)), "capsule": Opening(0.657, (0.5, 0.5), (0.5, 0.5)),
    "text at the left": Opening(1.86, covered=0.5), "piece_list": Opening(2.6, (0.03, 0.03), (0.03, 0.1)),
}  # fmt: skip
BRANDS = {
    "grey": "#6E6E6E", "black": "#000000", "white": "#FFFFFF", "neon": "#39FF14", "pale yellow": "#FFF3B0",
    "burgundy": "#7A1F3D", "brown": "#5A3A22", "navy": "#1B2A5C", "teal": "#0F5C5C", "red": "#D4002A",
}  # fmt: skip
HATS_WORN = ("hard-hat", "cap", "hair-net", "hat-hip")
FACE = Box(340.0, 200.0, 290.0, 260.0)
LIFTED = {
    "bust-idea": Box(700.0, 390.0, 180.0, 320.0), "bust-point": Box(790.0, 560.0, 170.0, 270.0),
    "stand-point": Box(1090.0, 550.0, 180.0, 270.0), "sit-wheelchair": Box(1060.0, 540.0, 260.0, 260.0),
    "sit-chair": Box(1060.0, 540.0, 260.0, 260.0),
}  # fmt: skip
"""Where a face is in every head, and the hands that are lifted towards the height of faces; person units."""

FORBIDDEN = re.compile(
    r"(?:^|[^a-z])(?:chains?|cuffs?|handcuffs?|ropes?|cages?|gag|weapon|gun|knife|blood|monster|rage|angry|fear|tears?|"
    r"cyclops|suspicious|killer|crouch\w*|kneel\w*|hugs?|masks?|shields?|bars?|rails?|railing|fences?|wrists?|victims?|"
    r"survivors?|rescue\w*|shadows?|v[ií]ctimas?|sobrevivientes?|rescat\w*|cadenas?|esposas|miedo|rejas?|barrotes)"
    r"(?:[^a-z]|$)",
)


def project(week: int = 1, people: DrawnPeople | None = None) -> Project:
    return Project(Brand("A"), week, 2027, people=people or DrawnPeople())


@cache
def cast_of(week: int) -> dict[str, tuple[Person, ...]]:
    return dict(week_cast(project(week), bundled_campaign().week(week), LIBRARY))


@cache
def random_cast(seed: int) -> dict[str, tuple[Person, ...]]:
    return dict(cast_scenes(SCENES, LIBRARY.people, LIBRARY.parts, f"seed-{seed}"))


def in_frame(scene: Scene, people: tuple[Person, ...], opening: Opening) -> tuple[Arranged, Box]:
    shown = arranged(scene, people, LIBRARY.parts, opening.free_ratio, round_=opening.is_round)
    return fitted(shown, opening)


def is_cut(window: Box, head: Box, opening: Opening) -> bool:
    """Whether an edge, a round corner or text cuts a box; worked out here anew."""
    left = window.x + window.width * opening.covered
    if head.x < left - 1 or head.right > window.right + 1 or head.y < window.y - 1 or head.bottom > window.bottom + 1:
        return True
    corners = [(x, y) for x in (head.x, head.right) for y in (head.y, head.bottom)]
    if opening.is_oval:
        (cx, cy), radius = window.center, window.width / 2
        return any(math.hypot(x - cx, y - cy) > radius + 1 for x, y in corners)
    radius = opening.upper[0] * window.width
    for x, y in corners:
        across = max(window.x + radius - x, x - window.right + radius)
        if y < window.y + radius and across > 0 and math.hypot(across, window.y + radius - y) > radius + 1:
            return True
    return False


def faults(people: dict[str, tuple[Person, ...]], names: tuple[str, ...] = LIBRARY.names) -> Iterator[str]:
    for scene in map(LIBRARY.scene, names):
        for name, opening in OPENINGS.items():
            shown, window = in_frame(scene, people[scene.name], opening)
            if not WORLD.contains(window, 1):
                yield f"{scene.name} {name}: outside of what is drawn"
            if abs(window.width / window.height / opening.ratio - 1) > 0.01:
                yield f"{scene.name} {name}: other proportions"
            if any(is_cut(window, head, opening) for head in shown.heads):
                yield f"{scene.name} {name}: a head is cut"
            if any(hair_gap(*pair) < HAIR_GAP - 0.1 for pair in combinations(shown.heads, 2)):
                yield f"{scene.name} {name}: hair crowds a neighbor"
            speech = [shown.box_of(prop) for prop in shown.scene.props if prop.is_bubble]
            if any(window.overlaps(box) and is_cut(window, box, opening) for box in speech):
                yield f"{scene.name} {name}: a speech bubble is cut"


# ---------------------------------------------------------------- frames


@pytest.mark.parametrize("week", range(1, 6))
def test_every_frame_shows_every_head_whole_and_nobody_crowded(week: int) -> None:
    names = LIBRARY.names if week == 1 else week_pictures(bundled_campaign().week(week))
    assert list(faults(cast_of(week), names)) == []


@given(st.floats(0.42, 3.2), st.sampled_from(SCENES), st.sampled_from([0.0, 0.3, 0.5]), st.integers(0, 5))
@cases(120)
def test_a_frame_of_any_shape_cuts_no_head(ratio: float, scene: Scene, covered: float, seed: int) -> None:
    opening = Opening(ratio if not covered else 1.3 + ratio / 3, covered=covered)
    shown, window = in_frame(scene, random_cast(seed)[scene.name], opening)
    assert not any(is_cut(window, head, opening) for head in shown.heads)


@pytest.mark.parametrize("name", [scene.name for scene in SCENES if scene.close])
def test_a_close_up_is_a_large_head_and_both_shoulders_on_no_ground(name: str) -> None:
    for seed, ratio in product(range(12), (0.9, 1.2, 1.6)):
        shown, window = in_frame(LIBRARY.scene(name), random_cast(seed)[name], Opening(ratio))
        (head,), (figure,) = shown.heads, shown.figures
        assert 0.4 <= head.height / window.height <= 0.6
        assert window.x - 1 <= figure.whole.x < figure.whole.right <= window.right + 1
        assert window.bottom <= figure.whole.bottom + 1
    assert not LIBRARY.parts.setting(LIBRARY.scene(name).setting).back


def test_upright_frames_bring_people_closer_and_may_leave_some_out() -> None:
    scene = LIBRARY.scene("neighbors-line")
    people = cast_of(1)[scene.name]
    wide, _ = in_frame(scene, people, OPENINGS["16:9"])
    narrow, _ = in_frame(scene, people, OPENINGS["9:16"])
    assert (len(wide.people), len(narrow.people)) == (5, 3)
    assert narrow.people == tuple(people[at] for at in scene.story)
    desk = LIBRARY.scene("first-day")
    far, near = (in_frame(desk, cast_of(2)["first-day"], OPENINGS[name])[0] for name in ("16:9", "4:5"))
    gaps = [hair_gap(*one.heads) for one in (far, near)]
    assert gaps[1] < gaps[0]


def test_nothing_and_nobody_is_before_a_hand_or_a_badge() -> None:
    for scene in SCENES:
        for name in ("9:16", "4:5", "1:1", "circle", "16:9"):
            shown, _ = in_frame(scene, cast_of(4)[scene.name], OPENINGS[name])
            things = [shown.box_of(one) for one in shown.scene.props if one.z >= FRONT_Z and not one.is_bubble]
            for figure in shown.figures:
                hidden = [box for box in (*figure.hands, *figure.badge) if any(covers(one, box) for one in things)]
                assert not hidden, f"{scene.name} {name}: a thing hides a hand or a badge"
            for one, other in combinations(in_depth(shown), 2):
                assert not any(covers(other.torso, box) for box in one.hands), f"{scene.name} {name}: a hidden hand"


# ---------------------------------------------------------------- casting


@pytest.mark.parametrize("week", range(1, 6))
def test_nobody_is_seen_twice_in_a_week(week: int) -> None:
    shown = [person.id for name in week_pictures(bundled_campaign().week(week)) for person in cast_of(week)[name]]
    assert len(shown) == len(set(shown))


def test_the_same_seed_gives_the_same_people_and_another_gives_others() -> None:
    assert week_cast(project(3), bundled_campaign().week(3), LIBRARY) == cast_of(3)
    assert week_cast(project(3), bundled_campaign("es").week(3), LIBRARY) == cast_of(3)
    assert week_cast(project(3, DrawnPeople(seed=1)), bundled_campaign().week(3), LIBRARY) != cast_of(3)


def test_a_person_stays_where_the_user_put_them_and_is_nowhere_else_in_the_week() -> None:
    fixed = DrawnPeople(fixed=(FixedPerson("family-table", 0, "e05"),))
    cast = week_cast(project(4, fixed), bundled_campaign().week(4), LIBRARY)
    assert cast["family-table"][0].id == "e05"
    shown = Counter(person.id for name in week_pictures(bundled_campaign().week(4)) for person in cast[name])
    assert shown["e05"] == 1


def test_whoever_is_kept_moves_nobody_but_those_in_their_places() -> None:
    before = cast_of(3)
    scene = week_pictures(bundled_campaign().week(3))[2]
    other = next_person(project(3), bundled_campaign().week(3), LIBRARY, scene, 0)
    assert other is not None
    people = DrawnPeople(fixed=(FixedPerson(scene, 0, other.id),))
    after = week_cast(project(3, people), bundled_campaign().week(3), LIBRARY)
    places = [(name, at) for name, group in before.items() for at in range(len(group))]
    moved = [place for place in places if before[place[0]][place[1]] != after[place[0]][place[1]]]
    assert {(scene, 0)} <= set(moved)
    assert all(before[name][at].id == other.id for name, at in moved if (name, at) != (scene, 0))
    assert not any(one.id == other.id for name, at in places if (name, at) != (scene, 0) for one in [after[name][at]])


def test_somebody_else_suits_each_time_and_everybody_has_a_turn() -> None:
    """Round and round one comes back to the first, nobody twice before that."""
    week, people = bundled_campaign().week(2), DrawnPeople()
    seen: list[str] = []
    while len(seen) == len(set(seen)):
        found = next_person(project(2, people), week, LIBRARY, "break-room", 1)
        assert found is not None
        seen.append(found.id)
        people = people.with_person("break-room", 1, found.id)
        group = week_cast(project(2, people), week, LIBRARY)["break-room"]
        assert group[1] == found
        assert len({one.skin for one in group}) == len({one.hair for one in group}) == len(group)
        shown = in_frame(LIBRARY.scene("break-room"), group, OPENINGS["1:1"])[0]
        assert all(hair_gap(*pair) >= HAIR_GAP - 0.1 for pair in combinations(shown.heads, 2))
    assert seen[-1] == seen[0]
    assert len(seen) > 5


def test_a_cast_of_older_people_shows_older_people_only_and_children() -> None:
    cast = week_cast(project(4, DrawnPeople("elders")), bundled_campaign().week(4), LIBRARY)
    assert {person.age for group in cast.values() for person in group} == {"elder", "child"}


@pytest.mark.parametrize("name", sorted(set(LIBRARY.presets) - {"mixed"}))
def test_a_cast_fills_every_week_with_its_own_scenes(name: str) -> None:
    for week in bundled_campaign().weeks:
        shown = week_scenes(project(week.number, DrawnPeople(name)), week, LIBRARY).values()
        crowded = [one for one in shown if LIBRARY.scene(one).seats and not LIBRARY.scene(one).close]
        assert set(crowded) <= set(LIBRARY.presets[name].scenes)
        assert len(set(crowded)) == len(crowded)


def test_a_cast_of_nobody_shows_places_and_things() -> None:
    week = bundled_campaign().week(2)
    nobody = week_scenes(project(2, DrawnPeople("no-people")), week, LIBRARY)
    assert all(not LIBRARY.scene(name).seats for name in nobody.values())
    assert all(one != other for one, other in pairwise(nobody.values()))


@given(st.integers(0, 10_000))
@cases(25)
def test_a_group_shows_a_range(seed: int) -> None:
    for scene in SCENES:
        group = random_cast(seed % 40)[scene.name]
        assert len({person.id for person in group}) == len(group)
        assert [person.age for person in group] == [seat.who for seat in scene.seats]
        for person, seat in zip(group, scene.seats, strict=True):
            if seat.head and seat.head != "headset":
                assert not covering(person.hair), f"{scene.name}: a hat over a {person.hair}"


def test_professions_are_mixed_over_genders_and_skin_tones() -> None:
    genders: Counter[str] = Counter()
    tones: Counter[str] = Counter()
    for seed in range(24):
        for scene in SCENES:
            for person, seat in zip(random_cast(seed)[scene.name], scene.seats, strict=True):
                if shows_profession(seat):
                    genders[person.gender] += 1
                    tones["light" if person.skin <= 3 else "deep" if person.skin >= 6 else "middle"] += 1
    every = sum(genders.values())
    assert 0.4 < genders["woman"] / every < 0.6
    assert 0.35 < genders["man"] / every < 0.6
    assert all(0.22 < count / every < 0.45 for count in tones.values())


def test_over_the_five_weeks_everybody_is_there() -> None:
    looks: Counter[str] = Counter()
    for week in range(1, 6):
        for name in week_pictures(bundled_campaign().week(week)):
            for person, seat in zip(cast_of(week)[name], LIBRARY.scene(name).seats, strict=True):
                looks.update((person.gender, person.age, f"skin {person.skin}", covering(person.hair)))
                looks.update(["wheelchair"] if "wheelchair" in seat.body else [])
                looks.update(["prosthesis"] if "prosthesis" in seat.body else [])
                looks.update(["glasses"] if person.glasses else [])
    assert abs(looks["woman"] - looks["man"]) <= 12
    skins = [looks[f"skin {number}"] for number in range(1, 9)]
    assert min(skins) >= 0.6 * max(skins)
    for name, least in {
        "elder": 10, "teen": 6, "child": 3, "hijab": 3, "turban": 3, "wheelchair": 3, "prosthesis": 1, "glasses": 15,
    }.items():  # fmt: skip
        assert looks[name] >= least, name


# ---------------------------------------------------------------- imagery


def test_no_part_thing_setting_or_scene_is_of_a_forbidden_kind() -> None:
    names = [path.stem for path in FOLDER.rglob("*.svg")] + list(LIBRARY.names)
    assert [name for name in names if FORBIDDEN.search(name)] == []


@pytest.mark.parametrize("language", drawn_languages())
def test_no_description_labels_anybody(language: str) -> None:
    for week in range(1, 6):
        for scene in SCENES:
            drawing = Drawing(LIBRARY, scene, cast_of(week)[scene.name], lambda _around: (), language)
            for opening in (OPENINGS["16:9"], OPENINGS["circle"]):
                said = _said(drawing, opening)
                assert not FORBIDDEN.search(said.lower()), said
                assert "{" not in said and "  " not in said and ".." not in said, said  # noqa: PT018


def _said(drawing: Drawing, opening: Opening) -> str:
    from htpm_studio.illustrations.alt_text import long_alt

    shown, _ = in_frame(drawing.scene, drawing.people, opening)
    return long_alt(shown, LIBRARY.words(drawing.language), drawing.language)


def test_everybody_has_a_face_and_a_place_that_is_drawn() -> None:
    for scene in SCENES:
        group = cast_of(1)[scene.name]
        for figure in Arranged(scene, group, LIBRARY.parts).figures:
            assert LIBRARY.parts.part("face", figure.face).marks
            roles = {mark.role for part in figure.dressed() for mark in part.marks}
            assert f"skin{figure.person.skin}" in roles
            if figure.seat.is_bust:
                assert scene.front, f"{scene.name}: a bust without a table, counter or hedge before it"


@pytest.mark.parametrize("kind", ["hair", "face", "beard", "headwear"])
def test_every_part_of_a_head_is_drawn_at_both_angles(kind: str) -> None:
    assert LIBRARY.parts.choices(f"parts/{kind}") == LIBRARY.parts.choices(f"parts/{kind}", FRONT)


def test_no_hand_comes_before_a_face() -> None:
    """The people of the library look past the hands of their neighbors in every frame."""
    for scene in SCENES:
        for name, opening in OPENINGS.items():
            shown, _ = in_frame(scene, cast_of(1)[scene.name], opening)
            for one, other in permutations(shown.figures, 2):
                assert not _reaches(one, other), f"{scene.name} {name}"


def _reaches(one: Figure, other: Figure) -> bool:
    """Whether a lifted hand of one body is before the face of another."""
    lifted = LIFTED.get(one.seat.body)
    return lifted is not None and one.shift.of(lifted).overlaps(other.shift.of(FACE))


def test_hard_words_have_no_people_beside_them() -> None:
    hard = re.compile(r"before we begin|take it down|antes de empezar|antes de comenzar", re.IGNORECASE)
    for language in drawn_languages():
        for week in bundled_campaign(language).weeks:
            for deck in week.decks:
                for slide in deck.slides:
                    if slide.layout == "deck/notice":
                        assert not LIBRARY.scene(str(slide.fields["picture"])).seats, slide.title
            for post in week.posts:
                if hard.search(str(post.graphic.fields.get("head", ""))) or "take-it-down" in post.id:
                    assert not LIBRARY.scene(str(post.graphic.fields["picture"])).seats, post.id


@pytest.mark.parametrize("language", drawn_languages())
def test_no_picture_comes_twice_in_a_week(language: str) -> None:
    for week in bundled_campaign(language).weeks:
        pieces = [post.graphic.fields for post in week.posts]
        pieces += [slide.fields for deck in week.decks for slide in deck.slides]
        pieces += [handout.fields for handout in week.handouts]
        named = Counter(str(fields["picture"]) for fields in pieces if fields.get("picture"))
        assert [name for name, count in named.items() if count > 1] == []
        assert not set(named) & set(FORMER)


# ---------------------------------------------------------------- colors


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("brand", BRANDS)
def test_lines_and_walls_can_be_seen_in_every_brand(brand: str, style: Style) -> None:
    palette = in_style(derive_palette(BRANDS[brand]), style)
    for ground in ("surface", "surface-alt", "panel", "deep", "tint-1"):
        colors = dict(role_colors(palette, palette[ground]))
        for role in ("primary", "secondary", "accent", "sun", "paper", "tint", "tint2", "tint3"):
            assert contrast(colors["ink"], colors[role]) >= LINE_CONTRAST, role
        assert distance(colors["accent"], colors["paper"]) >= APART, "neighbors in the two look the same"
        assert distance(colors["tint"], palette[ground]) >= APART * 0.6, ground


def test_skin_and_hair_never_follow_the_brand() -> None:
    scene = LIBRARY.scene("break-room")
    found = []
    for brand in ("#D4002A", "#39FF14"):
        palette = derive_palette(brand)
        drawing = Drawing(LIBRARY, scene, cast_of(2)[scene.name], partial(role_colors, palette), "en")
        svg = drawing.framed(OPENINGS["1:1"]).source.data.decode()
        found.append(set(re.findall(r'fill="(#\w+)"', svg)) - set(dict(role_colors(palette)).values()))
    assert found[0] == found[1] != set()


# ---------------------------------------------------------------- files


def drawing_of(name: str, language: str = "en") -> Drawing:
    palette = derive_palette("#0F5C5C")
    return Drawing(
        LIBRARY, LIBRARY.scene(name), cast_of(1)[name], lambda around: role_colors(palette, around), language
    )


def test_the_same_scene_gives_the_same_bytes() -> None:
    other = PictureLibrary(FOLDER)
    palette = derive_palette("#0F5C5C")
    for name in ("crowd", "quiet-desk"):
        again = Drawing(other, other.scene(name), cast_of(1)[name], lambda around: role_colors(palette, around), "en")
        assert again.framed(OPENINGS["4:5"]) == drawing_of(name).framed(OPENINGS["4:5"])
        assert again.framed(OPENINGS["4:5"]) is again.framed(OPENINGS["4:5"])


def test_who_moves_a_drawing_moves_it_from_where_it_is() -> None:
    """What shows before anybody moves it is what shows with its own middle and size."""
    ref = PictureRef(drawing_of("break-room").whole, name="break-room", drawn=drawing_of("break-room"))
    box, frame = Box(0, 0, 400, 300), Rectangle()
    source, crop, _, heads = shown_in(ref, box, frame)
    part = 1 - crop.left - crop.right
    middle = (crop.left + part / 2, crop.top + (1 - crop.top - crop.bottom) / 2)
    again, moved, _, same = shown_in(replace(ref, focus=middle, zoom=1 / part, moved=True), box, frame)
    assert again == source
    assert [one.box.x for one in same] == pytest.approx([one.box.x for one in heads], abs=0.004)
    assert (moved.left, moved.top) == pytest.approx((crop.left, crop.top), abs=0.002)


@pytest.mark.parametrize("language", drawn_languages())
def test_a_description_says_the_hats_that_are_drawn_and_no_others(language: str) -> None:
    """Whoever wears a turban or hijab has no hard hat, cap or sun hat on, and none is said."""
    hat = re.compile("|".join(map(re.escape, (LIBRARY.words(language).traits[name] for name in HATS_WORN))))
    bare = next(one for one in LIBRARY.people.values() if covering(one.hair) == "turban")
    flat = next(one for one in LIBRARY.people.values() if one.hair == "short")
    for scene in SCENES:
        worn = [at for at, seat in enumerate(scene.seats) if seat.head not in ("", "headset") or seat.hair]
        for person, count in ((bare, 0), (flat, 1)):
            for at in worn:
                said = LIBRARY.person_words(scene.name, at, person.id, language)
                assert len(hat.findall(said)) == count, said
        assert not scene.seats or not hat.search(title_of(scene, LIBRARY.words(language), language)), scene.name
        assert not any(hat.search(seat.does[language]) for seat in scene.seats), scene.name


def test_every_drawing_is_plain_enough_to_stay_a_drawing_in_a_pdf() -> None:
    for name in LIBRARY.names:
        found = drawing_of(name).framed(OPENINGS["1:1"])
        assert len(found.source.data) < 320_000, name
        root = etree.fromstring(found.source.data)
        assert {str(one.tag).rpartition("}")[2] for one in root.iter()} <= {"svg", "g", "path"}
        if name in ("crowd", "neighbors-line", "quiet-field"):
            assert vector(Picture("p", Box(0, 0, 100, 100), found.source, found.crop)) is not None


@pytest.mark.parametrize("language", drawn_languages())
def test_short_descriptions_leave_room_for_the_words_of_a_post(language: str) -> None:
    for name in LIBRARY.names:
        said = drawing_of(name, language).alt
        assert len(said) <= 95, said
        assert said.startswith({"en": "Drawing: ", "es": "Dibujo: "}[language])


def test_a_description_says_who_is_there_as_it_is_arranged() -> None:
    drawing = drawing_of("neighbors-line")
    wide, narrow = (drawing.framed(OPENINGS[name]).alt for name in ("16:9", "9:16"))
    assert wide.startswith("Drawing: five neighbors")
    assert narrow.startswith("Drawing: three neighbors")
    assert (wide.count(";"), narrow.count(";")) == (4, 2)
    assert drawing.alt == "Drawing: neighbors of different ages stand together."


def test_a_frame_knows_who_is_where() -> None:
    found = drawing_of("neighbors-line").framed(OPENINGS["9:16"])
    scene = LIBRARY.scene("neighbors-line")
    assert [one.place for one in found.people] == list(scene.story)
    assert [one.person for one in found.people] == [cast_of(1)["neighbors-line"][at] for at in scene.story]
    assert all(Box(0, 0, 1, 1).contains(one.head) for one in found.people)
