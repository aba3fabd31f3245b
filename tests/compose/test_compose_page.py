"""One page: what it is made of, and what is said where something does not fit, is left out, blurred or not shown."""

from __future__ import annotations

import io
import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from PIL import Image

from htpm_studio.compose.compose_page import (
    BLUE,
    RUNNING,
    Composed,
    PageInfo,
    compose_page,
    judge_page,
    listed_letters,
)
from htpm_studio.compose.frames import PictureRef
from htpm_studio.compose.template import Field, Library, Template, TemplateElement
from htpm_studio.compose.theme import PageTheme
from htpm_studio.errors import Diagnostic, StudioError
from htpm_studio.pieces.declared import page_sizes
from htpm_studio.project.family_roles import with_family_roles
from htpm_studio.project.palette_styles import event_palette
from htpm_studio.scene.nodes import PictureSource, Shape
from htpm_studio.scene.walk import texts
from tests.helpers.deck_slides import TEAL, svg_logo

INFO = PageInfo("one", "The page", week=2)
SIZES = ("square", "letter", "slide")


def el(tag: str = "column", /, *children: TemplateElement, text: str = "", **attributes: str) -> TemplateElement:
    return TemplateElement(tag, {key.replace("_", "-"): value for key, value in attributes.items()}, text, children, 4)


def words(text: str, **more: str) -> TemplateElement:
    return el("text", text=text, **more)


def template(root: TemplateElement, *fields: Field, own: bool = False, sizes: tuple[str, ...] = SIZES) -> Template:
    return Template("social/a", "Design A", sizes, fields, root, "a.xml", own)


def page(
    root: TemplateElement, *fields: Field, canvas: str = "square", look: PageTheme = TEAL, **content: Any
) -> Composed:
    return compose_page("social/a", canvas, content, look, Library({"social/a": template(root, *fields)}, {}), INFO)


def asked(name: str, value: Any) -> dict[str, Any]:
    return {name: value}


def judged(root: TemplateElement, look: PageTheme = TEAL, **content: Any) -> tuple[Diagnostic, ...]:
    library = Library({"social/a": template(root)}, {})
    found = judge_page("social/a", "square", content, look, library, INFO)
    assert found == compose_page("social/a", "square", content, look, library, INFO).findings
    return found


# ------------------------------------------------------------------ what a page is


@pytest.mark.parametrize(
    ("canvas", "fill", "painted"),
    [
        ("square", "surface", True), ("square", "deep", True), ("slide", "deep", False), ("letter", "surface", False),
        ("letter", "deep", True), ("square", "", False),
    ],
)  # fmt: skip
def test_a_ground_is_painted_but_on_slides_and_bare_paper(canvas: str, fill: str, painted: bool) -> None:
    made = page(el("column", words("Ask"), **{"fill": fill} if fill else {}), canvas=canvas).page
    assert [node.name for node in made.nodes if isinstance(node, Shape)] == ["ground"] * painted
    assert made.ground.role == (fill or "surface")


def test_a_piece_of_the_awareness_day_has_its_colors() -> None:
    usual, blue = (page(el("column", fill="panel"), **asked(BLUE, value)).page.ground.hex for value in ("", "yes"))
    assert usual == with_family_roles(TEAL.palette)["panel"]
    assert blue == with_family_roles(event_palette(TEAL.palette))["panel"]
    assert usual != blue


# ------------------------------------------------------------------ what is said of it


