"""How much a drawing may hold, which style counts where several speak of one element, and what is left of it."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable
from typing import Any

import pytest
from lxml import etree
from PIL import Image

from htpm_studio.errors import InputError
from htpm_studio.project import svg_budget, svg_styles
from htpm_studio.project.svg_budget import Cost, check_budget
from htpm_studio.project.svg_clean import SVG, XLINK, clean_svg, parse_svg


def tree(body: str, attributes: str = "") -> Any:
    head = f'<svg xmlns="{SVG}" xmlns:xlink="{XLINK}" {attributes}>'
    return parse_svg("a.svg", f"{head}{body}</svg>".encode())


def cleaned(body: str) -> Any:
    root = tree(body)
    clean_svg("a.svg", root)
    return root


def png() -> str:
    buffer = io.BytesIO()
    Image.new("RGB", (2, 2)).save(buffer, "PNG")
    return f"data:image/png;base64,{base64.b64encode(buffer.getvalue()).decode()}"


def cost(body: str, side: float = 100.0) -> Cost:
    return check_budget("a.svg", tree(body), side)


@pytest.mark.parametrize(
    ("part", "most", "words"),
    [
        (lambda count: "<g/>" * (count - 1), 10_000, "too complicated"),
        (lambda count: "<g>" * (count - 1) + "</g>" * (count - 1), 64, "nested too deep"),
        (lambda count: f'<image href="{png()}"/>' * count, 8, "more than 8 embedded pictures"),
        (lambda count: f'<rect x="{count}" y="-{count}"/>', 1_000_000, "beyond 1,000,000"),
        (lambda count: "<style>" + ".a{fill:red}" * count + "</style>", 500, "more than 500 style rules"),
        (lambda count: "<style>" + ".a,.b{fill:red}" * (count // 2) + ".a{}" * (count % 2) + "</style>", 500, "rules"),
        (lambda count: f"<style>{' ' * count}</style>", 200_000, "too long"),
        (lambda count: f'<rect style="{" " * count}"/>', 200_000, "too long"),
    ],
    ids=["parts", "depth", "pictures", "numbers", "rules", "selectors", "sheet", "style"],
)  # fmt: skip
def test_a_drawing_may_hold_so_much_and_no_more(part: Callable[[int], str], most: int, words: str) -> None:
    cleaned(part(most))
    with pytest.raises(InputError, match=words):
        cleaned(part(most + 1))


def test_style_rules_times_parts_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(svg_styles, "MAX_WORK", 12)
    style = "<style>.a{fill:red} .b{fill:red} .c{fill:red}</style>"
    cleaned(f"{style}<g/><g/><g/>")
    with pytest.raises(InputError, match="too many style rules for its many parts"):
        cleaned(f"{style}<g/><g/><g/><g/>")


@pytest.mark.parametrize(
    ("part", "most", "words"),
    [
        (lambda count: "<path/>" * count, 4000, "too complicated"),
        (lambda count: '<path fill-opacity="0.5"/>' * count, 300, "too complicated"),
        (lambda count: '<g opacity="0.5"/>' * count, 59, "too complicated"),
        (lambda count: f'<path d="{" " * count}"/>', 400_000, "too complicated"),
        (lambda count: f'<g transform="scale(10)"><rect width="{count}"/></g>', 1000, "far outside"),
        (lambda count: f'<rect x="-{count}"/>', 10_000, "far outside"),
        (lambda count: f'<g transform="scale({count})"/>', 10_000, "far outside"),
        (lambda count: "<g>" * count + "</g>" * count, 200, "never end"),
    ],
    ids=["shapes", "soft", "layers", "outline", "scaled", "left", "scale", "chain"],
)  # fmt: skip
def test_a_drawing_may_take_so_much_work_to_paint(part: Callable[[int], str], most: int, words: str) -> None:
    cost(part(most))
    with pytest.raises(InputError, match=words):
        cost(part(most + 1))


def test_a_shape_costs_its_outline_and_what_is_seen_through_costs_more() -> None:
    assert cost('<path d="M0 0h9" stroke-dasharray="1 2"/><polygon points="0 0 9 9"/>') == Cost(2, 0, 1, 6 + 3 + 7)
    assert cost('<g fill-opacity="0.5"><rect/><rect/></g><rect/>') == Cost(3, 2, 1, 0)
    assert cost("<image/>") == Cost(1, 1, 1, 0)
    assert cost("<defs><rect/></defs><symbol/>") == Cost(0, 0, 1, 0)


def test_what_is_used_again_costs_as_much_each_time() -> None:
    used = f'<use xmlns:x="{XLINK}" x:href="#r"/>'
    assert cost(f'<defs><rect id="r"/></defs>{used * 3}') == Cost(3, 0, 1, 0)
    clip = '<clipPath id="c"><rect/></clipPath>'
    assert cost(f'{clip}<rect clip-path="url(#c)"/><rect mask="url(#c)"/>') == Cost(4, 0, 3, 0)
    fade = '<linearGradient id="f"/>'
    assert cost(f'{fade}<rect fill="url(#f)"/><rect stroke="url(#f)"/><rect fill="url(#other)"/>') == Cost(3, 3, 1, 0)


def test_the_largest_number_of_a_matrix_counts_and_its_way_does_not() -> None:
    cost('<g transform="matrix(1 0 0 2 99999 0) translate(99999)"><rect width="5000"/></g>')
    with pytest.raises(InputError, match="far outside"):
        cost('<g transform="matrix(1 0 0 -2 0 0)"><rect width="5001"/></g>')
    assert svg_budget.MAX_REACH == 100


# ------------------------------------------------------------------ what is left


def test_names_are_numbered_as_they_are_first_referred_to_and_others_go() -> None:
    body = (
        '<rect id="Maria" fill="url(#b)" stroke="url(#a)"/><use href="#c"/>'
        '<linearGradient id="a"/><linearGradient id="b"/><g id="c"/>'
    )
    rect, use, first, second, group = cleaned(body)
    assert (rect.get("id"), rect.get("fill"), rect.get("stroke")) == (None, "url(#i1)", "url(#i2)")
    assert use.get(f"{{{XLINK}}}href") == "#i3"
    assert (first.get("id"), second.get("id"), group.get("id")) == ("i2", "i1", "i3")


def test_a_blend_is_kept_as_a_style_and_no_other_word_with_it() -> None:
    (rect,) = cleaned('<rect style="mix-blend-mode:multiply;isolation:a b;marker:none;filter:none;fill:red;top:1"/>')
    assert dict(rect.attrib) == {"fill": "red", "style": "mix-blend-mode:multiply"}


def test_what_is_hidden_goes_but_for_what_others_refer_to() -> None:
    root = cleaned('<g display=" none "><rect/></g><clipPath id="c" display="none"/><rect clip-path="url(#c)"/>')
    assert [etree.QName(one).localname for one in root] == ["clipPath", "rect"]


def test_what_needs_a_program_of_its_own_or_is_of_another_language_goes() -> None:
    root = cleaned('<g requiredExtensions="x"/><rect xmlns="http://example.org"/><g/><unknown/>')
    assert [etree.QName(one).localname for one in root] == ["g"]


def test_a_clean_embedded_picture_stays_as_it_is() -> None:
    (image,) = cleaned(f'<image href="{png()}"/>')
    assert image.get(f"{{{XLINK}}}href") == png()
    spaced = png().replace("base64,", "BASE64, ").rstrip("=")
    (image,) = cleaned(f'<image href="{spaced}"/>')
    assert image.get(f"{{{XLINK}}}href") == png()


def test_a_text_without_letters_needs_no_font() -> None:
    assert [etree.QName(one).localname for one in cleaned("<text> <tspan/></text><rect/>")] == ["rect"]
