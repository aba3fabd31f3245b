"""What PowerPoint's "Reset Slide" does to a deck: nothing, because each slide has its places from its layout."""

from __future__ import annotations

import datetime as dt
import io
import os
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from typing import Any

import pptx
import pytest

from htpm_studio.export.decks.file_specs import deck_specs
from htpm_studio.export.kit.kit import Options, build_kit
from htpm_studio.export.run.render_file import render_file
from htpm_studio.pieces.declared import families
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Project
from htpm_studio.units import Box
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.sweeps import in_turn

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}"
EMU, MOST = 12700, 2.0
AIR = 6.0
"""Points above and below the letters in the low boxes of a foot."""
MARKS = {"dt", "ftr", "sldNum"}
IN_ITS_COLUMN = ("Statistic", "Bullets")
"""Layouts whose title has nothing below it, so that it may begin at the top."""
slow = [pytest.mark.slow, pytest.mark.skipif(not os.environ.get("HTPM_SLOW"), reason="needs HTPM_SLOW=1")]


def decks(week: int, language: str, family: str = "common-thread", group: str = "") -> Iterator[Any]:
    """Every deck of a week, or that of a group, opened."""
    project = Project(Brand("Riverbend Coalition", ("#0F5C5C",), family=family), week, 2027, language=language)
    kit = build_kit(project, bundled_campaign(language), bundled_resources(), Options(), dt.date(2026, 11, 25))
    for spec in deck_specs(kit):
        if spec.format == "pptx" and group in ("", spec.group):
            yield pptx.Presentation(io.BytesIO(render_file(spec, kit.inputs, JobContext()).data))


@cache
def short(family: str) -> Any:
    """The short deck of week 2, which tests only look at."""
    (deck,) = decks(2, "en", family, "short")
    return deck


def moved(slide: Any) -> list[str]:
    """What a reset moves by more than two points: placeholders whose place is not that of their layout."""
    homes = {one.placeholder_format.idx: one for one in slide.slide_layout.placeholders}
    found = []
    for one in slide.placeholders:
        home = homes[one.placeholder_format.idx]
        pairs = ((one.left, home.left), (one.top, home.top), (one.width, home.width), (one.height, home.height))
        if max(abs(a - b) for a, b in pairs) > MOST * EMU:
            found.append(f"{slide.slide_layout.name}: {one.name}")
    return found


def broken_by_force(slide: Any) -> list[str]:
    """Texts that an inset makes break where their box does not; a link on several lines has one for LibreOffice."""
    plain = [shape for shape in slide.placeholders if shape._element.find(f".//{A}hlinkClick") is None]
    bodies = [(shape, shape._element.find(f".//{A}bodyPr")) for shape in plain]
    sides = ("lIns", "rIns")
    return [shape.name for shape, body in bodies if body is not None and any(body.get(s, "0") != "0" for s in sides)]


def read_early(slide: Any) -> list[str]:
    """What the tab key, and so a screen reader, reaches before something that is read first.

    PowerPoint goes from the lowest shape to the highest. The title comes first, then each text before those below it,
    and what is beside another in the same rows from left to right; a picture may lie below the texts upon it.
    """
    shapes = [one for one in slide.shapes if not is_decoration(one)]
    texts = [one for one in shapes if not one._element.tag.endswith("}pic")]
    title = slide.shapes.title
    found = [] if texts[0] == title else [f"{texts[0].name} before the title"]
    rest = [one for one in texts if one != title and one.name != "Eyebrow"]
    boxes = [(one.name, Box(one.left, one.top, one.width, one.height)) for one in rest]
    for (name, one), (next_name, two) in combinations(boxes, 2):
        beside = min(one.right, two.right) > max(one.x, two.x)
        rows = min(one.bottom, two.bottom) - max(one.y, two.y)
        above = beside and two.bottom <= one.y + MOST * EMU
        left = not beside and two.x < one.x and rows > 0.5 * min(one.height, two.height)
        if above or left:
            found.append(f"{name} before {next_name}")
    return found


def is_decoration(shape: Any) -> bool:
    about = next(shape._element.iter(f"{P}cNvPr"))
    return any(mark.get("val") == "1" for mark in about.iter(f"{DECORATIVE}decorative"))


