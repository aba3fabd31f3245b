"""Which printed files a kit has: of its handouts, of what every week has, and of names on certificates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest

from htpm_studio.compose.frames import PictureRef
from htpm_studio.export.kit.edits import ALT, TEMPLATE
from htpm_studio.export.kit.kit import Extra, Kit, Options, Paper, build_kit
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.prints.file_specs import print_specs
from htpm_studio.project.model import Brand, Edits, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources

FLYER = "w2/print/flyer"


@cache
def kit(language: str = "en", names: tuple[str, ...] = (), extras: tuple[Extra, ...] = ()) -> Kit:
    project = Project(Brand("Riverbend"), 2, 2027, language=language)
    options = Options(("print",), ("letter",), extras, names=names)
    return build_kit(project, bundled_campaign(language), bundled_resources(), options, date(2026, 11, 28))


def specs(made: Kit, *papers: Paper) -> dict[str, FileSpec]:
    made = replace(made, options=replace(made.options, papers=papers or ("letter",)))
    return {spec.path: spec for spec in print_specs(made)}


def having(made: Kit, own: dict[str, dict[str, str]], **week: Any) -> Kit:
    project = replace(made.project, edits=Edits.from_mapping(own))
    return replace(made, project=project, week=replace(made.week, **week))


def test_a_handout_is_made_where_its_design_is_one_and_is_here() -> None:
    flyer = next(one for one in kit().week.handouts if one.id == "flyer")

    def made(template: str) -> bool:
        return "print/letter/flyer.pdf" in specs(having(kit(), {}, handouts=(replace(flyer, template=template),)))

    assert made("print/flyer")
    assert not made("print/flyer-large"), "it is a further edition"
    assert not made("print/gone")
    assert not [path for path in specs(having(kit(), {}, handouts=())) if path.endswith("flyer.pdf")]


def test_a_further_edition_of_a_handout_says_the_same_on_as_many_pages_as_it_takes() -> None:
    found = [spec for spec in specs(kit()).values() if spec.piece == "w2/print/checklist"]
    (usual,), (large,) = ([one.pages for one in found if ("large" in one.path) is some] for some in (False, True))
    assert (usual[0].flow, large[0].flow) == ("", "rows")
    groups, rows = large[0].content["groups"], large[0].content["rows"]
    assert isinstance(groups, tuple)
    assert rows == tuple(group for group in groups if group["items"])  # type: ignore[index,call-overload]
    assert large[0].whole is not None
    assert "rows" not in large[0].whole
    checklist = next(one for one in kit().week.handouts if one.id == "checklist")
    bare = replace(checklist, fields={**checklist.fields, "groups": "none"})
    files = specs(having(kit(), {}, handouts=(bare,)))
    assert {page.flow for one in files.values() if one.piece == "w2/print/checklist" for page in one.pages} == {""}


def test_what_the_picture_of_a_handout_shows_is_said_of_each_edition_unless_the_user_says_it() -> None:
    def alts(**own: str) -> set[str]:
        return {one.alt for one in specs(having(kit(), {FLYER: own} if own else {})).values() if one.piece == FLYER}

    flyer = next(one for one in specs(kit()).values() if one.piece == FLYER)
    picture = flyer.pages[0].content["picture"]
    assert isinstance(picture, PictureRef)
    assert picture.alt in alts()
    assert alts(**{ALT: "A field."}) == {"A field."}
    poster = next(one for one in specs(kit()).values() if one.piece == "w2/print/checklist")
    assert poster.alt == ""


def test_a_handout_takes_the_design_that_the_user_chose_on_the_papers_that_it_has() -> None:
    chosen = specs(having(kit(), {FLYER: {TEMPLATE: "print/poster"}}))
    pages = {spec.path: spec.pages[0] for spec in chosen.values() if spec.piece == FLYER}
    assert pages["print/letter/flyer.pdf"].template == "print/poster"
    assert pages["print/letter/flyer.pdf"].usual == "print/flyer"
    gone = specs(having(kit(), {FLYER: {TEMPLATE: "print/gone"}}))
    assert gone["print/letter/flyer.pdf"].pages[0].template == "print/flyer"


def test_a_certificate_has_a_page_for_each_name_and_one_to_fill_in_without_names() -> None:
    alone, named = (
        next(one for one in specs(made).values() if "certificate" in one.path and one.format == "pdf")
        for made in (kit(), kit(names=("Ana Ruiz", "Ben Ode")))
    )
    assert (len(alone.pages), alone.private, alone.cover) == (1, False, None)
    assert [page.content["participant"] for page in named.pages] == ["Ana Ruiz", "Ben Ode"]
    assert (named.private, named.cover is not None) == (True, True)
    assert [page.info.name for page in named.pages] == [alone.pages[0].info.name, f"{alone.pages[0].info.name} 2"]
    assert named.pages[1].info.title == f"{named.pages[0].info.title} (2)"


def test_what_is_typed_into_a_pdf_is_a_prompt_in_the_file_for_powerpoint() -> None:
    words = kit().campaign.words.print
    files = [one for one in specs(kit()).values() if "certificate" in one.path]
    assert sorted(one.format for one in files) == ["pdf", "pptx"]
    (pptx,) = (one for one in files if one.format == "pptx")
    assert pptx.repeats
    assert pptx.path.endswith(".pptx")
    assert {page.fonts for page in pptx.pages} == {"system"}
    assert pptx.pages[0].content["participant"] == words["cert_name"]
    named = specs(kit(names=("Ana Ruiz",)))
    assert named[pptx.path].pages[0].content["participant"] == "Ana Ruiz"


def test_what_is_made_from_the_training_needs_one() -> None:
    without = specs(having(kit(), {}, decks=()))
    gone = {path.rpartition("/")[2] for path in specs(kit())} - {path.rpartition("/")[2] for path in without}
    assert {"facilitator-guide.pdf", "participant-handout.pdf", "certificate.pdf"} <= gone
    assert "sign-in.pdf" in {path.rpartition("/")[2] for path in without}


@pytest.mark.parametrize(("language", "first"), [("en", "en"), ("es", "es")])
def test_cards_are_in_both_languages_the_kits_own_first(language: str, first: str) -> None:
    cards = next(one for one in specs(kit(language)).values() if one.sheet and len(one.pages) == 4)
    assert cards.pages[0].part.partition("-")[0] == first
    parts = {f"{one}-{side}" for one in ("en", "es") for side in ("outside", "inside")}
    assert {page.part for page in cards.pages} == parts
    assert all(page.language == page.part.partition("-")[0] == page.content["lang"] for page in cards.pages)


def test_rows_to_fill_in_are_numbered_and_a_screen_reader_reads_the_first() -> None:
    sheet = next(one for one in specs(kit()).values() if "sign-in" in one.path).pages[0]
    (rows,) = (
        value for value in sheet.content.values()
        if isinstance(value, tuple) and value and isinstance(value[0], dict) and "line" in value[0]
    )  # fmt: skip
    assert [row["line"] for row in rows] == list(range(len(rows)))  # type: ignore[index,call-overload]
    assert [row["read"] for row in rows] == [True, *[False] * (len(rows) - 1)]  # type: ignore[index,call-overload]


def test_files_for_a_print_shop_come_last_and_only_where_they_are_wanted() -> None:
    assert not [path for path in specs(kit()) if path.startswith("print/shop/")]
    paths = [*specs(kit(extras=("shop",)))]
    shop = [path for path in paths if path.startswith("print/shop/")]
    assert shop
    assert paths[-len(shop) :] == shop
