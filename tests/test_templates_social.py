"""The social graphics and backgrounds: safe areas, clear motifs, other brands and logos, long and missing texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from htpm_studio.compose.build import Composed, PageInfo, compose_page
from htpm_studio.compose.look import Look
from htpm_studio.compose.scope import Value
from htpm_studio.errors import StudioError
from htpm_studio.pieces.declared import page_sizes, pieces
from htpm_studio.pieces.sizes import PageSize
from htpm_studio.project.palette import derive_palette
from htpm_studio.project.palette_styles import event_palette
from htpm_studio.scene.nodes import Color, Ellipse, Group, Page, Picture, Shape, TextBlock
from htpm_studio.scene.walk import dump, texts, walk
from htpm_studio.units import Box
from tests.deck_slides import (
    BRANDS,
    LIBRARY,
    LONG_NAME,
    ROOT,
    SCENES,
    SHARED,
    STYLES,
    TEAL,
    Content,
    crossing,
    line_boxes,
    look,
    motif_and_paper,
    near,
    prose,
    svg_logo,
    weakest,
)  # fmt: skip

GOLDEN = ROOT / "tests" / "golden"
POSTS = sorted(name for name in LIBRARY.templates if name.startswith("social/"))
BACKGROUNDS = sorted(name for name in LIBRARY.templates if name.startswith("background/"))
SIZES = tuple(size.id for size in page_sizes().of("social"))


def text_area(page: PageSize) -> Box:
    """Where text may be: margins of six units, and nothing where the platform has its own buttons."""
    safe, edge = page.safe_areas["safe"][0], 6 * page.unit - 4
    covered = page.size.height - safe.bottom > 10 * page.unit
    bottom = safe.bottom if covered else page.size.height - page.unit
    return Box(edge, safe.y, page.size.width - 2 * edge, bottom - safe.y)


SAFE = {size.id: text_area(size) for size in page_sizes().of("social")}
PERSON = Box(480, 216, 960, 864)
LOGO_BOXES = {"left": Box(264, 86, 206, 214), "right": Box(1450, 86, 206, 214)}
BAND_BOXES = {"left": Box(264, 86, 216, 214), "right": Box(1440, 86, 216, 214)}
FLAT_BOXES = {"left": Box(264, 86, 288, 130), "right": Box(1368, 86, 288, 130)}
WIDE_BOXES = {"left": Box(264, 86, 480, 130), "right": Box(1176, 86, 480, 130)}
"""Where a logo may be that is much wider than high: above the person, never beside the head, clear of strands."""
WORD_BOXES = {"left": Box(262, 86, 220, 330), "right": Box(1438, 86, 230, 330)}

ENGLISH: Mapping[str, Value] = {
    "hotline": "Hotline", "hotline_name": "National Human Trafficking Hotline", "hotline_short": "Hotline, 24/7",
    "call": "Call", "text": "Text", "chat": "Chat", "emergency": "In immediate danger, call 911.",
}  # fmt: skip
SPANISH: Mapping[str, Value] = {
    "hotline": "Línea de ayuda", "hotline_name": "Línea Nacional contra la Trata de Personas", "chat": "Chat",
    "hotline_short": "Línea de ayuda, 24/7", "call": "Llame", "text": "Mensaje de texto",
    "emergency": "En peligro inmediato, llame al 911.",
}  # fmt: skip
WORDS: Mapping[str, Value] = {
    "words": ENGLISH,
    "hotline": {
        "number": "1-888-373-7888", "text": "233733", "text_word": "233733 (BEFREE)",
        "web": "humantraffickinghotline.org",
    },
}  # fmt: skip
SAMPLES: Mapping[str, Content] = {
    "social/statement": {
        "eyebrow": "Human Trafficking Prevention Month", "head": "Every connection makes us safer.",
        "sub": "Prevention begins with people who know one another.",
    },
    "social/photo": {
        "eyebrow": "Week 3: Access to services", "head": "Help is easier to find when neighbors point the way.",
        "sub": "Share what is open, who is welcome and how to reach it.", "picture": SCENES["street-neighbors"],
    },
    "social/checklist": {
        "eyebrow": "Week 2: Fair workplaces", "head": "Five steps any workplace can take",
        "items": [
            "Ask where the things you buy are made.", "Post workers’ rights where everyone sees them.",
            "Train the whole team, not just managers.", "Check hiring and pay.", "Wear blue on January 11.",
        ],
    },
    "social/statistic": {
        "eyebrow": "Forced labor worldwide", "number": "27.6", "unit": "million people",
        "text": "were in forced labor on any given day in 2021.",
        "source": "Source: International Labour Organization, 2022",
    },
    "social/quote": {
        "quote": "People ask what the signs are. I tell them to start by being someone others can talk to.",
        "who": "Community advocate", "role": "Riverbend Coalition (sample text)",
    },
    "social/event": {
        "eyebrow": "Human Trafficking Awareness Day", "head": "Wear blue. Start a conversation.", "tag": "#WearBlueDay",
        "sub": "Take a photo and tell people why you joined in.", "month": "January", "day": "11", "weekday": "Monday",
    },
    "social/help": {
        "eyebrow": "If something feels wrong", "head": "You can talk to someone right now.",
        "note": "Free and confidential, 24 hours a day. Phone help in more than 200 languages. TTY 711.",
    },
    "social/resource": {
        "eyebrow": "Resource of the week", "head": "Learn to notice, ask and connect",
        "sub": "Short modules for health care, schools, social work and disaster response.",
        "facts": [{"icon": "clock", "text": "On demand"}, {"icon": "heart", "text": "Free"}],
        "url": "nhttac.acf.hhs.gov/soar", "picture": SCENES["lesson"],
    },
}  # fmt: skip
WALL: Content = {
    "head": "Connecting the dots", "text": "Human Trafficking Prevention Month",
}  # fmt: skip


def made(template: str, canvas: str, content: Content, of: Look = TEAL, week: int = 2) -> Composed:
    if template == "social/event":
        of = replace(of, palette=event_palette(of.palette))
    shared: Content = {**SHARED, **WORDS, "org": {"name": of.organisation, "wide": of.is_wide, "flat": of.is_flat}}
    return compose_page(template, canvas, shared | content, of, LIBRARY, PageInfo("piece", "Piece", week))


def post(template: str, canvas: str, of: Look = TEAL, **changes: Value) -> Page:
    composed = made(template, canvas, SAMPLES[template] | changes, of)
    assert composed.findings == ()
    return composed.page


def wall(template: str, side: str, of: Look = TEAL, **changes: Value) -> Page:
    composed = made(template, "background", WALL | {"right": side == "right"} | changes, of)
    assert composed.findings == ()
    return composed.page


def logo_box(side: str, of: Look, template: str) -> Box:
    """Where the logo of a background may be, on that side."""
    if template == "background/side-band":
        return BAND_BOXES[side]
    if template in ("background/photo-wall", "background/quiet-field") and of.is_flat:
        return WIDE_BOXES[side]
    return (FLAT_BOXES if of.is_flat else LOGO_BOXES)[side]


def full(template: str, share: float) -> Content:
    """Every field as long as a share of its limit allows."""
    content: Content = {}
    for name, spec in pieces().fields[template].items():
        match spec.kind:
            case "scene":
                content[name] = SCENES["crowd"]
            case "list":
                content[name] = [prose(int(spec.limit * share))] * spec.most
            case "rows":
                content[name] = [{"icon": "clock", "text": prose(int(16 * min(1.0, share)))}] * spec.most
            case "address":
                content[name] = ("acf.hhs.gov/otip/" + "resource/" * 9)[: int(60 * min(1.0, share))]
            case _:
                content[name] = prose(int(spec.limit * share))
    dates: Content = {"month": "September", "day": "28", "weekday": "Wednesday", "tag": "#HumanTraffickingDay"}
    return content | (dates if "month" in content else {}) | ({"number": "10,000"} if "number" in content else {})


def faults(page: Page, canvas: str, clear: float = 2.0) -> list[str]:
    """What a designer would send back: text off the safe area, crossed, too small, or too near a strand."""
    scale, unit = page_sizes()[canvas].scale, page_sizes()[canvas].unit
    found = [f"{a} crosses {b}" for a, b in crossing(page)]
    points, papers = motif_and_paper(page)
    for block in texts(page):
        floor = STYLES.style(scale, block.style.name).floor
        found += [f"{block.name} is set in {block.style.size:.1f}"] if block.style.size < floor - 0.01 else []
        for box in line_boxes(block):
            hang = 0.035 * block.style.size if block.style.name in {"display", "title", "stat"} else 0.0
            if not SAFE[canvas].contains(box, max(1.0, hang - 3)):
                found.append(f"{block.name} leaves the safe area: {box}")
            free = not any(paper.contains(box) for paper in papers)
            if free and any(near(box, point, clear * unit - 2) for point in points):
                found.append(f"{block.name} is near a strand")
    return found


def cut_heads(page: Page) -> Iterator[Box]:
    """Heads of strands that an edge of the page cuts and nothing covers."""
    whole = Box(0, 0, page.size.width, page.size.height)
    heads: list[Box] = []
    for node in walk(page.nodes):
        if isinstance(node, Shape) and node.name == "head" and isinstance(node.geometry, Ellipse):
            heads.append(node.box)
        elif isinstance(node, Shape) and node.name == "ground" and node.fill is not None:
            heads = [head for head in heads if not node.box.overlaps(head)]
    return (head for head in heads if not whole.contains(head, 0.01))


# ------------------------------------------------------------------ what each design is


@pytest.mark.parametrize("template", POSTS + BACKGROUNDS)
def test_scene_is_the_reference(template: str, request: pytest.FixtureRequest) -> None:
    if template in POSTS:
        pages = {canvas: post(template, canvas) for canvas in ("square", "landscape")}
    else:
        pages = {side: wall(template, side) for side in LOGO_BOXES}
    rewrite = request.config.getoption("update_references", default=False)
    for name, page in pages.items():
        path = GOLDEN / f"{template}-{name}.txt"
        if rewrite:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(dump(page), encoding="utf-8", newline="\n")
        else:
            assert dump(page) == path.read_text(encoding="utf-8"), path.name
    if rewrite:
        pytest.fail("wrote the scenes: look at them, then run again without --update-references")


def test_all_designs_are_there_in_all_sizes_and_take_campaign_content() -> None:
    assert set(POSTS) == set(SAMPLES) == {name for name in pieces().fields if name.startswith("social/")}
    assert len(BACKGROUNDS) == 4
    for name in POSTS:
        template = LIBRARY.template(name)
        assert set(template.canvases) == set(SIZES)
        assert {field.name for field in template.fields} >= set(pieces().fields[name])
        needed = {key for key, spec in pieces().fields[name].items() if spec.needed and spec.kind != "scene"}
        assert {field.name for field in template.fields if field.required} <= needed


@pytest.mark.parametrize("canvas", SIZES)
@pytest.mark.parametrize("template", POSTS)
def test_sample_is_clear_and_keeps_its_full_size(template: str, canvas: str) -> None:
    page = post(template, canvas)
    assert faults(page, canvas) == []
    assert list(cut_heads(page)) == []
    for week in (1, 3, 4, 5):
        other = made(template, canvas, SAMPLES[template], week=week)
        assert faults(other.page, canvas) == []
        assert list(cut_heads(other.page)) == []
    assert all(node.clip is None for node in walk(page.nodes) if isinstance(node, Group))
    shown = " ".join(block.text for block in texts(page)).replace("\u00a0", " ")
    assert "1-888-373-7888" in shown
    for value in SAMPLES[template].values():
        assert not isinstance(value, str) or value in shown


@pytest.mark.parametrize("template", POSTS)
def test_a_headline_or_quote_leads_and_a_list_is_a_list(template: str) -> None:
    for canvas in SIZES:
        page = post(template, canvas)
        if template == "social/quote":
            assert any(node.tag == "BlockQuote" for node in walk(page.nodes) if isinstance(node, Group))
        else:
            assert [block.tag for block in texts(page)].count("H1") == 1
        lists = [node for node in walk(page.nodes) if isinstance(node, Group) and node.tag == "L"]
        assert len(lists) == (template == "social/checklist")


def test_a_drawing_is_as_large_as_the_texts_let_it_be() -> None:
    def pitch(template: str, canvas: str, **content: Value) -> float:
        page = made(template, canvas, SAMPLES[template] | content).page
        assert faults(page, canvas) == []
        motif = next(n for n in walk(page.nodes) if isinstance(n, Group) and n.name in {"motif bend", "motif rise"})
        strand = next(part for part in motif.children if isinstance(part, Shape) and part.name == "strand")
        assert strand.stroke is not None
        return 2 * strand.stroke.width / page_sizes()[canvas].unit

    for canvas in ("square", "portrait"):
        assert pitch("social/statistic", canvas, number="7") > 7 > pitch("social/statistic", canvas, number="10,000")
    assert pitch("social/statement", "story", head="Ask. Listen.", sub="Then act.") > 7


def test_a_name_of_few_letters_is_large_and_a_long_one_has_three_lines() -> None:
    def name(organisation: str) -> TextBlock:
        page = post("social/help", "square", replace(TEAL, organisation=organisation, logo=None))
        return next(block for block in texts(page) if block.name == "org")

    assert name("YWCA").style.size > 1.2 * name("Mercy House").style.size
    long = name("Northwest Regional Council on Family Safety and Newcomer Worker Rights")
    assert len(long.lines) <= 3


def test_story_card_has_an_edge_only_where_it_stands_on_paper() -> None:
    for template in POSTS:
        page = post(template, "story")
        frames = [node for node in walk(page.nodes) if isinstance(node, Shape) and node.name == "frame"]
        cards = [frame for frame in frames if frame.box.width > 900]
        assert len(cards) == (page.ground.role == "surface"), template


@pytest.mark.parametrize("canvas", ["square", "portrait", "story"])
def test_a_checklist_is_its_words_and_no_emblem(canvas: str) -> None:
    page = post("social/checklist", canvas)
    across, down = 0.78 * page.size.width, 0.35 * page.size.height
    corner = [one for one in walk(page.nodes) if isinstance(one, Shape) and one.box.x > across and one.box.y < down]
    assert corner == []


def test_stops_of_a_checklist_have_even_steps() -> None:
    for canvas in SIZES:
        page = post("social/checklist", canvas, items=["Where?", "Who?", "How?", "When?"])
        tops = [block.box.y for block in texts(page) if block.tag == "Lbl"]
        steps = [b - a for a, b in pairwise(tops)]
        assert len(steps) == 3
        assert max(steps) - min(steps) < 0.01


# ------------------------------------------------------------------ other brands, logos, missing content


@pytest.mark.parametrize("brand", BRANDS, ids=lambda brand: brand[0])
def test_contrast_of_every_text_with_what_lies_under_it(brand: tuple[str, str | None]) -> None:
    of = look(brand)
    pages = {template: post(template, "square", of) for template in POSTS}
    pages |= {f"{template} {side}": wall(template, side, of) for template in BACKGROUNDS for side in LOGO_BOXES}
    low = {f"{name} {text}": value for name, page in pages.items() for text, value in weakest(page).items()}
    assert {name: value for name, value in low.items() if value < 4.5} == {}


LOOKS = {
    "wide": look(logo=svg_logo(1000, 100, 8)), "tall": look(logo=svg_logo(100, 500, 8)),
    "square": look(logo=svg_logo(90, 90, 8)), "white": look(logo=svg_logo(300, 100, 1.1)), "one letter": look(name="W"),
    "80 capitals": look(name=LONG_NAME), "nobody": look(name=""),
}  # fmt: skip


@pytest.mark.parametrize("canvas", SIZES)
@pytest.mark.parametrize("kind", list(LOOKS))
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


@pytest.mark.parametrize("canvas", SIZES)
@pytest.mark.parametrize("template", POSTS)
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


@pytest.mark.parametrize("canvas", SIZES)
@pytest.mark.parametrize("template", POSTS)
def test_texts_of_the_greatest_allowed_length_fit(template: str, canvas: str) -> None:
    composed = made(template, canvas, full(template, 1.0))
    assert {finding.code for finding in composed.findings} <= {"left-out"}
    assert faults(composed.page, canvas) == []


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
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


@pytest.mark.parametrize("canvas", SIZES)
@pytest.mark.parametrize("template", POSTS)
def test_hopelessly_long_text_is_named(template: str, canvas: str) -> None:
    field = "quote" if template == "social/quote" else "head" if "head" in SAMPLES[template] else "text"
    composed = made(template, canvas, SAMPLES[template] | {field: prose(900)})
    assert field in {finding.field for finding in composed.findings}


# ------------------------------------------------------------------ backgrounds


@pytest.mark.parametrize("side", list(LOGO_BOXES))
@pytest.mark.parametrize("template", BACKGROUNDS)
@pytest.mark.parametrize("kind", list(LOOKS))
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
        assert not any(node.box.overlaps(PERSON, 1.0) for node in solid)
        points, _ = motif_and_paper(page)
        assert not any(PERSON.x < x < PERSON.right and PERSON.y < y < PERSON.bottom for x, y, _ in points)

    def middles(page: Page, *, flip: bool) -> list[tuple[int, int]]:
        heads = [node.box for node in walk(page.nodes) if isinstance(node, Shape) and node.name == "head"]
        return sorted((round(1920 - h.center[0] if flip else h.center[0]), round(h.center[1])) for h in heads)

    assert middles(left, flip=True) == middles(right, flip=False)


def test_photo_wall_is_a_photo_out_of_focus_or_a_drawn_room() -> None:
    room = wall("background/photo-wall", "left")
    assert not [node for node in walk(room.nodes) if isinstance(node, Picture)]
    colors = {node.fill.role for node in walk(room.nodes) if isinstance(node, Shape) and isinstance(node.fill, Color)}
    assert len(colors) > 4
    photo = wall("background/photo-wall", "left", picture=next(iter(SCENES.values())))
    (shown,) = [node for node in walk(photo.nodes) if isinstance(node, Picture)]
    assert shown.box == Box(0, 0, 1920, 1080)
    assert "soft" in shown.source.key
    plate = next(node.box for node in walk(photo.nodes) if isinstance(node, Shape) and node.name == "ground")
    name = next(block for block in texts(photo) if block.name == "org")
    assert plate.contains(name.box, 0.5)
