"""The sections of a deck, and whether it goes on by itself."""

from __future__ import annotations

from dataclasses import replace

from htpm_studio.render.office.xml import Element
from htpm_studio.render.pptx.presentation import _sections, _show
from tests.helpers import pptx_pages as pages


def found(*sections: str) -> Element | None:
    shown = [replace(pages.title_page(), section=section) for section in sections]
    return _sections(shown, pages.deck(*shown))


def listed(*sections: str) -> list[tuple[str, list[int]]]:
    made = found(*sections)
    assert made is not None
    rows = [one for one in made.iter() if one.tag == "p14:section"]
    return [(one.get("name", ""), [int(slide.get("id", "")) for slide in one.iter("p14:sldId")]) for one in rows]


def test_a_slide_without_a_section_belongs_to_the_one_before_and_the_first_ones_to_the_deck() -> None:
    assert listed("", "Talk", "", "Help") == [("Connecting the dots", [256]), ("Talk", [257, 258]), ("Help", [259])]
    assert listed("Talk", "Talk") == [("Talk", [256, 257])]


def test_a_deck_without_sections_has_none() -> None:
    assert found("", "") is None
    assert found() is None


def test_a_deck_that_goes_on_by_itself_starts_again_at_its_end_and_no_other_does() -> None:
    still, moving = pages.title_page(), replace(pages.title_page(), advance=8)
    shown = _show([still, moving])
    assert shown is not None
    assert (shown.tag, shown.get("loop")) == ("p:showPr", "1")
    assert _show([still]) is None
