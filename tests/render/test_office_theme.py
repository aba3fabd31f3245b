"""The theme of an Office file, and how colors and faces of a scene refer to it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from htpm_studio.render.office.theme import SLOTS, theme_refs, theme_xml
from htpm_studio.render.office.xml import Element, clean, node, serialize
from htpm_studio.scene.nodes import Color, OfficeTheme
from tests.helpers import pptx_pages as pages

THEME = OfficeTheme(
    "Own",
    (("dk1", "#102030"), ("accent1", "336699")),
    (("ink", "dk1"), ("panel", "accent1"), ("wall", "none")),
    "Georgia",
    "Arial",
)
REFS = theme_refs(THEME)


def said(element: Element) -> tuple[str, str | None, list[str]]:
    return element.tag, element.get("val"), [f"{one.tag[2:]} {one.get('val')}" for one in element]


def test_a_color_follows_the_slot_of_its_role_and_another_is_written_out() -> None:
    assert said(REFS.color(Color("#102030", "ink"))) == ("a:schemeClr", "tx1", [])
    assert said(REFS.color(Color("#336699", "panel", 0.25))) == ("a:schemeClr", "accent1", ["alpha 25000"])
    assert said(REFS.color(Color("#abcdef", "other"))) == ("a:srgbClr", "ABCDEF", [])
    assert said(REFS.color(Color("#ABCDEF", "", 0.999994))) == ("a:srgbClr", "ABCDEF", ["alpha 99999"])
    assert said(REFS.color(Color("#ABCDEF", "wall"))) == ("a:srgbClr", "ABCDEF", [])
    assert said(REFS.color(Color("#1B3651", "panel")))[2] == ["lumMod 52941"], "a shade of it"
    assert said(REFS.solid(Color("#102030", "ink"))[0])[1] == "tx1"


def test_a_sheet_with_a_color_map_calls_colors_by_what_they_are_on_its_ground() -> None:
    named = (("bg1", "accent1"), ("tx1", "lt1"), ("accent1", "accent2"), ("accent2", "lt1"))
    refs = theme_refs(replace(THEME, maps=(("#336699", named),)))
    dark = refs.on(Color("#336699", "panel"))
    assert said(dark.color(Color("#336699", "panel"))) == ("a:schemeClr", "bg1", [])
    assert said(dark.color(Color("#102030", "ink")))[1] == "dk1", "a slot of the theme itself, as no name means it"
    assert said(refs.on(Color("#FFFFFF", "surface")).color(Color("#102030", "ink")))[1] == "tx1"
    other = replace(refs, slots={"sun": "accent3"}).on(Color("#336699"))
    assert said(other.color(Color("#A0B0C0", "sun")))[1] in {"bg1", "accent1"}, "a tint of the accent most like it"


@pytest.mark.parametrize(
    ("family", "kind", "name"),
    [("Georgia", "major", "+mj-lt"), ("Georgia", "minor", "+mj-lt"), ("Arial", "major", "+mn-lt"),
     ("Arial", "minor", "+mn-lt"), ("Own", "minor", "Own")],
)  # fmt: skip
def test_a_face_of_the_theme_is_referred_to(family: str, kind: str, name: str) -> None:
    style = pages.STYLES["body"]
    face = replace(style.face, family=family)
    assert REFS.typeface(replace(style, face=face, theme_font=kind)) == name  # type: ignore[arg-type]


def test_colors_that_a_theme_does_not_have_are_usual_ones() -> None:
    made = theme_xml(THEME)
    colors = {one.tag[2:]: one[0].get("val") for one in next(made.iter("a:clrScheme"))}
    assert list(colors) == list(SLOTS)
    assert (colors["dk1"], colors["accent1"], colors["lt1"], colors["dk2"]) == ("102030", "336699", "FFFFFF", "1F3A4D")


def test_an_element_leaves_out_what_is_none_and_writes_truth_as_a_digit() -> None:
    made = node("a:x", None, ["one", None, [node("b")]], "two", on=True, off=False, none=None, number=0)
    assert dict(made.items()) == {"on": "1", "off": "0", "number": "0"}
    assert (made.text, [one.tag for one in made]) == ("onetwo", ["b"])


def test_signs_with_a_meaning_are_escaped_and_those_that_xml_refuses_go() -> None:
    made = node("a:x", 'a<b>&"\n', name='a<b>&"\n\t\r')
    text = serialize(made).decode().split("\n", 1)[1]
    assert text == '<a:x name="a&lt;b&gt;&amp;&quot;&#10;&#09;&#13;">a&lt;b&gt;&amp;"\n</a:x>'
    assert serialize(node("a:x")).decode().endswith("<a:x />")
    assert serialize(node("a:x", node("b"))).decode().endswith("<a:x><b /></a:x>")
    assert clean("a\x07b\x7f\ufffec\ud800\U0001f600 \t\n") == "abc\U0001f600 \t\n"
