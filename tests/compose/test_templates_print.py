"""The handouts and the hotline card: sizes of type, margins, structure, other brands, long texts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from htpm_studio.compose.compose_page import Composed
from htpm_studio.pieces.declared import page_sizes
from htpm_studio.scene.nodes import Group, Link, Page, Picture, TextBlock
from htpm_studio.scene.walk import texts, walk
from htpm_studio.units import Box
from tests.helpers.deck_slides import BRANDS, LONG_NAME, crossing, full, look, svg_logo, weakest
from tests.helpers.print_pages import (
    CARD_EDGE,
    CARD_SIZES,
    CARDS,
    EDGE,
    HANDOUTS,
    HANG,
    PAPERS,
    SAMPLES,
    WORDS,
    Content,
    card_page,
    handout,
    ink,
    read_aloud,
    sample,
)
from tests.helpers.sweeps import in_turn

BODY, SMALL = 12.0, 9.0
ALL_PAGES = [(template, paper) for template in HANDOUTS for paper in PAPERS]
ALL_CARDS = [(template, size, language) for template in CARDS for size in CARD_SIZES for language in ("en", "es")]


def too_near(page: Page, edge: float, sides: float = 0.0) -> list[tuple[str, Box]]:
    room = Box(edge, edge, page.size.width - 2 * edge, page.size.height - 2 * edge)
    return [(name, box) for name, box in ink(page) if not room.contains(box, sides + 0.01)]


# ------------------------------------------------------------------ handouts


@pytest.mark.parametrize(("template", "paper"), ALL_PAGES)
def test_handout_is_large_clear_and_printable(template: str, paper: str) -> None:
    page = sample(template, paper)
    assert too_near(page, EDGE) == []
    assert crossing(page) == []
    small = {block.text for block in texts(page) if block.style.size < BODY - 0.01}
    assert small <= {"Riverbend Coalition"}
    assert min(block.style.size for block in texts(page)) >= SMALL


@pytest.mark.parametrize(("template", "paper"), ALL_PAGES)
def test_the_number_is_read_aloud_and_larger_than_the_text_around_it(template: str, paper: str) -> None:
    spoken = list(read_aloud(sample(template, paper).nodes))
    number = next(node for node in spoken if isinstance(node, TextBlock) and node.text == "1-888-373-7888")
    assert number.style.size >= 16
    block = next(node for node in spoken if isinstance(node, Group) and node.name == "hotline")
    inside = list(texts(replace(sample(template, paper), nodes=block.children)))
    assert max(text.style.size for text in inside) == number.style.size
    assert [text.tag for text in inside if text.tag in ("Lbl", "LBody")] == ["Lbl", "LBody"] * 3


def test_each_resource_has_a_code_of_27_mm_a_printed_address_and_a_link() -> None:
    page = sample("print/resources", "letter")
    codes = [node for node in walk(page.nodes) if isinstance(node, Group) and node.name == "QR code"]
    links = {node.url: node for node in walk(page.nodes) if isinstance(node, Link)}
    assert [round(code.box.width / 72 * 25.4) for code in codes] == [28] * 6
    for number, code in enumerate(codes, 1):
        address = f"acf.hhs.gov/otip/course-{number}"
        assert address in code.alt
        link = links[f"https://{address}"]
        assert link.description == f"Course {number}"
        assert [block.text for block in texts(replace(page, nodes=link.children))] == [address]


@pytest.mark.parametrize(("language", "said"), [("en", "Search for this title at"), ("es", "Busque este título en")])
def test_a_resource_without_an_address_says_where_to_search_and_has_no_code(language: str, said: str) -> None:
    where = f"{said} a-publisher-with-a-long-name.org"
    known = [{"title": f"Course {n}", "text": "Free.", "url": "acf.hhs.gov/otip"} for n in range(5)]
    items = [*known, {"title": "Course", "text": "Free.", "search": where}]
    for paper in PAPERS:
        made = handout("print/resources", paper, SAMPLES["print/resources"] | {"items": items}, language=language)
        assert made.findings == ()
        assert where in " ".join(block.text for block in texts(made.page)).replace("\xa0", " ")
        assert sum(isinstance(node, Group) and node.name == "QR code" for node in walk(made.page.nodes)) == 5
        assert not [node for node in walk(made.page.nodes) if isinstance(node, Link) and "long-name" in node.url]


# ------------------------------------------------------------------ brands, names, lengths


@pytest.mark.parametrize(("template", "brand"), in_turn((*HANDOUTS, *CARDS), BRANDS))
def test_text_stands_out_in_every_brand(template: str, brand: tuple[str, str | None]) -> None:
    of = look(brand)
    page = card_page(template, "card", "es", of) if template in CARDS else sample(template, "letter", of)
    weak = {text: ratio for text, ratio in weakest(page).items() if ratio < 4.5}
    assert weak == {}


@pytest.mark.parametrize(
    ("width", "height", "contrasts", "paper"),
    [(1000, 100, 1.1, "letter"), (100, 500, 8.0, "a4"), (300, 300, 1.1, "a4"), (1000, 100, 8.0, "letter")],
)
def test_any_logo_keeps_its_shape_and_its_place(width: int, height: int, contrasts: float, paper: str) -> None:
    page = sample("print/flyer", paper, look(logo=svg_logo(width, height, contrasts)))
    logo = next(node for node in walk(page.nodes) if isinstance(node, Picture) and node.name == "logo")
    assert logo.box.width / logo.box.height == pytest.approx(width / height, rel=0.01)
    assert logo.box.height >= 14
    assert logo.box.width <= page.size.width / 2
    assert logo.alt == "Riverbend Coalition"
    assert too_near(page, EDGE) == []


@pytest.mark.parametrize(("template", "name"), in_turn(HANDOUTS, ("A", LONG_NAME[:80])))
@pytest.mark.parametrize("paper", PAPERS)
def test_a_name_of_any_length_is_set_in_full(template: str, paper: str, name: str) -> None:
    page = sample(template, paper, look(name=name))
    block = next(block for block in texts(page) if block.text == name)
    assert block.style.size >= SMALL
    assert " ".join(line.text for line in block.lines) == name
    assert crossing(page) == []


def full_card(template: str, share: float) -> Content:
    return full(template, share) | {"lang": "es"}


def fits(composed: Composed, edge: float) -> bool:
    """Whether a page is clean; a page that is not must say which field is to blame."""
    over = [finding for finding in composed.findings if finding.code != "left-out"]
    assert {finding.code for finding in over} <= {"too-long"}
    assert all(finding.field for finding in composed.findings)
    if over:
        return False
    assert too_near(composed.page, edge, HANG) == []
    assert crossing(composed.page) == []
    return True


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("template", HANDOUTS)
def test_texts_at_their_limits_fit(template: str, paper: str, language: str) -> None:
    content = full(template) | ({"picture": "family-table"} if template == "print/flyer" else {})
    assert fits(handout(template, paper, content, look(name=LONG_NAME[:80]), language), EDGE)


# ------------------------------------------------------------------ cards


@pytest.mark.parametrize(("template", "size", "language"), ALL_CARDS)
def test_card_keeps_9_pt_from_the_cut_and_its_type_is_readable(template: str, size: str, language: str) -> None:
    page = card_page(template, size, language)
    assert too_near(page, CARD_EDGE) == []
    assert crossing(page) == []
    assert min(block.style.size for block in texts(page)) >= 7.5
    assert page.size == page_sizes()[size].size


@pytest.mark.parametrize("size", CARD_SIZES)
@pytest.mark.parametrize("language", ["en", "es"])
def test_inside_begins_with_the_number_as_the_largest(size: str, language: str) -> None:
    blocks = [block for block in texts(card_page("print/card-inside", size, language)) if block.style.name == "number"]
    assert [block.text for block in blocks] == ["1-888-373-7888", "233733", "humantraffickinghotline.org"]
    assert [block.style.size for block in blocks] == pytest.approx([16, 14, 10.4])
    labels = [block.text for block in texts(card_page("print/card-inside", size, language)) if block.tag == "Lbl"]
    assert labels == [WORDS[language][key] for key in ("call", "text", "chat")]


@pytest.mark.parametrize("language", ["en", "es"])
def test_outside_names_no_subject_and_no_sender(language: str) -> None:
    page = card_page("print/card-outside", "card", language, look(logo=svg_logo(300, 100, 8)))
    said = " ".join(block.text for block in texts(page)).lower()
    assert said
    assert not [word for word in ("traffick", "trata", "hotline", "riverbend", "888", "help", "ayuda") if word in said]
    assert not [node for node in walk(page.nodes) if isinstance(node, Picture | Link)]


@pytest.mark.parametrize("size", CARD_SIZES)
@pytest.mark.parametrize("share", [1.0, 1.3])
@pytest.mark.parametrize("template", CARDS)
def test_long_card_texts_fit(template: str, size: str, share: float) -> None:
    composed = handout(template, size, full_card(template, share), language="es")
    assert fits(composed, CARD_EDGE)
    strands = [node for node in walk(composed.page.nodes) if getattr(node, "name", "") in ("strand", "head")]
    lanes = [node.box for node in strands]
    touched = [block.name for block in texts(composed.page) for box in lanes if len(lanes) and _covers(box, block)]
    assert touched == []


def _covers(box: Box, block: TextBlock) -> bool:
    """Whether a head lies on a text; strands bend around texts, so their boxes say nothing."""
    return box.width < 6 and box.overlaps(Box(block.box.x, block.box.y, block.measure, block.box.height))