@pytest.mark.parametrize(
    ("source", "logo", "said"),
    [
        ("head", False, "Make it shorter."), ("org.name", False, "Use a short form of the name, or a logo."),
        ("org.name", True, "Use a short form of the name."),
        ("partners", False, "Use a short form of the name, or a logo."),
        ("partners", True, "Use a short form of the name, or a logo."), ("words.title", False, "Shorten that text."),
        ("hotline.text", False, "Shorten that text."), ("running", False, "Shorten that text."),
        ("page", True, "Shorten that text."),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_named_with_what_helps(source: str, logo: bool, said: str) -> None:
    first, _, rest = source.partition(".")
    content: Mapping[str, Any] = {first: {rest: "word " * 400} if rest else "word " * 400}
    look = replace(TEAL, logo=svg_logo(200, 100, 9.0)) if logo else TEAL
    (found,) = judged(el("column", words(f"{{{source}}}")), look, **content)
    assert (found.severity, found.code, found.field) == ("error", "too-long", source)
    assert found.message.endswith(said)
    assert "“The page”" in found.message


def test_words_of_the_template_itself_that_do_not_fit_are_called_by_what_they_say() -> None:
    (found,) = judged(el("column", words("word " * 400)))
    assert found.message.startswith("“word word")
    assert found.message.endswith("Shorten that text.")


def test_what_is_left_out_is_a_warning() -> None:
    root = el("column", el("column", words("{head}"), words("{sub}", drop="1"), height="20"))
    found = judged(root, head="word " * 20, sub="more " * 60)
    assert [(one.severity, one.code, one.field) for one in found] == [("warning", "left-out", "sub")]


@pytest.mark.parametrize(
    ("value", "shown", "fails"),
    [
        ("Ask", "{head}", False), ("Ask", "{sub}", True), (" ", "{sub}", False), (("", "Ask"), "{sub}", True),
        (("", " "), "{sub}", False), ({"a": "Ask"}, "{sub}", True), ({"a": ""}, "{sub}", False),
        ({"a": "Ask"}, "{head.a}", False), (7, "{sub}", False),
    ],
)  # fmt: skip
def test_no_page_is_drawn_without_the_words_that_it_must_show(value: Any, shown: str, fails: bool) -> None:
    head = Field("head", required=True, many=False)
    if not fails:
        page(el("column", words(shown)), head, head=value)
        page(el("column", words(shown)), replace(head, required=False), head=value)
        return
    with pytest.raises(StudioError, match="does not show Headline"):
        page(el("column", words(shown)), head, head=value)
    page(el("column", words(shown)), head, head=value, **asked(RUNNING, True))
    page(el("column", words(shown)), replace(head, required=False), head=value)


def test_an_address_in_a_code_is_shown() -> None:
    url = Field("url", required=True, many=False)
    page(el("column", el("qr", of="https://{url}", width="20", height="20")), url, url="a.org/help")
    with pytest.raises(StudioError, match="does not show Web address"):
        page(el("column", el("qr", of="https://b.org", width="20", height="20")), url, url="a.org/help")


def photo(wide: int, high: int = 400) -> PictureRef:
    data = io.BytesIO()
    Image.new("RGB", (4, 4), "#884422").save(data, "PNG")
    return PictureRef(PictureSource(f"photo {wide} {high}", "png", data.getvalue(), (float(wide), float(high))))


def soft(ref: PictureRef, canvas: str = "square", **attributes: str) -> list[str]:
    root = el("column", el("picture", of="photo", width="10", height="10", **attributes))
    found = page(root, canvas=canvas, photo=ref).findings
    assert all((one.severity, one.code, one.field) == ("warning", "soft-picture", "picture") for one in found)
    return [one.message for one in found]


def test_a_photo_of_which_too_few_pixels_show_is_named_with_how_many() -> None:
    canvas = page_sizes()["square"]
    least = 0.75 * canvas.density * 10 * canvas.unit
    assert least == int(least)
    assert soft(photo(int(least), int(least))) == []
    (message,) = soft(photo(int(least) - 1, int(least) - 1))
    assert f"Only {least - 1:g} x {least - 1:g} pixels" in message
    assert soft(photo(int(least) * 3, int(least) - 1)), "only what shows counts"
    (message,) = soft(photo(int(least) - 1, int(least) * 3))
    assert f"Only {least - 1:g} x {least - 1:g} pixels" in message
    assert soft(replace(photo(int(least), int(least)), zoom=1.5))
    paper = page_sizes()["letter"]
    needed = math.ceil(0.75 * paper.density * 10 * paper.unit)
    assert (soft(photo(needed, needed), "letter"), len(soft(photo(needed - 1, needed - 1), "letter"))) == ([], 1)
    assert soft(photo(4, 4), name="logo") == soft(photo(4, 4), name="partner A") == []
    assert soft(replace(photo(4, 4), own=svg_logo(4, 4, 1.0).source)) == []


def test_of_many_soft_photos_one_is_named() -> None:
    several = [el("picture", of="photo", width="10", height="10") for _ in range(3)]
    assert len(page(el("column", *several), photo=photo(8, 8)).findings) == 1


def test_letters_that_no_font_has_are_listed_and_of_many_the_first_eight() -> None:
    assert listed_letters("aé") == "a (U+0061), é (U+00E9)"
    assert listed_letters("abcdefgh").endswith("h (U+0068)")
    assert listed_letters("abcdefghi").endswith("h (U+0068), …")
    (found,) = page(el("column", words("{head}")), head="Hi 𓀀").findings
    assert (found.severity, found.code, found.letters) == ("warning", "missing-letters", "𓀀")
    assert page(el("column", words("{head}")), head="Hi").findings == ()


# ------------------------------------------------------------------ designs of the user


def test_a_design_of_the_user_that_cannot_be_drawn_is_named_and_the_programs_is_drawn() -> None:
    broken = el("column", el("column", width="{head}"))
    good = replace(template(el("column", words("{head}"))), title="Usual")
    library = Library({"social/a": template(broken, own=True)}, {}, {}, {"social/a": good})
    made = compose_page("social/a", "square", {"head": "Ask"}, TEAL, library, INFO)
    assert [one.text for one in texts(made.page)] == ["Ask"]
    (found,) = made.findings
    assert (found.severity, found.code) == ("error", "own-template")
    assert "a.xml" in found.message
    assert "“Usual”" in found.message
    alone = Library({"social/a": template(broken, own=True)}, {})
    with pytest.raises(StudioError, match="is not a number"):
        compose_page("social/a", "square", {"head": "Ask"}, TEAL, alone, INFO)
    with pytest.raises(StudioError, match="is not a number"):
        page(broken, head="Ask")
