"""A locked piece keeps who is in its drawings, whatever becomes of the people elsewhere."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from htpm_studio.compose.compose_page import PageInfo
from htpm_studio.compose.frames import PictureRef
from htpm_studio.export.decks.file_specs import deck_specs
from htpm_studio.export.kit.edits import LAYOUT, LOCKED, PICTURE, YES, changes_piece, lock_edits
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.kit.kit_cast import PEOPLE
from htpm_studio.export.kit.specs import FileSpec, PageSpec
from htpm_studio.export.pages.social import social_graphics
from htpm_studio.export.prints.file_specs import print_specs
from htpm_studio.illustrations.casting import next_fitting
from htpm_studio.project.model import DrawnPeople, FixedPerson, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.print_specs import SENDERS

PLAIN = Project(SENDERS["harbor"], 4, 2027)
Maker = Callable[[Kit], Iterable[FileSpec]]
OTHERS = (DrawnPeople(seed=3), DrawnPeople("elders", 2), DrawnPeople("no-people"))


def kit_of(project: Project) -> Kit:
    options = Options(("social", "print", "deck", "background"))
    return build_kit(project, bundled_campaign("en"), bundled_resources(), options, dt.date(2026, 11, 25))


def drawings(kit: Kit, make: Maker = social_graphics) -> Iterator[tuple[str, PageSpec, PictureRef]]:
    """Every page with a drawing: its piece, the page and the drawing."""
    for spec in make(kit):
        for page in spec.pages:
            found = page.content.get("picture")
            if isinstance(found, PictureRef) and found.drawn is not None:
                yield page.piece if len(spec.pages) > 1 and page.piece else spec.piece, page, found


def locked(kit: Kit, piece: str, make: Maker = social_graphics) -> Project:
    edits = kit.project.edits
    pages = [page for name, page, _ in drawings(kit, make) if name == piece]
    for field, text in lock_edits(pages, on=True).items():
        edits = edits.changed(piece, field, text)
    return replace(kit.project, edits=edits)


def shown(kit: Kit, piece: str, make: Maker = social_graphics) -> set[tuple[str, tuple[str, ...]]]:
    return {
        (found.name, tuple(one.id for one in found.drawn.people))
        for name, _, found in drawings(kit, make)
        if name == piece and found.drawn is not None
    }


def with_people_drawn(kit: Kit, make: Maker = social_graphics) -> str:
    """The first piece of a week whose drawing has people."""
    return next(piece for piece, _, found in drawings(kit, make) if found.drawn and found.drawn.people)


def test_a_locked_piece_keeps_its_people_when_another_cast_or_casting_is_chosen() -> None:
    kit = kit_of(PLAIN)
    piece = with_people_drawn(kit)
    project, before = locked(kit, piece), shown(kit, piece)
    for people in OTHERS:
        assert shown(kit_of(replace(PLAIN, people=people)), piece) != before
        assert shown(kit_of(replace(project, people=people)), piece) == before


def test_it_keeps_them_when_one_of_them_is_wanted_elsewhere_or_replaced_in_the_same_scene() -> None:
    kit = kit_of(PLAIN)
    piece = with_people_drawn(kit)
    project, before = locked(kit, piece), shown(kit, piece)
    ((scene, group),) = before
    library = kit.resources.pictures
    people = kit.scenes[scene].drawn
    assert people is not None
    other = next_fitting(library.scene(scene), 0, people.people, library.people, library.parts, {})
    assert other is not None
    wanted = (FixedPerson("team-table", 0, group[0]), FixedPerson(scene, 0, other.id))
    for fixed in wanted:
        assert shown(kit_of(replace(project, people=DrawnPeople(fixed=(fixed,)))), piece) == before


def test_locking_changes_no_picture_of_the_kit_and_nobody_is_seen_twice_after_a_new_casting() -> None:
    kit = kit_of(PLAIN)
    piece = with_people_drawn(kit)
    project = locked(kit, piece)
    every = [(name, found.name, found.drawn) for name, _, found in drawings(kit)]
    assert [(name, found.name, found.drawn) for name, _, found in drawings(kit_of(project))] == every
    again = kit_of(replace(project, people=DrawnPeople(seed=3)))
    scenes = {found.name: found.drawn.people for _, _, found in drawings(again) if found.drawn is not None}
    counts = Counter(one.id for group in scenes.values() for one in group)
    assert [name for name, count in counts.items() if count > 1] == []


def test_a_locked_slide_and_handout_keep_theirs_too() -> None:
    kit = kit_of(PLAIN)
    for make in (deck_specs, print_specs):
        piece = with_people_drawn(kit, make)
        project, before = locked(kit, piece, make), shown(kit, piece, make)
        assert shown(kit_of(replace(project, people=DrawnPeople("elders", 5))), piece, make) == before


def test_unlocking_lets_the_program_choose_again() -> None:
    kit = kit_of(PLAIN)
    piece = with_people_drawn(kit)
    edits = locked(kit, piece).edits
    for field, text in lock_edits([], on=False).items():
        edits = edits.changed(piece, field, text)
    assert edits == PLAIN.edits
    assert not changes_piece(PEOPLE)


def test_a_piece_with_a_photo_or_none_remembers_nobody() -> None:
    plain = PageSpec("print/flyer", "letter", {}, PageInfo("flyer", "Flyer"))
    assert lock_edits([plain, replace(plain, content={PICTURE: ""})], on=True) == {
        LOCKED: YES,
        PEOPLE: None,
        LAYOUT: None,
    }