def check(deck: Any) -> None:
    for slide in deck.slides:
        assert read_early(slide) == [], slide.slide_layout.name
        assert moved(slide) == []
        assert broken_by_force(slide) == []
        assert slide._element.get("showMasterSp") != "0"
        assert slide._element.find(f"{P}cSld/{P}bg") is None


@pytest.mark.parametrize("group", ["training"])
def test_reset_slide_moves_nothing(group: str) -> None:
    (deck,) = decks(2, "en", group=group)
    check(deck)


@pytest.mark.parametrize("week", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("family", sorted(families()))
class TestEveryDeck:
    pytestmark = slow

    def test_reset_slide_moves_nothing(self, week: int, language: str, family: str) -> None:
        for deck in decks(week, language, family):
            check(deck)


@pytest.mark.parametrize("family", ["broadside", "quilt"])
def test_no_inset_breaks_a_line(family: str) -> None:
    """Lists with room around their texts, and texts that are a hair from taking another word on a line."""
    (deck,) = decks(2, "en", family, {"broadside": "training", "quilt": "loop"}[family])
    assert [name for slide in deck.slides for name in broken_by_force(slide)] == []


def test_layouts_have_what_an_author_looks_for() -> None:
    layouts = short("common-thread").slide_layouts
    kinds = {one._element.get("type"): one for one in layouts if one._element.get("type")}
    assert {"title", "obj", "titleOnly", "blank"} <= set(kinds)
    content = kinds["obj"]
    assert sorted(mark.get("type", "obj") for mark in content._element.iter(f"{P}ph") if mark.get("idx") == "1") == [
        "obj"
    ]


@pytest.mark.parametrize(("family", "group"), in_turn(sorted(families()), ("short", "loop"), 1))
def test_each_layout_has_a_place_for_date_footer_and_number(family: str, group: str) -> None:
    """Where they are, no text of the layout is: "Insert > Header & Footer" hides nothing."""
    (deck,) = [short(family)] if group == "short" else decks(2, "es", family, group)
    for layout in deck.slide_layouts:
        holders = [(one, one._element.find(f".//{P}ph").get("type")) for one in layout.placeholders]
        assert sorted(kind for _, kind in holders if kind in MARKS) == sorted(MARKS), layout.name
        assert all(one.text_frame.text for one, _ in holders), layout.name
        marks = [one for one, kind in holders if kind in MARKS]
        texts = [one for one, kind in holders if kind not in MARKS | {"pic"}]
        crossed = [(a.name, b.name) for a in marks for b in texts if b.top >= 0 and crosses(a, b)]
        assert crossed + [(a.name, b.name) for a, b in combinations(marks, 2) if crosses(a, b, AIR)] == [], layout.name


def crosses(one: Any, two: Any, most: float = MOST) -> bool:
    """Whether two boxes have more than that many points of each other."""
    wide = min(one.left + one.width, two.left + two.width) - max(one.left, two.left)
    high = min(one.top + one.height, two.top + two.height) - max(one.top, two.top)
    return bool(min(wide, high) > most * EMU)


@pytest.mark.parametrize("family", sorted(families()))
def test_no_layout_hides_its_master(family: str) -> None:
    """The master has placeholders alone; a layout has the foot in the colors that show on its ground."""
    deck = short(family)
    master = deck.slide_master
    assert [shape for shape in master.shapes if not shape.is_placeholder] == []
    for layout in deck.slide_layouts:
        assert layout._element.get("showMasterSp") is None, layout.name
        assert "Riverbend Coalition" in [shape.text_frame.text for shape in layout.shapes if shape.has_text_frame]


def test_titles_are_anchored_at_the_foot_with_room_for_two_lines() -> None:
    layouts = short("common-thread").slide_layouts
    for layout in layouts:
        for one in layout.placeholders:
            if one.placeholder_format.type in (1, 3) and one.top >= 0 and layout.name not in IN_ITS_COLUMN:
                body = one._element.find(f".//{A}bodyPr")
                size = int(one._element.find(f".//{A}lvl1pPr/{A}defRPr").get("sz")) / 100
                assert body.get("anchor") == "b", layout.name
                assert one.height / EMU >= 2 * size, layout.name
