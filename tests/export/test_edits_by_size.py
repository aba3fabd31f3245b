"""Words that hold in one size of a piece alone: seen there and nowhere else, checked there, and kept in the file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from htpm_studio.export.kit.editable import Editable, editable_fields, list_edits
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.pages.page_builder import PageBuilder
from htpm_studio.export.preflight.model import Check, applied
from htpm_studio.export.preflight.report import preflight
from htpm_studio.project.model import Brand, Edits, Project
from htpm_studio.project.store import read_project, save_project
from tests.helpers.bundled import bundled_campaign, bundled_resources, bundled_tools

POST, LIST = "w2/social/w2-rights", "w2/social/w2-buy-with-care"


def project_with(piece: str, own: Mapping[str, str]) -> Project:
    return Project(Brand("Hope"), 2, 2027, edits=Edits.from_mapping({piece: own}))


def kit_of(project: Project) -> Kit:
    options = Options(("social",))
    return build_kit(project, bundled_campaign(), bundled_resources(), options, date(2026, 11, 25))


def files(kit: Kit, piece: str) -> Mapping[str, FileSpec]:
    """Size -> file of a post."""
    return {spec.pages[0].canvas: spec for spec in plan(kit) if spec.piece == piece}


def shown(piece: str, name: str, **own: str) -> dict[str, object]:
    """Size -> what a field says; "_in_" in the name of an edit is the sign before a size, "__" a point."""
    edits = {field.replace("_in_", "@").replace("__", "."): text for field, text in own.items()}
    return {
        size: spec.pages[0].content[name] for size, spec in files(kit_of(project_with(piece, edits)), piece).items()
    }


def checks(project: Project, code: str) -> list[Check]:
    found = preflight(kit_of(project), bundled_tools(), PageBuilder())
    return [check for check in found.checks if check.code == code and check.piece == POST]


def field(kit: Kit, piece: str, size: str, name: str) -> Editable:
    page = files(kit, piece)[size].pages[0]
    own = kit.project.edits.to_mapping().get(piece, {})
    return next(one for one in editable_fields(page, page, kit.resources.library, own) if one.path == name)


def test_a_text_of_one_size_shows_there_and_the_others_keep_that_of_all() -> None:
    heads = shown(POST, "head", head="All", head_in_story="Tall")
    assert heads.pop("story") == "Tall"
    assert set(heads.values()) == {"All"}


def test_a_text_of_one_size_needs_none_of_all_sizes() -> None:
    usual, heads = shown(POST, "head"), shown(POST, "head", head_in_story="Tall")
    assert heads == {**usual, "story": "Tall"}


def test_a_list_can_be_shorter_in_one_size() -> None:
    lists = shown(LIST, "items", items__2_in_story="")
    assert {size: len(items) for size, items in lists.items() if isinstance(items, tuple)} == {
        **dict.fromkeys(lists, 3),
        "story": 2,
    }


def test_the_words_of_one_size_say_so_and_are_given_back_there() -> None:
    kit = kit_of(project_with(POST, {"head": "All", "head@story": "Tall"}))
    assert [field(kit, POST, size, "head").edit for size in ("square", "story")] == ["head", "head@story"]


def test_a_list_of_one_size_is_written_whole_so_that_it_follows_nothing() -> None:
    kit = kit_of(project_with(LIST, {"items.0@story": "First"}))
    items = field(kit, LIST, "story", "items")
    lines = items.text.split("\n")
    assert list_edits(items, items.text) == {f"items.{at}@story": line for at, line in enumerate(lines)}


def test_a_description_says_the_words_of_its_size() -> None:
    kit = kit_of(project_with(POST, {"head@story": "Only the tall one says this"}))
    alts = {size: spec.alt for size, spec in files(kit, POST).items()}
    assert [size for size, alt in alts.items() if "Only the tall one" in alt] == ["story"]


def test_a_wrong_number_in_one_size_is_stopped_and_the_way_back_is_that_of_the_size() -> None:
    project = project_with(POST, {"head": "All", "head@story": "Call 1-888-373-7889 for help"})
    (found,) = checks(project, "W15")
    assert found.blocked
    right = {"head": "All", "head@story": "Call 1-888-373-7888 for help"}
    assert applied(project, found.fixes[0].changes).edits.to_mapping() == {POST: right}


def test_words_that_do_not_fit_in_one_size_are_named_with_it_and_can_be_taken_back_there() -> None:
    project = project_with(POST, {"head": "All", "head@story": "So long that it fits nowhere at all " * 20})
    (found,) = (check for check in checks(project, "too-long") if check.field.startswith("head"))
    assert (found.field, "Story" in str(found.sentence)) == ("head@story", True)
    back = applied(project, found.fixes[0].changes)
    assert back.edits.to_mapping() == {POST: {"head": "All"}}


def test_a_file_keeps_the_words_of_a_size(tmp_path: Path) -> None:
    project = project_with(POST, {"head@story": "Tall"})
    save_project(project, tmp_path / "kit.htpm")
    assert read_project(tmp_path / "kit.htpm").project.edits == project.edits
