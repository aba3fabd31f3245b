"""The social graphics and backgrounds: safe areas, clear motifs, other brands and logos, long and missing texts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from htpm_studio.errors import StudioError
from htpm_studio.pieces.declared import pieces
from htpm_studio.project.palette import derive_palette
from htpm_studio.scene.nodes import Group, Page, Picture, Shape, TextBlock
from htpm_studio.scene.walk import texts, walk
from tests.helpers.deck_slides import (
    BRANDS,  # fmt: skip
    LIBRARY,
    STYLES,
    TEAL,
    crossing,
    line_boxes,
    look,
    motif_and_paper,
    near,
    weakest,
)
from tests.helpers.social_pages import (
    BACKGROUNDS,  # fmt: skip
    ENGLISH,
    HEAD,
    LOGO_BOXES,
    LOOKS,
    PERSON,
    POSTS,
    SAMPLES,
    SIZES,
    SPANISH,
    WORD_BOXES,
    cut_heads,
    faults,
    full,
    logo_box,
    made,
    post,
    wall,
)
from tests.helpers.sweeps import SLOW, broad, cases, in_turn

# ------------------------------------------------------------------ what each design is


def test_all_designs_are_there_in_all_sizes_and_take_campaign_content() -> None:
    assert set(POSTS) == set(SAMPLES) == {name for name in pieces().fields if name.startswith("social/")}
    assert sorted(name for piece in pieces().of("background") for name in piece.templates) == BACKGROUNDS
    for name in POSTS:
        template = LIBRARY.template(name)
        assert set(template.canvases) == set(SIZES)
        assert {field.name for field in template.fields} >= set(pieces().fields[name])
        needed = {key for key, spec in pieces().fields[name].items() if spec.needed and spec.kind != "scene"}
        assert {field.name for field in template.fields if field.required} <= needed


@broad
@pytest.mark.parametrize(("template", "canvas"), in_turn(POSTS, SIZES))
def test_sample_is_clear_and_keeps_its_full_size(template: str, canvas: str) -> None:
    page = post(template, canvas)
    assert faults(page, canvas) == []
    assert list(cut_heads(page)) == []
    others = (1, 3, 4, 5)
    turn = (POSTS.index(template) + SIZES.index(canvas)) % len(others)
    for week in others if SLOW else others[turn : turn + 1]:
        other = made(template, canvas, SAMPLES[template], week=week)
        assert faults(other.page, canvas) == []
        assert list(cut_heads(other.page)) == []
    assert all(node.clip is None for node in walk(page.nodes) if isinstance(node, Group))
    shown = " ".join(block.text for block in texts(page)).replace("\u00a0", " ")
    assert "1-888-373-7888" in shown
    for value in SAMPLES[template].values():
        assert not isinstance(value, str) or value in shown


@pytest.mark.parametrize(("template", "canvas"), in_turn(("social/statistic", "social/statistic-second"), SIZES))
def test_the_parts_of_a_number_are_bars_with_their_values_in_every_size(template: str, canvas: str) -> None:
    long = [("labor exploitation in the private economy", 17.3), ("forced commercial sexual exploitation", 6.3)]
    years = [(str(year), 500_000 + 40_000 * (year - 2018)) for year in range(2019, 2025)]
    for rows, short in ((long, False), (years, True)):
        most = max(count for _, count in rows)
        shown = [
            {
                "label": label,
                "shown": f"{count:,}",
                "length": f"{50 * count / most:.3f}",
                "part": f"{28 * count / most:.3f}",
            }
            for label, count in rows
        ]
        page = post(template, canvas, chart={"rows": tuple(shown), "short": short, "alt": "Bar chart: two bars."})
        assert faults(page, canvas) == []
        (chart,) = [node for node in walk(page.nodes) if isinstance(node, Group) and node.name == "chart"]
        assert (chart.tag, chart.alt) == ("Figure", "Bar chart: two bars.")
        bars = sorted({round(node.box.width) for node in walk(chart.children) if isinstance(node, Shape)})
        assert bars[0] < bars[-1]
        assert {row["shown"] for row in shown} <= {block.text for block in texts(page)}
        assert not any(node.name == "motif bend" for node in walk(page.nodes) if isinstance(node, Group))


# ------------------------------------------------------------------ other brands, logos, missing content


@broad
@pytest.mark.parametrize("brand", BRANDS if SLOW else BRANDS[1::4], ids=lambda brand: brand[0])
def test_contrast_of_every_text_with_what_lies_under_it(brand: tuple[str, str | None]) -> None:
    of = look(brand)
    pages = {template: post(template, "square", of) for template in POSTS}
    pages |= {f"{template} {side}": wall(template, side, of) for template in BACKGROUNDS for side in LOGO_BOXES}
    low = {f"{name} {text}": value for name, page in pages.items() for text, value in weakest(page).items()}
    assert {name: value for name, value in low.items() if value < 4.5} == {}


@pytest.mark.parametrize(("kind", "canvas"), in_turn(list(LOOKS), SIZES))
def test_foot_takes_any_logo_and_name(kind: str, canvas: str) -> None:
    of = LOOKS[kind]
    for template, words in (("social/statement", ENGLISH), ("social/statement", SPANISH), ("social/help", SPANISH)):
        page = post(template, canvas, of, words=words)
        assert faults(page, canvas) == []
        logos = [node.box for node in walk(page.nodes) if isinstance(node, Picture) and node.name == "logo"]
        assert len(logos) == (of.logo is not None)
        assert not any(logo.overlaps(box) for logo in logos for block in texts(page) for box in line_boxes(block))
        if kind == "nobody" and template == "social/statement":
            number = next(block for block in texts(page) if block.text == "1-888-373-7888")
            assert number.box.x < page.size.width / 4


@pytest.mark.parametrize(("template", "canvas"), in_turn(POSTS, SIZES, 1))
def test_only_required_fields_make_a_whole_page(template: str, canvas: str) -> None:
    required = {field.name for field in LIBRARY.template(template).fields if field.required}
    composed = made(template, canvas, {name: SAMPLES[template][name] for name in required})
    assert composed.findings == ()
    assert faults(composed.page, canvas) == []
    if "picture" in SAMPLES[template]:
        assert any(isinstance(node, Group) and node.name == "emblem" for node in walk(composed.page.nodes))
    for name in required:
        with pytest.raises(StudioError, match=name):
            made(template, canvas, {key: value for key, value in SAMPLES[template].items() if key != name})


# ------------------------------------------------------------------ long and short texts


@pytest.mark.parametrize(("template", "canvas"), in_turn(POSTS, SIZES, 1))
def test_texts_of_the_greatest_allowed_length_fit(template: str, canvas: str) -> None:
    composed = made(template, canvas, full(template, 1.0))
    assert {finding.code for finding in composed.findings} <= {"left-out"}
    assert faults(composed.page, canvas) == []


@cases(60, suppress_health_check=[HealthCheck.too_slow])
@given(
    template=st.sampled_from(POSTS),
    canvas=st.sampled_from(SIZES),
    share=st.floats(0.05, 1.3),
    week=st.integers(1, 5),
    primary=st.integers(0, 0xFFFFFF),
    secondary=st.none() | st.integers(0, 0xFFFFFF),
)
def test_any_length_and_brand_fits_or_is_named(
    template: str, canvas: str, share: float, week: int, primary: int, secondary: int | None
) -> None:
    second = None if secondary is None else f"#{secondary:06X}"
    of = replace(TEAL, palette=derive_palette(f"#{primary:06X}", second))
    composed = made(template, canvas, full(template, share), of, week)
    if composed.findings:
        known = LIBRARY.template(template).field_names() | {"entry"}
        assert {finding.field.partition(".")[0] for finding in composed.findings} <= known
    else:
        assert faults(composed.page, canvas) == []
        assert list(cut_heads(composed.page)) == []


# ------------------------------------------------------------------ backgrounds


@pytest.mark.parametrize(("kind", "template"), in_turn(list(LOOKS), BACKGROUNDS))
@pytest.mark.parametrize("side", list(LOGO_BOXES))
def test_background_keeps_to_its_boxes(template: str, side: str, kind: str) -> None:
    page = wall(template, side, LOOKS[kind])
    plates = [node for node in walk(page.nodes) if isinstance(node, Picture) and node.name == "logo"]
    assert len(plates) == (LOOKS[kind].logo is not None)
    room_of_logo = logo_box(side, LOOKS[kind], template)
    assert all(room_of_logo.contains(node.box, 0.5) for node in plates)
    points, _ = motif_and_paper(page)
    for block in texts(page):
        room = room_of_logo if block.name == "org" else WORD_BOXES[side]
        for box in line_boxes(block):
            assert room.contains(box, 1.0), block.name
            assert not any(near(box, point, 22) for point in points), block.name
        assert block.style.size >= STYLES.style("background", block.style.name).floor - 0.01
    assert crossing(page) == []
    assert list(cut_heads(page)) == []


@pytest.mark.parametrize("template", BACKGROUNDS)
def test_background_is_mirrored_and_leaves_the_person_alone(template: str) -> None:
    left, right = (wall(template, side) for side in LOGO_BOXES)
    for page in (left, right):
        solid = [node for node in walk(page.nodes) if isinstance(node, Picture | TextBlock)]
        solid = [node for node in solid if node.box.width < page.size.width]
        points, _ = motif_and_paper(page)
        for area in (PERSON, HEAD):
            assert not any(node.box.overlaps(area, 1.0) for node in solid)
            assert not any(area.x < x < area.right and area.y < y < area.bottom for x, y, _ in points)

    def middles(page: Page, *, flip: bool) -> list[tuple[int, int]]:
        heads = [node.box for node in walk(page.nodes) if isinstance(node, Shape) and node.name == "head"]
        return sorted((round(1920 - h.center[0] if flip else h.center[0]), round(h.center[1])) for h in heads)

    assert middles(left, flip=True) == middles(right, flip=False)
