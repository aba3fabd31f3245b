"""What a template becomes with its content: conditions, loops, parts and boxes, without laying anything out."""

from __future__ import annotations

from typing import Any

import pytest

from htpm_studio.compose.context import TemplateContext, Value
from htpm_studio.compose.evaluator import Evaluator
from htpm_studio.compose.frames import Frame, TextLeaf
from htpm_studio.compose.template import Field, Library, Template, TemplateElement, TemplatePart
from htpm_studio.compose.template_eval import MAX_DEPTH, evaluate_template
from htpm_studio.errors import StudioError
from htpm_studio.pieces.declared import page_sizes
from htpm_studio.scene.nodes import Chart
from tests.helpers.deck_slides import TEAL

SQUARE = page_sizes()["square"]
U = SQUARE.unit


def el(tag: str = "column", /, *children: TemplateElement, text: str = "", **attributes: str) -> TemplateElement:
    given = {key.strip("_").replace("__", ".").replace("_", "-"): value for key, value in attributes.items()}
    return TemplateElement(tag, given, text, children, 4)


def bound(
    root: TemplateElement, *parts: TemplatePart, fields: tuple[Field, ...] = (), canvas: str = "square", **content: Any
) -> Frame:
    template = Template("social/a", "A", ("square", "story"), fields, root, "a.xml")
    library = Library({"social/a": template}, {part.name: part for part in parts})
    return evaluate_template(template, page_sizes()[canvas], content, TEAL, library, week=2, seed=7)


def leaves(frame: Frame) -> list[TextLeaf]:
    return [one.leaf for one in frame.walk() if isinstance(one.leaf, TextLeaf)]


def said(frame: Frame) -> list[str]:
    return [leaf.text for leaf in leaves(frame)]


def part(name: str, *children: TemplateElement, **defaults: str) -> TemplatePart:
    return TemplatePart(name, defaults, children, "parts.xml", 1)


def test_a_page_is_as_large_as_its_size_and_only_for_those_of_its_template() -> None:
    frame = bound(el())
    assert (frame.layout.width, frame.layout.height) == (SQUARE.size.width, SQUARE.size.height)
    assert bound(el(_if="nothing")).children == ()
    with pytest.raises(StudioError, match="is not for the size"):
        bound(el(), canvas="slide")


def test_all_fields_that_a_page_needs_and_has_not_are_named() -> None:
    fields = (Field("head", True, False), Field("sub", False, False), Field("items", True, True))
    with pytest.raises(StudioError, match="needs head and items"):
        bound(el(), fields=fields)
    with pytest.raises(StudioError, match=r"needs items\."):
        bound(el(), fields=fields, head="Ask", items=())


def test_conditions_must_all_hold() -> None:
    def shown(**attributes: str) -> bool:
        return bool(bound(el("column", el("row", **attributes)), yes="x", no="").children)

    assert shown()
    assert (shown(_if="yes"), shown(_if="no"), shown(unless="yes"), shown(unless="no")) == (True, False, False, True)
    assert (shown(_if="yes", unless="yes"), shown(_if="yes", unless="no")) == (False, True)
    assert (shown(_if="no", unless="no"), shown(when="story", _if="yes"), shown(when="square")) == (False, False, True)


def test_a_loop_knows_where_it_is() -> None:
    words = "{item} {index} {number} {next} {suffix|none} {first|no} {last|no}"
    frame = bound(el("column", el("for", el("text", text=words), each="items")), items=("a", "b", "c"))
    assert said(frame) == ["a 0 1 2 none True no", "b 1 2 3 -2 no no", "c 2 3 4 -3 no True"]
    assert [leaf.sources[0] for leaf in leaves(frame)] == ["items.0", "items.1", "items.2"]
    few = bound(
        el("column", el("for", el("text", text="{one}"), each="items", max="2", _as="one")), items=("a", "b", "c")
    )
    assert said(few) == ["a", "b"]
    assert said(bound(el("column", el("for", el("text", text="{item}"), each="items")), items="abc")) == []


