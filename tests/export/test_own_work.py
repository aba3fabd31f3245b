"""What becomes of own work under another campaign: kept where its piece is, else named, and nothing lies elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from htpm_studio import paths
from htpm_studio.campaign.model import Campaign, Deck, Week
from htpm_studio.campaign.pack import read_pack
from htpm_studio.campaign.pack_files import pack_texts
from htpm_studio.campaign.toolkit_import.make_pack import MadePack, make_pack, with_posts
from htpm_studio.campaign.toolkit_import.recognize import recognize
from htpm_studio.campaign.toolkit_import.text_reader import read_text
from htpm_studio.export.kit.kit import Options, Resources
from htpm_studio.export.run.own_work import CarriedOver, carried_over, notes_about
from htpm_studio.export.run.request import ExportRequest, kits_of
from htpm_studio.export.sources.kit_source import KitSource
from htpm_studio.export.sources.toolkit_import import write_pack
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Edits, Project
from htpm_studio.project.store import save_project
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.toolkits import toolkit_file

TODAY = date(2026, 10, 1)


@pytest.fixture(scope="module")
def ours() -> Campaign:
    return bundled_campaign()


@pytest.fixture(scope="module")
def toolkit(ours: Campaign) -> MadePack:
    text = toolkit_file("doors.md").decode()
    return make_pack(
        recognize(read_text("toolkit.md", text, markdown=True)), ours, pack_texts(paths.assets() / "campaigns" / "htpm")
    )


@pytest.fixture(scope="module")
def resources() -> Resources:
    return bundled_resources()


def project(edits: Mapping[str, Mapping[str, str]]) -> Project:
    return Project(Brand("Riverbend"), 2, 2027, edits=Edits.from_mapping({k: dict(v) for k, v in edits.items()}))


def fates(carried: CarriedOver) -> dict[str, str]:
    return {work.piece: work.fate for work in carried.works}


def changed(campaign: Campaign, week: Week) -> Campaign:
    return replace(campaign, weeks=tuple(week if one.number == week.number else one for one in campaign.weeks))


def post_of(campaign: Campaign) -> str:
    return campaign.week(2).posts[0].id


def test_work_on_a_piece_that_says_the_same_stays(ours: Campaign, resources: Resources) -> None:
    own = project({f"w2/social/{post_of(ours)}": {"head": "Mine"}, "w2/print/flyer": {"@picture": "hands"}})
    carried = carried_over(own, ours, ours, resources, TODAY)
    assert set(fates(carried).values()) == {"stays"}
    assert carried.edits == own.edits
    assert notes_about(carried, [2]) == ()


def test_work_over_other_words_is_kept_and_named(ours: Campaign, resources: Resources) -> None:
    week = ours.week(2)
    first = week.posts[0]
    assert first.networks is not None
    other = replace(first.networks, linkedin="Other words of the campaign.")
    posts = (replace(first, networks=other), *week.posts[1:])
    own = project({f"w2/social/{post_of(ours)}": {"head": "Mine", "@day": "2027-01-08", "@focus": "0.5 0.5"}})
    carried = carried_over(own, ours, changed(ours, replace(week, posts=posts)), resources, TODAY)
    (work,) = carried.works
    assert (work.fate, work.what, work.title) == ("over", ("day", "crop", "headline"), "Mine")
    assert carried.edits == own.edits
    assert "your work is kept" in notes_about(carried, [2])[0]


def test_other_words_in_a_graphic_alone_are_other_words(ours: Campaign, resources: Resources) -> None:
    week = ours.week(2)
    graphic = replace(week.posts[0].graphic, fields={**week.posts[0].graphic.fields, "head": "Another headline"})
    other = changed(ours, replace(week, posts=(replace(week.posts[0], graphic=graphic), *week.posts[1:])))
    piece = f"w2/social/{post_of(ours)}"
    own = project({piece: {"sub": "Mine", "@fine.x": "yes", "@people": "a:b"}, "w2/print/flyer": {"head": "Mine"}})
    carried = carried_over(own, ours, other, resources, TODAY)
    assert fates(carried) == {piece: "over", "w2/print/flyer": "stays"}
    assert {work.piece: tuple(map(str, work.what)) for work in carried.works} == {
        piece: ("words",), "w2/print/flyer": ("headline",),
    }  # fmt: skip
    assert [work.piece for work in carried.of("over")] == [piece]
    assert carried.without([piece]) == project({"w2/print/flyer": {"head": "Mine"}}).edits


def test_work_without_a_place_is_named_and_its_post_can_come_along(
    ours: Campaign, toolkit: MadePack, resources: Resources
) -> None:
    piece = f"w2/social/{post_of(ours)}"
    own = project({piece: {"head": "Mine", "caption": "My text"}})
    carried = carried_over(own, ours, toolkit.campaign, resources, TODAY, 2028)
    (work,) = carried.works
    assert (work.fate, work.post) == ("lost", ours.week(2).posts[0])
    assert notes_about(carried, [2])[0].endswith("the campaign does not have this piece.")
    assert notes_about(carried, [3]) == ()
    assert work.post is not None
    texts = with_posts(toolkit.texts, toolkit.campaign, ours, {2: [work.post]})
    made = read_pack(texts, "en")
    assert made.week(2).posts == (*toolkit.campaign.week(2).posts, work.post)
    assert fates(carried_over(own, ours, made, resources, TODAY, 2028)) == {piece: "stays"}


def test_any_post_can_come_along_with_the_resource_it_shows(ours: Campaign, toolkit: MadePack) -> None:
    posts = {week.number: week.posts for week in ours.weeks}
    made = read_pack(with_posts(toolkit.texts, toolkit.campaign, ours, posts), "en")
    for week in ours.weeks:
        ids = [post.id for post in made.week(week.number).posts]
        assert {post.id for post in week.posts} <= set(ids)
        assert len(ids) == len(set(ids))


def test_work_on_a_slide_goes_with_the_slide_and_never_lies_over_another(ours: Campaign, resources: Resources) -> None:
    week = ours.week(2)
    deck = week.deck("training")
    fewer = replace(deck, slides=(*deck.slides[:3], *deck.slides[4:]))
    other = changed(ours, replace(week, decks=tuple(fewer if one.id == deck.id else one for one in week.decks)))
    own = project({
        "w2/deck/training": {"@order": "5 4 n1 6 n2"},
        "w2/deck/training/3": {"head": "Three"}, "w2/deck/training/4": {"head": "Four"},
        "w2/deck/training/6": {"notes": "Six", "number": "4"},
        "w2/deck/training/n1": {"@added": "deck/bullets", "head": "New"},
        "w2/deck/training/n2": {"@added": "6"},
    })  # fmt: skip
    carried = carried_over(own, ours, other, resources, TODAY)
    assert fates(carried) == {
        "w2/deck/training": "stays", "w2/deck/training/3": "stays", "w2/deck/training/4": "lost",
        "w2/deck/training/6": "stays", "w2/deck/training/n1": "stays", "w2/deck/training/n2": "stays",
    }  # fmt: skip
    edits = carried.edits.to_mapping()
    assert edits["w2/deck/training"] == {"@order": "4 n1 5 n2"}
    assert edits["w2/deck/training/5"] == {"notes": "Six", "number": "4"}
    assert edits["w2/deck/training/n2"] == {"@added": "5"}
    assert edits["w2/deck/training/n1"] == {"@added": "deck/bullets", "head": "New"}
    assert "w2/deck/training/4" not in edits


def test_a_deck_that_is_gone_takes_the_work_on_its_slides_along(ours: Campaign, resources: Resources) -> None:
    week = ours.week(2)
    other = changed(ours, replace(week, decks=tuple[Deck, ...]()))
    own = project({"w2/deck/short/2": {"head": "Two"}, "w2/deck/short/n1": {"@added": "deck/bullets"}})
    assert set(fates(carried_over(own, ours, other, resources, TODAY)).values()) == {"lost"}


def test_marks_choices_for_the_kit_and_work_that_had_no_place_are_not_asked_about(
    ours: Campaign, toolkit: MadePack, resources: Resources
) -> None:
    own = project({"kit": {"@tone": "duotone"}, "w2/campaign": {"@fine.x": "yes"}, "w2/social/gone": {"head": "x"}})
    carried = carried_over(own, ours, toolkit.campaign, resources, TODAY, 2028)
    assert carried.works == ()
    assert carried.edits == own.edits


def test_the_command_line_says_the_same(ours: Campaign, toolkit: MadePack, tmp_path: Path) -> None:
    write_pack(toolkit.texts, tmp_path / "pack", JobContext(lambda _step: None))
    save_project(project({f"w2/social/{post_of(ours)}": {"head": "Mine"}}), tmp_path / "own.htpm")
    source = KitSource(TODAY, tmp_path / "own.htpm", tmp_path / "pack", year=2028)
    asked = ExportRequest(source, tmp_path / "out", (2,), Options(media=("social",)))
    _, notes = kits_of(asked, folders=paths.folders())
    assert notes == (
        "Week 2, Mine: headline: your work is not in this kit because the campaign does not have this piece.",
    )  # fmt: skip
    assert kits_of(replace(asked, source=replace(source, campaign=None)), folders=paths.folders())[1] == ()
