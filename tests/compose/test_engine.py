"""The template engine: mistakes with their place, binding, fitting, painting."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from htpm_studio.compose.compose_page import Composed, PageInfo, compose_page
from htpm_studio.compose.context import Value
from htpm_studio.compose.crop import cover
from htpm_studio.compose.evaluator import Evaluator
from htpm_studio.compose.icons import load_icons
from htpm_studio.compose.motif import heights, ladder
from htpm_studio.compose.template import Library
from htpm_studio.compose.template_library import bundled_mistakes, load_library
from htpm_studio.errors import Problems, StudioError
from htpm_studio.scene.nodes import Color, Group, Link, Shape, TextBlock
from htpm_studio.scene.walk import texts, walk
from htpm_studio.units import Box
from tests.helpers.deck_slides import TEAL
from tests.helpers.page_dump import dump
from tests.helpers.sweeps import cases

ROOT = Path(__file__).parents[2]
LOOK = TEAL
STYLES = LOOK.styles.names()

Make = Callable[..., Composed]


def library(folder: Path, body: str, fields: str = "head", parts: str = "") -> Library:
    (folder / "a.xml").write_text(
        f'<template id="t/a" title="A" canvases="square slide" fields="{fields}">\n{body}\n</template>'
    )
    if parts:
        (folder / "parts.xml").write_text(f"<parts>{parts}</parts>")
    made = load_library(folder, STYLES)
    if problems := list(bundled_mistakes(made, STYLES)):
        raise Problems("The template folder", problems)
    return made


@pytest.fixture
def make(tmp_path: Path) -> Make:
    def _make(tree: str, fields: str = "head", parts: str = "", canvas: str = "square", **content: Value) -> Composed:
        return compose_page("t/a", canvas, content, LOOK, library(tmp_path, tree, fields, parts), PageInfo("p", "P"))

    return _make


# ------------------------------------------------------------------ mistakes


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<column><texd>{head}</texd></column>", 'a.xml:2: There is no element <texd>; did you mean "text"?'),
        ('<column paddin="3"/>', '<column> has no attribute "paddin"; did you mean "padding"?'),
        ('<column padding="1 2 3"/>', "needs 1, 2 or 4 numbers"),
        ('<column padding.squar="1"/>', '"squar" in "padding.squar" is not a page size; did you mean "square"?'),
        ('<column fill="surfaces"/>', '"surface"?'),
        ('<column ground="depp"/>', 'did you mean "deep"?'),
        ('<column><text style="titel">{head}</text></column>', 'did you mean "title"?'),
        ("<column><text>{haed}</text></column>", 'This template has no field "haed"; did you mean "head"?'),
        ('<column if="haed"/>', 'no field "haed"'),
        ('<column grow="much"/>', "is not a number"),
        ('<column rule-top="thick line"/>', "needs a width and a color role"),
        ('<column clip="yes"/>', "neither true nor false"),
        ('<column when="sqare"/>', 'did you mean "square"?'),
        ("<column>", "not well-formed XML"),
    ],
)
def test_a_mistake_is_named_with_its_place_and_the_right_name(tmp_path: Path, body: str, expected: str) -> None:
    with pytest.raises(Problems) as caught:
        library(tmp_path, body)
    assert expected in str(caught.value)
    assert "a.xml:" in str(caught.value)


def test_all_mistakes_are_reported_at_once(tmp_path: Path) -> None:
    with pytest.raises(Problems) as caught:
        library(tmp_path, '<column paddin="3">\n<texd/>\n<text style="x">{no}</text></column>')
    assert [problem.line for problem in caught.value.problems] == [2, 3, 4, 4]


def test_a_document_type_is_refused(tmp_path: Path) -> None:
    (tmp_path / "b.xml").write_text(
        '<!DOCTYPE template [<!ENTITY a "b">]><template id="x" canvases="square"><column/></template>'
    )
    with pytest.raises(Problems, match="document type"):
        load_library(tmp_path, STYLES)


def test_an_unknown_template_names_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(StudioError, match="t/a"):
        library(tmp_path, "<column/>", fields="").template("t/b")


# ------------------------------------------------------------------ binding


def test_a_required_field_is_asked_for(make: Make) -> None:
    with pytest.raises(StudioError, match="needs head"):
        make("<column><text>{head}</text></column>")


def test_conditions_loops_defaults_and_page_sizes(make: Make) -> None:
    body = """<column padding="1" padding.slide="2">
      <text if="head">{head}</text><text unless="sub">none</text><text when="slide">only slides</text>
      <for each="items" as="item" max="2"><text>{number} {item.name|nobody}</text></for></column>"""
    items: Value = ({"name": "Ada"}, {}, {"name": "Bo"})
    done = make(body, "head sub? items[]", head="Hi", items=items)
    assert [text.text for text in texts(done.page)] == ["Hi", "none", "1 Ada", "2\u00a0nobody"]
    assert next(texts(done.page)).box.x == pytest.approx(12)
    wide = make(body, "head sub? items[]", head="Hi", items=items, canvas="slide")
    assert "only slides" in [text.text for text in texts(wide.page)]
    assert next(texts(wide.page)).box.x == pytest.approx(12)


def test_a_part_takes_lists_and_box_attributes(make: Make) -> None:
    part = (
        '<part name="rows" items="" of="x"><column gap="1"><for each="items" as="i"><text>{i}{of}</text></for>'
        "</column></part>"
    )
    done = make('<column><rows items="{items}" of="!" width="20"/></column>', "items[]", part, items=("a", "b"))
    assert [text.text for text in texts(done.page)] == ["a!", "b!"]


def test_ground_names_follow_the_ground(make: Make) -> None:
    done = make(
        '<column><column ground="deep"><text color="muted">{head}</text></column>'
        '<text color="muted">{head}</text></column>',
        head="x",
    )
    assert [text.color.role for text in texts(done.page)] == ["on-deep-muted", "ink-muted"]


@pytest.mark.parametrize(
    ("gray", "own", "shown"),
    [
        ("#767676", True, "#767676"),
        ("#777777", True, "#595959"),
        ("#777777", False, "#777777"),
    ],  # 4.54 and 4.48 on white
)
def test_letters_of_the_users_templates_have_a_contrast_of_at_least_4_5(gray: str, own: bool, shown: str) -> None:
    colors = {"soft": gray, "on": "#9A9A9A", "ink": "#595959", "on-deep": "#FFFFFF", "on-panel": "#000000"}
    evaluator: Any = SimpleNamespace(
        own=own, look=SimpleNamespace(palette={"paper": "#FFFFFF"}), color=lambda role, _context: Color(colors[role])
    )
    context: Any = SimpleNamespace(behind="paper")
    assert Evaluator.ink(evaluator, "soft", context).hex == shown


def test_a_border_and_a_rule_may_be_dashed(make: Make) -> None:
    body = '<column border="0.2 ink dashed" rule-top="0.2 ink dashed"><text>{head}</text></column>'
    drawn = [node.stroke for node in walk(make(body, head="x").page.nodes) if isinstance(node, Shape) and node.stroke]
    assert len(drawn) == 2
    assert drawn[0] == drawn[1]
    assert drawn[0].dash


def test_fixed_slot_link_and_tags_reach_the_scene(make: Make) -> None:
    done = make(
        '<column><row fixed="true" fill="deep" height="4"/>'
        '<column tag="L" slot="body" list="dot" list-indent="2" gap="1"><row tag="LI">'
        '<text tag="LBody">{head}</text></row></column><text slot="title" tag="H1" link="https://example.org">{head}</text></column>',
        head="x",
    )
    nodes = list(walk(done.page.nodes))
    assert [type(node) for node in nodes] == [Shape, Group, Group, TextBlock, Link, TextBlock]
    assert nodes[0].fixed
    assert not nodes[3].fixed
    group = nodes[1]
    assert isinstance(group, Group)
    assert group.list_style is not None
    assert group.list_style.indent == pytest.approx(24)
    assert nodes[5].slot == "title"  # type: ignore[union-attr]


# ------------------------------------------------------------------ fitting

FIT = """<column ground="surface"><column padding="6" gap="3" grow="1">
  <text style="display" max-lines="4" min="0.72" tag="H1">{head}</text><text style="lead" drop="1">{sub}</text>
  <text style="body">{body}</text></column><row height="12" fill="deep" shrink="0"/></column>"""


def test_text_that_fits_is_left_alone(make: Make) -> None:
    done = make(FIT, "head sub? body?", head="Short", sub="Also short", body="And this")
    assert done.findings == ()
    assert next(texts(done.page)).style.size == pytest.approx(8.5 * 12)


def test_headline_shrinks_before_anything_is_dropped(make: Make) -> None:
    done = make(FIT, "head sub? body?", head="word " * 18, sub="Still here", body="And this")
    sizes = {text.name: text.style.size for text in texts(done.page)}
    assert done.findings == ()
    assert sizes["head"] < 8.5 * 12
    assert "sub" in sizes


def test_what_may_go_is_dropped_before_a_text_is_refused(make: Make) -> None:
    done = make(FIT, "head sub? body?", head="Head", sub="extra " * 60, body="body " * 95)
    assert [finding.code for finding in done.findings] == ["left-out"]
    assert "sub" not in {text.name for text in texts(done.page)}


def test_text_that_cannot_fit_is_named_by_its_field(make: Make) -> None:
    done = make(FIT, "head sub? body?", head="Head", body="body " * 400)
    assert [finding.field for finding in done.findings if finding.code == "too-long"]
    assert any(finding.field == "body" for finding in done.findings)


@given(head=st.integers(1, 40), sub=st.integers(0, 60), body=st.integers(0, 150))
@cases(40)
def test_fitted_text_is_inside_apart_and_above_its_floor(
    tmp_path_factory: pytest.TempPathFactory, head: int, sub: int, body: int
) -> None:
    templates = library(tmp_path_factory.mktemp("t"), FIT, "head sub? body?")
    content = {"head": "Haus " * head, "sub": "under " * sub, "body": "body " * body}
    done = compose_page("t/a", "square", content, LOOK, templates, PageInfo("p", "P"))
    if done.findings:
        return
    blocks = list(texts(done.page))
    room = Box(0, 0, 1080, 1080 - 144)
    assert all(room.contains(block.box, 1) for block in blocks)
    assert not any(a.box.overlaps(b.box, 0.5) for i, a in enumerate(blocks) for b in blocks[:i])
    assert all(block.style.size >= 26 for block in blocks)
    assert all(line.width <= block.box.width + 1 for block in blocks for line in block.lines)


def test_missing_letters_are_reported_by_letter(make: Make) -> None:
    done = make("<column><text>{head}</text></column>", head="Hello 𓀀")
    assert "𓀀 (U+13000)" in done.findings[0].message


def test_the_same_input_gives_the_same_scene(make: Make) -> None:
    body = '<column><drawing recipe="rise" grow="1"/><text>{head}</text></column>'
    assert dump(make(body, head="x").page) == dump(make(body, head="x").page)


# ------------------------------------------------------------------ parts of the engine


@given(
    st.tuples(st.floats(10, 5000), st.floats(10, 5000)),
    st.floats(10, 2000),
    st.floats(10, 2000),
    st.floats(0, 1),
    st.floats(0, 1),
    st.floats(1, 3),
)
def test_a_crop_keeps_the_aspect_and_stays_inside(
    size: tuple[float, float], w: float, h: float, fx: float, fy: float, zoom: float
) -> None:
    crop = cover(size, Box(0, 0, w, h), (fx, fy), zoom)
    assert min(crop.left, crop.top, crop.right, crop.bottom) >= 0
    part = (size[0] * (1 - crop.left - crop.right), size[1] * (1 - crop.top - crop.bottom))
    assert part[0] / part[1] == pytest.approx(w / h, rel=1e-4)


@given(st.integers(0, 10_000), st.floats(0, 6), st.integers(0, 4))
def test_strand_heights_differ_and_the_accent_is_long(seed: int, high: float, accent: int) -> None:
    cuts = heights(seed, 5, high, accent)
    assert all(abs(a - b) >= 0.75 for a, b in pairwise(cuts))
    assert cuts[accent] <= sorted(cuts)[1]
    assert ladder("deep", 5, accent, seed)[accent] == "thread-on-deep"


def test_every_icon_has_steps_inside_its_grid() -> None:
    icons = load_icons(ROOT / "assets/icons")
    assert {"phone", "text", "chat", "check", "info"} <= set(icons)
    for steps in icons.values():
        assert steps[0].op == "M"
        assert all(0 <= value <= 24 for step in steps for value in step.points)
