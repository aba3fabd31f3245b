"""Names in braces: what they stand for, what a missing one leaves, and how many boxes a page may have."""

from __future__ import annotations

from dataclasses import replace

import pytest

from htpm_studio.compose.context import TemplateContext, Value
from htpm_studio.compose.evaluator import Evaluator, most_steps
from htpm_studio.compose.template import TemplateElement
from htpm_studio.errors import StudioError
from htpm_studio.pieces.declared import page_sizes
from htpm_studio.units import Insets
from tests.helpers.deck_slides import TEAL

CONTENT: dict[str, Value] = {
    "head": "Ask", "none": None, "no": False, "yes": True, "zero": 0, "empty": "", "list": ("a", {"b": "c"}),
    "nothing": (),
}  # fmt: skip
CONTEXT = TemplateContext(CONTENT)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("head", "Ask"), ("list.0", "a"), ("list.1.b", "c"), ("list.2", None), ("list.1.c", None), ("list.x", None),
        ("head.0", None), ("other", None), ("none.a", None), ("list.-1", None),
    ],
)  # fmt: skip
def test_a_path_leads_through_tables_and_lists_and_ends_at_what_is_missing(path: str, value: Value) -> None:
    assert CONTEXT.lookup(path) == value


@pytest.mark.parametrize(
    ("path", "there"),
    [("head", True), ("none", False), ("no", False), ("yes", True), ("zero", True), ("empty", False), ("list", True),
     ("nothing", False), ("other", False)],
)  # fmt: skip
def test_a_number_is_there_even_where_it_is_zero(path: str, there: bool) -> None:
    assert CONTEXT.truth(path) is there


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("{head} now", "Ask now"), ("{other}", ""), ("{other|nobody}", "nobody"), ("{head|nobody}", "Ask"),
        ("{no|x}{none|y}{yes}{zero}", "xyTrue0"), ("{list}", ""), ("plain", "plain"), ("{empty|z}", "z"),
    ],
)  # fmt: skip
def test_slots_are_filled_or_leave_what_follows_the_bar(text: str, filled: str) -> None:
    assert CONTEXT.fill(text) == filled


def test_a_single_slot_is_the_value_itself_and_one_with_a_bar_or_beside_words_is_text() -> None:
    assert CONTEXT.value("{list}") == CONTENT["list"]
    assert CONTEXT.value("{zero}") == 0
    assert CONTEXT.value("{zero|x}") == "0"
    assert CONTEXT.value("{zero} x") == "0 x"
    assert CONTEXT.items("list") == CONTENT["list"]
    assert CONTEXT.items("head") == CONTEXT.items("other") == ()


def test_a_scope_hides_what_it_names_and_knows_where_it_comes_from() -> None:
    inner = CONTEXT.with_values({"head": "Say", "item": "a"}, {"item": "list.0", "head": ""})
    assert (inner.lookup("head"), inner.lookup("yes")) == ("Say", True)
    assert inner.origin("item") == "list.0"
    assert inner.origin("item.b|x") == "list.0.b"
    assert inner.origin("head.b") == ""
    assert inner.origin("yes.b") == "yes.b"
    assert inner.origin("yes") == "yes"


# ------------------------------------------------------------------ attributes


def element(tag: str = "column", *children: TemplateElement, text: str = "", **attributes: str) -> TemplateElement:
    given = {key.replace("_", "-"): value for key, value in attributes.items()}
    return TemplateElement(tag, given, text, children, 1)


def evaluator(canvas: str = "square") -> Evaluator:
    return Evaluator({}, page_sizes()[canvas], TEAL, 2, 1, "a.xml")


@pytest.mark.parametrize(
    ("words", "insets"),
    [("1", (1, 1, 1, 1)), ("1 2", (1, 2, 1, 2)), ("1 2 3 4", (1, 2, 3, 4)), ("{none}", (0, 0, 0, 0)),
     ("{zero}", (0, 0, 0, 0))],
)  # fmt: skip
def test_lengths_around_a_box_are_in_the_order_of_css(words: str, insets: tuple[float, ...]) -> None:
    unit = page_sizes()["square"].unit
    found = evaluator().insets(element(padding=words), "padding", CONTEXT)
    assert found == Insets(*(unit * one for one in insets))
    assert evaluator().insets(element(), "padding", CONTEXT) == Insets()


def test_a_rule_has_a_width_and_a_color_and_may_be_dashed() -> None:
    unit = page_sizes()["square"].unit
    for words, dashed in (("0.5 line", False), ("0.5 line dashed", True)):
        rule = evaluator().rule(element(border=words), "border", CONTEXT)
        assert rule is not None
        assert (rule.width, rule.color, rule.dashed) == (0.5 * unit, TEAL.color("line"), dashed)
    assert evaluator().rule(element(), "border", CONTEXT) is None


def test_a_page_has_as_many_boxes_as_its_content_needs_and_one_more_is_named_with_its_line() -> None:
    one = replace(evaluator(), most=3)
    for _ in range(4):
        one.step(element())
    with pytest.raises(StudioError, match=r"a\.xml line 1: The page has more than 3 boxes"):
        one.step(element())
    rows = [{"head": "a", "lines": ["b"] * 9}] * 100
    assert most_steps({"rows": rows}) - most_steps({}) >= 1000 * 10
