"""The slide layouts: what is where, what PowerPoint may edit, and how they bear other brands and long texts."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from htpm_studio.compose.frames import PictureRef
from htpm_studio.render.pptx.items import is_framed
from htpm_studio.scene.nodes import Group, Picture, PictureSource, Shape, TextBlock
from htpm_studio.scene.walk import texts, walk
from tests.helpers.deck_slides import (
    BRANDS,  # fmt: skip
    LAYOUTS,
    LIBRARY,
    LONG_NAME,
    MARGIN,
    SAMPLES,
    around,
    crossing,
    fixed_art,
    full,
    line_boxes,
    look,
    outside,
    prose,
    sample,
    slide,
    svg_logo,
    touched_by_motif,
    weakest,
)
from tests.helpers.sweeps import SLOW, cases, in_turn

BLANK = "deck/blank"
LEAST, LEAST_FOOT = 18.0, 13.0

# ------------------------------------------------------------------ what each layout is


@pytest.mark.parametrize("layout", LAYOUTS)
def test_one_title_and_no_slot_twice(layout: str) -> None:
    page = sample(layout)
    slots = [node.slot for node in walk(page.nodes) if isinstance(node, TextBlock | Picture | Group) and node.slot]
    assert slots.count("title") == (layout != BLANK)
    assert [slot for slot, count in Counter(slots).items() if count > 1] == []
    heads = [node for node in walk(page.nodes) if isinstance(node, TextBlock | Group) and node.tag == "H1"]
    assert [node.slot for node in heads] == ["title"] * (layout != BLANK)
    bodies = [slot for slot in slots if slot.startswith("body")]
    numbers = [int(slot.partition("-")[2] or 1) for slot in bodies]
    assert numbers == sorted(numbers)
    assert numbers[:1] in ([1], [])


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_word_of_the_content_can_be_edited(layout: str) -> None:
    page = sample(layout)
    lists = [node for node in walk(page.nodes) if isinstance(node, Group) and node.list_style is not None]
    lists += [node for node in walk(page.nodes) if isinstance(node, Group) and is_framed(node)]
    held = {id(block) for group in lists for block in texts(replace(page, nodes=group.children))}
    for block in texts(page):
        free = block.fixed or block.name.startswith(("words", "hotline", "org")) or block.tag == "Lbl"
        assert block.slot or id(block) in held or free, block.name


@pytest.mark.parametrize("layout", LAYOUTS)
def test_fixed_art_does_not_depend_on_the_content(layout: str) -> None:
    other = {
        key: "Other words" if isinstance(value, str) and key != "picture" else value
        for key, value in SAMPLES[layout].items()
    }
    changed = slide(layout, other | {"page": "123"}).page
    assert fixed_art(changed) == fixed_art(sample(layout))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_texts_are_large_clear_of_each_other_and_inside_the_margins(layout: str) -> None:
    page = sample(layout)
    for block in texts(page):
        small = block.style.name == "foot" or block.name == "org"
        assert block.style.size >= (LEAST_FOOT if small else LEAST) - 0.01, block.name
    assert crossing(page) == []
    assert outside(page) == []
    assert touched_by_motif(page) == []


# ------------------------------------------------------------------ other brands, logos, pictures


@pytest.mark.parametrize("brand", BRANDS if SLOW else BRANDS[1::3], ids=lambda brand: brand[0])
def test_contrast_of_every_text_with_what_lies_under_it(brand: tuple[str, str | None]) -> None:
    of = look(brand)
    low = {f"{layout} {name}": value for layout in LAYOUTS for name, value in weakest(sample(layout, of)).items()}
    assert {name: value for name, value in low.items() if value < 4.5} == {}


def test_text_on_a_white_photo_stands_out() -> None:
    data = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><rect width="16" height="9" fill="#fff"/></svg>'
    photo = PictureRef(PictureSource(hashlib.sha256(data).hexdigest(), "svg", data, (16, 9)), alt="Snow")
    for brand in BRANDS:
        page = slide("deck/full_photo", SAMPLES["deck/full_photo"] | {"picture": photo}, look(brand)).page
        assert min(weakest(page).values()) >= 4.5


@pytest.mark.parametrize(
    ("layout", "kind"), in_turn(LAYOUTS, ("wide", "tall", "square", "hidden", "one letter", "80 capitals"), 1)
)
def test_foot_takes_any_logo_and_name(layout: str, kind: str) -> None:
    sizes = {"wide": (1000, 100), "tall": (100, 500), "square": (90, 90), "hidden": (300, 100)}
    if kind in sizes:
        of = look(logo=svg_logo(*sizes[kind], 1.2 if kind == "hidden" else 8.0))
    else:
        of = look(name="W" if kind == "one letter" else LONG_NAME)
    page = sample(layout, of)
    assert crossing(page) == []
    assert outside(page) == []
    logos = [node.box for node in walk(page.nodes) if isinstance(node, Picture) and node.name == "logo"]
    assert len(logos) == (kind in sizes)
    for logo in logos:
        assert logo.x >= MARGIN - 0.01
        assert logo.bottom <= page.size.height - 2
        assert not any(logo.overlaps(box) for block in texts(page) for box in line_boxes(block))
        plates = [node.box for node in walk(page.nodes) if isinstance(node, Shape) and around(node.box, logo)]
        assert len(plates) == (kind == "hidden")


@pytest.mark.parametrize("layout", [name for name in LAYOUTS if "picture" in SAMPLES[name]])
def test_without_a_picture_a_drawing_or_the_words_take_its_place(layout: str) -> None:
    content = {key: value for key, value in SAMPLES[layout].items() if key != "picture"}
    composed = slide(layout, content)
    page = composed.page
    assert composed.findings == ()
    assert not any(isinstance(node, Picture) and node.slot == "picture" for node in walk(page.nodes))
    assert any(isinstance(node, Group) and node.decorative for node in walk(page.nodes))
    assert (crossing(page), outside(page), touched_by_motif(page)) == ([], [], [])


# ------------------------------------------------------------------ long and short texts


@pytest.mark.parametrize("layout", LAYOUTS)
def test_texts_of_the_greatest_allowed_length_fit(layout: str) -> None:
    composed = slide(layout, full(layout), look(name=LONG_NAME))
    assert [finding.message for finding in composed.findings] == []
    page = composed.page
    assert (crossing(page), outside(page), touched_by_motif(page)) == ([], [], [])


def test_a_resource_without_an_address_says_where_to_search_and_has_no_code() -> None:
    where = "Busque este título en a-publisher-with-a-long-name.org"
    known = {"title": "Course", "text": "Free.", "url": "acf.hhs.gov/otip"}
    items = [known, {"title": prose(44), "text": prose(75), "search": where}]
    made = slide("deck/resources", full("deck/resources") | {"items": items})
    assert made.findings == ()
    nodes = list(walk(made.page.nodes))
    assert where in [node.text for node in nodes if isinstance(node, TextBlock)]
    assert sum(isinstance(node, Group) and node.name == "QR code" for node in nodes) == 1
    heads = {node.box.x for node in nodes if isinstance(node, TextBlock) and node.text in ("Course", prose(44))}
    assert len(heads) == 1


@cases(40, suppress_health_check=[HealthCheck.too_slow])
@given(layout=st.sampled_from(LAYOUTS), share=st.floats(0.05, 2.6), pictures=st.booleans())
def test_any_length_fits_or_is_named(layout: str, share: float, *, pictures: bool) -> None:
    content = full(layout, share)
    if not pictures:
        content.pop("picture", None)
    composed = slide(layout, content)
    if composed.findings:
        # The number of a step has no field: it is squeezed with the words of its step, which are named, too.
        known = LIBRARY.template(layout).field_names() | {"item", "rule", "row", "text", ""}
        assert any(finding.field for finding in composed.findings)
        assert {finding.field.partition(".")[0] for finding in composed.findings} <= known
    else:
        page = composed.page
        assert (crossing(page), outside(page), touched_by_motif(page, 0.0)) == ([], [], [])