def test_words_of_a_loop_over_words_of_the_template_come_from_nowhere_in_the_content() -> None:
    inner = el("for", el("text", text="{item.name} {number}"), each="rows")
    box = part("box", el("column", inner), rows="")
    frame = bound(el("column", el("box", rows="{list}")), box, list=({"name": "a"},))
    assert [(leaf.text, leaf.sources) for leaf in leaves(frame)] == [("a 1", ("list.0.name",))]


def test_boxes_may_be_nested_forty_deep() -> None:
    def nested(depth: int) -> TemplateElement:
        root = el()
        for _ in range(depth):
            root = el("column", root)
        return root

    assert bound(nested(MAX_DEPTH)).children
    with pytest.raises(StudioError, match="nested too deeply"):
        bound(nested(MAX_DEPTH + 1))


def test_a_part_with_one_box_takes_the_box_of_its_caller_and_one_with_several_does_not() -> None:
    one = part("one", el("column", width="3", height="2"), size="")
    two = part("two", el("column", width="3"), el("row"))
    frame = bound(el("column", el("one", width="{wide}", _if="wide"), el("two", width="5")), one, two, wide="4")
    assert [child.layout.width for child in frame.children] == [4 * U, 3 * U, None]
    assert frame.children[0].layout.height == 2 * U
    with pytest.raises(StudioError, match=r"width=.*is not a number"):
        bound(el("column", el("one", width="{wide}")), one, wide="much")


def test_a_part_has_what_it_is_given_for_this_size_else_for_all_else_its_own() -> None:
    box = part("box", el("column", el("text", text="{words}")), words="none")
    calls = [
        el("box"),
        el("box", words="all"),
        el("box", words="all", words__square="square"),
        el("box", words="{head}"),
    ]
    frame = bound(el("column", *calls), box, head="Ask")
    assert said(frame) == ["none", "all", "square", "Ask"]
    assert [leaf.source for leaf in leaves(frame)] == ["", "", "", "head"]


# ------------------------------------------------------------------ boxes


@pytest.mark.parametrize(
    ("attributes", "fill", "behind"),
    [
        ({}, "", "ink"), ({"ground": "deep"}, "deep", "on-deep"), ({"ground": "deep", "fill": "none"}, "", "on-deep"),
        ({"ground": "deep", "fill": "panel"}, "panel", "on-deep"), ({"fill": "none"}, "", "ink"),
        ({"fill": "tint-1"}, "tint-1", "ink"),
    ],
)  # fmt: skip
def test_a_box_is_filled_with_its_fill_else_its_ground(attributes: dict[str, str], fill: str, behind: str) -> None:
    frame = bound(el("column", el("column", el("text", text="x"), **attributes)))
    (inner,) = frame.children
    assert (inner.decor.fill.role if inner.decor.fill else "") == fill
    assert leaves(frame)[0].color.role == behind


def test_a_box_shows_the_chart_that_its_content_has() -> None:
    rows: Value = ({"label": "a", "value": 1}, {"label": "b", "value": 2.5}, "no row")
    chart = {"title": "Days", "unit": "day", "form": "0", "rows": rows}
    assert bound(el("column", chart="graph"), graph=chart).meta.chart == Chart(
        "Days", "day", ("a", "b"), (1.0, 2.5), "0"
    )
    assert bound(el("column", chart="graph"), graph="x").meta.chart is None
    assert bound(el("column"), graph=chart).meta.chart is None


def test_a_value_is_that_of_the_page_size_else_of_its_shape_else_of_all_pages() -> None:
    def wide(canvas: str, **attributes: str) -> float | None:
        made = Evaluator({}, page_sizes()[canvas], TEAL, 1, 1, "a.xml")
        return made.number(el("column", **attributes), "width", TemplateContext({}))

    assert wide("slide", width="1", width__wide="2", width__slide="3") == 3
    assert wide("slide", width="1", width__wide="2", width__story="3") == 2
    assert wide("story", width="1", width__slide="3") == 1
    assert wide("story", width__slide="3") is None
